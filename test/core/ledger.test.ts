import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import type { StoryClaim } from '../../src/core/desk/claim-groups.ts';
import { type LedgerWords, ledgerMarkdown, ledgerTable } from '../../src/core/desk/ledger-export.ts';
import { measuresIn } from '../../src/core/desk/ledger-groups.ts';
import { ledgerOf } from '../../src/core/desk/ledger-of.ts';
import { scaleFor, usual } from '../../src/core/desk/ledger-scale.ts';
import { matrixOf } from '../../src/core/desk/matrix-of.ts';
import { csvOf } from '../../src/core/desk/table.ts';
import { type TimelineWords, timelineMarkdown, timelineTable } from '../../src/core/desk/timeline-export.ts';
import { timelineOf } from '../../src/core/desk/timeline-of.ts';
import type { Figure } from '../../src/core/mentions/mention.ts';
import { inEnglish } from '../../src/core/text/wording.ts';

const FOLDER = join(import.meta.dirname, '../../seeds/harbour-bridge');
const [tideway, meridian] = ['01_tideway-post.txt', '02_meridian-dispatch.txt'] as const;
const project = createProject();
for (const path of readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))
  project.set({
    path,
    text: readFileSync(join(FOLDER, path), 'utf8'),
    facts: path === tideway ? { outlet: 'Tideway Post', published: '2026-03-02' } : {},
  });

const figure = (own: Partial<Figure>): Figure => ({
  ...{ id: 'f', start: 0, end: 1, kind: 'count', value: 1, upper: null, unit: null, comparator: '=' },
  ...{ measure: null, topic: null, qualifier: null, direction: null },
  ...own,
});
const day = (iso: string): number => Date.parse(iso) / 86_400_000;

describe('the scale of a measure', () => {
  const count = (value: number, unit: string, upper: number | null = null) => figure({ value, unit, upper });
  const quantity = (value: number, unit: string, upper: number | null = null) =>
    figure({ kind: 'quantity', value, unit, upper });
  const money = (value: number, unit: string) => figure({ kind: 'money', value, unit });
  const lasting = (value: string, upper: number | null = null) => figure({ kind: 'duration', value, upper });
  const date = (value: string) => figure({ kind: 'date', value });
  const cases: [name: string, unit: string | null, figures: Figure[], places: unknown[]][] = [
    [
      'things that are counted',
      'boats',
      [count(6, 'boats'), count(8, 'boats', 9)],
      [
        [6, null],
        [8, 9],
      ],
    ],
    [
      'people by other words',
      'people',
      [count(40, 'people'), count(41, 'residents')],
      [
        [40, null],
        [41, null],
      ],
    ],
    [
      'units of one dimension',
      'km',
      [quantity(1200, 'm'), quantity(1.2, 'km'), quantity(2, 'km')],
      [
        [1.2, null],
        [1.2, null],
        [2, null],
      ],
    ],
    [
      'the first unit of two that are as frequent',
      'mile',
      [quantity(1, 'mile'), quantity(1.609344, 'km', 3.218688)],
      [
        [1, null],
        [1, 2],
      ],
    ],
    ['another dimension has no place', 'km', [quantity(3, 'km'), quantity(3, 'kg')], [[3, null], null]],
    [
      'currencies are never converted',
      'EUR',
      [money(5, 'USD'), money(6, 'EUR'), money(7, 'EUR')],
      [null, [6, null], [7, null]],
    ],
    [
      'shares in per cent',
      '%',
      [figure({ kind: 'percent', value: 0.07 }), figure({ kind: 'fraction', value: 0.25 })],
      [
        [7, null],
        [25, null],
      ],
    ],
    [
      'lengths of time in the unit of most',
      'TM',
      [lasting('PT1H'), lasting('PT50M'), lasting('PT40M', 45)],
      [
        [60, null],
        [50, null],
        [40, 45],
      ],
    ],
    ['no length', 'TM', [lasting('PT50M'), lasting('PXM')], [[50, null], null]],
    [
      'days and stretches of days',
      null,
      [date('2031-05-02'), date('2031-05'), date('PRESENT_REF')],
      [[day('2031-05-02'), null], [day('2031-05-01'), day('2031-06-01')], null],
    ],
  ];
  it.each(cases)('%s', (_name, unit, figures, places) => {
    const scale = scaleFor(figures);
    expect(scale?.unit).toBe(unit);
    expect(figures.map((one) => scale?.place(one))).toEqual(places);
  });

  it('is none for nothing', () => {
    expect(scaleFor([])).toBeNull();
    expect(usual([])).toBeNull();
  });
});

describe('figures of one measure', () => {
  type Step = readonly [from: string, to: string, relation: 'agrees' | 'differs', difference?: string];
  const claims = (names: string, steps: readonly Step[]): StoryClaim[] => {
    const analysis = project.analysis(tideway);
    if (!analysis) throw new Error('no article');
    return Array.from(names, (name) => ({
      ...{ path: name, analysis, possible: [] },
      claim: {
        ...{ id: name, start: 0, end: 1, kind: 'figure', mention: name },
        source: null,
        reported: false,
      },
      links: steps.flatMap(([from, to, relation, difference = null]) =>
        from === name || to === name
          ? [
              {
                from: { path: name, claim: name },
                to: from === name ? { path: to, claim: to } : { path: from, claim: from },
                ...{ relation, score: 1, difference, evidence: [] },
              },
            ]
          : [],
      ),
    }));
  };
  const cases: [name: string, claims: string, steps: Step[], measures: string[]][] = [
    [
      'agree by way of others',
      'abc',
      [
        ['a', 'b', 'agrees'],
        ['b', 'c', 'agrees'],
      ],
      ['abc'],
    ],
    [
      'have with them what differs from one of them',
      'abcd',
      [
        ['a', 'c', 'agrees'],
        ['c', 'b', 'differs'],
        ['b', 'd', 'agrees'],
      ],
      ['abcd'],
    ],
    [
      'do not drift by what differs from what differs',
      'abc',
      [
        ['a', 'b', 'differs'],
        ['b', 'c', 'differs'],
      ],
      ['ab', 'c'],
    ],
    [
      'are one where they are only rounded otherwise',
      'abc',
      [
        ['a', 'b', 'differs', 'rounded'],
        ['b', 'c', 'differs'],
      ],
      ['abc'],
    ],
    ['stand alone without links', 'ab', [], ['a', 'b']],
  ];
  it.each(cases)('%s', (_name, names, steps, measures) => {
    const found = measuresIn(claims(names, steps)).map((group) => group.map(({ path }) => path).join(''));
    expect(found).toEqual(measures);
  });
});

describe('the figure ledger', () => {
  const ledger = ledgerOf(project, meridian);
  const measureWith = (words: string) =>
    ledger?.measures.find(({ values }) => values.some((value) => value.words === words));

  it('has the figures that several articles give, with value, place and kind of difference', () => {
    const hangers = measureWith('17 hangers');
    expect(hangers).toMatchObject({ what: 'hangers', unit: 'hangers', differing: 1, differences: ['value'] });
    expect(hangers?.values.map(({ article, from, difference }) => [article, from, difference])).toEqual([
      [0, 14, null],
      [1, 14, null],
      [2, 17, 'value'],
    ]);
    expect(hangers?.values[0]).toMatchObject({ day: '2026-03-02', line: 4, relation: null });
  });

  it('puts units of one dimension on one scale, and leaves another currency off it', () => {
    expect(measureWith('1.2 km')?.values.map(({ from }) => from)).toEqual([1.2, 1.2, 1.2]);
    const repair = measureWith('€640 million');
    expect(repair?.unit).toBe('EUR');
    expect(repair?.values.filter(({ from }) => from === null).map(({ words }) => words)).toEqual([
      '$700 Million',
      'about $700 million',
    ]);
  });

  it('tells what an article repeats once', () => {
    const workers = measureWith('3,400 Workers');
    const values = workers?.values.map(({ words, more, comparator }) => [words, more, comparator]);
    expect(values).toContainEqual(['3,400 Workers', 1, '=']);
    expect(values).toContainEqual(['More than 3,000 workers', 0, '>']);
  });

  it('begins with what differs; what is only rounded otherwise comes after, what agrees last', () => {
    const weights = ledger?.measures.map(({ differing, differences }) =>
      differing === 0 ? 0 : differences.every((kind) => kind === 'rounded') ? 1 : 2,
    );
    expect(weights).toEqual([...(weights ?? [])].sort((a, b) => b - a));
    expect(new Set(weights)).toEqual(new Set([2, 1, 0]));
    expect(ledger?.alone).toBeGreaterThan(5);
  });

  it('has no ranks, and no days that agree', () => {
    expect(ledger?.measures.some(({ scale }) => scale === 'day')).toBe(false);
    expect(measureWith('1974')).toBeUndefined();
  });

  it('of an article that is not there is none', () => {
    expect(ledgerOf(project, 'gone.txt')).toBeNull();
    expect(timelineOf(project, 'gone.txt')).toBeNull();
  });
});

describe('what is saved', () => {
  const ledgerWords: LedgerWords = {
    inWords: inEnglish,
    ...{ figure: 'Figure', article: 'Article', date: 'Date', lineHead: 'Line', written: 'As written' },
    ...{ value: 'Value', standing: 'Compared', sentence: 'Sentence', articles: 'Articles' },
    ...{ undated: 'date unknown', first: 'first', agrees: 'agrees', differs: 'differs' },
    ...{ differsBy: 'differs: {0}', differences: { value: 'value' }, units: { Y: 'years' } },
  };
  const timelineWords: TimelineWords = {
    ...{ sayings: 'Who said what when', days: 'Days', part: 'Part', from: 'From', to: 'To', when: 'When' },
    ...{ speaker: 'Speaker', words: 'Words', article: 'Article', published: 'Published', lineHead: 'Line' },
    ...{ articles: 'Articles', undated: 'date unknown', unknown: 'unknown speaker', line: 'line {0}' },
  };
  const ledger = ledgerOf(project, tideway);
  const timeline = timelineOf(project, tideway);
  if (!ledger || !timeline) throw new Error('the seeds are a story');
  const hangers = ledger.measures.filter(({ what }) => what === 'hangers');

  it('of figures has a row a value, with article, line and how it stands to the first', () => {
    const csv = csvOf(ledgerTable(ledger, hangers, ledgerWords)).split('\r\n');
    expect(csv[0]).toBe('\uFEFF"Figure","Article","Date","Line","As written","Value","Compared","Sentence"');
    expect(csv[1]).toMatch(
      /^"Hangers","Tideway Post","2026-03-02","4","14 hangers","14 hangers","first","Maren Oduya/,
    );
    expect(csv[3]).toMatch(/^"Hangers","Northline News Agency",.*"17 hangers","differs: value"/);
    const markdown = ledgerMarkdown(ledger, hangers, ledgerWords);
    expect(markdown).toMatch(/^# .*\n\n## Hangers\n\n\| Article \| Date \|.*\n\| --- /);
    expect(markdown).toContain('\n\n## Articles\n\n1. Tideway Post, “');
  });

  it('of the timeline has a row a telling in CSV, and a row a saying in Markdown', () => {
    const told = {
      sayings: timeline.sayings.filter(({ words }) => words.includes('No toll')),
      days: timeline.days.filter(({ words }) => words === '12 March'),
    };
    const csv = csvOf(timelineTable(timeline, told, timelineWords))
      .split('\r\n')
      .slice(1, -1);
    expect(csv).toHaveLength(6);
    expect(csv[0]).toMatch(
      /^"Who said what when","2026-03-02","","Ilse Varnholt","“No toll .*","Tideway Post","2026-03-02","3"$/,
    );
    expect(csv[3]).toMatch(/^"Days","2026-03-12","2026-03-12","","Parliament/);
    // Each article's own words, not those of the first.
    expect(csv[5]).toMatch(/^"Days","2026-03-12","2026-03-12","","(?!Parliament is to debate).*12 March/);
    const rows = timelineMarkdown(timeline, told, timelineWords)
      .split('\n')
      .filter((line) => line.startsWith('| 2026'));
    expect(rows).toHaveLength(2);
    expect(rows[0]).toContain('Tideway Post, line 3; Meridian Dispatch, line ');
  });
});

describe('the timeline', () => {
  const timeline = timelineOf(project, tideway);

  it('tells each saying once, from the article that is first with it, in order of time', () => {
    const toll = timeline?.sayings.find(({ words }) => words.includes('No toll and no timetable'));
    expect(toll?.speaker).toBe('Ilse Varnholt');
    expect(toll?.tellings.map(({ article, day: told }) => [article, told])).toEqual([
      [0, '2026-03-02'],
      [1, '2026-03-03'],
      [2, '2026-03-03'],
    ]);
    const days = timeline?.sayings.map(({ tellings: [first] }) => first.day ?? '9999') ?? [];
    expect(days).toEqual([...days].sort());
    expect(timeline?.sayings.some(({ reported }) => reported)).toBe(true);
  });

  it('tells the days that claims speak of, with the sentences that do', () => {
    const told = timeline?.days.map(({ words, from, to, tellings }) => [words, from, to, tellings.length]);
    expect(told).toContainEqual(['1974', day('1974-01-01'), day('1975-01-01'), 2]);
    expect(told).toContainEqual(['12 March', day('2026-03-12'), day('2026-03-13'), 3]);
    const debate = timeline?.days.find(({ words }) => words === '12 March');
    expect(debate?.sentence).toMatch(/^Parliament is to debate/);
    const starts = timeline?.days.map(({ from }) => from) ?? [];
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('knows the times of a live blog’s entries', () => {
    const blog = createProject();
    blog.set({
      path: 'blog.txt',
      text: `Flood in Oster Vale: live

09:10

The mayor, Hanne Brook, said the dam “will hold until the morning”.

11:45

Hanne Brook told residents to leave. “Nobody should wait for a letter,” she said.
`,
      facts: { published: '2031-04-08' },
    });
    const times = timelineOf(blog, 'blog.txt')?.sayings.map(({ words, tellings: [first] }) => [
      words.slice(0, 8),
      first.time,
    ]);
    expect(times?.find(([words]) => words?.startsWith('“will'))?.[1]).toBe('09:10');
    expect(times?.find(([words]) => words?.startsWith('“Nobody'))?.[1]).toBe('11:45');
    expect(times?.map(([, time]) => time)).toEqual([...(times ?? [])].map(([, time]) => time).sort());
  });

  it('goes by the times of entries, whatever their zones and order', () => {
    const blogs = createProject();
    const blog = (path: string, entries: readonly (readonly [time: string, words: string])[]): void => {
      const told = entries.map(
        ([time, words]) => `${time}\n\nHanne Brook spoke in Oster Vale. “${words},” she said.\n`,
      );
      blogs.set({
        path,
        text: `Flood in Oster Vale: live\n\n${told.join('\n')}`,
        facts: { published: '2031-04-08' },
      });
    };
    blog('a.txt', [
      ['16:30 CEST', 'The dam will hold until the morning'],
      ['11:00 CEST', 'Nobody should wait for a letter'],
    ]);
    blog('b.txt', [
      ['09:10 EDT', 'We count on every boat there is'],
      ['04:00 EDT', 'The dam will hold until the morning'],
    ]);
    blogs.setGroups([['a.txt', 'b.txt']]);
    const told = timelineOf(blogs, 'a.txt')?.sayings.map(({ words, tellings }) => [
      words.slice(1, 8),
      ...tellings.map(({ time }) => time),
    ]);
    expect(told).toEqual([
      ['The dam', '04:00 EDT', '16:30 CEST'],
      ['Nobody ', '11:00 CEST'],
      ['We coun', '09:10 EDT'],
    ]);
  });

  it('joins by a private word, of which the table tells others nothing', () => {
    const privately = createProject();
    const say = (path: string, text: string, isPrivate: boolean) =>
      privately.set({
        path,
        text,
        decisions: isPrivate
          ? [
              {
                ...{ id: 'd1', author: 'Ada', created: '2031-03-05T10:00:00Z', decision: 'confirmed' },
                ...{ here: passage('“We counted twice,”'), isPrivate: true },
                there: { article: 'b.txt', selectors: passage('“The boats are late.”') },
              },
            ]
          : [],
      });
    const passage = (exact: string) => ({
      quote: { exact, prefix: '', suffix: '' },
      position: { start: 0, end: 0 },
    });
    say(
      'a.txt',
      'Port Ellery\n\nInes Calder said the ferries of Port Ellery are full. “We counted twice,” she said.\n',
      true,
    );
    say('b.txt', 'Port Ellery\n\nInes Calder spoke in Port Ellery. “The boats are late.” she said.\n', false);
    privately.setGroups([['a.txt', 'b.txt']]);
    const tellings = timelineOf(privately, 'a.txt')?.sayings.find(({ words }) => words.includes('counted'))
      ?.tellings.length;
    expect(tellings).toBe(2);
    const cells = (forOthers: boolean) =>
      matrixOf(forOthers ? privately.forOthers() : privately, 'a.txt')?.rows.find(({ cells: [first] }) =>
        first?.words.includes('counted'),
      )?.cells.length;
    expect(cells(false)).toBe(2);
    expect(cells(true)).toBe(1);
  });
});
