import { TIME_UNITS, type TimeUnit } from '../../lexicon/calendar.ts';
import { numberAt } from '../figures/number.ts';
import { type FigureTokens, kindAt, lowerAt } from '../figures/token.ts';
import {
  addDays,
  addMonths,
  type Civil,
  iso,
  isoMonth,
  isoWeek,
  isoYear,
  parseCivil,
  quarterOf,
} from './civil.ts';
import { periodOf } from './edge.ts';
import type { DateContext, DateHit } from './hit.ts';
import { isOneSentence } from './sentence.ts';

/** Spans of time counted from a date: "two weeks before Christmas", "a year earlier", "the week after next". */

type Tokens = FigureTokens;

type DateReader = (tokens: Tokens, i: number, context: DateContext) => DateHit | null;

interface Offset {
  readonly amount: number;
  readonly unit: TimeUnit;
  /** "the week before": the week itself is meant, not a day at its distance. */
  readonly whole: boolean;
  readonly end: number;
}

const UNCOUNTED: ReadonlySet<TimeUnit> = new Set<TimeUnit>(['hour', 'minute', 'second']);
const UNNAMED: ReadonlySet<string> = new Set(['a', 'an', 'the']);
const MOST = 2000;

/** "two weeks", "a day", "the week". */
function offsetAt(tokens: Tokens, i: number): Offset | null {
  const word = lowerAt(tokens, i);
  const number = UNNAMED.has(word) ? null : numberAt(tokens, i);
  if (number === null && !UNNAMED.has(word)) return null;
  const amount = number?.value ?? 1;
  if (number?.form === 'vague' || !Number.isInteger(amount) || amount < 1 || amount > MOST) return null;
  const at = number?.end ?? i + 1;
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  if (unit === undefined || UNCOUNTED.has(unit)) return null;
  if (number === null && lowerAt(tokens, at).endsWith('s')) return null;
  return { amount, unit, whole: word === 'the' && unit !== 'day', end: at + 1 };
}

/** -1 for "before", 1 for "after", and the index behind it. */
function relationAt(tokens: Tokens, i: number): { sign: -1 | 1; end: number } | null {
  const word = lowerAt(tokens, i);
  if (word === 'before') return { sign: -1, end: i + 1 };
  if (word === 'after' || word === 'from') return { sign: 1, end: i + 1 };
  const next = lowerAt(tokens, i + 1);
  if (word === 'ahead' && next === 'of') return { sign: -1, end: i + 2 };
  return word === 'prior' && next === 'to' ? { sign: -1, end: i + 2 } : null;
}

const SPANNED = new Set('to until till through'.split(' '));

/** "two weeks before Christmas", "the day after May 3", "the year before 2015", "the week before last". */
export function anchoredAt(
  tokens: Tokens,
  i: number,
  context: DateContext,
  read: DateReader,
): DateHit | null {
  const offset = offsetAt(tokens, i);
  const relation = offset === null ? null : relationAt(tokens, offset.end);
  if (offset === null || relation === null) return null;
  const beyond = relation.sign < 0 ? 'last' : 'next';
  if (offset.whole && lowerAt(tokens, relation.end) === beyond && context.reference !== null)
    return dated(shifted(context.reference, offset.unit, 2 * relation.sign, true), relation.end + 1);
  const anchor = read(tokens, relation.end, context);
  if (anchor === null || anchor.kind !== 'date') return null;
  if (lowerAt(tokens, offset.end) === 'from' && SPANNED.has(lowerAt(tokens, anchor.end))) return null;
  return dated(countedFrom(anchor.value, offset, relation.sign), anchor.end);
}

const dated = (value: string | null, end: number): DateHit | null =>
  value === null ? null : { kind: 'date', value, end };

/** Years and months are counted from what names no day, all else from a day. */
function countedFrom(anchor: string, { amount, unit, whole }: Offset, sign: -1 | 1): string | null {
  const day = parseCivil(anchor);
  if (day !== null) return shifted(day, unit, sign * amount, whole);
  if (unit === 'year' && /^\d{4}$/.test(anchor)) return isoYear(Number(anchor) + sign * amount);
  const month = /^(\d{4})-(\d\d)$/.exec(anchor);
  if (month === null || (unit !== 'month' && unit !== 'year')) return null;
  const from = { year: Number(month[1]), month: Number(month[2]), day: 1 };
  const to = addMonths(from, sign * amount * (unit === 'year' ? 12 : 1));
  return isoMonth(to.year, to.month);
}

const DAYS: Readonly<Partial<Record<TimeUnit, number>>> = { day: 1, week: 7, fortnight: 14 };
const MONTHS: Readonly<Partial<Record<TimeUnit, number>>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
};

/** The day at that distance, or the whole week, month, quarter or year that it lies in. */
function shifted(from: Civil, unit: TimeUnit, amount: number, whole: boolean): string {
  const days = DAYS[unit];
  const to =
    days === undefined ? addMonths(from, amount * (MONTHS[unit] ?? 0)) : addDays(from, amount * days);
  if (!whole) return iso(to);
  if (unit === 'week' || unit === 'fortnight') return isoWeek(to);
  if (unit === 'month') return isoMonth(to.year, to.month);
  if (unit === 'quarter') return `${isoYear(to.year)}-Q${quarterOf(to)}`;
  return isoYear(to.year);
}

const CLOSERS: ReadonlySet<string> = new Set([
  ...',.;:!?)—”’"',
  '',
  'and',
  'but',
  'when',
  'to',
  'in',
  'at',
  'on',
]);

/**
 * "a year earlier", "three weeks later", "the day before": counted from a date in the same sentence. Across
 * sentences one cannot tell from which, and the span of time itself is left to others to find.
 */
export function sinceThenAt(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const { previous, previousEnd } = context;
  if (previous === null || previousEnd === null || !isOneSentence(tokens, previousEnd, i))
    return comparedWith(tokens, i, context);
  const offset = offsetAt(tokens, i);
  if (offset === null) return null;
  const word = lowerAt(tokens, offset.end);
  const closed = CLOSERS.has(lowerAt(tokens, offset.end + 1));
  if (lowerAt(tokens, offset.end + 1) === 'than') return null;
  const sign = word === 'earlier' || (word === 'before' && closed) ? -1 : word === 'later' ? 1 : null;
  if (sign === null) return null;
  const quarter = /^(FY)?(\d{4})-(Q[1-4])$/.exec(previous);
  if (quarter !== null && offset.unit === 'year') {
    const year = isoYear(Number(quarter[2]) + sign * offset.amount);
    return dated(`${quarter[1] ?? ''}${year}-${quarter[3]}`, offset.end + 1);
  }
  const coarse = parseCivil(previous) !== null && MONTHS[offset.unit] !== undefined;
  const value = countedFrom(previous, { ...offset, whole: offset.whole || coarse }, sign);
  return dated(value, offset.end + 1);
}

/** "from $24.8 million a year earlier": of a figure that is compared, and no other date near, from the article's date. */
function comparedWith(tokens: Tokens, i: number, { reference }: DateContext): DateHit | null {
  if (reference === null || lowerAt(tokens, i) !== 'a' || lowerAt(tokens, i + 2) !== 'earlier') return null;
  const unit = TIME_UNITS.get(lowerAt(tokens, i + 1));
  if (unit !== 'year' && unit !== 'month' && unit !== 'quarter') return null;
  const figure =
    kindAt(tokens, i - 1) === 'number' || /^(?:[mb]illion|trillion|%|percent)$/.test(lowerAt(tokens, i - 1));
  return figure ? dated(periodOf(reference, unit, -1), i + 3) : null;
}
