import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { briefOf } from '../../src/core/desk/brief.ts';
import { type BriefNote, briefMarkdown } from '../../src/core/desk/brief-markdown.ts';
import { type ClaimFilter, claimRows, filteredClaims, frequent } from '../../src/core/desk/claim-rows.ts';
import { matrixOf } from '../../src/core/desk/matrix-of.ts';
import { namesOfStory } from '../../src/core/desk/names.ts';
import { groupedNotes, type NoteGrouping, type NoteRow, notesWith } from '../../src/core/desk/notes.ts';
import { hintsOf, outlineOf, sectionsOf } from '../../src/core/desk/outline.ts';
import { unreviewedLinks } from '../../src/core/desk/review.ts';
import { stepFrom } from '../../src/core/desk/steps.ts';
import { differencesOf, storyArticles, storyLister } from '../../src/core/desk/story.ts';
import { symbolFinder } from '../../src/core/desk/symbols.ts';
import { timelineOf } from '../../src/core/desk/timeline-of.ts';
import type { Decision } from '../../src/core/sidecar/annotation.ts';
import { textOf } from '../../src/core/text/span.ts';
import { filled, inEnglish, worded } from '../../src/core/text/wording.ts';

const FOLDER = join(import.meta.dirname, '../../seeds/harbour-bridge');
const textAt = (name: string): string => readFileSync(join(FOLDER, name), 'utf8');
const [tideway, meridian, northline] = [
  '01_tideway-post.txt',
  '02_meridian-dispatch.txt',
  '03_northline.txt',
] as const;

function seeds(decisions: readonly Decision[] = []) {
  const project = createProject();
  for (const path of readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))
    project.set({
      path,
      text: textAt(path),
      facts:
        path === tideway
          ? {
              outlet: 'Tideway Post',
              published: '2026-03-02',
              url: 'https://tideway.example/bridge',
              retrieved: '2026-03-04',
            }
          : {},
      decisions: path === tideway ? decisions : [],
    });
  return project;
}
const project = seeds();

const quote = (exact: string) => ({
  ...{ quote: { exact, prefix: '', suffix: '' }, position: { start: 0, end: 0 } },
});
/** A decision that the 14 hangers of the first article are the third's 17, or other words of it. */
const said = (changes: Partial<Decision> = {}, words = '17 hangers'): Decision => ({
  ...{ id: 'd1', author: 'Ada', created: '2026-03-05T10:00:00Z', decision: 'confirmed' },
  ...{ here: quote('14 hangers'), there: { article: northline, selectors: quote(words) } },
  ...changes,
});

describe('the story', () => {
  it('lists its articles in order of publication, with what they tell differently', () => {
    const articles = storyArticles(project, meridian);
    expect(articles.map(({ outlet }) => outlet)).toEqual([
      'Tideway Post',
      'Meridian Dispatch',
      'Northline News Agency',
    ]);
    expect(articles.every(({ differing, linked }) => differing > 0 && linked > differing)).toBe(true);
  });

  it('tells each difference from the article’s side, in order of position', () => {
    const differences = differencesOf(project, tideway);
    const told = differences.map(({ words, otherWords }) => `${words} / ${otherWords}`);
    expect(told).toContain('14 hangers / 17 hangers');
    expect(told).toContain('12 per cent / 15 per cent');
    const lines = differences.map(({ place }) => place.line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
    expect(differences.every(({ from }) => from.path === tideway)).toBe(true);
    const ofNorthline = differencesOf(project, northline).map(({ words, otherWords }) => [words, otherWords]);
    expect(ofNorthline).toContainEqual(['17 hangers', 'Fourteen hangers']);
  });

  it('of a single article is itself, and is in no list of stories', () => {
    const alone = createProject();
    alone.set({ path: 'a.txt', text: 'The mayor of Skelby said “no”.' });
    expect(storyArticles(alone, 'a.txt').map(({ path }) => path)).toEqual(['a.txt']);
    expect(storyLister(alone)()).toEqual([]);
    expect(storyArticles(alone, 'b.txt')).toEqual([]);
    expect(storyLister(project)()).toMatchObject([{ articles: 3, date: '2026-03-03' }]);
  });
});

describe('the claims of an article', () => {
  const rows = claimRows(project, tideway);
  const row = (text: string) => rows.find((one) => one.kind !== 'statement' && one.text.includes(text));

  it.each<[string, object]>([
    ['14 hangers', { kind: 'figure', standing: 'differs', value: '14 hangers', speaker: 'Maren Oduya' }],
    [
      'No toll and no timetable',
      { kind: 'quotation', standing: 'linked', articles: 2, speaker: 'Ilse Varnholt' },
    ],
    ['every commuter', { kind: 'quotation', standing: 'onlyHere', best: null, speaker: 'Tomas Berrigan' }],
    ['two decades', { kind: 'figure', value: null }],
  ])('%s', (text, expected) => {
    const { value = null, ...found } = row(text) ?? {};
    expect({ ...found, value: value && inEnglish(value) }).toMatchObject(expected);
  });

  it('has its numbers in the reader’s language', () => {
    const german = (words: string): string | null => {
      const value = row(words)?.value ?? null;
      return value && worded(value, filled, 'de');
    };
    expect(german('46,000 vehicles')).toBe('46.000 vehicles a day');
    expect(german('12 per cent')).toBe('12%');
  });

  it('are said to be nowhere else only where the other articles can tell', () => {
    const cut = seeds();
    cut.set({ path: northline, text: textAt(northline), facts: { truncated: true } });
    expect(claimRows(cut, tideway).filter(({ standing }) => standing === 'onlyHere')).toEqual([]);
  });

  it.each<[string, ClaimFilter, RegExp]>([
    ['what differs', { standing: 'differs' }, /14 hangers/],
    ['a relation', { relation: 'reworded' }, /No toll and no timetable/],
    ['a speaker', { speaker: 'Joana Selwick' }, /press conference/],
    ['a name', { name: 'Skelby' }, /six extra ferries|memories/],
    ['words in any order, case and accent', { words: 'CÓMMUTER ambulance' }, /every commuter/],
    ['a value', { words: '250,000,000' }, /250 million/],
    ['two at once', { standing: 'onlyHere', speaker: 'Joana Selwick' }, /put the promise/],
  ])('narrow down to %s', (_, filter, text) => {
    const shown = filteredClaims(rows, filter);
    expect(shown.some((one) => text.test(one.text))).toBe(true);
    expect(shown.length).toBeLessThan(rows.length / 2);
  });

  it('offer what they can be narrowed to, most frequent first', () => {
    const speakers = frequent(rows.map(({ speaker }) => speaker));
    expect(speakers[0]?.value).toBe('Ilse Varnholt');
    expect(speakers.every(({ count }, at) => count <= (speakers[at - 1]?.count ?? count))).toBe(true);
  });
});

describe('the names of a story', () => {
  it('gather wordings and articles', () => {
    const names = namesOfStory(project, northline);
    const authority = names.find(({ name }) => name === 'National Ports Authority');
    expect(authority).toMatchObject({ type: 'organization' });
    expect(authority?.aliases).toContain('NPA');
    expect(authority?.articles.map(({ place }) => place.path)).toEqual([tideway, meridian, northline]);
    for (const { place, span } of authority?.articles ?? [])
      expect(['National Ports Authority', 'NPA']).toContain(textOf(textAt(place.path), span));
    expect(names[0]?.articles.length).toBe(3);
  });
});

describe('people whom some articles call by the surname', () => {
  const told = (...texts: readonly string[]) => {
    const own = createProject();
    const paths = texts.map((text, at) => {
      own.set({ path: `${at}.txt`, text });
      return `${at}.txt`;
    });
    own.setGroups([paths]);
    return own;
  };
  const FULL =
    'The lock stays shut, said Tomas Berrigan, who runs the canal. “Nobody asked us,” Tomas Berrigan said.';
  const SHORT = 'The lock stays shut, Mr Berrigan said on Monday. “We have no money,” Berrigan said.';
  const SISTER = '“I was never told of the lock,” said Oona Berrigan, a teacher.';

  it.each<[string, readonly string[], readonly string[]]>([
    ['are one with the only full name', [FULL, SHORT], ['Tomas Berrigan']],
    [
      'stay apart where two have the surname',
      [FULL, SHORT, SISTER],
      ['Berrigan', 'Oona Berrigan', 'Tomas Berrigan'],
    ],
    ['are left as they are without a full name', [SHORT], ['Berrigan']],
    ['are never joined by two full names', [FULL, SISTER], ['Oona Berrigan', 'Tomas Berrigan']],
  ])('%s', (_, texts, names) => {
    const own = told(...texts);
    const people = namesOfStory(own, '0.txt').filter(({ type }) => type === 'person');
    expect(people.map(({ name }) => name).sort()).toEqual(names);
    const speakers = timelineOf(own, '0.txt')?.sayings.map(({ speaker }) => speaker);
    expect([...new Set(speakers)].sort()).toEqual(names);
    expect(new Set(matrixOf(own, '0.txt')?.rows.flatMap(({ speaker }) => speaker ?? []))).toEqual(
      new Set(names),
    );
    expect(new Set(briefOf(own, '0.txt').said.flatMap(({ speaker }) => speaker ?? []))).toEqual(
      new Set(names),
    );
  });
});

describe('the links to review', () => {
  it('are each once, from the article that was first, as it is read', () => {
    const links = unreviewedLinks(project, northline);
    const keys = links.map(({ from, to }) =>
      [from, to]
        .map(({ path, claim }) => `${path}#${claim}`)
        .sort()
        .join(' '),
    );
    expect(new Set(keys).size).toBe(links.length);
    expect(links.length).toBe(project.links().length);
    expect(links[0]?.from.path).toBe(tideway);
  });

  it('are without those that somebody has confirmed', () => {
    const decided = seeds([said()]);
    const of = (links: readonly { readonly from: { claim: string }; readonly to: { claim: string } }[]) =>
      new Set(links.map(({ from, to }) => `${from.claim} ${to.claim}`));
    const [before, after] = [of(unreviewedLinks(project, tideway)), of(unreviewedLinks(decided, tideway))];
    expect([...before].filter((key) => !after.has(key)).length).toBe(1);
  });
});

describe('the outline', () => {
  const analysis = project.analysis(meridian);
  if (!analysis) throw new Error('not analysed');

  it('has the headline, the sections, and in them the quotations by who says them', () => {
    const entries = outlineOf(analysis);
    expect(entries[0]).toMatchObject({ kind: 'headline', name: expect.stringContaining('No Timetable') });
    const section = entries.find(
      ({ kind, name }) => kind === 'section' && name === 'A Town Across the Water',
    );
    expect(section?.children.map(({ name }) => name)).toEqual([
      'Anders Kjelt',
      'Anders Kjelt',
      'Carla Whitcombe',
    ]);
    for (const { span, children } of entries)
      for (const child of children)
        expect(span.start <= child.span.start && child.span.end <= span.end).toBe(true);
  });

  it('has sections that do not overlap and end at the article’s end', () => {
    const sections = sectionsOf(analysis);
    expect(sections.length).toBeGreaterThan(3);
    for (const [at, section] of sections.entries())
      expect(section.end).toBeLessThanOrEqual(sections[at + 1]?.start ?? analysis.article.text.length);
  });

  it('hints tell who pronouns are and what figures in words come to, and repeat nothing', () => {
    const own = project.analysis(tideway);
    const hints = own ? hintsOf(own) : [];
    const hintBehind = (words: string) => {
      const end = textAt(tideway).indexOf(words) + words.length;
      return hints.find(({ offset }) => offset === end)?.text;
    };
    expect(hintBehind('worth a single life,” she')).toBe('Ilse Varnholt');
    expect(hintBehind('while a quarter')).toBe('1/4 of sensors');
    expect(hintBehind('14 hangers')).toBeUndefined();
    expect(hintBehind('on Monday')).toBeUndefined();
  });
});

describe('symbols', () => {
  const { find: findSymbols } = symbolFinder(project);

  it.each<[string, readonly string[]]>([
    ['varn', ['Ilse Varnholt', 'Ilse Varnholt', 'Ilse Varnholt']],
    ['ports npa', []],
    ['selwíck JOANA', ['Joana Selwick', 'Joana Selwick', 'Joana Selwick']],
    ['v', []],
    ['', []],
  ])('of “%s”', (query, names) => {
    expect(findSymbols(query).map(({ text }) => text)).toEqual(names);
  });

  it('find figures by their digits, where they stand', () => {
    const found = findSymbols('46,000').filter(({ path }) => path === tideway);
    expect(found).toMatchObject([{ kind: 'figure', line: 1 }]);
    const line = textAt(tideway).split('\n')[1] ?? '';
    expect(line.slice(found[0]?.character)).toMatch(/^46,000 vehicles/);
  });
});

describe('steps', () => {
  const places = [{ start: 30 }, { start: 10 }, { start: 20 }];
  it.each<[string, number, 1 | -1, number | null]>([
    ['forward', 10, 1, 20],
    ['forward round the end', 30, 1, 10],
    ['back', 30, -1, 20],
    ['back round the start', 10, -1, 30],
    ['from between', 15, -1, 10],
  ])('%s', (_, from, direction, expected) => {
    expect(stepFrom(places, from, direction)?.start).toBe(expected);
  });
  it('lead nowhere where there is nothing', () => {
    expect(stepFrom([], 0, 1)).toBeNull();
  });
});

describe('notes', () => {
  const note = (id: string, changes: Partial<NoteRow> = {}): NoteRow => ({
    article: 'a.txt',
    ...{ id, found: 'found', start: 5, note: 'Ask again.', quote: 'six boats', author: 'Ada' },
    ...{ status: 'open', tags: [] },
    ...changes,
  });
  const notes = [
    note('plain'),
    note('tagged', { tags: ['figure', 'check'], start: 1 }),
    note('lost', { found: 'lost', start: null, tags: ['figure'], author: 'Ben' }),
    note('other', { article: 'b.txt', status: 'verified', found: 'moved' }),
  ];
  const groups = (by: NoteGrouping): string[] =>
    groupedNotes(notes, by).map(({ kind, key, notes: own }) => `${kind} ${key}: ${own.map(({ id }) => id)}`);

  it.each<[NoteGrouping, readonly string[]]>([
    ['tag', ['missing null: lost', 'tag check: tagged', 'tag figure: lost,tagged', 'tag null: plain,other']],
    ['status', ['missing null: lost', 'status open: lost,tagged,plain', 'status verified: other']],
    ['author', ['missing null: lost', 'author Ada: tagged,plain,other', 'author Ben: lost']],
    ['article', ['missing null: lost', 'article a.txt: lost,tagged,plain', 'article b.txt: other']],
  ])('by %s, those that have lost their passage on top', (by, expected) => {
    expect(groups(by)).toEqual(expected);
  });

  it('are found by words of text, passage, author and tags', () => {
    expect(notesWith(notes, 'ben SIX').map(({ id }) => id)).toEqual(['lost']);
    expect(notesWith(notes, '').length).toBe(4);
  });
});

describe('the brief', () => {
  const note = (changes: Partial<BriefNote> = {}): BriefNote => ({
    ...{ path: tideway, line: 4, quote: '14 hangers', note: 'Which survey?\n# Not a heading of the brief' },
    ...{ author: 'Ada', status: 'open', tags: ['figure'], replies: [{ author: 'Ben', note: 'The first.' }] },
    ...changes,
  });
  const markdown = (notes: readonly BriefNote[] = []): string =>
    briefMarkdown(briefOf(project, northline), { notes, today: '2026-03-06', fileName: (path) => path });

  it('brings together what the articles tell differently', () => {
    const { differing } = briefOf(project, northline);
    const hangers = differing.find(({ first }) => first.value && inEnglish(first.value) === '14 hangers');
    expect(hangers?.others.map(({ value, relation }) => `${value && inEnglish(value)} ${relation}`)).toEqual([
      '14 hangers agrees',
      '17 hangers differs',
    ]);
  });

  it('tells each quotation once, under who says it', () => {
    const { said } = briefOf(project, northline);
    const all = said.flatMap(({ claims }) => claims.flatMap(({ first, others }) => [first, ...others]));
    const places = all.map(({ place, words }) => `${place.path} ${place.line} ${words}`);
    expect(new Set(places).size).toBe(places.length);
    expect(said[0]?.speaker).toBe('Ilse Varnholt');
    expect(said.slice(0, -1).every(({ speaker }) => speaker !== null)).toBe(true);
  });

  it('cites outlet, line and source for every claim, and URL and retrieval date of each source that states them', () => {
    const text = markdown();
    expect(text).toContain(
      '1. **The government of Estmark has closed the Averil Harbour Bridge to all traffic',
    );
    expect(text).toContain(
      'Tideway Post, 2026-03-02, <https://tideway.example/bridge>, retrieved 2026-03-04, file `01_tideway-post.txt`',
    );
    expect(text).toContain('Meridian Dispatch, 2026-03-03, no URL, retrieval date unknown');
    const claims = text.split('\n').filter((line) => /^ *- /.test(line));
    expect(claims.length).toBeGreaterThan(30);
    expect(claims.filter((line) => !/, line \d+ \[[123]\]\)$/.test(line))).toEqual([]);
  });

  it('says who verified', () => {
    const decided = seeds([said()]);
    const text = briefMarkdown(briefOf(decided, tideway), { notes: [], today: '', fileName: (path) => path });
    expect(text).toContain('*differs: value; verified by Ada* — **17 hangers**');
  });

  describe('is for others: what only a private sidecar confirms', () => {
    const hers = { isPrivate: true } as const;
    const later = '2026-03-06T10:00:00Z';
    const briefAfter = (...decisions: Decision[]) => briefOf(seeds(decisions), tideway);
    const names = (...decisions: Decision[]) =>
      [...JSON.stringify(briefAfter(...decisions)).matchAll(/"verifiedBy":"(\w+)"/g)].map(([, name]) => name);

    it.each<[string, Decision[], string[]]>([
      ['confirmed for all', [said({})], ['Ada']],
      ['confirmed privately', [said(hers)], []],
      [
        'both, the private one later',
        [said({}), said({ id: 'd2', author: 'Jon', created: later, ...hers })],
        ['Ada'],
      ],
      [
        'both, the private one first',
        [said({ id: 'd2', author: 'Jon', ...hers }), said({ created: later })],
        ['Ada'],
      ],
      [
        'rejected for all, confirmed privately later',
        [said({ decision: 'rejected' }), said({ id: 'd2', created: later, ...hers })],
        [],
      ],
      ['made by hand for all', [said({}, '15 per cent')], ['Ada']],
      ['made by hand privately', [said(hers, '15 per cent')], []],
    ])('%s', (_name, decisions, verified) => {
      expect(names(...decisions)).toEqual(verified);
    });

    it('makes no link that the brief would not have', () => {
      expect(briefAfter(said(hers, '15 per cent')).differing).toEqual(briefOf(project, tideway).differing);
      expect(briefAfter(said({}, '15 per cent')).differing).not.toEqual(briefOf(project, tideway).differing);
      expect(briefAfter(said(hers)).differing).toEqual(briefOf(project, tideway).differing);
    });
  });

  it('sets notes in, with their passage, status, tags and replies', () => {
    expect(markdown([note(), note({ line: null })])).toContain(
      [
        '- “14 hangers” (line 4 [1]) — Ada, open, figure',
        '  > Which survey?',
        '  > # Not a heading of the brief',
        '  > Ben: The first.',
        '- “14 hangers” (passage not found [1]) — Ada, open, figure',
      ].join('\n'),
    );
    expect(markdown()).not.toContain('## Notes');
  });

  it.each([
    ['<img src=x onerror=y>', '&lt;img src=x onerror=y&gt;'],
    ['[click](javascript:x)', '\\[click\\](javascript:x)'],
    ['`code` | *bold*', '\\`code\\` \\| \\*bold\\*'],
    ['https://evil.example', 'https:\\//evil.example'],
  ])('text of articles stays text: %s', (words, expected) => {
    const hostile = createProject();
    hostile.set({ path: 'a.txt', text: `The mayor said: “${words} is what we want to see.”` });
    const text = briefMarkdown(briefOf(hostile, 'a.txt'), { notes: [], today: '', fileName: (path) => path });
    expect(text).toContain(expected);
    expect(text).not.toContain(words);
  });

  it('an address that is none stays text', () => {
    const odd = createProject();
    odd.set({ path: 'a.txt', text: 'A mayor spoke.', facts: { url: 'javascript:alert(1)> x' } });
    const text = briefMarkdown(briefOf(odd, 'a.txt'), { notes: [], today: '', fileName: (path) => path });
    expect(text).toContain('javascript:alert(1)&gt; x');
  });
});
