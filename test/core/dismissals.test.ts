import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { resolveSelectors } from '../../src/core/anchors/resolve.ts';
import { indexText } from '../../src/core/anchors/text-index.ts';
import type { Analysis } from '../../src/core/claims/analysis.ts';
import { analyze } from '../../src/core/claims/analyze.ts';
import { withoutDismissed } from '../../src/core/corpus/dismissals.ts';
import { createProject } from '../../src/core/corpus/project.ts';
import { cardsAt } from '../../src/core/presentation/card.ts';
import type { Dismissal, FindingKind } from '../../src/core/sidecar/annotation.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import { examineSidecar } from '../../src/core/sidecar/examine.ts';
import type { SidecarOperation } from '../../src/core/sidecar/operation.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';

/** `npm run prove` multiplies the number of random runs. */
const PROVE = Number(process.env.COUNTERPOINT_PROVE ?? 1);

const TEXT = [
  'Ferry quay of Vellmark to be rebuilt',
  '',
  'The old quay in Vellmark, which sailors call “the long and windy wall,” will be replaced for $40 million, the Vellmark Harbour Authority said on Monday.',
  '',
  '“We will rebuild it before spring,” Ilse Ostrand, the director of the Vellmark Harbour Authority, said. “We will rebuild it in stone.”',
  '',
  'Ostrand put the damage at $40 million. The works need 14 cranes.',
].join('\n');

const dismissal = (kind: FindingKind, exact: string, nth = 0, text = TEXT): Dismissal => {
  let start = text.indexOf(exact);
  for (let i = 0; i < nth; i++) start = text.indexOf(exact, start + 1);
  const selectors = describeSpan(text, { start, end: start + exact.length });
  return { id: 'x-1', author: 'Maren Holt', created: '2026-01-02T03:04:05Z', kind, selectors };
};

const filtered = (text: string, ...dismissals: readonly Dismissal[]) =>
  withoutDismissed(analyze(text), dismissals, (selectors) => resolveSelectors(text, selectors));

/** Mentions and claims in words: what a dismissal takes away shows as missing lines. */
const inWords = ({ article: { text }, ...found }: Analysis): string[] => [
  ...found.quotations.map((q) => `quotation ${text.slice(q.start, q.end)} ${q.source?.name}`),
  ...found.figures.map((f) => `figure ${text.slice(f.start, f.end)}`),
  ...found.entities.map((e) => `name ${text.slice(e.start, e.end)}`),
  ...found.claims
    .filter((c) => c.kind !== 'statement')
    .map((c) => `claim ${c.id} ${text.slice(c.start, c.end)}`),
];

/** The lines of `all` that are not in `left`, each as often as it is missing. */
function missing(all: readonly string[], left: readonly string[]): string[] {
  const rest = [...left];
  return all.filter((line) => {
    const at = rest.indexOf(line);
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

const WHOLE = inWords(analyze(TEXT));
const without = (...dismissals: readonly Dismissal[]): string[] =>
  missing(WHOLE, inWords(filtered(TEXT, ...dismissals))).map((line) => line.replace(/^claim \S+/, 'claim'));

describe('an analysis without what was dismissed', () => {
  const SPOKEN = '“We will rebuild it before spring,”';

  it.each<[string, Dismissal, readonly string[]]>([
    [
      'a quotation and its claim',
      dismissal('quotation', SPOKEN),
      [`quotation ${SPOKEN} Ilse Ostrand`, `claim ${SPOKEN}`],
    ],
    ['a figure and its claim', dismissal('figure', '14 cranes'), ['figure 14 cranes', 'claim 14 cranes']],
    [
      'the second of two equal figures',
      dismissal('figure', '$40 million', 1),
      ['figure $40 million', 'claim $40 million'],
    ],
    ['a date, which claims nothing', dismissal('figure', 'Monday'), ['figure Monday']],
    ['a name', dismissal('name', 'Ostrand', 1), ['name Ostrand']],
    ['nothing of another kind', dismissal('name', '$40 million'), []],
    ['nothing where the passage is much longer', dismissal('figure', 'The works need 14 cranes.'), []],
    [
      'nothing where the passage is gone',
      dismissal('figure', '9 tugs', 0, 'The works need 9 tugs today.'),
      [],
    ],
  ])('lacks %s', (_, dismissed, expected) => {
    expect(without(dismissed)).toEqual(expected);
  });

  it('is the very analysis where nothing is dismissed', () => {
    const analysis = analyze(TEXT);
    const all = withoutDismissed(analysis, [], () => expect.unreachable());
    expect(all).toBe(analysis);
  });

  it('keeps the ids of the claims that are left, also of equal words', () => {
    const before = analyze(TEXT).claims.filter(({ kind }) => kind === 'figure');
    const after = filtered(TEXT, dismissal('figure', '$40 million')).claims;
    expect(after.filter(({ kind }) => kind === 'figure')).toEqual(before.slice(1));
    expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
  });

  it('states in its own words what is no quotation', () => {
    const quotation = '“The nets are dry and the lamps of the quay are lit,”';
    const text = `${quotation} Maren Holt said.`;
    const held = (analysis: Analysis): boolean =>
      analysis.claims.some((c) => c.kind === 'statement' && text.slice(c.start, c.end).includes(quotation));
    const words = dismissal('quotation', quotation, 0, text);
    expect(analyze(text).quotations).toHaveLength(1);
    expect([held(analyze(text)), held(filtered(text, words))]).toEqual([false, true]);
  });

  it('drops a chain with its last mention and keeps the source that it named', () => {
    const names = (analysis: Analysis) =>
      analysis.chains.map(({ name, mentions }) => `${name} ${mentions.length}`);
    expect(names(analyze(TEXT))).toContain('Ilse Ostrand 2');
    const one = filtered(TEXT, dismissal('name', 'Ilse Ostrand'));
    expect(one.chains.find(({ type }) => type === 'person')).toMatchObject({
      aliases: ['Ostrand'],
      name: 'Ilse Ostrand',
    });
    const none = filtered(TEXT, dismissal('name', 'Ilse Ostrand'), dismissal('name', 'Ostrand', 1));
    expect(none.chains.some(({ type }) => type === 'person')).toBe(false);
    expect(none.quotations.map(({ source }) => source?.name)).toEqual(
      analyze(TEXT).quotations.map(({ source }) => source?.name),
    );
  });

  it.each([
    ['text before it', `A new first paragraph came in.\n\n${TEXT}`],
    ['a paragraph removed', TEXT.replace(/The old quay[^\n]*\n\n/, '')],
    ['a word changed in it', TEXT.replace('before spring', 'before summer')],
    ['the sentence after it changed', TEXT.replace('“We will rebuild it in stone.”', 'She named no date.')],
  ])('still lacks it after an edit: %s', (_, edited) => {
    const words = dismissal('quotation', SPOKEN);
    const spoken = ({ quotations }: Analysis) =>
      quotations.filter((q) => edited.startsWith('“We will rebuild it before', q.start));
    expect(spoken(analyze(edited))).toHaveLength(1);
    expect(spoken(filtered(edited, words))).toHaveLength(0);
  });
});

describe('a project with dismissals', () => {
  const OTHER =
    'Vellmark gets a new ferry quay. “We will rebuild it before spring,” Ilse Ostrand told reporters. It costs $42 million.';
  const words = dismissal('quotation', '“We will rebuild it before spring,”');

  function twoArticles() {
    const read: string[] = [];
    const project = createProject({
      analyze: (text, facts) => {
        read.push(text);
        return analyze(text, facts);
      },
    });
    project.set({ path: 'a.txt', text: TEXT });
    project.set({ path: 'b.txt', text: OTHER });
    return { project, read };
  }
  const spoken = (project: ReturnType<typeof createProject>) =>
    project.links(0).filter(({ relation }) => relation === 'verbatim').length;

  it('has neither the claim nor its links, reads no text again, and has them back afterwards', () => {
    const { project, read } = twoArticles();
    const before = { links: project.links(), a: project.analysis('a.txt'), b: project.analysis('b.txt') };
    expect(spoken(project)).toBe(1);
    project.set({ path: 'a.txt', text: TEXT, dismissals: [words] });
    expect(spoken(project)).toBe(0);
    expect(project.analysis('b.txt')).toBe(before.b);
    project.set({ path: 'a.txt', text: TEXT, dismissals: [] });
    expect(project.analysis('a.txt')).toEqual(before.a);
    expect(project.links()).toEqual(before.links);
    expect(read).toEqual([TEXT, OTHER]);
  });

  it('obeys them when the text changes', () => {
    const { project } = twoArticles();
    project.set({ path: 'a.txt', text: `New.\n\n${TEXT}`, dismissals: [words] });
    expect(spoken(project)).toBe(0);
  });
});

describe('cards', () => {
  it('stand over everything that is marked, so that it can be dismissed', () => {
    const project = createProject();
    project.set({ path: 'a.txt', text: TEXT });
    const { quotations = [], figures = [], entities = [] } = project.analysis('a.txt') ?? {};
    for (const { id, start } of [...quotations, ...figures, ...entities]) {
      const mentions = cardsAt(project, 'a.txt', start).map((card) =>
        card.kind === 'claim' ? card.claim.mention : card.kind === 'figure' ? card.figure.id : card.mention,
      );
      expect(mentions.filter((mention) => mention === id)).toEqual([id]);
    }
  });
});

const add = (kind: FindingKind, exact: string, id = 'x-1'): SidecarOperation => ({
  kind: 'addDismissal',
  dismissal: { ...dismissal(kind, exact), id },
});

const applied = (text: string, operation: SidecarOperation) => {
  const result = applyOperation(text, operation);
  if (result.kind === 'refused') throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result;
};

const NOTED = [
  '# By hand.',
  'version: 1',
  'annotations:',
  '  a-1: {selectors: {exact: "14 cranes"}}   # one line',
  'desk: harbour',
  '',
  '# the end',
].join('\n');

describe('dismissals in the sidecar', () => {
  it('are written in the fixed form and read back', () => {
    const { text } = applied('', add('name', 'Ostrand'));
    expect(text.split('\n').slice(0, 8)).toEqual([
      'version: 1',
      'dismissals:',
      '  x-1:',
      '    author: Maren Holt',
      '    created: 2026-01-02T03:04:05Z',
      '    kind: name',
      '    selectors:',
      '      exact: "Ostrand"',
    ]);
    const { value, problems } = parseSidecar(text);
    expect({ dismissals: value.dismissals, problems }).toEqual({
      dismissals: [dismissal('name', 'Ostrand')],
      problems: [],
    });
  });

  it.each([
    ['dismissals:\n  x: {kind: rumour, selectors: {exact: y}}', 'error sidecar-value'],
    ['dismissals:\n  x: {selectors: {exact: y}}', 'error sidecar-value'],
    ['dismissals:\n  x: {kind: name}', 'error sidecar-missing'],
    ['dismissals:\n  x: {kind: name, why: z, selectors: {exact: y}}', 'information sidecar-unknown-key'],
    ['annotations:\n  x: {selectors: {exact: y}}\ndismissals:\n  x: {}', 'error sidecar-duplicate-id'],
    ['dismissals: 5', 'error sidecar-type'],
  ])('%j: %s', (text, expected) => {
    expect(parseSidecar(text).problems.map(({ severity, code }) => `${severity} ${code}`)).toContain(
      expected,
    );
  });

  it.each([
    [add('name', 'Ostrand', 'a-1'), 'sidecar-id-taken'],
    [{ kind: 'removeDismissal', id: 'x-9' } as const, 'sidecar-no-entry'],
    [{ kind: 'removeDismissal', id: 'a-1' } as const, 'sidecar-no-entry'],
  ])('%# is refused: %s', (operation, code) => {
    expect(applyOperation(NOTED, operation)).toMatchObject({ kind: 'refused', problem: { code } });
  });

  it('one that was changed by hand is taken out with its changes, and undoing that brings them back', () => {
    const added = applied(NOTED, add('figure', '14 cranes'));
    const edited = added.text.replace('kind: figure', 'kind: figure # a crossword\n    why: none');
    const removed = applied(edited, added.inverse);
    expect(removed.sidecar.dismissals).toEqual([]);
    expect(removed.text).toContain('# By hand.');
    expect(applied(removed.text, removed.inverse).text).toBe(edited);
  });

  it.each([
    ['found', TEXT, []],
    ['moved', `New.\n\n${TEXT}`, []],
    ['lost', 'Nothing is left.', ['information anchor-lost']],
    ['ambiguous', `x 14 cranes\n\ny 14 cranes`, ['warning anchor-ambiguous']],
  ])('a passage that is %s: %#', (status, article, expected) => {
    const text =
      status === 'ambiguous'
        ? 'dismissals:\n  x-1: {kind: figure, selectors: {exact: "14 cranes"}}\n'
        : applied('', add('figure', '14 cranes')).text;
    const { annotations, problems } = examineSidecar(text, indexText(article));
    expect(problems.map(({ severity, code }) => `${severity} ${code}`)).toEqual(expected);
    expect(annotations).toEqual([]);
  });

  const SOURCES = [
    '',
    '\n',
    '# only a comment',
    NOTED,
    `${NOTED}\n`,
    `\uFEFF${NOTED.replaceAll('\n', '\r\n')}`,
    'dismissals:\n',
    'dismissals: # none yet\n\narticle:\n  outlet: x\n',
    'dismissals: {}\n',
    '{"version": 1, "dismissals": {}}\n',
    applied(NOTED, add('name', 'Vellmark', 'x-0')).text,
  ];
  const steps = fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('x-1', 'x-2', 'x-3', '“x” 4'),
      kind: fc.constantFrom<FindingKind>('quotation', 'figure', 'name'),
      author: fc.string({ unit: 'grapheme', maxLength: 12 }),
      start: fc.nat(TEXT.length - 2),
      length: fc.integer({ min: 1, max: 60 }),
    }),
    { selector: ({ id }) => id, minLength: 1, maxLength: 4 },
  );

  it(
    'dismissing and undoing leaves every byte as it was',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...SOURCES), steps, (source, list) => {
          const texts = [source];
          const inverses: SidecarOperation[] = [];
          for (const { start, length, ...rest } of list) {
            const selectors = describeSpan(TEXT, { start, end: start + length });
            const next = applied(texts.at(-1) ?? '', {
              kind: 'addDismissal',
              dismissal: { ...rest, created: '2026-01-02T03:04:05Z', selectors },
            });
            texts.push(next.text);
            inverses.push(next.inverse);
          }
          for (const inverse of inverses.reverse()) {
            const undone = applied(texts.pop() ?? '', inverse).text;
            expect(undone).toBe(texts.at(-1));
          }
        }),
        { numRuns: 60 * PROVE },
      );
    },
    20_000 * PROVE,
  );
});
