import type { Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { deniedFrom } from './denial.ts';

/** Claims must share this much of what they say before a negation on one side speaks against the other side. */
const SAME_CONTENT = 0.75;
const SAME_TERMS = 3;

/** Of what is denied, so much must stand in the other claim. */
const DENIED = 0.7;
const DENIED_TERMS = 2;

/**
 * Nearly the same content, negated on one side only, or what one side says denied on the other. Names do not count
 * as content: two sentences about one person may say anything.
 */
export function contradicts(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean {
  if (isNegative(x) === isNegative(y)) return false;
  if (x.denies !== y.denies) return x.denies ? isDenied(x, y, pairing) : isDenied(y, x, pairing);
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

/**
 * Whether there is a negation, not how many: “no toll and no timetable” and “no timetable” say the same, and so do
 * “denied that it was closed” and “said that it was not closed”.
 */
const isNegative = ({ negations, denies }: ClaimProfile): boolean => negations > 0 !== denies;

/** Whether one claim denies what the other says: most of what is denied stands there. */
export function isDenied(denial: ClaimProfile, other: ClaimProfile, pairing: Pairing): boolean {
  const from = deniedFrom(denial.words);
  if (from === null) return false;
  let all = 0;
  let shared = 0;
  let count = 0;
  for (const stem of new Set(denial.words.slice(from).map((word) => word.stem))) {
    const weight = (denial.terms.get(stem) ?? 0) * pairing.rarity(stem);
    all += weight;
    if (weight === 0 || !other.terms.has(stem)) continue;
    shared += weight;
    if (!denial.whoTerms.has(stem)) count++;
  }
  return count >= DENIED_TERMS && shared >= DENIED * all;
}

const contentOf = (claim: ClaimProfile): [string, number][] =>
  [...claim.terms].filter(([term]) => !claim.nameTerms.has(term));
