import { around } from '../claims/around.ts';
import { SAYING, STOPWORDS } from '../lexicon/stopwords.ts';
import { contains } from '../text/span.ts';
import type { Pairing } from './alignment.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { weightOfTerm } from './terms.ts';
import { timesApart } from './times.ts';
import { wordsOf } from './words.ts';

/** Weight of the words that the sentences around two claims share, the claims' own left out. */
export const sharedAround = (x: ClaimProfile, y: ClaimProfile, pairing: Pairing): number =>
  weightAround(x, y, pairing, NOBODY);

/** The same without the words that name who says them: one person says much. */
export function matterAround(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): number {
  const named = [x, y].map(({ claim }) => claim.source ?? '').join(' ');
  const speakers = new Set(wordsOf(named, { start: 0, end: named.length }).map(({ stem }) => stem));
  return weightAround(x, y, pairing, speakers);
}

/** Whether the sentences around two claims name days, and none in common. */
export const daysApartAround = (x: ClaimProfile, y: ClaimProfile, { a, b }: Pairing): boolean =>
  timesApart(daysAround(x, a), daysAround(y, b));

const daysAround = ({ context }: ClaimProfile, { analysis }: ArticleProfile): string[] =>
  around(analysis.figures, context)
    .filter(({ kind }) => kind === 'date')
    .map(({ value }) => String(value));

const NOBODY: ReadonlySet<string> = new Set();

function weightAround(
  x: ClaimProfile,
  y: ClaimProfile,
  { a, b, rarity }: Pairing,
  without: ReadonlySet<string>,
): number {
  const others = stemsAround(y, b);
  let weight = 0;
  for (const stem of stemsAround(x, a))
    if (others.has(stem) && !without.has(stem)) weight += weightOfTerm(stem) * rarity(stem);
  return weight;
}

function stemsAround({ claim, context }: ClaimProfile, { analysis }: ArticleProfile): ReadonlySet<string> {
  const stems = new Set<string>();
  for (const word of wordsOf(analysis.article.text, context)) {
    const says = word.key.length > 1 && !STOPWORDS.has(word.key) && !SAYING.has(word.key);
    if (says && !contains(claim, word)) stems.add(word.stem);
  }
  return stems;
}
