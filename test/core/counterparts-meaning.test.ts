import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import type { Link } from '../../src/core/counterparts/link.ts';
import { nationKey, nationOfCapital } from '../../src/core/counterparts/nations.ts';
import { rarityOfStem, weightOfStem } from '../../src/core/lexicon/frequency.ts';
import { foldSpelling } from '../../src/core/lexicon/spelling.ts';
import { oppositesOf, synonymsOf } from '../../src/core/lexicon/synonyms.ts';
import { stemOf } from '../../src/core/text/stem.ts';
import { inEnglish } from '../../src/core/text/wording.ts';

/** Two articles of one story that do not say the same beside what is asked about. */
const FRAME = [
  'Storm Runa reached Vellmark on Monday night and tore the roof off the old fish hall.\n\n',
  'Repair crews came to Vellmark by boat because Storm Runa had blocked every road.\n\n',
] as const;

/** Links of what is asked about, with the kinds of both claims. */
function linksBetween(
  a: string,
  b: string,
  minScore?: number,
): readonly (Link & { readonly kinds: string })[] {
  const project = createProject();
  project.set({ path: 'a.txt', text: FRAME[0] + a });
  project.set({ path: 'b.txt', text: FRAME[1] + b });
  const claimOf = ({ path, claim }: Link['from']) =>
    project.analysis(path)?.claims.find(({ id }) => id === claim);
  return project.links(minScore).flatMap((link) => {
    const [x, y] = [claimOf(link.from), claimOf(link.to)];
    const asked = (x?.start ?? 0) >= FRAME[0].length && (y?.start ?? 0) >= FRAME[1].length;
    return asked ? [{ ...link, kinds: `${x?.kind}-${y?.kind}` }] : [];
  });
}

/** The best score of two statements, 0 where they are no candidates. */
const likeness = (a: string, b: string): number =>
  Math.max(
    0,
    ...linksBetween(a, b, 0).flatMap(({ kinds, score }) => (kinds === 'statement-statement' ? [score] : [])),
  );

const keyOf = (word: string): string => stemOf(foldSpelling(word));

describe('synonyms', () => {
  const of = (word: string): string[] => synonymsOf(keyOf(word)).map(({ stem }) => stem);

  it.each([
    ['earthquake', 'quake'],
    ['funds', 'money'],
    ['spies', 'espionage'],
    ['pledged', 'promise'],
    ['arrested', 'detained'],
  ])('%s is near to %s', (a, b) => {
    expect(of(a)).toContain(keyOf(b));
    expect(of(b)).toContain(keyOf(a));
  });

  it.each([
    ['Monday', 'Tuesday'],
    ['seven', 'eight'],
    ['northern', 'southern'],
    ['opened', 'closed'],
  ])('%s is not near to %s', (a, b) => {
    expect(of(a.toLowerCase())).not.toContain(stemOf(b.toLowerCase()));
  });

  it('opposites are told apart', () => {
    expect(oppositesOf(stemOf('winner')).map(({ stem }) => stem)).toContain(stemOf('loser'));
  });

  it.each(['', 'constructor', 'xqzzy'])('"%s" has none', (word) => {
    expect(synonymsOf(word)).toEqual([]);
  });
});

describe('frequency', () => {
  it('rare words say more of an article than of a sentence', () => {
    expect(rarityOfStem('xqzzy')).toBeGreaterThan(weightOfStem('xqzzy'));
    expect(weightOfStem(stemOf('government'))).toBeLessThan(weightOfStem(stemOf('lighthouse')));
  });
});

describe('countries', () => {
  it.each([
    ['UK', 'British'],
    ['the U.S.', 'American'],
    ['Portuguese', 'Portugal'],
    ['Estonians', 'Estonia'],
    ['The Netherlands', 'Dutch'],
  ])('%s is %s', (a, b) => {
    expect(nationKey(a)).not.toBeNull();
    expect(nationKey(a)).toBe(nationKey(b));
  });

  it('a capital stands for its country', () => {
    expect(nationOfCapital('Lisbon')).toBe(nationKey('Portugal'));
    expect(nationKey('Lisbon')).toBeNull();
  });
});

describe('statements', () => {
  it('in other words are alike', () => {
    const said = 'Fishermen pledged money for a new lighthouse.';
    expect(likeness(said, 'Fishermen promised funds for a new lighthouse.')).toBeGreaterThan(
      likeness(said, 'Fishermen wanted cats for a new lighthouse.'),
    );
  });

  it('say which words are alike', () => {
    const [link] = linksBetween(
      'Fishermen pledged money for a new lighthouse.',
      'Fishermen promised funds for a new lighthouse.',
    );
    expect(link?.evidence.map(inEnglish)).toContain('alike: pledged / promised, money / funds');
  });

  it.each([
    ['places', 'A gale sank the ferry near Portugal.', 'Portugal', 'Estonia'],
    ['persons', 'Ilse Ostrand inspected the ferry wreck.', 'Ilse Ostrand', 'Tam Orrel'],
    ['numbers', 'The gale sank 14 boats with all that was on board.', '14', '90'],
  ])('with other %s are less alike', (_, said, name, other) => {
    const retold = (who: string): string => `Divers heard that ${said.replace(name, who)}`;
    expect(likeness(said, retold(other))).toBeLessThan(0.9 * likeness(said, retold(name)));
  });

  it('tell one number in other units', () => {
    const said = 'The gale raised the lagoon behind the breakwater by half a metre.';
    const retold = (much: string): string =>
      `Divers heard that the lagoon behind the breakwater rose by ${much}.`;
    expect(likeness(said, retold('50 cm'))).toBe(likeness(said, retold('half a metre')));
  });

  it('that share a name and no fact are possible at most', () => {
    const links = linksBetween(
      'Ilse Ostrand opened the mended pier.',
      'Ilse Ostrand thanked volunteers with soup.',
    );
    for (const { certainty } of links) expect(certainty).toBe('possible');
  });

  it('that only rise by some per cent are not linked', () => {
    const links = linksBetween(
      'Ferry tolls are to rise by 12 per cent in autumn.',
      'Brewery shares rose 4.5 per cent on the exchange.',
    );
    expect(links).toEqual([]);
  });

  it('are not repeated around figures that are linked', () => {
    const links = linksBetween(
      'The council will spend 46 million euros on the seawall, engineers said.',
      'After years of quarrels the new budget has 46 million euros for dredgers, lamps, buoys, a slipway, two cranes, a tugboat and a stronger seawall.',
    );
    expect(links.map(({ kinds }) => kinds)).toEqual(['figure-figure']);
  });
});

describe('quotations', () => {
  it('are tied by two shorter runs of one speaker', () => {
    const links = linksBetween(
      '“We gave the harbour master’s office all tide tables, and the island council’s lawyers have the rest,” Ilse Ostrand said.',
      '“Nobody asked. The harbour master’s office never rang, and the island council’s lawyers slept,” Ilse Ostrand said.',
    );
    expect(links.map(({ kinds }) => kinds)).toContain('quotation-quotation');
  });
});

describe('items of a list', () => {
  const SAID =
    'The mayor spoke of breached dykes, flooded cellars under the museum and a ferry that hit the harbour wall with a cargo of timber.\n';
  const FERRY =
    'Two crew members of the night ferry treated for broken bones and burns in a clinic behind the brewery';
  const linked = (...items: string[]): number =>
    linksBetween(
      SAID,
      `In the morning there was this damage:\n\n${items.map((item) => `  • ${item}\n`).join('')}`,
    ).length;

  it.each([
    [
      'of which others are told in the same sentence',
      3,
      ['Dykes breached in two places', 'Cellars flooded under the museum', FERRY],
    ],
    ['alone', 0, [FERRY]],
    ['with one other', 1, ['Cellars flooded under the museum', FERRY]],
    [
      'that share nothing',
      2,
      ['Dykes breached in two places', 'Cellars flooded under the museum', 'No school on Friday'],
    ],
  ])('%s', (_, count, items) => {
    expect(linked(...items)).toBe(count);
  });
});

describe('what a whole story is about', () => {
  const told = (...sentences: string[]): string => `${sentences.join('\n\n')}\n`;
  /** How the last sentences of two articles are linked. */
  const certainty = (a: readonly string[], b: readonly string[]): string | undefined => {
    const project = createProject();
    project.set({ path: 'a.txt', text: told(...a) });
    project.set({ path: 'b.txt', text: told(...b) });
    const last = ['a.txt', 'b.txt'].map(
      (path) => project.analysis(path)?.claims.findLast(({ kind }) => kind === 'statement')?.id,
    );
    const link = project.links().find(({ from, to }) => from.claim === last[0] && to.claim === last[1]);
    return link && (link.certainty ?? 'likely');
  };
  const A = [
    'The lighthouse of Vellmark burnt on Monday night.',
    'Sparks from the lighthouse lit the roofs of Vellmark.',
  ];
  const B = ['Fire took the lighthouse of Vellmark.', 'The keeper of the lighthouse left Vellmark by boat.'];

  it('makes its claims counterparts at most possibly', () => {
    expect(
      certainty([...A, 'The lighthouse of Vellmark is lost.'], [...B, 'Vellmark had a lighthouse.']),
    ).not.toBe('likely');
  });

  it('stands back where they share something else', () => {
    const [own, other] = [
      'The lighthouse of Vellmark was insured for nothing.',
      'Nobody had insured the lighthouse of Vellmark.',
    ];
    expect(certainty([...A, own], [...B, other])).toBe('likely');
  });
});
