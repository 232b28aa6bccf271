import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { indexText } from '../../src/core/anchors/text-index.ts';
import type { Annotation, Decision } from '../../src/core/sidecar/annotation.ts';
import { applyOperation, applyOperations } from '../../src/core/sidecar/edit.ts';
import { examineRead, examineSidecar } from '../../src/core/sidecar/examine.ts';
import {
  articleOf,
  compareSidecars,
  isPrivateSidecar,
  isSidecar,
  joined,
  pathFrom,
  placementFolder,
  sidecarOf,
} from '../../src/core/sidecar/location.ts';
import type { AnnotationChanges, FactChanges, SidecarOperation } from '../../src/core/sidecar/operation.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { readTogether } from '../../src/core/sidecar/together.ts';
import { anySteps, started, worked } from '../support/histories.ts';

/** `npm run prove` multiplies the number of random runs. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);
const LONG = 20_000 * PROVE;

const ARTICLE = 'The council of Port Ellery voted.\n\nMayor Ines Calder called it “a good day”.\n';

const note = (id: string, changes: Partial<Annotation> = {}): Annotation => ({
  id,
  author: 'Vera Lind',
  created: '2026-02-01T08:00:00Z',
  modified: '2026-02-01T08:00:00Z',
  status: 'open',
  confidence: null,
  tags: [],
  replies: [],
  note: 'Who counted?',
  selectors: describeSpan(ARTICLE, { start: 63, end: 75 }),
  ...changes,
});

const decision = (id: string, changes: Partial<Decision> = {}): Decision => ({
  id,
  author: 'Vera Lind',
  created: '2026-02-01T08:00:00Z',
  decision: 'rejected',
  here: describeSpan(ARTICLE, { start: 4, end: 32 }),
  there: { article: '../other/b.txt', selectors: describeSpan('Another text.', { start: 0, end: 7 }) },
  ...changes,
});

const applied = (text: string, operation: SidecarOperation) => {
  const result = applyOperation(text, operation);
  if (result.kind === 'refused') throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result;
};

const add = (annotation: Annotation): SidecarOperation => ({ kind: 'addAnnotation', annotation });

const HAND_MADE = [
  '# Kept by the desk. Do not sort.',
  'version: 1   # of the format',
  '',
  'article:',
  "  headline: 'Council votes'",
  '  outlet:   Ellery Post',
  '  published: 2026-01-30',
  '  truncated: false',
  '  desk: foreign',
  '',
  'annotations:',
  '    # the first',
  '    a-1:',
  '        note: >',
  '            Folded',
  '            by hand.',
  '        selectors: { exact: "a good day", prefix: "it “" }   # flow',
  '        colour: red',
  '        # to be done',
  '',
  '    # the second',
  '    a-2: {author: Vera Lind, note: "short", selectors: {exact: council}}',
  '',
  '# the end',
].join('\n');

const THREAD_SOURCE = [
  'annotations:',
  '  a-1:',
  '    tags:',
  '      - claim # the main one',
  '      - time',
  '    note: Who?',
  '    replies:',
  '      # asked on Monday',
  '      r-1:',
  '        author: Jon Petersen',
  '        note: Nobody.',
  '        mood: good',
  '    selectors:',
  '      exact: council',
  '',
].join('\n');

describe('parsing', () => {
  it('reads what people write by hand, and takes defaults for the rest', () => {
    const { value, problems, places } = parseSidecar(HAND_MADE);
    expect(value.article).toEqual({
      headline: 'Council votes',
      outlet: 'Ellery Post',
      published: '2026-01-30',
      truncated: false,
    });
    expect(
      value.annotations.map(({ id, note: text, author, status }) => ({ id, text, author, status })),
    ).toEqual([
      { id: 'a-1', text: 'Folded by hand.\n', author: '', status: 'open' },
      { id: 'a-2', text: 'short', author: 'Vera Lind', status: 'open' },
    ]);
    expect(problems.map(({ code, severity }) => `${severity} ${code}`)).toEqual([
      'information sidecar-unknown-key',
      'information sidecar-unknown-key',
    ]);
    const first = places.get('a-1');
    expect(first && HAND_MADE.slice(first.start, first.end)).toBe('a-1');
  });

  it.each(['', '\n\n', '# only a comment\n', '---\n', 'annotations:\n', 'annotations: {}\n'])(
    '%j is an empty sidecar',
    (text) => {
      expect(parseSidecar(text)).toMatchObject({ value: { annotations: [], decisions: [] }, problems: [] });
    },
  );

  it.each([
    ['annotations: [a', 'error sidecar-syntax'],
    ['\tversion: 1', 'error sidecar-syntax'],
    ['just words', 'error sidecar-shape'],
    ['- a\n- b', 'error sidecar-shape'],
    ['version: 2', 'error sidecar-version'],
    ['annotations: 5', 'error sidecar-type'],
    ['annotations:\n  a: 5', 'error sidecar-type'],
    ['annotations:\n  a:\n', 'error sidecar-type'],
    ['annotations:\n  a: {note: x}', 'error sidecar-missing'],
    ['annotations:\n  a: {selectors: {prefix: x}}', 'error sidecar-missing'],
    ['annotations:\n  a: {note: [x], selectors: {exact: y}}', 'error sidecar-type'],
    ['annotations:\n  a: {selectors: {exact: y, start: -1}}', 'error sidecar-type'],
    ['annotations:\n  a: {status: done, selectors: {exact: y}}', 'warning sidecar-value'],
    ['annotations:\n  a: {created: yesterday, selectors: {exact: y}}', 'warning sidecar-value'],
    [
      'annotations:\n  a: {selectors: {exact: y}}\n  a: {selectors: {exact: z}}',
      'error sidecar-duplicate-id',
    ],
    ['article:\n  outlet: a\n  outlet: b', 'error sidecar-duplicate-key'],
    ['annotations:\n  a: {selectors: {exact: y}}\ndecisions:\n  a: {}', 'error sidecar-duplicate-id'],
    ['x: &x 1\nannotations:\n  a: {note: *x, selectors: {exact: y}}', 'error sidecar-type'],
    ['decisions:\n  d: {decision: maybe, here: {exact: y}}', 'error sidecar-value'],
    ['decisions:\n  d: {decision: confirmed, here: {exact: y}}', 'error sidecar-missing'],
    ['a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n', 'error sidecar-conflict'],
  ])('%j: %s', (text, expected) => {
    const { problems } = parseSidecar(text);
    const said = problems.map(({ severity, code }) => `${severity} ${code}`);
    expect(said.some((one) => one.startsWith(expected))).toBe(true);
    for (const { span, message } of problems) {
      expect(span.start >= 0 && span.start <= span.end && span.end <= text.length).toBe(true);
      expect(message).toMatch(/[.!?)]$/);
    }
  });

  it.each([
    ['brackets', `a: ${'['.repeat(200_000)}`, 'sidecar-too-deep'],
    ['list marks', `${'- '.repeat(200_000)}a`, 'sidecar-too-deep'],
    ['indentation', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), 'sidecar-'],
    ['size', ' '.repeat(4_000_001), 'sidecar-too-large'],
  ])('too much of %s is refused', (_, text, code) => {
    expect(parseSidecar(text).problems[0]?.code).toMatch(code);
  });

  it('says each merge conflict once, where it stands', () => {
    const text =
      'a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> theirs\n<<<<<<< HEAD\n=======\nc: 2\n>>>>>>> theirs\n';
    const { problems } = parseSidecar(text);
    expect(problems.map(({ span }) => text.slice(span.start, span.end).split('\n')[0])).toEqual([
      '<<<<<<< HEAD',
      '<<<<<<< HEAD',
    ]);
    expect(problems[0]?.span.start).toBe(5);
  });

  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31T09:30:00Z', '2026-01-31'],
    ['2026-01-31 09:30', '2026-01-31'],
    ['"2024-02-29"', '2024-02-29'],
    ['2026-02-29', undefined],
    ['2026-01-31x', undefined],
    ['31 January', undefined],
  ])('published: %s', (written, published) => {
    const text = `article:\n  published: ${written}\n`;
    const { value, problems } = parseSidecar(text);
    expect(value.article.published).toBe(published);
    expect(
      problems.map(({ code, severity, span }) => [code, severity, text.slice(span.start, span.end)]),
    ).toEqual(published === undefined ? [['sidecar-value', 'warning', written]] : []);
  });

  it('a bomb of aliases is not expanded', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
    for (let i = 1; i < 30; i++) lines.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`);
    const { value, problems } = parseSidecar(lines.join('\n'));
    expect(value.annotations).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(Array(30).fill('sidecar-unknown-key'));
  });

  it(
    'any text gets an answer, and one with an error is never rewritten',
    () => {
      const base = applied(HAND_MADE, add(note('a-3'))).text;
      const damage = fc.record({
        at: fc.nat(base.length),
        cut: fc.nat(40),
        put: fc.string({ maxLength: 8 }),
      });
      fc.assert(
        fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.boolean(), (list, truncate) => {
          let text = base;
          for (const { at, cut, put } of list) text = text.slice(0, at) + put + text.slice(at + cut);
          if (truncate) text = text.slice(0, list[0]?.at ?? 0);
          const { problems } = parseSidecar(text);
          const result = applyOperation(text, add(note('a-new')));
          const broken = problems.some(({ severity }) => severity === 'error');
          if (broken) expect(result.kind).toBe('refused');
        }),
        { numRuns: 40 * PROVE },
      );
    },
    LONG,
  );
});

describe('writing', () => {
  it('an empty file becomes a sidecar in the fixed form', () => {
    const annotation = note('a-1', { tags: ['claim'], note: 'Who counted?\n\n- nobody' });
    const { text } = applied('', add(annotation));
    const { selectors, ...rest } = annotation;
    expect(text.split('\n').slice(0, 14)).toEqual([
      'version: 1',
      'annotations:',
      '  a-1:',
      `    author: ${rest.author}`,
      `    created: ${rest.created}`,
      `    modified: ${rest.modified}`,
      '    status: open',
      '    tag: claim',
      '    note: |-',
      '      Who counted?',
      '',
      '      - nobody',
      '    selectors:',
      `      exact: "${selectors.quote.exact}"`,
    ]);
    expect(text.endsWith('\n')).toBe(true);
    expect(parseSidecar(text)).toMatchObject({ value: { annotations: [annotation] }, problems: [] });
  });

  it('the quoted words stay readable, what can’t be seen is escaped', () => {
    const quote = { exact: 'a\n“b”\t\u202e\u2028🚢"\\', prefix: '', suffix: '' };
    const annotation = note('a-1', { selectors: { quote, position: { start: 0, end: 9 } } });
    const { text } = applied('', add(annotation));
    expect(text).toContain('exact: "a\\n“b”\\t\\u202e\\u2028🚢\\"\\\\"\n');
  });

  it('hand-made parts stay byte for byte: adding', () => {
    const { text } = applied(HAND_MADE, add(note('a-3')));
    const [before = '', after = ''] = HAND_MADE.split('\n\n# the end');
    expect(text.startsWith(`${before}\n    a-3:\n      author: Vera Lind\n`)).toBe(true);
    expect(text.endsWith(`\n\n# the end${after}`)).toBe(true);
  });

  const change = (id: string, changes: Partial<Annotation>): SidecarOperation => ({
    kind: 'updateAnnotation',
    id,
    changes: { modified: '2026-02-02T00:00:00Z', ...changes },
  });

  it.each([
    ['a-1', { note: 'One line' }, ['note: |-', '    One line', 'colour: red', '# to be done']],
    ['a-1', { tags: ['x: y'] }, ['tag: "x: y"', '# flow', '# to be done']],
    ['a-2', { note: 'Two\nlines' }, ['note: "Two\\nlines"', '{author: Vera Lind, ']],
    ['a-2', { tags: ['claim'], status: 'closed' as const }, ['"tag": "claim"', '"status": "closed"']],
  ])('a change to %s changes nothing but that entry: %j', (id, changes, expected) => {
    const { text, inverse } = applied(HAND_MADE, change(id, changes));
    for (const part of expected) expect(text).toContain(part);
    const entry = (source: string): [number, number] =>
      id === 'a-1'
        ? [source.indexOf('    a-1:'), source.indexOf('\n    # the second')]
        : [source.indexOf('    a-2:'), source.indexOf('\n# the end')];
    const [from, to] = entry(text);
    const [oldFrom, oldTo] = entry(HAND_MADE);
    expect(text.slice(0, from)).toBe(HAND_MADE.slice(0, oldFrom));
    expect(text.slice(to)).toBe(HAND_MADE.slice(oldTo));
    expect(parseSidecar(applied(text, inverse).text).value.annotations).toEqual(
      parseSidecar(HAND_MADE).value.annotations,
    );
  });

  it.each(['a-1', 'a-2'])('removing %s and undoing it restores every byte', (id) => {
    const removed = applied(`${HAND_MADE}\n`, { kind: 'removeAnnotation', id });
    expect(removed.sidecar.annotations.map((a) => a.id)).toEqual([id === 'a-1' ? 'a-2' : 'a-1']);
    expect(removed.text).toContain(id === 'a-1' ? '# the second' : '# the first');
    expect(applied(removed.text, removed.inverse).text).toBe(`${HAND_MADE}\n`);
  });

  const answer = { author: 'Vera Lind', created: '2026-02-02T00:00:00Z', modified: '2026-02-02T00:00:00Z' };
  const told = { ...answer, id: 'r-2', note: 'Who said so?' };

  it.each<[string, SidecarOperation, string, string]>([
    [
      'a reply is added under the others',
      { kind: 'addReply', to: 'a-1', reply: told },
      '        mood: good\n',
      '        mood: good\n      r-2:\n        author: Vera Lind\n        created: 2026-02-02T00:00:00Z\n        modified: 2026-02-02T00:00:00Z\n        note: |-\n          Who said so?\n',
    ],
    [
      'the last reply takes its heading along',
      { kind: 'removeReply', to: 'a-1', id: 'r-1' },
      THREAD_SOURCE.slice(THREAD_SOURCE.indexOf('    replies'), THREAD_SOURCE.indexOf('    selectors')),
      '',
    ],
    [
      'a tag goes, the comment behind another stays',
      change('a-1', { tags: ['claim'], modified: '' }),
      '      - time\n',
      '',
    ],
    [
      'a tag comes',
      change('a-1', { tags: ['claim', 'time', 'a: b'], modified: '' }),
      '      - time\n',
      '      - time\n      - "a: b"\n',
    ],
    [
      'other tags altogether',
      change('a-1', { tags: ['figure'], modified: '' }),
      THREAD_SOURCE.slice(THREAD_SOURCE.indexOf('    tags'), THREAD_SOURCE.indexOf('    note')),
      '    tag: figure\n',
    ],
    [
      'confidence',
      change('a-1', { confidence: 'low', modified: '' }),
      '    tags:',
      '    confidence: low\n    tags:',
    ],
  ])('%s', (_, operation, was, now) => {
    const { text, inverse } = applied(THREAD_SOURCE, operation);
    expect(text.replace('    modified: ""\n', '')).toBe(THREAD_SOURCE.replace(was, now));
    const back = applied(text, inverse);
    expect(byId(back.sidecar.annotations)).toEqual(byId(parseSidecar(THREAD_SOURCE).value.annotations));
    if (operation.kind !== 'updateAnnotation') expect(back.text).toBe(THREAD_SOURCE);
  });

  it.each([
    ['a hand-made file', () => HAND_MADE],
    ['no file', () => ''],
  ])('several changes at once are all made, and taken back byte for byte: %s', (_name, file) => {
    const ids = ['a-7', 'a-8', 'a-9'];
    const result = applyOperations(
      file(),
      ids.map((id) => add(note(id))),
    );
    if (result.kind === 'refused') throw new Error(result.problem.message);
    const written = parseSidecar(result.text).value.annotations.map(({ id }) => id);
    expect(written.filter((id) => ids.includes(id))).toEqual(ids);
    const back = applyOperations(result.text, result.inverses);
    expect(back).toMatchObject({ kind: 'applied', text: file() });
    // One that can't be made: none is.
    const refused = applyOperations(file(), [add(note('a-7')), add(note('a-7'))]);
    expect(refused.kind).toBe('refused');
  });

  it('undo takes back only what was changed, whatever others changed since', () => {
    const first = applied(HAND_MADE, change('a-2', { note: 'mine' }));
    const second = applied(first.text, change('a-2', { status: 'verified' }));
    const undone = applied(second.text, first.inverse).sidecar.annotations[1];
    expect(undone).toMatchObject({ note: 'short', status: 'verified' });
  });

  it('CRLF, a byte order mark and a missing last line break are kept as they are', () => {
    const source = `\uFEFF${HAND_MADE.replaceAll('\n', '\r\n')}`;
    const { text } = applied(source, add(note('a-3', { note: 'one\ntwo' })));
    expect(text.startsWith('\uFEFF# Kept')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text.endsWith('# the end')).toBe(true);
  });

  it('nothing is written to a file of a newer version, of which all that is understood is shown', () => {
    const source = HAND_MADE.replace('version: 1', 'version: 2');
    expect(source).not.toBe(HAND_MADE);
    expect(parseSidecar(source).value.annotations).toEqual(parseSidecar(HAND_MADE).value.annotations);
    const operations: SidecarOperation[] = [
      add(note('a-9')),
      {
        kind: 'updateAnnotation',
        id: 'a-1',
        changes: { modified: '2026-02-01T08:00:00Z', status: 'closed' },
      },
      { kind: 'removeAnnotation', id: 'a-1' },
      { kind: 'setDecision', decision: decision('d-9') },
    ];
    for (const operation of operations)
      expect(applyOperation(source, operation)).toMatchObject({
        kind: 'refused',
        problem: { code: 'sidecar-version', message: expect.stringContaining('Update Counterpoint') },
      });
  });

  const stating = (changes: FactChanges): SidecarOperation => ({ kind: 'setFacts', changes });

  it.each<[string, string, FactChanges, string]>([
    [
      'no file',
      '',
      { outlet: 'Ellery Post', published: '2026-02-01' },
      'version: 1\narticle:\n  outlet: Ellery Post\n  published: "2026-02-01"\n',
    ],
    [
      'a file with notes alone',
      THREAD_SOURCE,
      { outlet: 'Ellery Post' },
      `article:\n  outlet: Ellery Post\n${THREAD_SOURCE}`,
    ],
    [
      'another outlet',
      HAND_MADE,
      { outlet: 'Ellery: Daily' },
      HAND_MADE.replace('outlet:   Ellery Post', 'outlet:   "Ellery: Daily"'),
    ],
    [
      'an address',
      HAND_MADE,
      { url: 'https://ellery.example/1' },
      HAND_MADE.replace('desk: foreign\n', 'desk: foreign\n  url: "https://ellery.example/1"\n'),
    ],
  ])('what is stated of an article is its own lines: %s', (_, source, changes, wanted) => {
    const stated = applied(source, stating(changes));
    expect(stated.text).toBe(wanted);
    expect(applied(stated.text, stated.inverse).text).toBe(source);
  });

  it('what is stated no more goes with its line', () => {
    const { text, inverse } = applied(HAND_MADE, stating({ published: null }));
    expect(text).toBe(HAND_MADE.replace('  published: 2026-01-30\n', ''));
    expect(applied(text, inverse).sidecar).toEqual(parseSidecar(HAND_MADE).value);
  });

  it('what is stated of an article is read as it was typed, and taken back', () => {
    const any = fc.option(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), { nil: null });
    fc.assert(
      fc.property(fc.constantFrom('', HAND_MADE, THREAD_SOURCE), any, any, (source, outlet, headline) => {
        const changes = { outlet, headline };
        const { text, sidecar, inverse } = applied(source, stating(changes));
        expect([sidecar.article.outlet ?? null, sidecar.article.headline ?? null]).toEqual([
          outlet,
          headline,
        ]);
        expect(parseSidecar(applied(text, inverse).text).value).toEqual(parseSidecar(source).value);
      }),
      { numRuns: 200 * PROVE },
    );
  });

  it('decisions are set, changed and removed in their own section, which comes after the annotations', () => {
    const set = applied(HAND_MADE, { kind: 'setDecision', decision: decision('d-1') });
    expect(set.text.indexOf('decisions:')).toBeGreaterThan(set.text.indexOf('a-2:'));
    const changed = applied(set.text, {
      kind: 'setDecision',
      decision: decision('d-1', { decision: 'confirmed' }),
    });
    expect(changed.text).toBe(set.text.replace('decision: rejected', 'decision: confirmed'));
    expect(applied(changed.text, changed.inverse).text).toBe(set.text);
    const { article } = decision('d-1').there;
    const moved = applied(changed.text, { kind: 'updateDecision', id: 'd-1', article: '../moved/to.txt' });
    expect(moved.text).toBe(changed.text.replace(article, '../moved/to.txt'));
    expect(moved.sidecar.decisions[0]?.decision).toBe('confirmed');
    expect(applied(moved.text, moved.inverse).text).toBe(changed.text);
    const removed = applied(set.text, set.inverse);
    expect(removed.sidecar.decisions).toEqual([]);
    expect(applied(removed.text, removed.inverse).text).toBe(set.text);
  });

  it.each([
    ['broken: [', add(note('a-1')), 'sidecar-syntax'],
    ['<<<<<<< HEAD\n=======\n>>>>>>> x\n', add(note('a-1')), 'sidecar-conflict'],
    [HAND_MADE, add(note('a-1')), 'sidecar-id-taken'],
    [HAND_MADE, { kind: 'removeAnnotation', id: 'gone' } as const, 'sidecar-no-entry'],
    [HAND_MADE, change('gone', {}), 'sidecar-no-entry'],
    [HAND_MADE, { kind: 'updateDecision', id: 'gone', article: 'x.txt' } as const, 'sidecar-no-entry'],
    ['annotations: !!map {}\n', add(note('a-1')), 'sidecar-unwritable'],
    [`version: 1\n#${' '.repeat(3_999_980)}\n`, add(note('a-1')), 'sidecar-too-large'],
  ])('%#: refused with %s', (text, operation, code) => {
    const result = applyOperation(text, operation);
    if (result.kind === 'applied') expect(parseSidecar(result.text).value.annotations).toHaveLength(1);
    else expect(result.problem.code).toBe(code);
  });

  it.each([
    '{"version": 1, "annotations": {}}',
    '{"version": 1, "annotations": {"a-0": {"selectors": {"exact": "council"}}}}\n',
    '{}\n',
    'annotations: {}\n# after\n',
    'annotations: # none yet\n\narticle:\n  outlet: x\n',
    '---\nversion: 1\n',
    'version: 1\n...\n',
    '? version\n: 1\n',
    '"annotations":\n  "a b": {"selectors": {"exact": "council"}} # x\n',
  ])('%j takes an annotation or stays as it is, and gives it back', (text) => {
    const result = applyOperation(text, add(note('a-9')));
    if (result.kind === 'refused') return expect(result.problem.code).toBe('sidecar-unwritable');
    expect(result.sidecar.annotations.at(-1)).toEqual(note('a-9'));
    expect(applied(result.text, result.inverse).sidecar).toEqual(parseSidecar(text).value);
  });
});

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.constantFrom('a', ' ', '\n', '- ', '#', ': ', '"', "'", '\t', '|', '\r\n', '…'), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
);
const anyNote = fc
  .record({
    note: anyText,
    tags: fc.uniqueArray(
      anyText.filter((t) => t !== ''),
      { maxLength: 3 },
    ),
    author: anyText,
    exact: anyText,
  })
  .map(({ exact, ...rest }): Partial<Annotation> => {
    const quote = { exact: `x${exact}`, prefix: exact, suffix: '' };
    return { ...rest, selectors: { quote, position: { start: 3, end: 9 } } };
  });
const anyOperation = fc.record({
  kind: fc.constantFrom('add', 'update', 'remove', 'decide', 'reply', 'answer', 'silence'),
  other: fc.nat(3),
  which: fc.nat(5),
  content: anyNote,
});

describe('writing, for any notes', () => {
  it(
    'what is written is read back; others stay byte for byte; undoing all brings the same value back',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom('', HAND_MADE, HAND_MADE.replaceAll('\n', '\r\n')),
          fc.array(anyOperation, { maxLength: 12 }),
          (source, steps) => {
            let text = source;
            const inverses: SidecarOperation[] = [];
            for (const { kind, which, other, content } of steps) {
              const id = `a-${which}`;
              const operation: SidecarOperation =
                kind === 'add'
                  ? add(note(id, content))
                  : kind === 'reply' || kind === 'answer' || kind === 'silence'
                    ? replying(kind, id, `r-${other}`, content)
                    : kind === 'decide'
                      ? {
                          kind: 'setDecision',
                          decision: decision(`d-${which}`, { author: content.author ?? '' }),
                        }
                      : kind === 'remove'
                        ? { kind: 'removeAnnotation', id }
                        : { kind: 'updateAnnotation', id, changes: { modified: 'now', ...content } };
              const result = applyOperation(text, operation);
              if (result.kind === 'refused') {
                expect(['sidecar-id-taken', 'sidecar-no-entry']).toContain(result.problem.code);
                continue;
              }
              const { start, end } = changedLines(text, result.text);
              const changed = parseSidecar(text).value.annotations.find((one) => one.id === id);
              const within = changed && kind !== 'silence' ? changed.replies.map((one) => one.id) : [];
              const own = new Set([id, `d-${which}`, `r-${other}`, ...within]);
              expect(ownersOf(text, start, end).filter((owner) => !own.has(owner))).toEqual([]);
              text = result.text;
              inverses.push(result.inverse);
            }
            for (const inverse of inverses.reverse()) text = applied(text, inverse).text;
            expect(byId(parseSidecar(text).value.annotations)).toEqual(
              byId(parseSidecar(source).value.annotations),
            );
          },
        ),
        { numRuns: 20 * PROVE },
      );
    },
    LONG,
  );
});

describe('reading and writing again', () => {
  it(
    'what is written as it was read changes no byte, whoever wrote the file and how',
    () => {
      let entries = 0;
      fc.assert(
        fc.property(fc.boolean(), anySteps, anySteps, fc.boolean(), (plain, before, after, windows) => {
          const written = worked(started(before, plain), after, 'V');
          const text = windows ? written.replaceAll('\n', '\r\n') : written;
          for (const operation of rewritings(text)) {
            expect(applied(text, operation).text).toBe(text);
            entries++;
          }
        }),
        { numRuns: 20 * PROVE },
      );
      expect(entries).toBeGreaterThan(0);
    },
    LONG,
  );
});

/** For each entry of a sidecar, the operation that writes into it what it says; defaults that nobody wrote are none. */
function rewritings(text: string): SidecarOperation[] {
  const { value, tagged } = parseSidecar(text);
  const filled = new Map(tagged.map((one) => [one.id, one.filled]));
  return [
    ...value.annotations.flatMap(({ id, replies, created, ...fields }): SidecarOperation[] => {
      const keys = filled.get(id) ?? new Set();
      // The notes of the hand-made file say of their words only the words.
      const isThere = (key: string): boolean =>
        keys.has(key) && (key !== 'selectors' || fields.selectors.quote.prefix !== '');
      const changes = Object.fromEntries(
        Object.entries(fields).filter(([key]) => isThere(key) || (key === 'tags' && keys.has('tag'))),
      ) as AnnotationChanges;
      return [
        ...(keys.has('modified') ? [{ kind: 'updateAnnotation' as const, id, changes }] : []),
        ...replies.map(({ id: reply, modified, note: said }) => ({
          kind: 'updateReply' as const,
          to: id,
          id: reply,
          changes: { modified, note: said },
        })),
      ];
    }),
    ...value.decisions.map((one) => ({ kind: 'setDecision' as const, decision: one })),
  ];
}

const byId = (list: readonly Annotation[]) =>
  list
    .map((one) => ({
      ...one,
      tags: [...one.tags].sort(),
      replies: [...one.replies].sort((a, b) => (a.id < b.id ? -1 : 1)),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));

function replying(
  kind: 'reply' | 'answer' | 'silence',
  to: string,
  id: string,
  content: Partial<Annotation>,
): SidecarOperation {
  const said = { modified: 'now', note: content.note ?? '' };
  if (kind === 'silence') return { kind: 'removeReply', to, id };
  if (kind === 'answer') return { kind: 'updateReply', to, id, changes: said };
  return { kind: 'addReply', to, reply: { id, author: content.author ?? '', created: 'then', ...said } };
}

/** The stretch of the old text outside of which nothing changed. */
function changedLines(before: string, after: string): { start: number; end: number } {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before.at(-1 - tail) === after.at(-1 - tail)
  )
    tail++;
  return { start, end: before.length - tail };
}

/** Ids of entries whose source lies strictly within a stretch of a sidecar. */
function ownersOf(text: string, start: number, end: number): string[] {
  return [...parseSidecar(text).places].flatMap(([id, place]) =>
    place.start >= start && place.end <= end && start < end ? [id] : [],
  );
}

describe('a sidecar held against its article', () => {
  const sidecar = applied(applied('', add(note('a-1'))).text, {
    kind: 'setDecision',
    decision: decision('d-1'),
  }).text;

  it('says where every annotation is', () => {
    const { annotations, problems } = examineSidecar(sidecar, indexText(`New.\n\n${ARTICLE}`));
    expect(problems).toEqual([]);
    expect(annotations.map(({ resolution }) => [resolution.status, resolution.span])).toEqual([
      ['moved', { start: 69, end: 81 }],
    ]);
  });

  it('names lost passages at their entries, those of decisions too', () => {
    const { problems } = examineSidecar(sidecar, indexText('Something else.'));
    expect(problems.map(({ code, span }) => [code, sidecar.slice(span.start, span.end)])).toEqual([
      ['anchor-lost', 'a-1'],
      ['anchor-lost', 'd-1'],
    ]);
  });

  it('believes what is known of a place', () => {
    const known = new Map([
      ['a-1', { status: 'moved', span: { start: 2, end: 5 }, score: 1, candidates: [] } as const],
    ]);
    const { problems, annotations } = examineRead(parseSidecar(sidecar), indexText('Something else.'), known);
    expect(annotations.map(({ resolution }) => resolution.span)).toEqual([{ start: 2, end: 5 }]);
    expect(problems.map(({ code, span }) => [code, sidecar.slice(span.start, span.end)])).toEqual([
      ['anchor-changed', 'a-1'],
      ['anchor-lost', 'd-1'],
    ]);
  });

  it('names ambiguous ones', () => {
    const paragraph = ARTICLE.slice(35);
    const { problems } = examineSidecar(sidecar, indexText(`Else.\n\n${paragraph}\nNew.\n\n${paragraph}`));
    expect(problems.map(({ code }) => code)).toContain('anchor-ambiguous');
  });

  it('says that the article is missing, once', () => {
    const { problems, annotations } = examineSidecar(sidecar, null);
    expect(problems.map(({ code }) => code)).toEqual(['article-missing']);
    expect(annotations.map(({ resolution }) => resolution.status)).toEqual(['lost']);
  });
});

describe('location', () => {
  const own = (author: string, isPrivate = false) => ({ author, isPrivate });
  it.each([
    ['seeds/talks.txt', '', null, 'seeds/talks.txt.annotations.yaml'],
    ['file:///a%20b.txt', '', null, 'file:///a%20b.txt.annotations.yaml'],
    ['C:\\desk\\talks.txt', '', null, 'C:\\desk\\talks.txt.annotations.yaml'],
    ['seeds/talks.txt', 'notes', null, 'seeds/notes/talks.txt.annotations.yaml'],
    ['talks.txt', 'a/b', null, 'a/b/talks.txt.annotations.yaml'],
    ['seeds/talks.txt', '', own('Ada Wolfram'), 'seeds/talks.txt.annotations.ada-wolfram.yaml'],
    ['seeds/talks.txt', 'notes', own('Ünal, Ö.'), 'seeds/notes/talks.txt.annotations.ünal-ö.yaml'],
    ['seeds/talks.txt', '', own('Private'), 'seeds/talks.txt.annotations.private-.yaml'],
    ['seeds/talks.txt', '', own('?!'), 'seeds/talks.txt.annotations.yaml'],
    ['seeds/talks.txt', '', own('Ada', true), 'seeds/talks.txt.annotations.private.yaml'],
  ])('%s, folder %j, %j: %s', (article, folder, owner, sidecar) => {
    const placement = { folder, perAnalyst: true };
    expect(sidecarOf(article, placement, owner ?? undefined)).toBe(sidecar);
    expect(articleOf(sidecar, placement)).toBe(article);
    expect(isSidecar(sidecar)).toBe(true);
    expect(isSidecar(article)).toBe(false);
    expect(isPrivateSidecar(sidecar)).toBe(owner?.isPrivate === true);
  });

  it('a sidecar beside its article is found whatever the folder', () => {
    expect(articleOf('a/talks.txt.annotations.yaml', { folder: 'notes' })).toBe('a/talks.txt');
    expect(articleOf('a/footnotes/talks.txt.annotations.yaml', { folder: 'notes' })).toBe(
      'a/footnotes/talks.txt',
    );
  });

  it.each([
    ['notes', 'notes'],
    ['./notes/', 'notes'],
    ['a\\b', 'a/b'],
    ['../notes', ''],
    ['/notes', ''],
    ['C:\\notes', ''],
  ])('the folder %j is %j', (setting, folder) => {
    expect(placementFolder(setting)).toBe(folder);
  });

  it.each([
    ['seeds/a.txt', '../other/b.txt', 'other/b.txt'],
    ['seeds/a.txt', '..\\..\\b.txt', '../b.txt'],
    ['/seeds/a.txt', '../../b.txt', '/b.txt'],
    ['file:///seeds/a.txt', './deep//b.txt', 'file:///seeds/deep/b.txt'],
    // Neither another server nor another scheme.
    ['file:///seeds/a.txt', '../../host/b.txt', 'file:///host/b.txt'],
    ['file:///seeds/a.txt', '../../../../ftp:/host/b.txt', 'file:///ftp:/host/b.txt'],
    ['vscode-vfs://github/ada/seeds/a.txt', '../../../host/b.txt', 'vscode-vfs://github/host/b.txt'],
    ['\\\\server\\desk\\seeds\\a.txt', '../../../../other/b.txt', '\\\\server\\desk\\other\\b.txt'],
    ['C:\\desk\\seeds\\a.txt', '../other/b.txt', 'C:\\desk\\other\\b.txt'],
    ['C:\\desk\\a.txt', 'deep\\b.txt', 'C:\\desk\\deep\\b.txt'],
    ['C:\\desk\\a.txt', '../../D:/b.txt', 'D:\\b.txt'],
    ['seeds\\a.txt', 'b.txt', 'seeds\\b.txt'],
    ['C:/desk/a.txt', '../b.txt', 'C:/b.txt'],
    ['file:///c%3A/desk/a.txt', '../b.txt', 'file:///c%3A/b.txt'],
  ])('from %s, %s is %s', (article, relative, path) => {
    expect(joined(article, relative)).toBe(path);
  });

  it.each([
    ['/seeds/a.txt', '/seeds/b.txt', 'b.txt'],
    ['/seeds/a.txt', '/other/deep/b.txt', '../other/deep/b.txt'],
    ['/c:/desk/seeds/a.txt', '/c:/desk/b.txt', '../b.txt'],
    ['/c:/desk/a.txt', '/d:/b.txt', '../../d:/b.txt'],
  ])('from %s to %s is %s, and back', (article, other, path) => {
    expect(pathFrom(article, other)).toBe(path);
    expect(joined(article, path)).toBe(other);
    expect(joined(article, path.replaceAll('/', '\\'))).toBe(other);
  });

  it('the one for all comes first, the private one last', () => {
    const names = [
      'x.txt.annotations.private.yaml',
      'x.txt.annotations.vera.yaml',
      'x.txt.annotations.ada.yaml',
      'x.txt.annotations.yaml',
    ];
    expect(names.sort(compareSidecars).map((name) => name.split('.').slice(3, -1).join())).toEqual([
      '',
      'ada',
      'vera',
      'private',
    ]);
  });
});

describe('several sidecars of one article', () => {
  const read = (name: string, ...notes: Annotation[]) => ({
    name,
    read: parseSidecar(notes.reduce((text, one) => applied(text, add(one)).text, '')),
  });

  it('are one; what stands in two of them counts once, and is said', () => {
    const files = [
      read('ada', note('a-1'), note('a-2')),
      read('jon', note('a-3'), note('a-1', { note: 'Other' })),
    ];
    const { sidecar, problems } = readTogether(files);
    expect(sidecar.annotations.map(({ id, note: text }) => [id, text])).toEqual([
      ['a-1', 'Who counted?'],
      ['a-2', 'Who counted?'],
      ['a-3', 'Who counted?'],
    ]);
    expect(problems.map((list) => list.map(({ code, message }) => [code, message.includes('ada')]))).toEqual([
      [],
      [['sidecar-double-entry', true]],
    ]);
  });

  it('a note goes from one to another as it is written', () => {
    const removed = applied(THREAD_SOURCE, { kind: 'removeAnnotation', id: 'a-1' });
    const moved = applied('', removed.inverse);
    expect(moved.text).toBe(`version: 1\n${THREAD_SOURCE}`);
    expect(applied(HAND_MADE.replace('a-1', 'a-7'), removed.inverse).text).toContain(
      '        # asked on Monday\n',
    );
  });
});

describe('broken YAML, in words that say what to do', () => {
  const under = (lines: string): string => `annotations:\n  a-1:\n${lines}    selectors: {exact: x}\n`;

  it.each<[string, string, number, string | null]>([
    ['annotations:\n\ta-1:\n', 'begins with a tab', 2, 'annotations:\n  a-1:\n'],
    [under('    note: He said: yes: no\n'), 'a second ": "', 3, under('    note: "He said: yes: no"\n')],
    [under('    note: "He said\n'), 'never ends', 3, null],
    [under("    note: 'He said\n"), 'never ends', 3, null],
    [under('    note: "He said "yes" then"\n'), 'after the closing quotation mark', 3, null],
    [under('    tags: [a, b\n'), 'Add "]" where it ends', 3, null],
    ['annotations:\n  a-1: {note: x\n  a-2:\n    note: y\n', 'Add "}" where it ends', 2, null],
    [under('    note: "C:\\qad"\n'), 'backslash', 3, null],
    [under('    note: @ada asks\n'), 'can\'t begin with "@"', 3, under('    note: "@ada asks"\n')],
    [
      under('    note: *ada* asks\n'),
      'must stand within quotation marks',
      3,
      under('    note: "*ada* asks"\n'),
    ],
    ['annotations:\n  a-1\n    note: x\n', 'has no colon after its key', 2, null],
    [under('    note:x\n'), 'A space is missing after "note:"', 3, under('    note: x\n')],
    [under('    note: x\n   tag: y\n'), 'not indented as the others', 4, null],
    [under('    note: x\n      tag: y\n'), 'indented deeper than the one above', 4, null],
    [under('    note: |-\n      one\n    two\n'), 'has no colon after its key', 5, null],
    [under('    note: | text\n'), 'begins on the next line', 3, null],
    [under('    tags: - x\n'), 'line after its key', 3, null],
    [under('    note: !x y\n'), 'begins with "!"', 3, null],
    ['a: 1\n---\nb: 1\n', 'second document', 2, null],
    [under('    stauts: open\n'), 'Did you mean "status"?', 3, under('    status: open\n')],
    [under('    status: verifed\n'), 'Did you mean "verified"?', 3, under('    status: verified\n')],
    [under('    confidence: hi\n'), 'is no confidence', 3, null],
  ])('%j: %s', (text, said, line, mended) => {
    const { problems } = parseSidecar(text);
    const [first] = problems;
    expect(first?.message).toContain(said);
    expect(first?.message).toMatch(/[.!?]$/);
    expect(text.slice(0, first?.span.start).split('\n')).toHaveLength(line);
    const edits = first?.fixes?.[0]?.edits ?? null;
    const fixed = edits?.reduce(
      (all, { span, text: put }) => all.slice(0, span.start) + put + all.slice(span.end),
      text,
    );
    if (mended !== null) expect(fixed).toBe(mended);
    if (fixed !== undefined)
      expect(parseSidecar(fixed).problems.map(({ message }) => message)).not.toContain(first?.message);
  });
});
