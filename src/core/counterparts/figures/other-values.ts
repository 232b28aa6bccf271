import type { Pairing } from '../alignment.ts';
import { ONE_EVENT } from '../weights.ts';
import { isScore, type ValueRelation } from './difference.ts';
import type { Around } from './likeness.ts';
import { digitsOf, type FigureMeasure, type MeasureCounts } from './measure.ts';

/** Weight of things counted that few articles count. */
export const RARE_THING = 0.5;

/** How many times the one is the other; without values nothing is known, and no score is a multiple of another. */
export function ratioOf(a: FigureMeasure, b: FigureMeasure): number {
  const [{ value: p }, { value: q }] = [a.quantity, b.quantity];
  if (isScore(a)) return 1;
  if (p === null || q === null) return 1;
  return p > 0 && q > 0 ? Math.max(p, q) / Math.min(p, q) : Number.POSITIVE_INFINITY;
}

/** Amounts of this size that lie this close are no chance. */
const LARGE = 10_000;
const CLOSE = 1.15;

const isLargeAndClose = (a: FigureMeasure, b: FigureMeasure): boolean =>
  Math.min(shownValue(a), shownValue(b)) >= LARGE && ratioOf(a, b) <= CLOSE;

/** What it is worth, whatever is said around them, that two articles of one event count a thing once each. */
export const ONLY = 0.6;
/** Fewer of a thing are any few of them. */
const SEVERAL = 10;
/** How many times the other a count may be, and a share of what both call alike or things of which both tell more. */
const OF_COUNTS = 1.5;
const OF_ONE_KIND = 2;

/**
 * “212 passengers” and “240 passengers”, where neither article counts other passengers; “burned 23,000 hectares” and
 * “25,000 hectares burned”, where neither has other areas; “10 per cent contained” and “15 per cent contained”.
 */
export function isOnlyCount(
  a: FigureMeasure,
  b: FigureMeasure,
  said: { readonly around: Around; readonly counted: number },
  pairing: Pairing,
): boolean {
  if (pairing.prior < ONE_EVENT || ratioOf(a, b) > furthestApart(a, b, said)) return false;
  const { dimension, group } = a.quantity;
  if ([pairing.a, pairing.b].every(({ measures }) => measures.ofDimension.get(dimension) === 1)) return true;
  return (
    group === 'money' &&
    said.around.content >= SUMS_TOLD &&
    isOnlyNear(b, pairing.a.measures) &&
    isOnlyNear(a, pairing.b.measures)
  );
}

/** Weight of what stands around two sums that others stand beside. */
const SUMS_TOLD = 0.3;

/** Whether an article has one sum alone of about the size of another's: 3.2 billion, but not 1.9 billion, of 3.4 billion. */
const isOnlyNear = ({ quantity: { value, dimension } }: FigureMeasure, { values }: MeasureCounts): boolean =>
  value !== null &&
  values.get(dimension)?.filter((own) => Math.max(own, value) <= OF_COUNTS * Math.min(own, value)).length ===
    1;

/** How many times the one of two values may be the other; 0 where too little is said of what they are of. */
function furthestApart(
  a: FigureMeasure,
  b: FigureMeasure,
  { around, counted }: { readonly around: Around; readonly counted: number },
): number {
  const { group, measured } = a.quantity;
  if (group === 'share') return around.topic ? OF_ONE_KIND : 0;
  if (group === 'money') return around.content > 0 ? OF_COUNTS : 0;
  if (group !== 'amount') return 0;
  const least = Math.min(shownValue(a), shownValue(b));
  // “Three masked men” and “four masked men”.
  if (!measured && least > 1 && a.figure.unit === b.figure.unit && a.figure.unit?.includes(' '))
    return OF_ONE_KIND;
  const isTold = measured ? around.content > 0 : counted >= RARE_THING;
  return isTold && least >= SEVERAL ? OF_COUNTS : 0;
}

/** As it is written: 24 km is no large number, though it is 24,000 metres. */
const shownValue = ({ figure: { value } }: FigureMeasure): number => (typeof value === 'number' ? value : 0);

/** Digits of a number that nothing else is likely to have, and of one that hardly anything else in a story has. */
const EXACT = 3;
const UNIQUE = 4;

/** Millions, or tens of thousands, that are told to the third digit, and smaller numbers told to the fourth. */
export function isUnmistakable(measure: FigureMeasure): boolean {
  const { group, vague } = measure.quantity;
  if (vague || (group !== 'money' && group !== 'amount')) return false;
  const value = shownValue(measure);
  return value >= SEVERAL && digitsTold(measure) >= (value >= LARGE ? EXACT : UNIQUE);
}

/** Of a range those of both its ends. */
const digitsTold = (measure: FigureMeasure): number =>
  digitsOf(shownValue(measure)) + digitsOf(measure.figure.upper ?? 0);

/** “A crowd of 21,304”, “the attendance was 21,304”: in one story one number, whatever is said around it. */
export const isOneNumber = (a: FigureMeasure, b: FigureMeasure, { prior }: Pairing): boolean =>
  prior >= ONE_EVENT && isUnmistakable(a) && isUnmistakable(b);

/** Whether one number may yet be of two things. */
export const mayBeChance = (measure: FigureMeasure): boolean => digitsTold(measure) < UNIQUE;

/** Whether two values may be of two things of a kind: what is called “nearly” another one is of the same, and so is what has many digits. */
export function mayBeTwo(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): boolean {
  if (values === 'rounded') return a.figure.comparator === '=' && b.figure.comparator === '=';
  const digits = Math.min(digitsOf(shownValue(a)), digitsOf(shownValue(b)));
  return values === 'value' && !(digits >= EXACT && isLargeAndClose(a, b));
}

/** Weight of what stands around a score that names both sides. */
const OF_BOTH_SIDES = 2;

/**
 * Other values are of one measure only where more is the same than a theme; the same rare things are counted at the next
 * event of a kind, too.
 */
export function isTelling(
  a: FigureMeasure,
  b: FigureMeasure,
  around: Around,
  counted: number,
  { prior }: Pairing,
): boolean {
  // Two sides play each other once a day.
  if (isScore(a)) return around.weight >= OF_BOTH_SIDES;
  return isLargeAndClose(a, b) || around.about || (counted >= RARE_THING && prior >= ONE_EVENT);
}
