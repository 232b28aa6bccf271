import { describe, expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { pairingOf } from '../../src/core/counterparts/alignment.ts';
import type { ArticleProfile } from '../../src/core/counterparts/claim-profile.ts';
import { scoredLinks } from '../../src/core/counterparts/links.ts';
import { profileOf } from '../../src/core/counterparts/profile.ts';

/** What articles' likeness says of their claims: of one story surely, or of two. */
const PRIOR = { one: 0.2, two: 0.03 } as const;

type Kind = 'quotation' | 'figure' | 'statement';

const firstIn = ({ claims }: ArticleProfile, kind: Kind): number =>
  claims.findIndex(({ claim }) => claim.kind === kind);

/** The link between the first claims of a kind of two texts. */
function linkOf(stories: keyof typeof PRIOR, a: string, b: string, kind: Kind) {
  const [x, y] = [profileOf('a.txt', analyze(a)), profileOf('b.txt', analyze(b))];
  return scoredLinks(pairingOf(x, y, PRIOR[stories]), [[firstIn(x, kind), firstIn(y, kind)]])[0];
}

/** How the first quotations, or figures, of two texts are linked. */
function certaintyOf(stories: keyof typeof PRIOR, a: string, b: string, kind: Kind = 'quotation'): string {
  const link = linkOf(stories, a, b, kind);
  // What scores less is possible, if anything, for its score.
  return link === undefined || link.score < 0.45 ? 'weak' : (link.certainty ?? 'likely');
}

describe('quotations are likely counterparts', () => {
  it.each([
    [
      'as told otherwise in one story',
      'one',
      '“Nobody on this island believed that the seawall would hold for another winter,” Ilse Ostrand said.',
      '“Nobody on the island thought that our seawall was good for one more winter,” Ilse Ostrand said.',
    ],
    [
      'as a phrase that is all of one of them',
      'two',
      '“They can drain the lagoon, but they will never silence the foghorns,” Ilse Ostrand said.',
      'Ilse Ostrand had vowed that they would “never silence the foghorns”.',
    ],
    [
      'as two runs that are most of one of them',
      'two',
      '“Dredge the lagoon, says the ministry, and then pave it with oysters and with pearls, if you dare,” Ilse Ostrand said.',
      'Ilse Ostrand told them to “dredge the lagoon and pave it”.',
    ],
    [
      'as a term that both quote',
      'two',
      'Ilse Ostrand called the gale “bad luck” on the quays.',
      'On the quays Ilse Ostrand called the gale “bad luck”.',
    ],
    [
      'as one word of one speaker in one story',
      'one',
      'Ilse Ostrand called the rumour “nonsense”.',
      'The mayor, Ilse Ostrand, spoke of “nonsense” on Monday.',
    ],
    [
      'as a term of one speaker in one story, told on two days',
      'one',
      'Ilse Ostrand had spoken of “floating herrings” on Sunday.',
      'Her “floating herrings” were no joke, Ilse Ostrand said on Monday.',
    ],
  ] as const)('%s', (_, stories, a, b) => {
    expect(certaintyOf(stories, a, b)).toBe('likely');
  });
});

describe('quotations are possible counterparts', () => {
  it.each([
    [
      'as a word of the day in another mouth',
      'two',
      'Ilse Ostrand called the gale “bad luck” on the quays.',
      'On the quays Bram Hollis called the gale “bad luck”.',
    ],
    [
      'as a word that one speaker has for two matters',
      'two',
      'Ilse Ostrand called the new foghorn a “disaster” in a letter.',
      'The budget of the orchard board is a “disaster”, Ilse Ostrand said.',
    ],
    [
      'as a word that one speaker has on two days',
      'one',
      'Ilse Ostrand called the rumour “nonsense” on Sunday.',
      'Ilse Ostrand called the insurers’ offer “nonsense” on Wednesday.',
    ],
    [
      'as a word of one story in nobody’s mouth',
      'one',
      'The orchard’s map is stamped “confidential”, the dredgers said.',
      'Letters of the brewery are “confidential”, it says there.',
    ],
    [
      'as a vow that anybody makes',
      'two',
      '“Listen to me, friends, because we are going to win this regatta,” Ilse Ostrand said.',
      '“We are going to win this regatta,” Bram Hollis said.',
    ],
    [
      'as a phrase of every speech',
      'two',
      '“My heartfelt thanks go to everyone who turned out on the windy quays, because this harbour is yours again,” Ilse Ostrand said.',
      '“Gratitude to everyone who turned out for the picnic, and congratulations on your marvellous lanterns,” Ilse Ostrand said.',
    ],
    [
      'as words here and there',
      'two',
      '“Lanterns on the promenade burn as long as fishermen need a beacon at sea,” Ilse Ostrand said.',
      '“What fishermen call a beacon, teachers call a waste of good money and of broken lanterns,” Ilse Ostrand said.',
    ],
    [
      'as a turn of phrase that comes back on another day',
      'two',
      '“We are going to mend nets again, and we are going to mend so many of them,” Ilse Ostrand said.',
      '“Nobody mends anything here, but we are going to mend nets again, an island of dreamers and of weavers led by grumblers,” Ilse Ostrand said.',
    ],
    [
      'as a term of the day, whoever says it',
      'two',
      'The islanders took credit for “being right on floating herring taxes”.',
      'Bram Hollis warned the quays of “floating herring taxes”.',
    ],
    [
      'as one word of what is said before or after',
      'one',
      '“And is that lantern yours?” Ilse Ostrand was asked, and Ilse Ostrand said: “Is that lantern yours?”',
      '“I never sold you that lantern,” Ilse Ostrand said.',
    ],
    [
      'as words of a law that somebody cites',
      'one',
      'The Foghorn Act states that “all lanterns lit or carried within the harbour and visible from the quays thereof are the property of the island and of the parish”.',
      '“Our boats are not covered by the Foghorn Act because of the words ‘visible from the quays thereof’,” Bram Hollis said.',
    ],
    [
      'of somebody who answers',
      'one',
      '“The seawall is stronger than the gossip of frightened and tired people on this island,” Ilse Ostrand said.',
      '“Whoever claims that the seawall is stronger than the gossip has never carried sandbags through the lower town at night,” Tam Orrel said.',
    ],
  ] as const)('%s', (_, stories, a, b) => {
    expect(certaintyOf(stories, a, b)).toBe('possible');
  });
});

describe('figures that differ are', () => {
  it.each([
    [
      'likely of one thing, told in other words',
      'one',
      'The gale left 2,470 houses in Vellmark without water, the council said.',
      'According to the council, the gale left 2,900 houses in Vellmark without water.',
      'likely',
    ],
    [
      'possibly of one thing where each sentence has its own',
      'one',
      'The wrecked lighthouse lies 45 kilometres from the oyster market of Vellmark.',
      'The haunted orchard lies 31 kilometres from the oyster market of Vellmark.',
      'possible',
    ],
    [
      'likely of one thing where they are exact, large and close',
      'one',
      'The haunted orchard of the duke cost the oyster market of Vellmark $141,300.',
      'The wrecked lighthouse of the duke cost the oyster market of Vellmark $139,800.',
      'likely',
    ],
    [
      'not of one thing where rare things are counted at two events',
      'two',
      'Sailors captured 23 smugglers off Vellmark.',
      'Off Vellmark, 26 smugglers were arrested on a trawler.',
      'weak',
    ],
    [
      'possibly of one thing that both articles count once, in other words',
      'one',
      'The Solvane ran aground on the rocks with 212 passengers on board, the coastguard said.',
      'The ferry was carrying 240 passengers when it struck a reef, its owners told reporters.',
      'possible',
    ],
    [
      'possibly of one thing that both articles measure once, with little else in common',
      'one',
      'The gale has flooded 23,000 hectares and torn off 140 roofs, the council said.',
      'Officials put the flooded area behind the seawall at about 25,000 hectares.',
      'possible',
    ],
    [
      'possibly of the one sum of about its size that both articles give',
      'one',
      'To meet the union’s demand in full would cost 3.2bn kroner a year, against the 1.9bn kroner in the budget.',
      'He put the annual cost of the union’s claim at 3.4 billion kroner.',
      'possible',
    ],
    [
      'likely of one person’s age',
      'one',
      'Ilse Ostrand, 57, was found guilty of stealing lanterns.',
      'A rope was cut by Ilse Ostrand, 56, the court heard.',
      'likely',
    ],
    [
      'not of two persons’ ages',
      'one',
      'Ilse Ostrand, 57, was found guilty of stealing lanterns in Vellmark.',
      'The 56-year-old rower Bram Hollis was found guilty of stealing lanterns in Vellmark.',
      'weak',
    ],
    [
      'possibly of the one amount that both articles give',
      'one',
      'She promised an extra 250 million crowns for surgery by the end of March.',
      'The minister pledged 205 million crowns for more operations by the end of the financial year.',
      'possible',
    ],
    [
      'possibly of the same few things, where both say of what kind they are',
      'one',
      'Three masked men climbed into the museum at night, inspector Hollis said.',
      'Police believe that four masked men were involved.',
      'possible',
    ],
    [
      'possibly of the one share that both give of it',
      'one',
      'The fire, which began on Sunday near a quay, was 10 per cent contained.',
      'The fire is 15 per cent contained, with rowers at work in shifts.',
      'possible',
    ],
    [
      'possibly of the same people, where they are called by what they are',
      'one',
      'A seawall fell on a camp in Vellmark on Monday, killing nine workers, the council said.',
      'Eleven people were killed when a seawall fell on a camp in Vellmark on Monday, officials said.',
      'possible',
    ],
    [
      'possibly of the same people, where one does not say whom it counts',
      'one',
      'A seawall fell on a camp in Vellmark on Monday and killed 31, the council said.',
      'Twenty-seven workers were killed when a seawall fell on a camp in Vellmark on Monday, officials said.',
      'possible',
    ],
    [
      'not of the same people where one counts far fewer',
      'one',
      'A seawall fell on a camp in Vellmark on Monday and killed 31, the council said.',
      'Twelve workers were killed when a seawall fell on a camp in Vellmark on Monday, officials said.',
      'weak',
    ],
    [
      'not of the same people where other things happened to them',
      'one',
      'A seawall fell on a camp in Vellmark on Monday, injuring nine workers, the council said.',
      'Eleven people were killed when a seawall fell on a camp in Vellmark on Monday, officials said.',
      'weak',
    ],
    [
      'of one thing at two hours of a day',
      'one',
      'The hole in the seawall is 55 metres wide, the council said on Thursday evening.',
      'The hole in the seawall is 40 metres wide, the council said on Thursday at 3 a.m.',
      'likely',
    ],
    [
      'of one thing where they are counted at one event',
      'one',
      'Sailors captured 23 smugglers off Vellmark.',
      'Off Vellmark, 26 smugglers were arrested by sailors.',
      'likely',
    ],
  ] as const)('%s', (_, stories, a, b, expected) => {
    expect(certaintyOf(stories, a, b, 'figure')).toBe(expected);
  });
});

it('a few that are not named are possibly few of anything', () => {
  const [a, b] = [
    'Divers seized seven harpoons, three other spears, a winch and 13 lanterns from the Vellmark smugglers.',
    'Divers took seven harpoons, 13 lanterns, a winch and three outboard motors from the Vellmark smugglers.',
  ];
  const [x, y] = [profileOf('a.txt', analyze(a)), profileOf('b.txt', analyze(b))];
  const third = ({ claims }: ArticleProfile): number =>
    claims.findIndex(({ figure }) => figure?.kind === 'count' && figure.value === 3);
  const [link] = scoredLinks(pairingOf(x, y, PRIOR.one), [[third(x), third(y)]]);
  expect(link?.certainty).toBe('possible');
});

it('an amount that is hardly met by chance is one in articles of one event, with little said around it', () => {
  const [a, b] = [
    'Ostrand pays $1.27 billion, and half of it is due.',
    'The quays went to Ostrand for $1.27bn.',
  ];
  expect(certaintyOf('one', a, b, 'figure')).toBe('likely');
});

it('a tally is one number, whether it is told as a score or only by its two numbers', () => {
  const [a, b] = [
    'The Vellmark Herons of Dunmore are 9-14 this season.',
    'The Vellmark Herons of Dunmore have a 9-14 record this season.',
  ];
  const link = linkOf('one', a, b, 'figure');
  expect([link?.relation, link?.difference]).toEqual(['agrees', null]);
});

describe('statements of one story are possibly one', () => {
  it.each([
    [
      'where one tells of an event before',
      'In 2022 a cargo plane slid off the wet runway, with nobody hurt.',
      'Plane slid off the wet runway: the pilot’s warning.',
    ],
    [
      'where one is a heading of what figures show',
      'The number waiting for a boat fell to 18,300 from 19,100 in June, official figures show.',
      '# What the waiting-list figures really show\n\nThe list needs context.',
    ],
    [
      'where they share little but who speaks',
      'A former keeper walked into a staff party at a lantern shop on Friday and shot a gull.',
      'A keeper of another shop nearby said staff were led to their boats.',
    ],
  ])('%s', (_, a, b) => {
    expect(linkOf('one', a, b, 'statement')?.certainty).toBe('possible');
  });
});

describe('statements of one story that exclude each other are possible at most', () => {
  const relationOf = (a: string, b: string): string => {
    const link = linkOf('one', a, b, 'statement');
    return `${link?.certainty ?? 'likely'} ${link?.relation} ${link?.difference ?? ''}`.trim();
  };
  it.each([
    [
      'for a verdict',
      'A jury in Vellmark convicted Ilse Ostrand of fraud after a six-week trial.',
      'A jury in Vellmark acquitted Ilse Ostrand of fraud after a six-week trial.',
      'possible contradicts opposite',
    ],
    [
      'for a vote',
      'The council of Vellmark approved the bid for the old fish hall on Tuesday.',
      'The council of Vellmark rejected the bid for the old fish hall on Tuesday.',
      'possible contradicts opposite',
    ],
    [
      'for a change',
      'The lagoon museum had fewer visitors in the summer, the curator said.',
      'The lagoon museum had more visitors in the summer, the curator said.',
      'possible contradicts opposite',
    ],
    [
      'for who did it',
      'Ilse Ostrand defeated Bram Hollis in the runoff for mayor of Vellmark.',
      'Bram Hollis defeated Ilse Ostrand in the runoff for mayor of Vellmark.',
      'possible paraphrase',
    ],
    [
      'for how it ended',
      'A rower was badly injured when a tram left its rails at the quay of Vellmark on Monday.',
      'A rower was killed when a tram left its rails at the quay of Vellmark on Monday.',
      'possible paraphrase',
    ],
    [
      'for how many times as much',
      'Bram Hollis said the waiting list of the harbour clinic had doubled since Monday.',
      'Bram Hollis said the waiting list of the harbour clinic had tripled since Monday.',
      'possible contradicts opposite',
    ],
    [
      'but not for an injury that somebody dies of',
      'A rower was fatally injured when a tram left its rails at the quay of Vellmark on Monday.',
      'A rower was killed when a tram left its rails at the quay of Vellmark on Monday.',
      'likely paraphrase',
    ],
    [
      'but not for who had it done',
      'Ilse Ostrand defeated Bram Hollis in the runoff for mayor of Vellmark.',
      'Bram Hollis was defeated by Ilse Ostrand in the runoff for mayor of Vellmark.',
      'likely paraphrase',
    ],
    [
      'but not for the same verdict',
      'The council of Vellmark approved the bid for the old fish hall on Tuesday.',
      'The council of Vellmark did approve the bid for the old fish hall on Tuesday.',
      'likely paraphrase',
    ],
  ] as const)('%s', (_, a, b, expected) => {
    expect(relationOf(a, b)).toBe(expected);
  });
});
