import type { Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { areApart } from './conflicts.ts';
import { deniedFrom } from './denial.ts';
import { negatesAt } from './negation.ts';

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
  if (x.negations > 0 ? !negatesOf(x, y) : !negatesOf(y, x)) return false;
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

/** Words behind a negation of which one must be the other claim's: “agreed on a swap, but not on a truce” denies no swap. */
const SCOPE = 3;
/** How far they are looked for. */
const REACH = 40;

function negatesOf({ words, terms }: ClaimProfile, other: ClaimProfile): boolean {
  return words.some((_, at) => {
    if (!negatesAt(words, at)) return false;
    let negated = 0;
    for (const { stem } of words.slice(at + 1, at + 1 + REACH)) {
      if (!terms.has(stem)) continue;
      if (other.terms.has(stem)) return true;
      if (++negated === SCOPE) return false;
    }
    return negated === 0;
  });
}

/** Whether one claim denies what the other says: most of what is denied stands there, and no number in place of its own. */
function isDenied(denial: ClaimProfile, other: ClaimProfile, pairing: Pairing): boolean {
  const from = deniedFrom(denial.words);
  // Who denies that it was 2019 does not deny that it was 2023.
  if (from === null || areApart(denial.numbers, other.numbers)) return false;
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
