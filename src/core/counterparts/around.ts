import { SAYING, STOPWORDS } from '../lexicon/stopwords.ts';
import { contains } from '../text/span.ts';
import type { Pairing } from './alignment.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { weightOfTerm } from './terms.ts';
import { wordsOf } from './words.ts';

/** Weight of the words that the sentences around two claims share, the claims' own left out. */
export function sharedAround(x: ClaimProfile, y: ClaimProfile, { a, b, rarity }: Pairing): number {
  const others = stemsAround(y, b);
  let weight = 0;
  for (const stem of stemsAround(x, a)) if (others.has(stem)) weight += weightOfTerm(stem) * rarity(stem);
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
