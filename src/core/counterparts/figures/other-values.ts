import type { Pairing } from '../alignment.ts';
import { ONE_EVENT } from '../weights.ts';
import type { ValueRelation } from './difference.ts';
import type { Around } from './likeness.ts';
import { digitsOf, type FigureMeasure } from './measure.ts';

/** Weight of things counted that few articles count. */
export const RARE_THING = 0.5;

/** How many times the one is the other; without values nothing is known. */
export function ratioOf(
  { quantity: { value: p } }: FigureMeasure,
  { quantity: { value: q } }: FigureMeasure,
): number {
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
const NOT_FAR = 1.3;

/**
 * “212 passengers” and “240 passengers”, where neither article counts other passengers; “burned 23,000 hectares” and
 * “25,000 hectares burned”, where neither has other areas.
 */
export function isOnlyCount(
  a: FigureMeasure,
  b: FigureMeasure,
  { around, counted }: { readonly around: Around; readonly counted: number },
  pairing: Pairing,
): boolean {
  const { dimension, measured, group } = a.quantity;
  if (pairing.prior < ONE_EVENT || group !== 'amount') return false;
  if (measured ? around.content === 0 : counted < RARE_THING) return false;
  if (Math.min(shownValue(a), shownValue(b)) < SEVERAL || ratioOf(a, b) > NOT_FAR) return false;
  return [pairing.a, pairing.b].every(({ measures }) => measures.ofDimension.get(dimension) === 1);
}

/** As it is written: 24 km is no large number, though it is 24,000 metres. */
const shownValue = ({ figure: { value } }: FigureMeasure): number => (typeof value === 'number' ? value : 0);

/** Digits of a number that nothing else is likely to have. */
const EXACT = 3;

/** Whether two values may be of two things of a kind: what is called “nearly” another one is of the same, and so is what has many digits. */
export function mayBeTwo(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): boolean {
  if (values === 'rounded') return a.figure.comparator === '=' && b.figure.comparator === '=';
  const digits = Math.min(digitsOf(shownValue(a)), digitsOf(shownValue(b)));
  return values === 'value' && !(digits >= EXACT && isLargeAndClose(a, b));
}

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
  if (a.quantity.dimension !== b.quantity.dimension) return false;
  return isLargeAndClose(a, b) || around.about || (counted >= RARE_THING && prior >= ONE_EVENT);
}
