import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import type { Link } from '../../src/core/counterparts/link.ts';
import { inEnglish } from '../../src/core/text/wording.ts';

/** Links of two short articles about one invented event, as `kind/kind relation difference`. */
function linksBetween(
  a: string,
  b: string,
  minScore?: number,
): readonly (Link & { readonly shown: string })[] {
  const project = createProject();
  project.set({ path: 'a.txt', text: FRAME[0] + a });
  project.set({ path: 'b.txt', text: FRAME[1] + b });
  const kindOf = ({ path, claim }: Link['from']): string =>
    project.analysis(path)?.claims.find(({ id }) => id === claim)?.kind ?? '?';
  return project.links(minScore).map((link) => ({
    ...link,
    shown: `${kindOf(link.from)}-${kindOf(link.to)} ${link.relation} ${link.difference ?? ''}`.trim(),
  }));
}

/** Makes the two articles of one story, without saying the same. */
const FRAME = [
  'Storm Runa reached Vellmark on Monday night and tore the roof off the old fish hall.\n\n',
  'Repair crews came to Vellmark by boat because Storm Runa had blocked every road.\n\n',
] as const;

describe('quotations', () => {
  it.each([
    [
      'verbatim, whatever the marks',
      '“We will rebuild the pier before spring,” Ilse Ostrand said.',
      '"We will rebuild the pier before spring", said Ilse Ostrand.',
      'verbatim',
    ],
    [
      'verbatim, whatever the spelling',
      '“The harbour defence programme was organised badly,” Ilse Ostrand said.',
      '“The harbor defense program was organized badly,” Ilse Ostrand said.',
      'verbatim',
    ],
    [
      'reworded',
      '“Nobody on this island believed that the seawall would hold for another winter,” Ilse Ostrand said.',
      '“Nobody believed the seawall would hold another winter,” Ostrand said.',
      'reworded',
    ],
    [
      'cut short',
      '“The seawall held, the pumps worked and the volunteers of this island saved the lower town,” Ilse Ostrand said.',
      'Ostrand praised “the volunteers of this island” on Tuesday.',
      'reworded',
    ],
    [
      'of five common words in a row',
      '“Why would they not do it, if it is as easy as they say?” Ilse Ostrand asked.',
      '“Why would they not do it?” Ostrand asked.',
      'reworded',
    ],
    [
      'contradicting',
      '“The eastern seawall will survive another winter,” Ilse Ostrand said.',
      '“The eastern seawall will not survive another winter,” Ostrand said.',
      'contradicts',
    ],
    [
      'quoted further by one, to a negation',
      '“The eastern seawall and the old pier will survive the winter,” Ilse Ostrand said.',
      '“The eastern seawall and the old pier will survive the winter, but the fish hall will not,” Ostrand said.',
      'reworded',
    ],
    [
      'negated once and twice over',
      '“No storm and no tide will break the eastern seawall,” Ilse Ostrand said.',
      '“No tide will break the eastern seawall,” Ostrand said.',
      'reworded',
    ],
  ])('%s', (_, a, b, relation) => {
    const links = linksBetween(a, b).filter((link) => link.shown.startsWith('quotation-quotation'));
    expect(links.map((link) => link.relation)).toEqual([relation]);
  });

  it.each([
    [
      'denied',
      'The breakwater of Vellmark was overloaded with sandbags, the dockers’ union said on the morning after the storm.',
      'Ilse Ostrand, the mayor, denied that the breakwater had been overloaded.',
      true,
    ],
    [
      'denied by rejecting claims',
      'The breakwater of Vellmark was overloaded with sandbags, the dockers’ union said on the morning after the storm.',
      'Mayor Ilse Ostrand rejected claims that the breakwater had been overloaded with sandbags.',
      true,
    ],
    [
      'told with a negation that says how much',
      'The breakwater of Vellmark was overloaded with 40 sandbags on the morning after the storm.',
      'The breakwater of Vellmark was overloaded with no fewer than 40 sandbags on the morning after the storm.',
      false,
    ],
    [
      'told with a negation that adds something',
      'The breakwater of Vellmark was overloaded with sandbags on the morning after the storm.',
      'The breakwater of Vellmark was not only overloaded with sandbags on the morning after the storm.',
      false,
    ],
    [
      'denied and negated: the same',
      'Ilse Ostrand said that the breakwater had not been overloaded.',
      'Ilse Ostrand, the mayor, denied that the breakwater had been overloaded.',
      false,
    ],
    [
      'of which one goes on to deny something else',
      'Mediator Ilse Ostrand said the dockers and the insurers had agreed on repairs to the breakwater.',
      'Mediator Ilse Ostrand said the dockers and the insurers had agreed on repairs to the breakwater, but not on a bonus.',
      false,
    ],
    [
      'of which one denies another number',
      'The breakwater of Vellmark was last inspected in 2023.',
      'Ilse Ostrand, the mayor, denied that the breakwater of Vellmark was last inspected in 2019.',
      false,
    ],
    [
      'about a bid that was rejected',
      'The insurers made a bid for the breakwater and the old pier of Vellmark.',
      'The council rejected the bid of the insurers for the breakwater and the old pier.',
      false,
    ],
  ])('statements %s', (_, a, b, contradict) => {
    const links = linksBetween(a, b).filter(({ shown }) => shown.startsWith('statement-statement'));
    expect(links.length).toBeGreaterThan(0);
    expect(links.some(({ relation }) => relation === 'contradicts')).toBe(contradict);
  });

  it('that have nothing in common are not linked', () => {
    const links = linksBetween(
      '“The ovens were cold for the first time in a century,” said the baker Tam Orrel.',
      '“My boat is somewhere in the trees,” said the fisherman Ule Brandt.',
    );
    expect(links.filter((link) => link.shown.includes('quotation'))).toEqual([]);
  });

  it('are paraphrased where the other article reports them', () => {
    const links = linksBetween(
      '“The insurers must pay the fishing families before Christmas,” Ilse Ostrand said.',
      'Ilse Ostrand said insurers had to pay the fishing families before Christmas.',
    );
    expect(links.map((link) => link.shown)).toContain('quotation-statement paraphrase');
  });

  it('say why: speaker and words', () => {
    const [link] = linksBetween(
      '“Nobody on this island believed that the seawall would hold for another winter,” Ilse Ostrand said.',
      '“Nobody believed the seawall would hold another winter,” Ostrand said.',
    ).filter(({ shown }) => shown.startsWith('quotation-quotation'));
    expect(link?.evidence.map(inEnglish)[0]).toBe('same speaker: Ilse Ostrand');
    expect(link?.evidence.map(inEnglish)[1]).toMatch(/^shared: .*seawall/);
  });
});

describe('figures', () => {
  const cases: readonly (readonly [string, string, string, string | null])[] = [
    [
      'agree',
      'Rebuilding the pier will cost 40 million dollars.',
      'The cost of rebuilding the pier is put at $40 million.',
      'agrees',
    ],
    [
      'are rounded',
      'Rebuilding the pier will cost 41.7 million dollars.',
      'The cost of rebuilding the pier is put at $42 million.',
      'differs rounded',
    ],
    [
      'have another comparator',
      'Rebuilding the pier will cost 40 million dollars.',
      'Rebuilding the pier will cost more than 40 million dollars.',
      'differs comparator',
    ],
    [
      'differ in value',
      'The storm killed 31 people on the island, the hospital of Vellmark said.',
      'The storm killed 38 people on the island, the hospital of Vellmark said.',
      'differs value',
    ],
    [
      'call people otherwise',
      'The ferry company evacuated 1,200 people from the island.',
      'The ferry company evacuated 1,200 residents from the island.',
      'agrees',
    ],
    [
      'of another unit are not linked',
      'The ferry company lost 1,200 lifejackets in the flood.',
      'The ferry company evacuated 1,200 residents from the island.',
      null,
    ],
    [
      'of another base are not linked',
      'The island spends 5% of its GDP on dikes.',
      'The island spends 10% of its budget on dikes.',
      null,
    ],
    [
      'of other things are not linked',
      'Rebuilding the pier will cost 40 million dollars.',
      'A film about whales earned 40 million dollars abroad.',
      null,
    ],
  ];
  it.each(cases)('%s', (_, a, b, expected) => {
    const links = linksBetween(a, b).filter((link) => link.shown.startsWith('figure'));
    expect(links.map((link) => link.shown)).toEqual(expected === null ? [] : [`figure-figure ${expected}`]);
  });

  it('say both values', () => {
    const [link] = linksBetween(
      'The storm killed 31 people on the island, the hospital of Vellmark said.',
      'The storm killed 38 people on the island, the hospital of Vellmark said.',
    ).filter(({ shown }) => shown.startsWith('figure'));
    expect(link?.evidence.map(inEnglish)[0]).toBe('31 people against 38 people');
  });
});

describe('links', () => {
  const A =
    '“The seawall of Vellmark saved the lower town,” Ilse Ostrand said. It cost 40 million dollars to build the seawall.';
  const B =
    'It took 40 million dollars to build the seawall. “The seawall of Vellmark saved our lower town,” Ostrand said.';

  it('link two claims once, with a score of 0..1', () => {
    const links = linksBetween(A, B, 0);
    const pairs = links.map(({ from, to }) => [from.claim, to.claim].sort().join(' '));
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(links.every(({ score }) => score > 0 && score <= 1)).toBe(true);
    expect(links.length).toBeGreaterThan(linksBetween(A, B).length);
  });

  it('do not repeat a quotation’s link by the sentence around it', () => {
    const shown = linksBetween(A, B).map((link) => link.shown);
    expect(shown.filter((link) => link.includes('quotation'))).toEqual(['quotation-quotation reworded']);
  });

  it('do not tie what unlike articles say of one person', () => {
    const project = createProject();
    project.set({
      path: 'a.txt',
      text: [
        'Finance Minister Ilse Ostrand opened a museum of whaling in Vellmark.',
        'Visitors came from all the islands to see the skeleton of a sperm whale.',
        'The curator, Tam Orrel, had collected harpoons for thirty years.',
        'Tickets are free for schools until summer, and a café serves seaweed bread.',
        'Carpenters from the shipyard carved the staircase out of driftwood.',
        'Children may climb into a lifeboat and ring its bell.',
        'A second hall, for lighthouse lamps, opens next year.',
      ].join(' '),
    });
    project.set({
      path: 'b.txt',
      text: [
        'Finance Minister Ilse Ostrand will not run for another term.',
        'Her party chooses a candidate in autumn, and three deputies are interested.',
        'Pollsters at Quell University see the opposition ahead by four points.',
        'The budget vote was postponed twice this month after a quarrel over pensions.',
        'Trade unions called a strike of teachers and nurses.',
        'Economists warn of rising interest rates and weak exports.',
        'Her chief of staff declined to say whether she wants a seat in the court of auditors.',
      ].join(' '),
    });
    expect(project.links()).toEqual([]);
  });
});
