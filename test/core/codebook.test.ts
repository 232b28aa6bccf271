import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { parseCodebook } from '../../src/core/sidecar/codebook.ts';

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
    ['a key of a later version', 'tags: {}\n', [], ['does not know "tags"']],
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
