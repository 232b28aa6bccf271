import { expect, it } from 'vitest';
import { analyze } from '../../src/core/claims/analyze.ts';
import { pairingOf } from '../../src/core/counterparts/alignment.ts';
import type { ArticleProfile } from '../../src/core/counterparts/claim-profile.ts';
import { scoredLinks } from '../../src/core/counterparts/links.ts';
import { profileOf } from '../../src/core/counterparts/profile.ts';
import { textOf } from '../../src/core/text/span.ts';

const BODY = [
  'Storm Runa reached Vellmark on Monday night and tore the roof off the old fish hall.',
  'Repair crews came to Vellmark by boat because Storm Runa had blocked every road.',
] as const;

/** An article with what is asked about in it: as a heading where it has no full stop, else as a paragraph. */
const article = (said: string, body: string): string =>
  `Gale over the islands\n\n${body}\n\n${said}\n\n${body}\n`;

const placeOf = ({ claims, analysis }: ArticleProfile, said: string): number =>
  claims.findIndex(
    ({ claim }) => claim.kind === 'statement' && textOf(analysis.article.text, claim) === said,
  );

/** How two statements of articles of one story are linked. */
function certaintyOf(a: string, b: string): string {
  const [x, y] = [
    profileOf('a.txt', analyze(article(a, BODY[0]))),
    profileOf('b.txt', analyze(article(b, BODY[1]))),
  ];
  const pair = [placeOf(x, a), placeOf(y, b)] as const;
  expect(Math.min(...pair)).toBeGreaterThanOrEqual(0);
  const [link] = scoredLinks(pairingOf(x, y, 0.2), [pair]);
  return link === undefined ? 'none' : (link.certainty ?? 'likely');
}

it.each([
  ['a heading of any live page', 'Live updates', 'Live updates'],
  ['a heading of any account', 'What we know so far', 'What we know so far'],
  ['a heading of any pictures', 'The day in pictures', 'The day in pictures'],
  ['a heading of any talk', 'Five questions answered', 'Five questions answered'],
  ['a heading of any story of one name', 'Storm Runa: the latest updates', 'Storm Runa: the latest updates'],
  ['a heading without a verb', 'Flood warnings', 'Flood warnings'],
  ['a heading that stands in a sentence', 'Extreme caution', 'Climbers were told to use extreme caution.'],
  [
    'a body of which each says something else',
    'The council of Vellmark met in the brewery under lanterns.',
    'The council of Vellmark paid for the boats.',
  ],
  [
    'a person of whom each says something else, and a few of other things',
    'Ilse Ostrand paid four fines for smuggling herrings.',
    'The lawyers of Ilse Ostrand wrote to four relatives of the keeper.',
  ],
  [
    'a role of whom each says something else',
    'The leader of the dredgers, Ilse Ostrand, telephoned the brewery at midnight.',
    'Her rival Tam Orrel, leader of the weavers, has won the lottery.',
  ],
  [
    'what two persons did alike',
    'Ilse Ostrand was arrested on suspicion of smuggling herrings.',
    'Tam Orrel was arrested on suspicion of smuggling herrings.',
  ],
  [
    'papers of two days',
    'A letter to the dredgers of Monday is marked “confidential”.',
    'The insurers’ report of Friday, marked “confidential”, puts the damage at nothing.',
  ],
])('%s makes no likely counterparts', (_, a, b) => {
  expect([certaintyOf(a, b), certaintyOf(b, a)]).toEqual(['possible', 'possible']);
});

it.each([
  ['a heading with a name and what happened', 'Ilse Ostrand resigns', 'Ilse Ostrand resigned at noon.'],
  ['a heading that tells it', 'Gale sinks herring trawlers', 'The gale sank herring trawlers off the pier.'],
  [
    'what two persons say',
    'Ilse Ostrand said that the pier had been closed to herring trawlers.',
    'The pier is closed to herring trawlers, Tam Orrel said.',
  ],
  ['a short sentence', 'The pier is closed.', 'The pier was closed.'],
])('%s makes likely counterparts', (_, a, b) => {
  expect([certaintyOf(a, b), certaintyOf(b, a)]).toEqual(['likely', 'likely']);
});
