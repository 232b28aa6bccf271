import { oppositesOf } from '../lexicon/synonyms.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { sameName } from './names.ts';
import { areOpposed } from './opposed.ts';
import { timeOfTerm } from './terms.ts';
import { timesApart } from './times.ts';

/** What speaks against two statements being the same, with what is left of their likeness. */
const CONFLICTS: readonly {
  readonly factor: number;
  readonly of: (x: ClaimProfile, y: ClaimProfile) => boolean;
}[] = [
  { factor: 0.8, of: (x, y) => areApart(x.places, y.places) },
  { factor: 0.85, of: (x, y) => areApart(x.persons, y.persons) },
  { factor: 0.8, of: (x, y) => areApart(x.numbers, y.numbers) },
  { factor: 0.85, of: (x, y) => daysApart(x.days, y.days) },
  { factor: 0.75, of: saysOpposite },
];

/**
 * What is left of two statements' likeness, 0..1, where each names other places, persons, numbers or days than
 * the other, or has a word that means the opposite: like events, and not the same one.
 */
export function agreementOf(x: ClaimProfile, y: ClaimProfile): number {
  let left = 1;
  for (const { factor, of } of CONFLICTS) if (of(x, y)) left *= factor;
  return left;
}

/** Whether two claims are of other places, numbers or days. */
export const isElsewhere = (x: ClaimProfile, y: ClaimProfile): boolean =>
  areApart(x.places, y.places) || areApart(x.numbers, y.numbers) || daysApart(x.days, y.days);

/** Whether two claims are of other places, numbers or days, or tell the opposite of one thing. */
export const isOfOther = (x: ClaimProfile, y: ClaimProfile): boolean =>
  isElsewhere(x, y) || (x.denies === y.denies && saysOpposite(x, y));

/** Whether two statements are each of somebody beside who says it, and name nobody in common. */
export const areOfOthers = (x: ClaimProfile, y: ClaimProfile): boolean =>
  areApart(x.persons, y.persons) && areApart(personsBesideSource(x), personsBesideSource(y));

const personsBesideSource = ({ persons, names, claim: { source } }: ClaimProfile): ReadonlySet<string> =>
  source === null
    ? persons
    : new Set([...persons].filter((person) => !sameName(names.get(person) ?? person, source)));

/** Both have some, and none in common. */
export function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const one of a) if (b.has(one)) return false;
  return true;
}

/** “Friday night” is no other day than “Friday”. */
const daysApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  timesApart([...a].map(timeOfTerm), [...b].map(timeOfTerm));

function saysOpposite(x: ClaimProfile, y: ClaimProfile): boolean {
  if (areOpposed(x, y)) return true;
  for (const term of x.terms.keys()) {
    if (y.terms.has(term)) continue;
    if (oppositesOf(term).some(({ stem }) => y.terms.has(stem) && !x.terms.has(stem))) return true;
  }
  return false;
}
