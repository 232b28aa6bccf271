import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { parseCodebook } from '../../src/core/sidecar/codebook.ts';
import { nearest } from '../../src/core/sidecar/nearest.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { tagProblems, tagsTogether } from '../../src/core/sidecar/tag-check.ts';

describe('counterpoint.yaml', () => {
  it.each<[string, string, unknown, readonly string[]]>([
    ['empty: it only marks its folder', '', [], []],
    ['comments alone', '# ours\n', [], []],
    [
      'stories with their articles',
      'stories:\n  Ferry strike:\n    - a.txt\n    - old\\b.txt\n  Storm: []\n',
      [
        { name: 'Ferry strike', articles: ['a.txt', 'old/b.txt'] },
        { name: 'Storm', articles: [] },
      ],
      [],
    ],
    ['no list', 'stories:\n  Storm: a.txt\n', [], ['must list its articles']],
    ['no stories', 'stories: storm\n', [], ['must hold the names of stories']],
    [
      'no path',
      'stories:\n  Storm: [1, a.txt]\n',
      [{ name: 'Storm', articles: ['a.txt'] }],
      ['must be a path'],
    ],
    [
      'one article in two stories',
      'stories:\n  A: [a.txt]\n  B: [a.txt, b.txt]\n',
      [
        { name: 'A', articles: ['a.txt'] },
        { name: 'B', articles: ['b.txt'] },
      ],
      ['in the story "A" already'],
    ],
    ['a key of a later version', 'budget: {}\n', [], ['does not know "budget"']],
    ['no YAML', 'stories: [\n', [], ['The codebook is not valid YAML']],
    [
      'a merge conflict',
      '<<<<<<< ours\nstories: {}\n=======\n>>>>>>> theirs\n',
      [],
      ['merge conflict is left in the codebook'],
    ],
  ])('%s', (_, text, stories, said) => {
    const { value, problems } = parseCodebook(text);
    expect(value.stories).toEqual(stories);
    expect(problems).toHaveLength(said.length);
    for (const [i, words] of said.entries()) expect(problems[i]?.message).toContain(words);
  });
});

/** The text after the first fix of the first problem. */
function fixed(text: string): string | undefined {
  const edits = parseCodebook(text).problems[0]?.fixes?.[0]?.edits;
  return edits?.reduceRight(
    (all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end),
    text,
  );
}

describe('tags in counterpoint.yaml', () => {
  const bare = { title: null, description: null, colour: null, shortcut: null, required: [] };

  it.each<[string, string, unknown]>([
    ['none', 'stories: {}\n', null],
    ['an empty key', 'tags:\n', null],
    [
      'names alone',
      'tags: [claim, "2 sources"]\n',
      [
        { ...bare, name: 'claim' },
        { ...bare, name: '2 sources' },
      ],
    ],
    [
      'a word on each',
      'tags:\n  claim: To be checked\n  other:\n',
      [
        { ...bare, name: 'claim', description: 'To be checked' },
        { ...bare, name: 'other' },
      ],
    ],
    [
      'all that there is',
      'tags:\n  claim:\n    title: A claim\n    description: |-\n      To be\n      checked\n    colour: "#36c"\n    shortcut: C\n    required: [note, confidence, desk]\n',
      [
        {
          name: 'claim',
          title: 'A claim',
          description: 'To be\nchecked',
          colour: '#36c',
          shortcut: 'c',
          required: ['note', 'confidence', 'desk'],
        },
      ],
    ],
    [
      'another spelling',
      'tags:\n  claim: {color: red, required: note}\n',
      [{ ...bare, name: 'claim', colour: 'red', required: ['note'] }],
    ],
  ])('%s', (_, text, tags) => {
    const { value, problems } = parseCodebook(text);
    expect(problems).toEqual([]);
    expect(value.tags?.map(({ span, ...tag }) => tag) ?? null).toEqual(tags);
    for (const { name, span } of value.tags ?? [])
      expect(text.slice(span.start, span.end).replaceAll('"', '')).toBe(name);
  });

  it.each<[string, string, string, string | undefined]>([
    ['tagz:\n  a: b\n', 'Did you mean "tags"?', 'tagz', 'tags:\n  a: b\n'],
    ['tags: claim\n', 'must hold the names of tags', 'tags', undefined],
    ['tags:\n  a: [b]\n', '"a" must hold keys and values', 'a', undefined],
    ['tags:\n  a:\n  a:\n', '"a" stands twice', 'a', undefined],
    ['tags:\n  a: {titel: x}\n', 'Did you mean "title"?', 'titel', 'tags:\n  a: {title: x}\n'],
    ['tags:\n  a: {colour: gren}\n', '"gren" is no colour', 'gren', 'tags:\n  a: {colour: green}\n'],
    [
      'tags:\n  a: {colour: 3366cc}\n',
      '"3366cc" is no colour',
      '3366cc',
      'tags:\n  a: {colour: "#3366cc"}\n',
    ],
    ['tags:\n  a: {shortcut: ab}\n', 'one letter or digit', 'ab', undefined],
    ['tags:\n  a: {shortcut: x}\n  b: {shortcut: X}\n', 'shortcut of the tag "a" already', 'X', undefined],
    ['tags:\n  a: {required: {note: 1}}\n', 'must list keys of notes', '{note: 1}', undefined],
    ['tags:\n  a: {title: [x]}\n', '"title" must be text', '[x]', undefined],
    [
      'stories:\n  A:\n    - a.txt\n  B:\n    - a.txt\n    - b.txt\n',
      'in the story "A" already',
      'a.txt',
      'stories:\n  A:\n    - a.txt\n  B:\n    - b.txt\n',
    ],
  ])('%j: %s', (text, said, at, mended) => {
    const { problems } = parseCodebook(text);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(said);
    const { start = 0, end = 0 } = problems[0]?.span ?? {};
    expect(text.slice(start, end)).toBe(at);
    expect(fixed(text)).toBe(mended);
  });
});

describe('a sidecar’s tags by the codebook', () => {
  const book = 'tags:\n  claim: {required: [note, desk]}\n  figure:\n';
  const sidecar = (tag: string, more = ''): string =>
    `annotations:\n  a-1:\n    ${tag}\n${more}    selectors: {exact: x}\n`;

  it.each<[string, readonly [string, string][]]>([
    [sidecar('tag: figure'), []],
    [sidecar(''), []],
    [sidecar('tag: figrue'), [['tag-unknown', 'Did you mean "figure"?']]],
    [sidecar('tag: weather'), [['tag-unknown', 'add it to the codebook']]],
    [sidecar('tag: claim'), [['tag-incomplete', 'needs "note", "desk"']]],
    [sidecar('tag: claim', '    note: ""\n    desk: home\n'), [['tag-incomplete', 'needs "note"']]],
    [sidecar('tag: claim', '    note: Who?\n    desk: home\n'), []],
    [sidecar('tags: [figure, clam]'), [['tag-unknown', 'Did you mean "claim"?']]],
  ])('%j', (text, said) => {
    const problems = tagProblems(parseSidecar(text), parseCodebook(book).value.tags ?? []);
    expect(problems.map(({ code }) => code)).toEqual(said.map(([code]) => code));
    for (const [i, [, words]] of said.entries()) expect(problems[i]?.message).toContain(words);
  });

  it('is mended by the tag that was meant', () => {
    const text = sidecar('tag: figrue # sure?');
    const [edit] =
      tagProblems(parseSidecar(text), parseCodebook(book).value.tags ?? [])[0]?.fixes?.[0]?.edits ?? [];
    expect(edit && text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end)).toBe(
      sidecar('tag: figure # sure?'),
    );
  });

  it('the nearest codebook’s word on a tag holds', () => {
    const tags = (text: string) => parseCodebook(text).value.tags;
    const together = tagsTogether([
      tags('tags: {a: near}'),
      tags('stories: {}'),
      tags('tags: {a: far, b: far}'),
    ]);
    expect(together?.map(({ name, description }) => [name, description])).toEqual([
      ['a', 'near'],
      ['b', 'far'],
    ]);
    expect(tagsTogether([tags(''), tags('stories: {}')])).toBe(null);
  });
});

describe('the nearest word', () => {
  it.each([
    ['figrue', 'figure'],
    ['FIGURE', 'figure'],
    ['quot', 'quote'],
    ['weather', null],
    ['x', null],
    ['x'.repeat(100_000), null],
  ])('%s: %s', (word, meant) => {
    expect(nearest(word, ['quote', 'figure', 'claim'])).toBe(meant);
  });
});

describe('stories put together by hand', () => {
  const TEXTS = {
    'a.txt': 'Storm Runa tore the roof off the fish hall of Vellmark, and Ilse Ostrand will rebuild it.',
    'b.txt': 'The fish hall of Vellmark lost its roof to storm Runa. Ilse Ostrand will rebuild it.',
    'c.txt': 'A comet will be seen from Tarn Hill in March, the observatory of Quell said.',
  };
  const stories = (groups: readonly (readonly string[])[]): string[] => {
    const project = createProject();
    for (const [path, text] of Object.entries(TEXTS)) project.set({ path, text });
    expect(project.stories().length).toBe(2);
    project.setGroups(groups);
    for (const story of project.stories())
      for (const path of story.articles) expect(project.storyOf(path)).toEqual(story);
    return project.stories().map(({ articles }) => articles.join(' '));
  };

  it.each<[string, readonly (readonly string[])[], readonly string[]]>([
    ['none', [], ['a.txt b.txt', 'c.txt']],
    ['what is unlike is joined', [['a.txt', 'c.txt']], ['a.txt c.txt', 'b.txt']],
    ['what is alike is kept apart', [['a.txt'], ['b.txt']], ['a.txt', 'b.txt', 'c.txt']],
    ['what is not there does not count', [['a.txt', 'gone.txt'], ['never.txt']], ['a.txt', 'b.txt', 'c.txt']],
  ])('%s', (_, groups, expected) => {
    expect(stories(groups).sort()).toEqual([...expected].sort());
  });
});
