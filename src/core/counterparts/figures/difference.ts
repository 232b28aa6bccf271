import type { Figure } from '../../mentions/mention.ts';
import { compareTimes } from '../times.ts';
import { foldWord } from '../words.ts';
import { digitsOf, type FigureMeasure } from './measure.ts';
import { type Quantity, scaleOf, unitOf } from './quantity.ts';

/** How two figures of one measure stand to each other. */
export type ValueRelation = 'equal' | 'rounded' | 'range' | 'currency' | 'value';

/**
 * `rounded` where one is the other with fewer digits, or a bound that the other keeps and comes near to; amounts
 * of different currencies are never converted.
 */
export function compareValues(a: FigureMeasure, b: FigureMeasure): ValueRelation {
  const [x, y] = [a.quantity, b.quantity];
  const currencies = [unitOf(a.figure), unitOf(b.figure)];
  if (isScore(a) || isScore(b)) return sameScore(x, y) ? 'equal' : 'value';
  if (x.group === 'money' && !currencies.includes(null) && currencies[0] !== currencies[1]) return 'currency';
  // A day lies within its month; “Friday night” within “Friday”.
  if (x.value === null || y.value === null)
    return /^(?:same|within)$/.test(compareTimes(x.key, y.key)) ? 'equal' : 'value';
  const size = Math.max(Math.abs(x.value), Math.abs(y.value));
  // 1.2 miles is 1.931 km: units of two systems are converted with a digit lost.
  const same = a.figure.unit === b.figure.unit || x.group !== 'amount' || !x.measured ? 1e-9 : 0.005;
  if (Math.abs(x.value - y.value) <= size * same || isReckoned(a, b) || isReckoned(b, a))
    return x.upper === y.upper ? 'equal' : 'range';
  if (x.upper !== null || y.upper !== null)
    return x.upper === y.upper || x.upper === y.value || y.upper === x.value ? 'range' : 'value';
  return isRounding([x.value, a.figure], [y.value, b.figure]) ||
    isRounding([y.value, b.figure], [x.value, a.figure])
    ? 'rounded'
    : 'value';
}

/** The goals of a match: two numbers, and no range. */
export const isScore = ({ figure }: FigureMeasure): boolean => figure.unit === 'score';

/** The loser's paper gives it from the other side. */
const sameScore = (x: Quantity, y: Quantity): boolean =>
  (x.value === y.value && x.upper === y.upper) || (x.value === y.upper && x.upper === y.value);

/** Whether the one rises by what the other falls. */
export const moveApart = ({ figure: a }: FigureMeasure, { figure: b }: FigureMeasure): boolean =>
  a.direction !== null && b.direction !== null && a.direction !== b.direction;

/** Whether a quantity is told in units of two systems, so that one of them was reckoned. */
export function isConverted(a: FigureMeasure, b: FigureMeasure): boolean {
  const [x, y] = [unitOf(a.figure), unitOf(b.figure)];
  if (x === null || y === null || x === y || a.quantity.group !== 'amount') return false;
  const ratio = Math.log10(scaleOf(x) / scaleOf(y));
  return Math.abs(ratio - Math.round(ratio)) > 1e-6;
}

/** Whether an amount is another one in a unit of another system, with as many digits as it has: 12 km is 7.5 miles. */
function isReckoned(a: FigureMeasure, b: FigureMeasure): boolean {
  const [value, other] = [a.quantity.value, b.quantity.value];
  if (value === null || other === null || !isConverted(a, b) || value <= 0 || other <= 0) return false;
  const scale = scaleOf(unitOf(a.figure) ?? '');
  const [shown, exact] = [value / scale, other / scale];
  const step = 10 ** (Math.floor(Math.log10(shown)) - digitsOf(shown) + 1);
  return Math.abs(shown - exact) <= Math.min(step / 2, PLAIN * exact);
}

/** A value, and the figure that states it. */
type Stated = readonly [value: number, figure: Figure];

/** Furthest that a rounded figure is from the exact one: closer where the words do not say that it is rounded. */
const PLAIN = 0.05;
const HEDGED = 0.12;
const BOUND = 0.25;

/** Whether `rough`, as its figure states it, is `exact` with fewer significant digits. */
function isRounding([exact, told]: Stated, [rough, { comparator, kind }]: Stated): boolean {
  if (exact === 0 || rough === 0 || exact < 0 !== rough < 0) return false;
  const off = (exact - rough) / Math.abs(exact);
  if (Math.abs(off) > BOUND) return false;
  const digits = digitsOf(rough);
  // "Some 241" is no exact figure of which "some 250" is a rough one.
  if (told.comparator === '~' && comparator === '~' && Math.abs(exact - rough) >= stepOf(rough) / 2)
    return false;
  const near = isCutOrNearest(exact, rough) || (comparator === '~' && isRound(rough));
  // "Nearly two dozen" for 23.
  if (comparator === '~' && digits <= 2 && Math.abs(off) <= PLAIN) return near;
  if (digits >= digitsOf(exact)) return false;
  // 21% is not 20%, unless the words say so; 35.7% is 36%.
  if (comparator === '=' && kind === 'percent' && digitsOf(exact) <= 2 && exact >= 0.1) return false;
  const above = comparator === '>' || comparator === '>=';
  const below = comparator === '<' || comparator === '<=';
  // "More than 3,000" for 3,400: cut rather than rounded, and true.
  if (above || below) return above === off > 0 && Math.abs(off) <= BOUND && digits <= 2;
  return near && Math.abs(off) <= (comparator === '~' ? HEDGED : PLAIN);
}

/** The last place of a number that its digits tell. */
const stepOf = (rough: number): number =>
  10 ** (Math.floor(Math.log10(Math.abs(rough))) - digitsOf(rough) + 1);

/** Rounded up or down, as is nearer. */
const isNearest = (exact: number, rough: number): boolean =>
  Math.abs(exact - rough) <= stepOf(rough) * 0.500001;

/** 70.4 may be told as 70, and so may 70.8; but 70.4 is not 71. */
const isCutOrNearest = (exact: number, rough: number): boolean => {
  const more = Math.abs(exact) - Math.abs(rough);
  return isNearest(exact, rough) || (more > 0 && more < stepOf(rough));
};

/** Tens, fives and dozens are said of what is about so much. */
const isRound = (rough: number): boolean => {
  const digits = Math.round(Math.abs(rough) / stepOf(rough));
  return digits < 10 || digits % 5 === 0 || digits % 12 === 0;
};

const PERIOD =
  /\b(?:annual|annually|year|yearly|month|monthly|week|weekly|daily|quarter|quarterly|day|by|until|before|end|deadline)\b/i;

/** What differs between figures of equal value, in one word; null where nothing does. */
export function otherDifference(
  x: FigureMeasure,
  y: FigureMeasure,
  { inHeading, sameTime }: { readonly inHeading: boolean; readonly sameTime: boolean },
): string | null {
  const { figure: a } = x;
  const { figure: b } = y;
  if (x.rate !== null && y.rate !== null) {
    if (x.rate !== y.rate) return 'period';
  } else if (
    !sameTime &&
    a.qualifier !== null &&
    b.qualifier !== null &&
    foldWord(a.qualifier) !== foldWord(b.qualifier)
  )
    return PERIOD.test(a.qualifier) || PERIOD.test(b.qualifier) ? 'period' : 'qualifier';
  return boundOf(a) !== boundOf(b) && !inHeading ? 'comparator' : null;
}

/** "About" and no word at all say the same in the news. */
const boundOf = ({ comparator }: Figure): string => (comparator === '~' ? '=' : comparator);

/** "Over 30" and "at least 30": bounds to one side, of which one has its own value in it. */
export const boundAlike = ({ figure: a }: FigureMeasure, { figure: b }: FigureMeasure): boolean =>
  a.value === b.value && boundOf(a) !== '=' && boundOf(b) !== '=' && boundOf(a)[0] === boundOf(b)[0];

/** "At least 30" and "34": both may be true, and nothing was rounded. */
export const isWithinBound = ({ figure: a }: FigureMeasure, { figure: b }: FigureMeasure): boolean =>
  [a, b].some(({ comparator }) => comparator === '>=' || comparator === '<=');

/** "At least 120" and "140": the one keeps the other's bound. */
export const keepsBound = (a: FigureMeasure, b: FigureMeasure): boolean => isAbove(a, b) || isAbove(b, a);

const isAbove = ({ figure, quantity }: FigureMeasure, { quantity: other }: FigureMeasure): boolean =>
  figure.comparator.startsWith('>') && (other.value ?? 0) > (quantity.value ?? 0);
