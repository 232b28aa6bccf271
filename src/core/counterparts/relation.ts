import type { Pairing } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { areApart } from './conflicts.ts';
import { deniedFrom } from './denial.ts';
import { negatesAt } from './negation.ts';
import { sayOneThing } from './one-proposition.ts';

/** Claims must share this much of what they say before a negation on one side speaks against the other side. */
const SAME_CONTENT = 0.75;
const SAME_TERMS = 3;

/** Of what is denied, so much must stand in the other claim. */
const DENIED = 0.7;
const DENIED_TERMS = 2;

/**
 * Whether one claim denies what the other says: `perhaps` where what is denied may be only a part of it, or another
 * thing; `aside` where both speak of what one negates and say little else alike.
 */
export type Contradiction = 'clear' | 'perhaps' | 'aside' | null;

export const isDenied = (found: Contradiction): boolean => found === 'clear' || found === 'perhaps';

/**
 * Nearly the same content, negated on one side only, or what one side says denied on the other. Names do not count
 * as content: two sentences about one person may say anything.
 */
export function contradiction(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Contradiction {
  if (isNegative(x) === isNegative(y)) return null;
  const found = x.denies !== y.denies ? denialOf(x, y, pairing) : negationOf(x, y, pairing);
  return found === 'clear' && !sayOneThing(x, y, pairing) ? 'perhaps' : found;
}

/**
 * Whether there is a negation, not how many: “no toll and no timetable” and “no timetable” say the same, and so do
 * “denied that it was closed” and “said that it was not closed”.
 */
const isNegative = ({ negations, denies }: ClaimProfile): boolean => negations > 0 !== denies;

function negationOf(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Contradiction {
  const scope = x.negations > 0 ? scopeOf(x, y) : scopeOf(y, x);
  if (scope === null) return null;
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
  return count >= SAME_TERMS && (2 * shared) / all >= SAME_CONTENT ? scope : 'aside';
}

/** Words behind a negation of which one must be the other claim’s: “agreed on a swap, but not on a truce” denies no swap. */
const SCOPE = 3;
/** How far they are looked for. */
const REACH = 40;
/** These negate the words straight behind them and no more: “without incident”, “no comment”. */
const OF_NOUNS: ReadonlySet<string> = new Set(['no', 'without']);
/** Between a negation and what it negates these narrow nothing. */
const LIGHT: ReadonlySet<string> = new Set(
  'a an the this that any it its his her their our he she they we i you be been being is are was were am have has had having do did does will would to of ever'.split(
    ' ',
  ),
);

/** Whether one of a claim’s negations is of what the other says: clearly where the first that it negates stands there. */
function scopeOf(claim: ClaimProfile, other: ClaimProfile): Contradiction {
  const found = claim.words.flatMap((_, at) =>
    negatesAt(claim.words, at) ? [scopeAt(claim, at, other)] : [],
  );
  return found.find((scope) => scope === 'clear') ?? found.find((scope) => scope === 'perhaps') ?? null;
}

function scopeAt({ words, terms }: ClaimProfile, at: number, other: ClaimProfile): Contradiction {
  // “Not fully opened” may be opened: what stands between must stand there as well.
  let narrowed = false;
  let negated = 0;
  const most = OF_NOUNS.has(words[at]?.key ?? '') && words[at + 1]?.key !== 'longer' ? 1 : SCOPE;
  for (const { key, stem } of words.slice(at + 1, at + 1 + REACH)) {
    if (!terms.has(stem) || LIGHT.has(key) || key.endsWith('ly')) {
      narrowed ||= !LIGHT.has(key) && !other.words.some((word) => word.stem === stem);
      continue;
    }
    if (other.terms.has(stem)) return negated === 0 && !narrowed ? 'clear' : 'perhaps';
    if (++negated === most) return null;
  }
  return null;
}

/** Whether one claim denies what the other says: most of what is denied stands there, and no number in place of its own. */
function denialOf(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Contradiction {
  const [denial, other] = x.denies ? [x, y] : [y, x];
  const from = deniedFrom(denial.words);
  // Who denies that it was 2019 does not deny that it was 2023.
  if (from === null || areApart(denial.numbers, other.numbers)) return null;
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
  return count >= DENIED_TERMS && shared >= DENIED * all ? 'clear' : null;
}

const contentOf = (claim: ClaimProfile): [string, number][] =>
  [...claim.terms].filter(([term]) => !claim.nameTerms.has(term));
