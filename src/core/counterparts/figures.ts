import type { Figure } from '../mentions/mention.ts';
import type { Pairing } from './alignment.ts';
import { overlapOf, sharedTerms } from './alignment.ts';
import { surfacesOf } from './evidence.ts';
import type { ClaimProfile } from './profile.ts';
import { stemOf } from './stem.ts';
import type { Verdict } from './verdict.ts';
import { foldWord } from './words.ts';

/** Units that count people, whatever they are called. */
const PEOPLE: ReadonlySet<string> = new Set(
  'people person citizen resident inhabitant man woman men women individual human soul'
    .split(' ')
    .map(stemOf),
);
/** Figures of equal value are one figure when what stands around them has at least this in common. */
const SAME_VALUE = 0.14;
/** Figures of other values must stand in nearly the same sentence. */
const OTHER_VALUE = 0.55;
/** Small counts, and durations, recur by chance. */
const SMALL_COUNT = 20;

/** Compares two figures; null when they do not measure the same thing. */
export function compareFigures(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Verdict | null {
  const { figure: a } = x;
  const { figure: b } = y;
  if (a === null || b === null || groupOf(a) !== groupOf(b)) return null;
  if (!sameUnit(a, b) || !sameBase(a.measure, b.measure)) return null;
  const values = compareValues(a, b);
  const common = overlapOf(x, y, pairing);
  const likeness = Math.max(common.dice, common.containment * Math.min(1, common.lighter / 3) * 0.8);
  if (values === 'value' ? likeness < OTHER_VALUE : likeness < (isSmall(a) ? 2 : 1) * SAME_VALUE) return null;
  const words = sharedTerms(x, y, pairing).filter((term) => !term.startsWith('#'));
  if (words.length === 0) return null;
  const inHeading = [x, y].some(({ block }) => block === 'heading' || block === 'headline');
  const difference = values ?? otherDifference(a, b, inHeading);
  const score =
    (values === 'value' ? likeness * 0.8 : 0.6 + likeness * 0.5) + 1.5 * Math.min(0, pairing.prior);
  return {
    score: Math.max(0, Math.min(1, score)),
    relation: difference === null ? 'agrees' : 'differs',
    difference,
    evidence: () => [evidenceOf(a, b, difference), `shared: ${surfacesOf(words.slice(0, 4), pairing)}`],
  };
}

/** Kinds that can state one quantity. */
function groupOf(figure: Figure): string {
  if (figure.kind === 'percent' || figure.kind === 'fraction') return 'share';
  return figure.kind === 'count' || figure.kind === 'quantity' ? 'count' : figure.kind;
}

const unitKey = (unit: string): string => {
  const stem = stemOf(foldWord(unit.split(/\s+/).at(-1) ?? unit));
  return PEOPLE.has(stem) ? 'people' : stem;
};

function sameUnit(a: Figure, b: Figure): boolean {
  if (a.unit === null || b.unit === null) return a.unit === b.unit || groupOf(a) !== 'count';
  return unitKey(a.unit) === unitKey(b.unit);
}

/** Bases are one when their last words are: "national GDP", "annual GDP". A base that is not stated may be any. */
function sameBase(a: string | null, b: string | null): boolean {
  return a === null || b === null || unitKey(a) === unitKey(b);
}

const isSmall = (figure: Figure): boolean =>
  figure.kind === 'duration' ||
  (typeof figure.value === 'number' && groupOf(figure) === 'count' && figure.value <= SMALL_COUNT);

/** Null for equal values, `rounded` where one is the other with fewer digits, else `value`. */
function compareValues(a: Figure, b: Figure): 'rounded' | 'value' | null {
  if (typeof a.value !== 'number' || typeof b.value !== 'number') return a.value === b.value ? null : 'value';
  const size = Math.max(Math.abs(a.value), Math.abs(b.value));
  if (Math.abs(a.value - b.value) <= size * 1e-9) return a.upper === b.upper ? null : 'value';
  return isRounding(a.value, b.value) || isRounding(b.value, a.value) ? 'rounded' : 'value';
}

/** Whether `rough` is `exact` with fewer significant digits, up or down, and at least a tenth as near. */
function isRounding(exact: number, rough: number): boolean {
  if (exact === 0 || rough === 0 || Math.abs(exact - rough) > Math.abs(exact) * 0.1) return false;
  for (let digits = digitsOf(rough); digits < digitsOf(exact); digits++) {
    if (Math.abs(Number(exact.toPrecision(digits)) - rough) <= Math.abs(rough) * 1e-9) return true;
  }
  return false;
}

const digitsOf = (value: number): number =>
  Math.abs(value).toExponential(9).split('e')[0]?.replace('.', '').replace(/0+$/, '').length ?? 0;

const QUALIFIERS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:annual|annually|year|yearly|month|monthly|week|weekly|daily|quarter|quarterly|day)\b/i, 'period'],
  [/\b(?:by|until|before|end|deadline)\b/i, 'period'],
];

/** What differs between figures of equal value. */
function otherDifference(a: Figure, b: Figure, inHeading: boolean): string | null {
  if (a.qualifier !== null && b.qualifier !== null && foldWord(a.qualifier) !== foldWord(b.qualifier)) {
    const both = [a.qualifier, b.qualifier];
    return QUALIFIERS.find(([pattern]) => both.some((text) => pattern.test(text)))?.[1] ?? 'qualifier';
  }
  if (boundOf(a) !== boundOf(b) && !inHeading) return 'comparator';
  return null;
}

/** "Over" and "at least" say the same in the news, and so do "about" and no word at all. */
const boundOf = ({ comparator }: Figure): string =>
  comparator === '>=' ? '>' : comparator === '<=' ? '<' : comparator === '~' ? '=' : comparator;

function evidenceOf(a: Figure, b: Figure, difference: string | null): string {
  const [x, y] = [shown(a), shown(b)];
  if (difference === null) return `${x} on both sides`;
  if (difference === 'period' || difference === 'qualifier')
    return `${x} on both sides; ${a.qualifier} against ${b.qualifier}`;
  if (difference === 'comparator') return `${x} on both sides; ${worded(a)} against ${worded(b)}`;
  return difference === 'rounded' ? `${x}, rounded to or from ${y}` : `${x} against ${y}`;
}

const COMPARATORS = {
  '=': 'exactly',
  '>': 'more than',
  '<': 'less than',
  '>=': 'at least',
  '<=': 'at most',
  '~': 'about',
} as const;

const worded = (figure: Figure): string =>
  figure.comparator === '=' ? 'as stated' : COMPARATORS[figure.comparator];

/** `USD 5,000,000,000`, `5% of GDP`, `3,000 companies`. */
function shown(figure: Figure): string {
  const base = figure.measure === null ? '' : ` of ${figure.measure}`;
  if (typeof figure.value !== 'number') return figure.value;
  if (figure.kind === 'percent') return `${grouped(Number((figure.value * 100).toPrecision(10)))}%${base}`;
  const value = grouped(Number(figure.value.toPrecision(10)));
  if (figure.kind === 'money') return figure.unit === null ? value : `${figure.unit} ${value}`;
  return figure.unit === null ? `${value}${base}` : `${value} ${figure.unit}`;
}

function grouped(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  if (whole.includes('e')) return whole;
  const marked = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return rest === undefined ? marked : `${marked}.${rest}`;
}
