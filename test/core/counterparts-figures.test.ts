import { describe, expect, it } from 'vitest';
import { createProject } from '../../src/core/corpus/project.ts';
import { textOf } from '../../src/core/text/span.ts';

/** Makes the two articles of one story, without saying the same. */
const FRAME = [
  'Storm Runa reached Vellmark on Monday night and tore the roof off the old fish hall.\n\n',
  'Repair crews came to Vellmark by boat because Storm Runa had blocked every road.\n\n',
] as const;

/** The links between figures of two articles, as `one – other: relation difference`, in order of the texts. */
function figureLinks(a: string, b: string, frame: readonly [string, string] = FRAME): string[] {
  const project = createProject();
  project.set({ path: 'a.txt', text: frame[0] + a });
  project.set({ path: 'b.txt', text: frame[1] + b });
  const claimOf = ({ path, claim }: { path: string; claim: string }) => {
    const analysis = project.analysis(path);
    const found = analysis?.claims.find(({ id }) => id === claim);
    if (analysis === undefined || found === undefined) throw new Error(`no claim ${path}#${claim}`);
    return { kind: found.kind, start: found.start, text: textOf(analysis.article.text, found) };
  };
  return project
    .links()
    .map((link) => ({ link, from: claimOf(link.from), to: claimOf(link.to) }))
    .filter(({ from, to }) => from.kind === 'figure' && to.kind === 'figure')
    .sort((p, q) => p.from.start - q.from.start || p.to.start - q.to.start)
    .map(({ link, from, to }) =>
      `${from.text} – ${to.text}: ${link.relation} ${link.difference ?? ''}`.trim(),
    );
}

describe('figures of one measure', () => {
  const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
    [
      'agree in other units of one system',
      'The 1.4-kilometre breakwater was a gift of the old king.',
      'The breakwater, 1,400 meters long, was a gift of the old king.',
      ['1.4-kilometre – 1,400 meters: agrees'],
    ],
    [
      'differ where the one is no rounding of the other',
      'Turnout in the vote on the breakwater was 71 per cent.',
      'Turnout in the vote on the breakwater was 70.4 per cent.',
      ['71 per cent – 70.4 per cent: differs value'],
    ],
    [
      'are rounded where the one is cut to fewer digits',
      'Turnout in the vote on the breakwater was 70 per cent.',
      'Turnout in the vote on the breakwater was 70.4 per cent.',
      ['70 per cent – 70.4 per cent: differs rounded'],
    ],
    [
      'differ where a rough one is told to its last digit',
      'The breakwater fund had about 44 per cent of the vote.',
      'The breakwater fund had 42.7 per cent of the vote.',
      ['about 44 per cent – 42.7 per cent: differs value'],
    ],
    [
      'agree where one time is told in two ways',
      'Dredgers will bring the breakwater to its 2% slope in the second half of 2032.',
      'The slope of the breakwater, which was 2.6% in 2030, will not reach 2% until the second half of 2032.',
      ['2% – 2%: agrees', 'second half of 2032 – second half of 2032: agrees'],
    ],
    [
      'agree as a part of a unit',
      'The gale raised the lagoon behind the breakwater by half a metre.',
      'The gale raised the lagoon behind the breakwater by 50 cm.',
      ['half a metre – 50 cm: agrees'],
    ],
    [
      'agree as a part of a scale',
      'The regatta drew a quarter of a million people to the breakwater.',
      'The regatta drew 250,000 people to the breakwater.',
      ['a quarter of a million people – 250,000 people: agrees'],
    ],
    [
      'agree as a part of a point',
      'The bank cut its harbour rate by a quarter point on the quays.',
      'The bank cut its harbour rate by 25 basis points on the quays.',
      ['a quarter point – 25 basis points: agrees'],
    ],
    [
      'agree in crowns that one article does not tell apart',
      'The mended breakwater cost the islanders 46 million crowns.',
      'The mended breakwater cost the islanders 46 million Danish crowns.',
      ['46 million crowns – 46 million Danish crowns: agrees'],
    ],
    [
      'agree in units of two systems',
      'Waves carried a 20-mile stretch of the breakwater away.',
      'Waves carried a 32.2 km stretch of the breakwater away.',
      ['20-mile – 32.2 km: agrees converted unit'],
    ],
    [
      'agree in units of two systems, with as many digits as the one has',
      'The detour around the breakwater is 12 kilometres long.',
      'The detour around the breakwater is 7.5 miles long.',
      ['12 kilometres – 7.5 miles: agrees converted unit'],
    ],
    [
      'are no conversion where a digit is lost that was there',
      'The detour around the breakwater is 12 kilometres long.',
      'The detour around the breakwater is 7 miles long.',
      ['12 kilometres – 7 miles: differs value'],
    ],
    [
      'of other things in one frame are of two measures',
      'The Vellmark Bank put the rent of the old fish hall in Vellmark at $12 million.',
      'The Vellmark Bank put the ransom of the stolen lifeboat in Vellmark at $24 million.',
      [],
    ],
    [
      'are no rounding of each other where both are rough',
      'Some 241 boats went to Vellmark for repair.',
      'Some 250 boats went to Vellmark for repair.',
      ['Some 241 boats – Some 250 boats: differs value'],
    ],
    [
      'agree as words and as digits',
      'Engineers found rot in fourteen sluices.',
      'Of the sluices, engineers say 14 sluices show rot.',
      ['fourteen sluices – 14 sluices: agrees'],
    ],
    [
      'agree as a fraction and as one in so many',
      'A quarter of the pumps failed on the first night.',
      'One in four pumps failed on the first night.',
      ['A quarter – One in four pumps: agrees'],
    ],
    [
      'agree where an adjective stands between',
      'Seven extra trawlers will sail from Vellmark.',
      'Seven additional trawlers are to leave Vellmark.',
      ['Seven extra trawlers – Seven additional trawlers: agrees'],
    ],
    [
      'are no range as the goals of a match',
      'Vellmark Rovers beat Tarn United 3-2 in the cup final at the old fish hall.',
      'Vellmark Rovers won 2-1 against Tarn United in the cup final at the old fish hall.',
      ['3-2 – 2-1: differs value'],
    ],
    [
      'agree as goals, whoever is named first',
      'Vellmark Rovers beat Tarn United 3-2 in the cup final at the old fish hall.',
      'Tarn United lost 2-3 to Vellmark Rovers in the cup final at the old fish hall.',
      ['3-2 – 2-3: agrees'],
    ],
    [
      'differ where one rises by what the other falls',
      'Herring landings at the breakwater rose 3.2 per cent.',
      'Herring landings at the breakwater fell 3.2 per cent.',
      ['3.2 per cent – 3.2 per cent: differs direction'],
    ],
    [
      'of two kinds are two',
      'The breakwater company had an operating profit of $412 million.',
      'The breakwater company had a net profit of $388 million.',
      [],
    ],
    [
      'of the dead are found whatever they are called, and are not those of the injured',
      'The gale killed 31 people in the lagoon and injured 140.',
      'The death toll of the gale in the lagoon rose to 34; at least 120 were hurt.',
      ['31 people – 34: differs value', '140 – at least 120: differs comparator'],
    ],
    [
      'of two lists have one counterpart each',
      'Of the lagoon vote, Sunrise has 34 percent, Harbour 29 percent and the Oystermen 14 percent.',
      'Of the lagoon vote, Sunrise has 31 percent, Harbour 30 percent and the Oystermen 15 percent.',
      [
        '34 percent – 31 percent: differs value',
        '29 percent – 30 percent: differs value',
        '14 percent – 15 percent: differs value',
      ],
    ],
    [
      'agree as a number that nothing else has, whatever is said around it',
      'A crowd of 21,304 saw it.',
      'The attendance was 21,304.',
      ['21,304 – 21,304: agrees'],
    ],
    [
      'of an earlier time contradict none',
      'Turnout in the vote on the breakwater was 61.2 per cent.',
      'Turnout in the vote on the breakwater then was 64.8 per cent.',
      [],
    ],
    [
      'of years that are swapped are of other times',
      'The lagoon trade grew 2.1 percent in 2031 and will grow 1.4 percent in 2032.',
      'The lagoon trade will grow 2.1 percent in 2032 after 1.4 percent in 2031.',
      [
        '2.1 percent – 2.1 percent: differs period',
        '2031 – 2031: agrees',
        '1.4 percent – 1.4 percent: differs period',
        '2032 – 2032: agrees',
      ],
    ],
    [
      'agree in the longest time that both allow',
      'Ilse Ostrand warned that a passage could take up to 45 minutes.',
      'A passage may take as long as 45 minutes, Ostrand said.',
      ['up to 45 minutes – as long as 45 minutes: agrees'],
    ],
    [
      'are rounded to a bound that they keep',
      'More than 2,000 dockers would receive relief money.',
      'Relief money goes to 2,300 dockers.',
      ['More than 2,000 dockers – 2,300 dockers: differs rounded'],
    ],
    [
      'are rounded in words',
      'The seawall shelters 46,000 households a year.',
      'The seawall shelters nearly 50,000 households a year.',
      ['46,000 households – nearly 50,000 households: differs rounded'],
    ],
    [
      'differ in what is counted',
      'Surveyors listed cracks in 14 sluices.',
      'Surveyors listed cracks in 17 sluices.',
      ['14 sluices – 17 sluices: differs value'],
    ],
    [
      'differ in what rises',
      'Berthing fees in the harbour are to rise by 12 per cent.',
      'Berthing fees will go up by 15 per cent.',
      ['12 per cent – 15 per cent: differs value'],
    ],
    [
      'are never converted from one currency to another',
      'Rebuilding the breakwater will cost €64 million.',
      'Rebuilding the breakwater will cost $70 million.',
      ['€64 million – $70 million: differs currency'],
    ],
    [
      'have another period',
      'The harbour spends $3.5 million a year on dredging the channel.',
      'The harbour spends $3.5 million a month on dredging the channel.',
      ['$3.5 million a year – $3.5 million a month: differs period'],
    ],
    [
      'meet on the day of one event',
      'The council is to vote on the relief package on 12 May 2031.',
      'The vote on the relief package was set for May 12, 2031.',
      ['12 May 2031 – May 12, 2031: agrees'],
    ],
    [
      'agree where one moves to the other',
      'The harbour bank of Vellmark raised its key rate from 3.75 to 4.25 per cent.',
      'The harbour bank of Vellmark raised its key rate to 4.25 per cent.',
      ['3.75 to 4.25 per cent – 4.25 per cent: agrees'],
    ],
    [
      'are a bound and a value that keeps it',
      'At least 30 people were treated for cold in the fish hall.',
      'The doctors treated 34 people for cold in the fish hall.',
      ['At least 30 people – 34 people: differs comparator'],
    ],
    [
      'are a bound and a later count',
      'At least 30 people were treated for cold in the fish hall as of 2 May 2031.',
      'As of 4 May 2031 the doctors had treated 34 people for cold in the fish hall.',
      ['At least 30 people – 34 people: differs date'],
    ],
    [
      'agree as bounds, of which one has the value in it',
      'More than 3,400 people were treated for cold in the fish hall.',
      'At least 3,400 people were treated for cold in the fish hall.',
      ['More than 3,400 people – At least 3,400 people: agrees comparator'],
    ],
    [
      'are taken back in a correction, beside what holds',
      'A wave in the fish hall of Vellmark killed 40 people.',
      'A wave in the fish hall of Vellmark killed 14 people. An earlier version of this article said that 40 people were killed in the fish hall; it was 14.',
      ['40 people – 14 people: differs value', '40 people – 40 people: contradicts withdrawn'],
    ],
    [
      'are taken back by who printed them',
      'The wave carried 230 barrels out of the fish hall of Vellmark.',
      'The wave carried 203 barrels out of the fish hall of Vellmark. Correction: In our report of Monday we wrote that 230 barrels were carried out of the fish hall.',
      ['230 barrels – 203 barrels: differs value', '230 barrels – 230 barrels: contradicts withdrawn'],
    ],
    [
      'differ as bounds of other values',
      'At least 3,420 people were treated for cold in the fish hall.',
      'More than 3,000 people were treated for cold in the fish hall.',
      ['At least 3,420 people – More than 3,000 people: differs comparator'],
    ],
    [
      'are taken back in passing',
      'The wave carried 212 barrels out of the fish hall of Vellmark.',
      'The wave carried 240 barrels out of the fish hall of Vellmark, not 212 barrels as first reported.',
      ['212 barrels – 240 barrels: differs value', '212 barrels – 212 barrels: contradicts withdrawn'],
    ],
    [
      'are not taken back by a first report, a first floor or what is done wrongly',
      'The inspectors counted 40 barrels in the fish hall of Vellmark and billed 12,000 euros for the barrels.',
      'The first report of the inspectors counted 40 barrels in the fish hall of Vellmark and they wrongly billed 12,000 euros for the barrels, as previously announced.',
      ['40 barrels – 40 barrels: agrees', '12,000 euros – 12,000 euros: agrees'],
    ],
    [
      'are not taken back by a “not” that is of something else',
      'The wave carried 12 barrels 40 metres out of the fish hall of Vellmark.',
      'Not 40 metres from the fish hall of Vellmark, the wave carried 12 barrels away.',
      ['12 barrels – 12 barrels: agrees', '40 metres – 40 metres: agrees'],
    ],
    [
      'are one share of two bases',
      'The harbour spends 12 percent of its annual budget on dredging the channel.',
      'The harbour spends 12 percent of its ticket sales on dredging the channel.',
      ['12 percent – 12 percent: differs base'],
    ],
    [
      'were taken on other days',
      'As of 2 May 2031, 14 people were missing in the fish hall.',
      'As of 4 May 2031, 9 people were still missing in the fish hall.',
      ['14 people – 9 people: differs date'],
    ],
    [
      'are of other months',
      'Berthing fees in the harbour rose by 12 per cent in March 2031.',
      'Berthing fees in the harbour rose by 15 per cent in April 2031.',
      ['12 per cent – 15 per cent: differs period'],
    ],
    [
      'are other deadlines',
      'The breakwater of Vellmark is to be rebuilt by 30 June 2033, Ostrand said.',
      'Ostrand said that the breakwater of Vellmark should be rebuilt by the end of 2032.',
      ['30 June 2033 – 2032: differs period'],
    ],
    [
      'agree where a day lies within a month',
      'The breakwater of Vellmark was opened to ships on 12 May 1921.',
      'The breakwater of Vellmark was opened to ships in May 1921.',
      ['12 May 1921 – May 1921: agrees'],
    ],
    [
      'take what a heading says of the amount into account',
      'Dredging the channel will cost $71 million.',
      'A $71 Million Dredging Bill\n\nThe ministry of finance put the expense at $71 million on Tuesday morning.',
      ['$71 million – $71 Million: agrees', '$71 million – $71 million: agrees'],
    ],
  ];
  it.each(cases)('%s', (_, a, b, expected) => {
    expect(figureLinks(a, b)).toEqual(expected);
    const turned = figureLinks(b, a).map((line) => line.replace(/^(.*) – (.*): /, '$2 – $1: '));
    expect([...turned].sort()).toEqual([...expected].sort());
  });
});

describe('figures that are not linked', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    [
      'percentages of other things, though both rise',
      'Berthing fees in the harbour are to rise by 12 per cent.',
      'Shares in the insurer Halvard rose 4.5 per cent.',
    ],
    [
      'shares of other bases',
      'The island spends 5% of its GDP on dikes.',
      'The island spends 10% of its budget on dikes.',
    ],
    [
      'the usual small counts',
      'Two fishermen watched the pumps from the fish hall.',
      'Ostrand, who has two sisters, said the dikes had held.',
    ],
    [
      'one year of two events',
      'The lighthouse was built in 1921.',
      'Her grandmother left the island in 1921.',
    ],
    [
      'like catches of two days',
      'On Monday the guards of Vellmark arrested 23 smugglers off the breakwater.',
      'On Thursday the guards of Vellmark arrested 26 smugglers off the breakwater.',
    ],
    [
      'years that only name something',
      'The 2027 election brought Ostrand to power.',
      'She lost the vote of the 2027 election in Vellmark.',
    ],
    [
      'orders of magnitude and amounts',
      'The storm cost the insurers billions of dollars.',
      'The storm cost the insurers 4.2 billion dollars.',
    ],
    [
      'amounts that lie far apart',
      'Rebuilding the breakwater will cost €64 million.',
      'The insurers paid €0.3 million for the breakwater.',
    ],
    [
      'amounts of two currencies that are not near to each other',
      'The contract for rebuilding the breakwater is worth $64 million.',
      'The contract for rebuilding the breakwater is worth £21 million.',
    ],
    [
      'numbers of nothing and numbers of things',
      'The mid-sized 787 will fly the insurers to the breakwater.',
      'The insurers want 800 sandbags flown to the breakwater.',
    ],
    [
      'spans of time that say nothing definite',
      'Rebuilding the breakwater took several years.',
      'Rebuilding the breakwater took years.',
    ],
  ];
  it.each(cases)('%s', (_, a, b) => {
    expect(figureLinks(a, b)).toEqual([]);
  });

  it('a second one, where one agrees', () => {
    const links = figureLinks(
      'Surveyors listed cracks in 14 sluices on the western shore.',
      'Surveyors listed cracks in 14 sluices on the western shore. In another survey they listed cracks in 17 sluices.',
    );
    expect(links).toEqual(['14 sluices – 14 sluices: agrees']);
  });

  it('of other values, months later', () => {
    const told = (day: string, count: number): string =>
      `Sluices of Vellmark\n\n${day}\n\nSurveyors listed cracks in ${count} sluices at Vellmark after Storm Runa.`;
    const frame = ['', ''] as const;
    const [early, soon, late] = [
      told('3 March 2031', 14),
      told('9 March 2031', 17),
      told('3 August 2031', 17),
    ];
    expect(figureLinks(early, soon, frame)).toEqual(['14 sluices – 17 sluices: differs value']);
    expect(figureLinks(early, late, frame)).toEqual([]);
  });

  it('usual ones of two stories', () => {
    const links = figureLinks(
      'The trial of the baker Tam Orrel lasted six years and cost the court a fortune.',
      'A new school in Tarn stands empty six years after the court sold it.',
      ['Orrel was accused of arson.\n\n', 'Pupils in Tarn still learn in barracks.\n\n'],
    );
    expect(links).toEqual([]);
  });
});

describe('figures linked by hand', () => {
  const cases: readonly (readonly [string, string, string, object])[] = [
    ['agree', '12 boats', 'a dozen boats', { relation: 'agrees', difference: null }],
    ['differ in value', '12 boats', '31 boats', { relation: 'differs', difference: 'value' }],
    ['are rounded', '$4.17 million', '$4.2 million', { relation: 'differs', difference: 'rounded' }],
    ['are of other currencies', '$4 million', '€4 million', { relation: 'differs', difference: 'currency' }],
    ['are of other units', '40 km', '40 kg', { relation: 'differs', difference: 'unit' }],
    ['have other bounds', '40 km', 'over 40 km', { relation: 'differs', difference: 'comparator' }],
  ];
  it.each(cases)('%s', (_, x, y, expected) => {
    const a = `The first report from Vellmark spoke of ${x} without saying what for.`;
    const b = `Ilse Ostrand, in her second letter, had it that ${y} went astray.`;
    const selectors = (text: string, exact: string) => {
      const start = text.indexOf(exact);
      const end = start + exact.length;
      const quote = { exact, prefix: text.slice(start - 20, start), suffix: text.slice(end, end + 20) };
      return { quote, position: { start, end } };
    };
    const decision = {
      id: 'd1',
      author: 'Maren Holt',
      created: '2026-01-02T03:04:05Z',
      decision: 'confirmed' as const,
      here: selectors(a, x),
      there: { article: './b.txt', selectors: selectors(b, y) },
    };
    const project = createProject();
    project.set({ path: 'a.txt', text: a, decisions: [decision] });
    project.set({ path: 'b.txt', text: b });
    expect(project.links().filter((link) => link.confirmedBy === 'Maren Holt')).toMatchObject([expected]);
  });
});
