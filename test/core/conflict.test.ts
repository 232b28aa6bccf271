import { describe, expect, it } from 'vitest';
import { conflictsIn, repaired, resolution, sideOf } from '../../src/core/sidecar/conflict.ts';
import { conflictById, conflictId, resolutionIn } from '../../src/core/sidecar/conflict-ref.ts';
import { entryName } from '../../src/core/sidecar/entry-name.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { placeAt } from '../../src/core/sidecar/yaml-place.ts';

const conflict = (ours: string, theirs: string, base?: string): string =>
  `<<<<<<< HEAD\n${ours}${base === undefined ? '' : `||||||| base\n${base}`}=======\n${theirs}>>>>>>> b\n`;

const NOTE = (note: string, status = 'open'): string =>
  `annotations:\n  a-1:\n    status: ${status}\n    note: ${note}\n    selectors:\n      exact: council\n`;

describe('conflicts that are left in a text', () => {
  it.each([
    ['none', 'a: 1\n', []],
    ['one', `a: 1\n${conflict('b: 1\n', 'b: 2\n')}c: 3\n`, [['b: 1\n', 'b: 2\n', null]]],
    ['with the base', conflict('b: 1\n', '', 'b: 0\n'), [['b: 1\n', '', 'b: 0\n']]],
    [
      'several, with line breaks of Windows',
      `${conflict('b: 1\n', 'b: 2\n')}x: 1\n${conflict('', 'c: 2\n')}`.replaceAll('\n', '\r\n'),
      [
        ['b: 1\r\n', 'b: 2\r\n', null],
        ['', 'c: 2\r\n', null],
      ],
    ],
    ['at the end without a line break', conflict('b: 1\n', 'b: 2\n').trimEnd(), [['b: 1\n', 'b: 2\n', null]]],
    ['one that is not closed', '<<<<<<< HEAD\nb: 1\n=======\nb: 2\n', []],
    ['one within a note', 'note: |\n  <<<<<<< x\n  =======\n  >>>>>>> y\n', []],
  ])('%s', (_, text, expected) => {
    expect(conflictsIn(text).map(({ ours, theirs, base }) => [ours, theirs, base])).toEqual(expected);
  });

  it('each side is a text of its own', () => {
    const text = `a: 1\n${conflict('b: 1\n', 'b: 2\n')}c: 3\n`;
    expect([sideOf(text, 'ours'), sideOf(text, 'theirs')]).toEqual([
      'a: 1\nb: 1\nc: 3\n',
      'a: 1\nb: 2\nc: 3\n',
    ]);
  });

  it.each<[string, string, string, string | null]>([
    [
      'two notes',
      '    note: Mine.\n',
      '    note: |-\n      Theirs,\n      long.\n',
      '    note: |-\n      Mine.\n\n      Theirs,\n      long.\n',
    ],
    ['two tags', '    tag: claim\n', '    tag: time\n', '    tags:\n      - claim\n      - time\n'],
    [
      'lists of tags',
      '    tags:\n      - claim\n      - x\n',
      '    tag: x\n',
      '    tags:\n      - claim\n      - x\n',
    ],
    [
      'two entries',
      '  a-1:\n    note: x\n',
      '  a-2:\n    note: y\n',
      '  a-1:\n    note: x\n  a-2:\n    note: y\n',
    ],
    ['two statuses', '    status: open\n', '    status: closed\n', null],
    ['tags, one with a comment', '    tags:\n      - claim # checked\n', '    tag: time\n', null],
    ['tags with a comment after them', '    tag: time\n', '    tags:\n      - x\n      # more\n', null],
    ['tags under a comment', '    # of Jon\n    tag: time\n', '    tag: x\n', null],
    [
      'a note with a number sign',
      '    note: "No. #1"\n',
      '    note: "#2"\n',
      '    note: |-\n      No. #1\n\n      #2\n',
    ],
    ['several keys', '    note: x\n    status: open\n', '    note: y\n', null],
    ['what is no mapping', '      - x\n', '      - y\n', null],
  ])('both: %s', (_, ours, theirs, both) => {
    const [one] = conflictsIn(conflict(ours, theirs));
    expect(one && resolution(one, 'both')).toBe(both);
    expect(one && [resolution(one, 'ours'), resolution(one, 'theirs')]).toEqual([ours, theirs]);
  });
});

describe('which conflict is meant', () => {
  const status = conflict('    status: open\n', '    status: closed\n');
  const note = conflict('    note: Mine.\n', '    note: Theirs.\n');
  const text = `annotations:\n  a-1:\n${note}${status}  a-2:\n${status}`;
  const ids = conflictsIn(text).map((one) => conflictId(text, one));
  const without = (index: number, choice: 'ours' | 'theirs'): string => {
    const one = conflictsIn(text)[index];
    return one ? text.slice(0, one.span.start) + one[choice] + text.slice(one.span.end) : '';
  };

  it.each<[string, string, readonly (number | null)[]]>([
    ['each, at first', text, [0, 1, 2]],
    ['after the first was resolved', without(0, 'theirs'), [null, 0, 1]],
    ['not another one with the same lines', without(1, 'ours'), [0, null, 1]],
    ['not one whose lines have changed', text.replace('Mine.', 'Mine!'), [null, 1, 2]],
    ['not one of two that can’t be told apart', `${text}${status}`, [0, 1, null]],
  ])('%s', (_, now, expected) => {
    const starts = conflictsIn(now).map(({ span }) => span.start);
    const meant = ids.map((id) => conflictById(now, id));
    expect(meant.map((one) => (one ? starts.indexOf(one.span.start) : null))).toEqual(expected);
  });

  it('both are offered only of what was merged by notes: git’s lines may cut entries in two', () => {
    const cut = `annotations:\n${conflict('  a-1:\n    author: Ada\n', '  a-2:\n    author: Jon\n')}    note: x\n`;
    const both = (all: string): (string | null)[] =>
      conflictsIn(all).map((one) => resolutionIn(all, one, 'both'));
    expect(both(cut)).toEqual([null]);
    const byNotes = note.replace('HEAD', 'ours');
    expect(both(byNotes)).toEqual(['    note: |-\n      Mine.\n\n      Theirs.\n']);
  });
});

describe('a sidecar that git has merged by lines', () => {
  const base = NOTE('Who?');
  it('is merged from git’s three versions', () => {
    const stages = { base, ours: NOTE('Who counted?'), theirs: NOTE('Who?', 'closed') };
    const text = `annotations:\n  a-1:\n${conflict('    status: open\n    note: Who counted?\n', '    status: closed\n    note: Who?\n')}    selectors:\n      exact: council\n`;
    expect(repaired(text, stages)).toMatchObject({
      kind: 'merged',
      text: NOTE('Who counted?', 'closed'),
      conflicts: [],
    });
  });

  it('without them is merged from its own two sides: what only one added stands', () => {
    const added = (id: string): string => `  ${id}:\n    note: x\n    selectors:\n      exact: council\n`;
    const result = repaired(`${NOTE('Who?')}${conflict(added('a-2'), added('a-3'))}`, null);
    if (result.kind === 'refused') throw new Error(result.problem.message);
    expect(result.conflicts).toEqual([]);
    expect(parseSidecar(result.text).value.annotations.map(({ id }) => id)).toEqual(['a-1', 'a-2', 'a-3']);
  });

  it('leaves what both changed in conflict, and says what that is', () => {
    const text = `annotations:\n  a-1:\n${conflict('    note: Mine.\n', '    note: Theirs.\n')}    selectors:\n      exact: council\n`;
    const result = repaired(text, null);
    expect(result).toMatchObject({ kind: 'merged', conflicts: [{ path: ['annotations', 'a-1', 'note'] }] });
  });

  it('is refused where a side can’t be read', () => {
    expect(repaired(conflict('annotations: [\n', 'annotations:\n'), null)).toMatchObject({ kind: 'refused' });
    expect(repaired(conflict('version: 1\n', 'version: 2\n'), null)).toMatchObject({
      kind: 'refused',
      problem: { code: 'sidecar-version' },
    });
  });
});

describe('names of places', () => {
  it.each([
    [['annotations', 'a-1'], 'annotation a-1'],
    [['annotations', 'a-1', 'note'], '"note" of annotation a-1'],
    [['annotations', 'a-1', 'replies', 'r-1'], 'reply r-1 of annotation a-1'],
    [['annotations', 'a-1', 'replies', 'r-1', 'note'], '"note" of reply r-1 of annotation a-1'],
    [['decisions', 'd-1', 'there', 'exact'], '"there.exact" of decision d-1'],
    [['article', 'outlet'], '"article.outlet"'],
    [['version'], '"version"'],
  ])('%j: %s', (path, name) => {
    expect(entryName(path)).toBe(name);
  });
});

describe('places in YAML that is being typed', () => {
  it.each<[string, readonly string[] | null, string | null, boolean]>([
    ['|', [], null, false],
    ['annotations:\n  |', ['annotations'], null, false],
    ['annotations:\n|', [], null, false],
    ['annotations:\n  a-1:\n    st|', ['annotations', 'a-1'], null, false],
    ['annotations:\n  a-1:\n    status: |', ['annotations', 'a-1'], 'status', true],
    ['annotations:\n  a-1:\n    sta|tus: open', ['annotations', 'a-1'], 'status', false],
    ['annotations:\n  # x\n\n  "a 1": # y\n    status: op|en', ['annotations', 'a 1'], 'status', true],
    ['annotations:\n  a-1:\n    tags:\n      - |', ['annotations', 'a-1', 'tags'], null, true],
    ['annotations:\n  a-1:\n    tags:\n    - x\n    - |', ['annotations', 'a-1', 'tags'], null, true],
    ['annotations:\n  a-1:\n    note: |-\n      who: said |', null, null, false],
    ['annotations:\n  a-1:\n    note: >\n\n      one\n\n      |', null, null, false],
    ['annotations: # |', [], 'annotations', true],
    ['# |', null, null, false],
    ['a:\n  b: 1\nc: |', [], 'c', true],
  ])('%j', (marked, path, key, isValue) => {
    const offset = marked.lastIndexOf('|');
    const text = marked.slice(0, offset) + marked.slice(offset + 1);
    expect(placeAt(text, offset)).toEqual(path === null ? null : { path, key, isValue });
  });
});
