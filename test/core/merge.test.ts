import { describe, expect, it } from 'vitest';
import { mergeSidecars } from '../../src/core/sidecar/merge.ts';

const BASE = [
  '# Kept by the desk.',
  'version: 1',
  'article:',
  '  outlet: Ellery Post',
  'annotations:',
  '  # the vote',
  '  a-1:',
  '    author: Vera Lind',
  '    created: 2026-02-01T08:00:00Z',
  '    modified: 2026-02-01T08:00:00Z',
  '    status: open',
  '    tag: claim',
  '    note: |-',
  '      Who counted?',
  '',
  '      - nobody',
  '    selectors:',
  '      exact: "a good day"',
  '      start: 5',
  '    colour: red # as printed',
  '  a-2: {author: Vera Lind, note: "short", selectors: {exact: council}}',
  'decisions:',
  '  d-1:',
  '    decision: rejected',
  '    here:',
  '      exact: "voted"',
  '    there:',
  '      article: b.txt',
  '      exact: "voted"',
  '# the end',
  '',
].join('\n');

type Change = readonly (readonly [string, string])[];
const changed = (text: string, ...changes: Change): string =>
  changes.reduce((all, [from, to]) => {
    if (!all.includes(from)) throw new Error(`${from} is not there`);
    return all.replace(from, () => to);
  }, text);

/** The merged text, having tried both orders. */
function merged(base: string, ours: string, theirs: string) {
  const [result, other] = [mergeSidecars(base, ours, theirs), mergeSidecars(base, theirs, ours)];
  if (result.kind === 'refused' || other.kind === 'refused')
    throw new Error(result.kind === 'refused' ? result.problem.message : 'refused in the other order only');
  expect(exchanged(other.text)).toBe(result.text);
  expect(other.conflicts).toEqual(result.conflicts.map((one) => ({ ...one, line: expect.any(Number) })));
  expect(other.kept.map(({ path }) => path)).toEqual(result.kept.map(({ path }) => path));
  return result;
}

const exchanged = (text: string): string =>
  text.replace(
    /^<{7} ours(\r?\n)([\s\S]*?)^={7}\r?\n([\s\S]*?)^>{7} theirs/gm,
    '<<<<<<< ours$1$3=======$1$2>>>>>>> theirs',
  );

const entry = (id: string, created: string, indent = '  '): string =>
  [`${id}:`, `  created: ${created}`, '  selectors:', '    exact: "the words"', '']
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n');
const NEW_3 = entry('a-3', '2026-02-03T00:00:00Z');
const NEW_4 = entry('a-4', '2026-02-04T00:00:00Z');
const put = (place: string, added: string): readonly [string, string] => [place, added + place];

describe('merged without a conflict', () => {
  const TAG = ['tag: claim', 'tag: figure'] as const;
  const STATUS = ['status: open', 'status: verified'] as const;
  const NOTE = ['- nobody', '- the clerk'] as const;
  const rows: readonly (readonly [string, Change, Change, Change])[] = [
    ['nothing changed', [], [], []],
    ['one side only', [TAG], [], [TAG]],
    ['different fields of one entry', [TAG], [STATUS, NOTE], [TAG, STATUS, NOTE]],
    ['neighbouring fields', [STATUS], [TAG], [STATUS, TAG]],
    ['the same on both sides', [TAG, NOTE], [TAG], [TAG, NOTE]],
    [
      'different entries',
      [NOTE],
      [['decision: rejected', 'decision: confirmed']],
      [NOTE, ['decision: rejected', 'decision: confirmed']],
    ],
    [
      'facts of the article',
      [['outlet: Ellery Post', 'outlet: Ellery Mail']],
      [['Post\n', 'Post\n  url: x\n']],
      [['outlet: Ellery Post\n', 'outlet: Ellery Mail\n  url: x\n']],
    ],
    [
      'the later time, whatever its zone',
      [['modified: 2026-02-01T08', 'modified: 2026-02-01T09'], TAG],
      [['modified: 2026-02-01T08:00:00Z', 'modified: 2026-02-01T12:00:00+05:00'], STATUS],
      [['modified: 2026-02-01T08', 'modified: 2026-02-01T09'], TAG, STATUS],
    ],
    [
      'a removed field, another changed',
      [['    tag: claim\n', '']],
      [STATUS],
      [['    tag: claim\n', ''], STATUS],
    ],
    [
      'a tag that one side took away and the other replaced',
      [['    tag: claim\n', '']],
      [['tag: claim', 'tag: time']],
      [['tag: claim', 'tag: time']],
    ],
    [
      'tags as a set',
      [['    tag: claim\n', '    tags:\n      - claim\n      - time\n']],
      [['    tag: claim\n', '    tags:\n      - claim\n      - figure\n']],
      [['    tag: claim\n', '    tags:\n      - claim\n      - figure\n      - time\n']],
    ],
    [
      'tags with a number sign within quotation marks, which is no comment',
      [['    tag: claim\n', '    tag: "no # comment"\n']],
      [['    tag: claim\n', "    tags:\n      - claim\n      - 'no # other'\n"]],
      [['    tag: claim\n', '    tags:\n      - "no # comment"\n      - "no # other"\n']],
    ],
    [
      'tags of which each side took one away',
      [['    tag: claim\n', '    tags:\n      - time\n      - figure\n']],
      [['    tag: claim\n', '']],
      [['    tag: claim\n', '    tags:\n      - figure\n      - time\n']],
    ],
    [
      'replies on both sides',
      [
        [
          '      - nobody\n',
          '      - nobody\n    replies:\n      r-1:\n        created: 2026-02-01T10:00:00Z\n        note: Yes.\n',
        ],
      ],
      [
        [
          '      - nobody\n',
          '      - nobody\n    replies:\n      r-2:\n        created: 2026-02-01T09:00:00Z\n        note: No.\n',
        ],
      ],
      [
        [
          '      - nobody\n',
          '      - nobody\n    replies:\n      r-2:\n        created: 2026-02-01T09:00:00Z\n        note: No.\n      r-1:\n        created: 2026-02-01T10:00:00Z\n        note: Yes.\n',
        ],
      ],
    ],
    [
      'unknown keys',
      [['colour: red', 'colour: blue']],
      [['# as printed\n', '# as printed\n    size: 2\n']],
      [['colour: red # as printed', 'colour: blue # as printed\n    size: 2']],
    ],
    [
      'an entry in braces',
      [['"short"', '"longer"']],
      [['a-1:', 'a-1: # first']],
      [
        ['"short"', '"longer"'],
        ['a-1:', 'a-1: # first'],
      ],
    ],
    [
      'comments on both sides',
      [['# the vote', '# the vote\n  # ours']],
      [['# the vote', '# the vote\n  # more']],
      [['# the vote', '# the vote\n  # more\n  # ours']],
    ],
    [
      'a comment and a field',
      [['    tag:', '    # why?\n    tag:']],
      [TAG],
      [['    tag: claim', '    # why?\n    tag: figure']],
    ],
    [
      'only the writing differs',
      [['tag: claim', "tag: 'claim'"]],
      [STATUS],
      [['tag: claim', "tag: 'claim'"], STATUS],
    ],
    ['writing and value of one field', [['tag: claim', "tag: 'claim'"]], [TAG], [TAG]],
    [
      'an entry removed, another changed',
      [[BASE.slice(BASE.indexOf('  a-1'), BASE.indexOf('  a-2')), '']],
      [['"short"', '"longer"']],
      [
        [BASE.slice(BASE.indexOf('  a-1'), BASE.indexOf('  a-2')), ''],
        ['"short"', '"longer"'],
      ],
    ],
    [
      'both removed',
      [
        ['decisions:', 'decisions: {}'],
        [BASE.slice(BASE.indexOf('  d-1'), BASE.indexOf('# the end')), ''],
      ],
      [[BASE.slice(BASE.indexOf('decisions'), BASE.indexOf('# the end')), '']],
      [[BASE.slice(BASE.indexOf('decisions'), BASE.indexOf('# the end')), '']],
    ],
    [
      'additions at one place, by time',
      [put('decisions:', NEW_4)],
      [put('decisions:', NEW_3)],
      [put('decisions:', NEW_3 + NEW_4)],
    ],
    [
      'new sections',
      [put('# the end', `dismissals:\n${NEW_3.replace('  created', '  kind: name\n    created')}`)],
      [put('decisions:', NEW_4)],
      [
        put('decisions:', NEW_4),
        put('# the end', `dismissals:\n${NEW_3.replace('  created', '  kind: name\n    created')}`),
      ],
    ],
  ];
  it.each(rows)('%s', (_, ours, theirs, expected) => {
    const { text, conflicts, kept } = merged(BASE, changed(BASE, ...ours), changed(BASE, ...theirs));
    expect(text).toBe(changed(BASE, ...expected));
    expect([conflicts, kept]).toEqual([[], []]);
  });

  it('both sides are new', () => {
    const ours = `version: 1\nannotations:\n${NEW_4}`;
    const theirs = `version: 1\nannotations:\n${NEW_3}`;
    expect(merged('', ours, theirs).text).toBe(`version: 1\nannotations:\n${NEW_3}${NEW_4}`);
  });

  it('both sides are new, of different indentation', () => {
    const wide = `version: 1\nannotations:\n${entry('a-3', '2026-02-03T00:00:00Z', '     ')}`;
    expect(merged('', wide, `version: 1\nannotations:\n${NEW_4}`).text).toBe(
      `version: 1\nannotations:\n${NEW_3}${NEW_4}`,
    );
  });

  it('an empty side takes what is new, and a section written with braces opens', () => {
    expect(merged('', '', BASE).text).toBe(BASE);
    const none = 'version: 1\nannotations: {} # none yet\n';
    const { text } = merged(
      none,
      none.replace('{} # none yet', `# none yet\n${NEW_3.trimEnd()}`),
      none.replace('{} # none yet', `\n${NEW_4.trimEnd()}`),
    );
    expect(text).toContain(NEW_3 + NEW_4);
  });

  it('what they add takes our indentation, line breaks and byte order mark', () => {
    const wide = `annotations:\n${entry('a-1', '2026-02-01T00:00:00Z', '      ')}`;
    const ours = changed(wide, ['the words', 'our words']);
    const theirs = `annotations:\n${entry('a-1', '2026-02-01T00:00:00Z', '  ')}${NEW_3}`;
    expect(merged(wide, ours, theirs).text).toContain('\n  a-1:');
    const windows = `\uFEFF${changed(BASE, TAG).replaceAll('\n', '\r\n')}`;
    const result = mergeSidecars(
      `\uFEFF${BASE.replaceAll('\n', '\r\n')}`,
      windows,
      changed(BASE, STATUS).replaceAll('\n', '\r\n'),
    );
    expect(result).toMatchObject({ text: `\uFEFF${changed(BASE, TAG, STATUS).replaceAll('\n', '\r\n')}` });
    const converted = mergeSidecars(BASE, changed(BASE, TAG).replaceAll('\n', '\r\n'), changed(BASE, STATUS));
    expect(converted).toMatchObject({ text: changed(BASE, TAG, STATUS).replaceAll('\n', '\r\n') });
  });

  it('fields of an entry in braces are merged, then written one a line', () => {
    const { text, conflicts } = merged(
      BASE,
      changed(BASE, ['"short"', '"longer: #1"']),
      changed(BASE, ['{author: Vera', '{tag: time, author: Vera']),
    );
    expect(conflicts).toEqual([]);
    expect(text).toContain(
      '  a-2:\n    tag: time\n    author: Vera Lind\n    note: "longer: #1"\n    selectors: { exact: council }\n',
    );
  });

  it('a file in braces throughout', () => {
    const json =
      '{"version": 1, "annotations": {"a-1": {"tag": "x", "note": "y", "selectors": {"exact": "z"}}}}\n';
    const { text, conflicts } = merged(json, changed(json, ['"x"', '"x2"']), changed(json, ['"y"', '"y2"']));
    expect(conflicts).toEqual([]);
    expect(text).toMatch(/"x2"[\s\S]*"y2"/);
  });

  it('threads under a note, by id', () => {
    const replies = (...ids: string[]): string =>
      `    replies:\n${ids.map((id) => `      ${id}:\n        note: ${id}\n`).join('')}`;
    const place = '    selectors:';
    const base = changed(BASE, put(place, replies('r-1')));
    const ours = changed(BASE, put(place, replies('r-1', 'r-2')));
    const theirs = changed(BASE, put(place, replies('r-1', 'r-3')));
    expect(merged(base, ours, theirs).text).toBe(changed(BASE, put(place, replies('r-1', 'r-2', 'r-3'))));
    expect(merged(base, ours, BASE).text).toBe(changed(BASE, put(place, replies('r-2'))));
    const [answered, kept] = [
      changed(base, ['note: r-1', 'note: yes']),
      changed(BASE, put(place, replies('r-1'))),
    ];
    expect(merged(base, answered, BASE)).toMatchObject({
      text: changed(kept, ['note: r-1', 'note: yes']),
      kept: [{ path: ['annotations', 'a-1', 'replies', 'r-1'] }],
    });
  });

  it('entries that one side moved stay moved', () => {
    const base = `annotations:\n${NEW_3}${NEW_4}`;
    const ours = `annotations:\n${NEW_4}${NEW_3}`;
    const theirs = changed(base, ['words', 'word']);
    expect(merged(base, ours, theirs).text).toBe(
      `annotations:\n${NEW_4}${changed(NEW_3, ['words', 'word'])}`,
    );
  });

  it('comments in what both emptied survive', () => {
    const list = 'annotations:\n';
    const { text } = merged(`${list}${NEW_3}`, `${list}  # one\n`, 'annotations: {} # two\n  # three\n');
    expect(text).toBe('annotations: # two\n  # one\n  # three\n');
    expect(merged(`${list}${NEW_3}`, `${list}  # one\n`, '')).toMatchObject({
      text: `${list}  # one\n`,
      conflicts: [],
    });
  });

  it('comments of removed entries that were left standing survive', () => {
    const list = (...parts: string[]): string => `annotations:\n${parts.join('')}`;
    const NEW_5 = entry('a-5', '2026-02-05T00:00:00Z');
    const [one, two] = ['  # one\n', '  # two\n'];
    const { text } = merged(
      list(one, NEW_3, two, NEW_4, NEW_5),
      list(one, NEW_3, two, NEW_5),
      list(one, two, NEW_4, NEW_5),
    );
    expect(text).toContain('# one');
    expect(text).toContain('# two');
    expect(text).not.toMatch(/a-[34]/);
  });
});

describe('decisions are one act', () => {
  const decided = (author: string, day: number, word: string): string =>
    changed(BASE, ['    decision: rejected\n', made(author, day, word)]);
  const made = (author: string, day: number, word: string): string =>
    `    author: ${author}\n    created: 2026-02-0${day}\n    decision: ${word}\n`;
  const base = decided('Vera Lind', 1, 'rejected');

  it('of two who decided the same the later one stands for both', () => {
    const [ours, theirs] = [decided('Ines Calder', 3, 'confirmed'), decided('Vera Lind', 2, 'confirmed')];
    expect(merged(base, ours, theirs)).toMatchObject({ text: ours, conflicts: [] });
  });

  it('of two who did not, one is chosen, with author and time', () => {
    const [ours, theirs] = [
      ['Ines Calder', 3, 'confirmed'] as const,
      ['Jon Petersen', 2, 'rejected'] as const,
    ];
    const { text, conflicts } = merged(base, decided(...ours), decided(...theirs));
    expect(conflicts.map(({ path }) => path.join('.'))).toEqual(['decisions.d-1.decision']);
    expect(text).toContain(`<<<<<<< ours\n${made(...ours)}=======\n${made(...theirs)}>>>>>>> theirs\n`);
  });
});

describe('an edit beats a removal', () => {
  const FIRST = BASE.slice(BASE.indexOf('  a-1'), BASE.indexOf('  a-2'));
  it.each([
    ['a changed entry', changed(FIRST, ['tag: claim', 'tag: figure']), ['annotations', 'a-1']],
    ['a comment in an entry', changed(FIRST, ['tag: claim', 'tag: claim # sure?']), ['annotations', 'a-1']],
  ])('%s', (_, kept, path) => {
    const ours = changed(BASE, [FIRST, kept]);
    const result = merged(BASE, ours, changed(BASE, [FIRST, '']));
    expect(result).toMatchObject({ text: ours, conflicts: [], kept: [{ path, removedBy: 'theirs' }] });
  });

  it('the section is gone: what was not changed goes, what was changed stays', () => {
    const section = BASE.slice(BASE.indexOf('annotations'), BASE.indexOf('decisions'));
    const result = merged(BASE, changed(BASE, [section, '']), changed(BASE, ['"short"', '"longer"']));
    expect(result.kept).toEqual([{ path: ['annotations', 'a-2'], removedBy: 'ours' }]);
    expect(result.text).toContain('"longer"');
    expect(result.text).not.toContain('a-1');
    expect(result.text).not.toContain('# the vote');
  });

  it('one reads only other than it did: it goes', () => {
    const other = changed(FIRST, ['tag: claim', 'tag: "claim"']);
    const { text, kept } = merged(BASE, changed(BASE, [FIRST, other]), changed(BASE, [FIRST, '']));
    expect([text, kept]).toEqual([changed(BASE, [FIRST, '']), []]);
  });
});

describe('true conflicts', () => {
  const block = (ours: string, theirs: string): string =>
    `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
  const rows: readonly (readonly [string, readonly [string, string, string], string[]])[] = [
    ['a tag', ['    tag: claim\n', '    tag: figure\n', '    tag: time\n'], ['a-1', 'tag']],
    [
      'a note, whole',
      [
        '    note: |-\n      Who counted?\n\n      - nobody\n',
        '    note: |-\n      Who?\n',
        '    note: Nobody counted.\n',
      ],
      ['a-1', 'note'],
    ],
    [
      'selectors, which hold together',
      [
        '    selectors:\n      exact: "a good day"\n      start: 5\n',
        '    selectors:\n      exact: "a good day"\n      start: 7\n',
        '    selectors:\n      exact: "good day"\n      start: 5\n',
      ],
      ['a-1', 'selectors'],
    ],
    [
      'an unknown key',
      ['    colour: red # as printed\n', '    colour: blue\n', '    colour: green\n'],
      ['a-1', 'colour'],
    ],
  ];
  it.each(rows)('%s', (_, [was, ours, theirs], [id = '', key = '']) => {
    const modified = ['modified: 2026-02-01', 'modified: 2026-02-09'] as const;
    const { text, conflicts } = merged(
      BASE,
      changed(BASE, [was, ours], modified),
      changed(BASE, [was, theirs]),
    );
    expect(text).toBe(changed(BASE, [was, block(ours, theirs)], modified));
    const line = text.split('\n').indexOf('<<<<<<< ours');
    expect(conflicts).toEqual([{ path: ['annotations', id, key], line }]);
    expect(mergeSidecars(BASE, text, BASE)).toMatchObject({
      kind: 'refused',
      side: 'ours',
      problem: { code: 'sidecar-conflict' },
    });
  });

  it('one id, new on both sides, with different words', () => {
    const other = changed(NEW_3, ['words', 'word']);
    const base = 'version: 1\n';
    const { text, conflicts } = merged(
      base,
      `${base}annotations:\n${NEW_3}`,
      `${base}annotations:\n${other}`,
    );
    expect(conflicts.map(({ path }) => path.join('.'))).toEqual(['annotations.a-3.selectors']);
    expect(text).toContain(
      block(...([NEW_3, other].map((one) => one.slice(one.indexOf('    sel'))) as [string, string])),
    );
  });

  it('at the end of a file without a last line break', () => {
    const text = 'article:\n  outlet: a';
    expect(merged(text, `${text}b`, `${text}c`).text).toBe(
      `article:\n${block('  outlet: ab\n', '  outlet: ac\n')}`,
    );
  });

  it('one tag that each side replaced is one field, also where one side has it alone in a list', () => {
    const [ours, theirs] = [
      changed(BASE, ['    tag: claim\n', '    tag: figure\n']),
      changed(BASE, ['    tag: claim\n', '    tags:\n      - time\n']),
    ];
    const { text, conflicts } = merged(BASE, ours, theirs);
    expect(text).toBe(changed(BASE, ['    tag: claim\n', block('    tag: figure\n', '    tag: time\n')]));
    expect(conflicts.map(({ path }) => path.join('.'))).toEqual(['annotations.a-1.tag']);
  });

  it('a base that git merged with a conflict is none for what is in dispute', () => {
    const [ours, theirs] = [changed(BASE, ['nobody', 'she']), changed(BASE, ['nobody', 'he'])];
    const { text: virtual } = merged(BASE, ours, theirs);
    const agreed = changed(ours, ['status: open', 'status: closed']);
    expect(merged(virtual, agreed, ours).text).toBe(agreed);
    expect(merged(virtual, ours, theirs).conflicts).toHaveLength(1);
  });
});

describe('refused', () => {
  it('at its line, whatever the line breaks', () => {
    const theirs = `${BASE}version: 2\n`;
    const result = mergeSidecars(BASE.replaceAll('\n', '\r\n'), BASE.replaceAll('\n', '\r\n'), theirs);
    expect(result).toMatchObject({ side: 'theirs', line: BASE.split('\n').length - 1 });
  });
  it('entries in braces that refer to other places of the file', () => {
    const base = 'x: &x 1\nannotations:\n  a-1: {tag: t, y: *x, selectors: {exact: z}}\n';
    const [ours, theirs] = [changed(base, ['tag: t', 'tag: u']), changed(base, ['exact: z', 'exact: w'])];
    expect(mergeSidecars(base, ours, theirs)).toMatchObject({ problem: { code: 'sidecar-unwritable' } });
  });

  it.each([
    ['ours', BASE, '<<<<<<< a\n=======\n>>>>>>> b\n', BASE, 'sidecar-conflict'],
    ['theirs', BASE, BASE, 'annotations: [', 'sidecar-syntax'],
    ['theirs', BASE, BASE, 'version: 2\n', 'sidecar-version'],
    ['base', 'annotations: [', BASE, BASE, 'sidecar-syntax'],
    ['base', '<<<<<<< a\n', BASE, BASE, 'sidecar-conflict'],
    ['result', 'version: 1\n', '? version\n: 1\n', 'version: 1\nannotations:\n', 'sidecar-unwritable'],
    [
      'result',
      '',
      `annotations:\n${NEW_3}`,
      `dismissals:\n${changed(NEW_3, ['  sel', '  kind: name\n    sel'])}`,
      'sidecar-duplicate-id',
    ],
  ])('%s: %#', (side, base, ours, theirs, code) => {
    expect(mergeSidecars(base, ours, theirs)).toMatchObject({ kind: 'refused', side, problem: { code } });
  });
});
