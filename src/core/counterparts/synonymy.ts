import { synonymsOf } from '../lexicon/synonyms.ts';
import { type Overlap, overlap, type Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { areOpposites } from './sides.ts';

/** A term of one claim for which the other has a synonym. */
export interface Akin {
  readonly own: string;
  readonly other: string;
  /** How much it says that the two are used: less than one word used by both. */
  readonly weight: number;
}

/** What a synonym of the least likeness that is known says, and one of full likeness, against the same word. */
const FLOOR = 0.35;
const GAIN = 0.9;

/** Terms of content that stand for one another, each once; names are never alike. */
export function akinTerms(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Akin[] {
  const found: Akin[] = [];
  for (const [own, weight] of x.terms) {
    if (y.terms.has(own) || x.nameTerms.has(own)) continue;
    const best = bestSynonym(own, weight * pairing.rarity(own), x, y, pairing);
    if (best !== null && !found.some(({ other }) => other === best.other)) found.push(best);
  }
  return found;
}

function bestSynonym(
  own: string,
  weight: number,
  x: ClaimProfile,
  y: ClaimProfile,
  pairing: Pairing,
): Akin | null {
  let best: Akin | null = null;
  for (const { stem, likeness } of synonymsOf(own)) {
    const other = y.terms.get(stem);
    if (other === undefined || x.terms.has(stem) || y.nameTerms.has(stem) || areOpposites(own, stem))
      continue;
    const alike = (GAIN * (likeness - FLOOR)) / (1 - FLOOR);
    const says = alike * Math.min(weight, other * pairing.rarity(stem));
    if (says > (best?.weight ?? 0)) best = { own, other: stem, weight: says };
  }
  return best;
}

/** Synonyms add to what is shared, and stand for it no more than so far. */
export const MOST_AKIN = 0.6;

/** With the words that mean nearly the same. */
export function withAkin(common: Overlap, x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Overlap {
  let akin = 0;
  for (const { weight } of akinTerms(x, y, pairing)) akin += weight;
  const more = Math.min(akin, MOST_AKIN * common.shared);
  if (more === 0) return common;
  const { shared, content, fact, named, count } = common;
  const sums = { shared: shared + more, content: content + more, fact: fact + more, named, count };
  return overlap(sums, [pairing.weight(x), pairing.weight(y)]);
}
