import type { Pairing } from '../alignment.ts';
import type { ClaimProfile } from '../claim-profile.ts';
import { areApart } from '../conflicts.ts';
import { sharedWords } from '../evidence.ts';
import { areOfFates, areOfKinds, isOneOfKind, shareFate } from '../opposed.ts';
import type { Verdict } from '../verdict.ts';
import { A_DENIAL, ONE_EVENT } from '../weights.ts';
import {
  boundAlike,
  compareValues,
  isConverted,
  isScore,
  isWithinBound,
  keepsBound,
  moveApart,
  otherDifference,
} from './difference.ts';
import { valuesInWords } from './evidence.ts';
import { countsAnything, type FigureMeasure, sameBase } from './measure.ts';
import { isUnmistakable } from './other-values.ts';
import { UNSURE, weighFigures } from './weighing.ts';
import { type Articles, isDeadline, onePast, shareTime, timesDiffer } from './when.ts';
import { isWithdrawn, WITHDRAWN } from './withdrawn.ts';

/** Of figures that contradict each other, more are of two measures after all than of those that agree. */
const OTHER_VALUE = 0.78;

/** A correction tells little of what is corrected: so much does where the articles are of one story. */
const NEARLY = 0.3;

/** Compares two figures; null when they cannot measure the same thing. */
export function compareFigures(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Verdict | null {
  const { measure: a } = x;
  const { measure: b } = y;
  if (a === null || b === null || !(comparable(a, b) || shareFate(x, y))) return null;
  const values = compareValues(a, b);
  if (values === 'value' && !mayConflict(x, y, pairing)) return null;
  const ofKinds = a.quantity.group !== 'date' && (areOfKinds(x, y) || areOfFates(x, y));
  if (values !== 'equal' && (!sameBase(a, b) || ofKinds)) return null;
  const weighed = weighFigures([x, y], [a, b], values, pairing);
  if (weighed === null) return null;
  // What is taken back is in conflict with nothing but itself.
  if (values !== 'equal' && weighed.score > UNSURE && withdrawnIn(x, y, pairing) > 0) return null;
  const past = values === 'value' && weighed.score > UNSURE ? onePast(x, y, pairing) : null;
  const { relation, difference } = relationOfFigures(x, y, pairing);
  if (past === 'then' || (difference === 'direction' && areApart(a.names, b.names))) return null;
  const own = values === 'value' ? OTHER_VALUE * weighed.score : weighed.score;
  const corrected = difference === WITHDRAWN && own >= NEARLY && pairing.prior >= ONE_EVENT;
  return {
    score: corrected ? Math.max(own, A_DENIAL) : own,
    weak:
      weighed.rivals ||
      ofKinds ||
      past !== null ||
      // The score at half-time is another than at the end.
      (values === 'value' && (isScore(a) || isOneOfKind(x, y) || eachNamesOthers(a, b))) ||
      // Of eleven people nine may be workers.
      (values !== 'equal' && a.quantity.dimension !== b.quantity.dimension) ||
      difference === 'direction' ||
      (values === 'equal' && (isAnyFew(x, b) || isAnyFew(y, a))),
    relation,
    difference,
    evidence: () => [
      valuesInWords(a, b, difference),
      ...(weighed.words.length > 0 ? [sharedWords(weighed.words.slice(0, 4), pairing)] : []),
    ],
  };
}

/** Whether each clause names somebody or a place that the other does not: “across Marland”, “in Dunmore”. */
const eachNamesOthers = ({ names: a }: FigureMeasure, { names: b }: FigureMeasure): boolean =>
  [...a].some((name) => !b.has(name)) && [...b].some((name) => !a.has(name));

/**
 * Whether a figure is a few of nothing that is named, “two of them”, and what the other counts is not spoken of there
 * either: “three other rifles” are not “three outboard motors”.
 */
function isAnyFew({ terms, measure }: ClaimProfile, other: FigureMeasure): boolean {
  if (measure === null) return false;
  const { group, dimension, value, upper } = measure.quantity;
  const few = group === 'amount' && dimension === '' && upper === null && Math.abs(value ?? 0) < FEW;
  return few && Number.isInteger(value) && !terms.has(other.quantity.dimension);
}
const FEW = 10;

/** Of days and ranks only two deadlines of one thing can differ: much else happens on other days. */
function mayConflict(x: ClaimProfile, y: ClaimProfile, { a, b }: Pairing): boolean {
  const group = x.measure?.quantity.group;
  return group === 'date' ? isDeadline(x, a.analysis) && isDeadline(y, b.analysis) : group !== 'ordinal';
}

/** How two figures stand to each other that are known to be of one measure. Without their articles no times are compared. */
export function relationOfFigures(
  x: ClaimProfile,
  y: ClaimProfile,
  pairing: Articles | null,
): Pick<Verdict, 'relation' | 'difference'> {
  const difference = differenceOf(x, y, pairing);
  if (difference === WITHDRAWN) return { relation: 'contradicts', difference };
  const { measure: a } = x;
  const { measure: b } = y;
  const alike = difference === 'comparator' && a !== null && b !== null && boundAlike(a, b);
  return {
    relation: difference === null || difference === CONVERTED || alike ? 'agrees' : 'differs',
    difference,
  };
}

/** The same quantity in a unit of another system. */
const CONVERTED = 'converted unit';

function differenceOf(x: ClaimProfile, y: ClaimProfile, pairing: Articles | null): string | null {
  const { measure: a } = x;
  const { measure: b } = y;
  if (a === null || b === null) return x.figure?.value === y.figure?.value ? null : 'value';
  if (a.quantity.group !== b.quantity.group) return 'unit';
  if (!sameBase(a, b)) return 'base';
  if (!sameDimension(a, b) && (a.quantity.measured || b.quantity.measured)) return 'unit';
  const values = compareValues(a, b);
  const inHeading = [x, y].some(({ block }) => block === 'heading' || block === 'headline');
  if (a.quantity.group === 'date') return values === 'equal' ? null : 'period';
  if (values === 'equal') {
    if (pairing !== null && timesDiffer(x, y, pairing) === 'period') return 'period';
    if (pairing !== null && withdrawnIn(x, y, pairing) === 1) return WITHDRAWN;
    if (pairing !== null && moveApart(a, b) && !endsAt(x, pairing.a) && !endsAt(y, pairing.b))
      return 'direction';
    const sameTime = pairing !== null && shareTime(x, y, pairing);
    return otherDifference(a, b, { inHeading, sameTime }) ?? (isConverted(a, b) ? CONVERTED : null);
  }
  if (values === 'range' && pairing !== null && (movesTo(x, y, pairing.a) || movesTo(y, x, pairing.b)))
    return null;
  const bound = values === 'rounded' ? isWithinBound(a, b) : values === 'value' && keepsBound(a, b);
  const times = pairing !== null && (bound || values === 'value') ? timesDiffer(x, y, pairing) : null;
  return times ?? (bound ? 'comparator' : values);
}

/** “Slowed to 3.1 per cent” tells where it is, and prices are so much higher all the same. */
const TO = /\b(?:to|at)\s+(?:\p{L}+\s+){0,2}$/iu;

const endsAt = (claim: ClaimProfile, article: Articles['a']): boolean => TO.test(leadOf(claim, article));

/** Longest words before a figure that tell whether it moves from or to there. */
const LEAD = 24;

/** What stands before a figure. */
const leadOf = ({ claim: { start } }: ClaimProfile, { analysis }: Articles['a']): string =>
  analysis.article.text.slice(Math.max(0, start - LEAD), start);

const FROM = /\bfrom\s+$/i;

/** Whether one figure is a move that ends at the other: “raised from 3 to 4 per cent”. */
function movesTo(claim: ClaimProfile, { measure: end }: ClaimProfile, article: Articles['a']): boolean {
  const { figure, measure } = claim;
  if (figure === null || figure.direction === null || end?.quantity.upper !== null) return false;
  if (measure?.quantity.upper !== end.quantity.value) return false;
  return FROM.test(leadOf(claim, article));
}

/** In how many of both articles the figure is given only to take it back. */
const withdrawnIn = (x: ClaimProfile, y: ClaimProfile, { a, b }: Articles): number =>
  Number(isWithdrawn(x, a.analysis)) + Number(isWithdrawn(y, b.analysis));

function comparable(a: FigureMeasure, b: FigureMeasure): boolean {
  const [x, y] = [a.quantity, b.quantity];
  if (x.group !== y.group) return false;
  // “A record of 9-14” is no score, but one that is told as such.
  if (isScore(a) !== isScore(b)) return x.value === y.value && x.upper === y.upper;
  return sameDimension(a, b) || (!x.measured && !y.measured && x.key === y.key && isUnmistakable(a));
}

/** A count of things that are not named may count anything. */
const sameDimension = (a: FigureMeasure, b: FigureMeasure): boolean =>
  a.quantity.dimension === b.quantity.dimension || countsAnything(a) || countsAnything(b);
