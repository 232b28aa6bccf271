import type { Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';

/** Claims must share this much of what they say before a negation on one side speaks against the other side. */
const SAME_CONTENT = 0.75;
const SAME_TERMS = 3;

/**
 * Nearly the same content, negated or denied on one side only. Names do not count as content: two sentences
 * about one person may say anything.
 */
export function contradicts(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean {
  // Whether there is a negation, not how many: “no toll and no timetable” and “no timetable” say the same.
  if (x.negations > 0 === y.negations > 0 && x.denies === y.denies) return false;
  let shared = 0;
  let count = 0;
  for (const [term, weight] of contentOf(x)) {
    if (!y.terms.has(term)) continue;
    shared += weight * pairing.rarity(term);
    count++;
  }
  const all = [...contentOf(x), ...contentOf(y)].reduce(
    (sum, [term, w]) => sum + w * pairing.rarity(term),
    0,
  );
  return count >= SAME_TERMS && (2 * shared) / all >= SAME_CONTENT;
}

const contentOf = (claim: ClaimProfile): [string, number][] =>
  [...claim.terms].filter(([term]) => !claim.nameTerms.has(term));
