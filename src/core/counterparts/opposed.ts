import { stemsOf } from '../text/stem.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { countsPeople } from './figures/quantity.ts';
import { apart, FATES, KINDS, OPPOSITES, OWN_CLAUSE, type Sides, sidesNear } from './sides.ts';
import { weightOfTerm } from './terms.ts';
import type { Word } from './words.ts';

/** Whether one of two claims has a word that excludes one of the other’s: “convicted” and “acquitted”. */
export const areOpposed = (x: ClaimProfile, y: ClaimProfile): boolean =>
  x.negations > 0 === y.negations > 0 && apart(opposites.of(x), opposites.of(y), OPPOSITES) !== 0;

/** Whether two claims are of two kinds of one measure: net and gross profit. */
export const areOfKinds = (x: ClaimProfile, y: ClaimProfile): boolean =>
  apart(kinds.of(x), kinds.of(y), KINDS) !== 0;

/** Whether only one of two claims says which kind of a measure it has. */
export const isOneOfKind = (x: ClaimProfile, y: ClaimProfile): boolean =>
  KINDS.groups.some((group) => ((kinds.of(x) & group) === 0) !== ((kinds.of(y) & group) === 0));

/** What happened to those whom a figure counts, as bits; 0 where it counts no people, or does not say. */
export const fateOf = (claim: ClaimProfile): number =>
  claim.measure !== null && countsPeople(claim.measure.quantity) ? fates.of(claim) : 0;

/** Whether two figures count people to whom different things happened: the dead and the injured. */
export const areOfFates = (x: ClaimProfile, y: ClaimProfile): boolean =>
  apart(fateOf(x), fateOf(y), FATES) !== 0;

/** Whether two figures count people to whom one thing happened. */
export const shareFate = (x: ClaimProfile, y: ClaimProfile): boolean => (fateOf(x) & fateOf(y)) !== 0;

/** Whether a stem is one of the words by which two claims are opposed. */
export function isOpposing(stem: string, x: ClaimProfile, y: ClaimProfile): boolean {
  const group = apart(opposites.of(x), opposites.of(y), OPPOSITES);
  return ((OPPOSITES.ofStem.get(stem) ?? 0) & group) !== 0;
}

/** The sides that a claim is on, read once. `least`: how near to a figure a word must stand. */
const sidesOnce = (sides: Sides, least = 0): { of(claim: ClaimProfile): number } => {
  const known = new WeakMap<ClaimProfile, number>();
  return {
    of: (claim) => {
      const read =
        known.get(claim) ?? (claim.figure === null ? inWords(claim, sides) : nearFigure(claim, sides, least));
      known.set(claim, read);
      return read;
    },
  };
};

const opposites = sidesOnce(OPPOSITES);
const kinds = sidesOnce(KINDS);
const fates = sidesOnce(FATES, OWN_CLAUSE);

/** These move something only before a word for it: “fewer visitors”, not “more than ever”. */
const QUANTIFIERS: ReadonlySet<string> = new Set(['more', 'fewer', 'less']);

function inWords({ words, terms }: ClaimProfile, { ofStem }: Sides): number {
  const isOfSomething = (next: Word | undefined): boolean => next !== undefined && terms.has(next.stem);
  let sides = 0;
  for (const [at, { key, stem }] of words.entries())
    if (!QUANTIFIERS.has(key) || isOfSomething(words[at + 1])) sides |= ofStem.get(stem) ?? 0;
  return sides;
}

/** Of a figure the nearest, what it counts before all. */
function nearFigure({ terms, figure }: ClaimProfile, sides: Sides, least: number): number {
  const unit = stemsOf(figure?.unit ?? '');
  return sidesNear(
    [...terms, ...[...unit].map((stem) => [stem, UNIT * weightOfTerm(stem)] as const)],
    sides,
    least,
  );
}

/** What a figure counts stands nearer than all that is said around it. */
const UNIT = 2;
