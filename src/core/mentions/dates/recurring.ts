import {
  DAY_PARTS,
  durationValue,
  MONTHS,
  TIME_UNITS,
  type TimeUnit,
  WEEKDAYS,
} from '../../lexicon/calendar.ts';
import { numberAt } from '../figures/number.ts';
import { type FigureTokens, lowerAt, pastHyphen, startsUpper, textAt } from '../figures/token.ts';
import { addDays, addMonths, iso, isoMonth, isoYear, parseCivil } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';

type Tokens = FigureTokens;

const RECURRING: ReadonlyMap<string, TimeUnit> = new Map([
  ['hourly', 'hour'],
  ['daily', 'day'],
  ['nightly', 'day'],
  ['weekly', 'week'],
  ['fortnightly', 'fortnight'],
  ['monthly', 'month'],
  ['quarterly', 'quarter'],
  ['annually', 'year'],
  ['yearly', 'year'],
]);

/**
 * What recurs, as the period of a TIMEX3 SET: "daily", "every day", "every two weeks", "every Friday". They are
 * dates, not durations: they say when. "annual" is left to the qualifier of what it stands before.
 */
export function recurringAt(tokens: Tokens, i: number): DateHit | null {
  const word = lowerAt(tokens, i);
  const adverb = RECURRING.get(word);
  if (adverb !== undefined && !(startsUpper(textAt(tokens, i)) && i > 0)) {
    return { kind: 'date', value: durationValue(1, adverb), end: i + 1 };
  }
  if (word === 'once' || word === 'twice') return timesAt(tokens, i);
  if (word !== 'every' && word !== 'each') return null;
  const weekday = WEEKDAYS.get(lowerAt(tokens, i + 1));
  if (weekday !== undefined) return { kind: 'date', value: `XXXX-WXX-${weekday}`, end: i + 2 };
  const number = numberAt(tokens, i + 1);
  const at = number?.end ?? i + 1;
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  const bound = pastHyphen(tokens, at + 1) > at + 1;
  if (unit === undefined || bound || number?.form === 'vague') return null;
  return { kind: 'date', value: durationValue(number?.value ?? 1, unit), end: at + 1 };
}

const PER = new Set(['a', 'an', 'each', 'every', 'per']);

/** "once a week", "twice per year". */
function timesAt(tokens: Tokens, i: number): DateHit | null {
  const unit = PER.has(lowerAt(tokens, i + 1)) ? TIME_UNITS.get(lowerAt(tokens, i + 2)) : undefined;
  if (unit === undefined || lowerAt(tokens, i + 2).endsWith('s')) return null;
  return { kind: 'date', value: durationValue(1, unit), end: i + 3 };
}

const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['day', 10],
  ['month', 7],
  ['year', 4],
]);

const FIXED_NOW = new Set('right for until till by from'.split(' '));

const STRESSED = new Set([...',;—–(“"‘', '', '.', 'and', 'but', 'so', 'or']);
const CLOSED = new Set([...'.,;?!)”"’\'', '']);

/** "for now", "until now", "between now and", "they begin it now.": where "now" is a time rather than a word of stress. */
export function nowAt(tokens: Tokens, i: number): DateHit | null {
  if (lowerAt(tokens, i) !== 'now' || startsUpper(textAt(tokens, i))) return null;
  const between = lowerAt(tokens, i - 1) === 'between' && lowerAt(tokens, i + 1) === 'and';
  const fixed = FIXED_NOW.has(lowerAt(tokens, i - 1));
  const last = !STRESSED.has(lowerAt(tokens, i - 1)) && CLOSED.has(lowerAt(tokens, i + 1));
  return between || fixed || last ? { kind: 'date', value: 'PRESENT_REF', end: i + 1 } : null;
}

const NEARNESS = new Set(['near', 'foreseeable', 'immediate', 'distant']);

/** "in the future", "the foreseeable future", "in the past": what TIMEX3 names without a value. */
export function vagueTimeAt(tokens: Tokens, i: number): DateHit | null {
  if (lowerAt(tokens, i) !== 'the') return null;
  const near = NEARNESS.has(lowerAt(tokens, i + 1));
  const at = near ? i + 2 : i + 1;
  const word = lowerAt(tokens, at);
  if (word !== 'future' && (word !== 'past' || near)) return null;
  const told = near || (lowerAt(tokens, i - 1) === 'in' && CLOSED.has(lowerAt(tokens, at + 1)));
  if (!told) return null;
  return { kind: 'date', value: word === 'future' ? 'FUTURE_REF' : 'PAST_REF', end: at + 1 };
}

/** "the next day", "the following month": counted from the nearest date before, so far. */
export function followingAt(tokens: Tokens, i: number, { previous }: DateContext): DateHit | null {
  const word = lowerAt(tokens, i + 1);
  if (lowerAt(tokens, i) !== 'the' || (word !== 'next' && word !== 'following')) return null;
  const unit = lowerAt(tokens, i + 2);
  const part = DAY_PARTS.get(unit);
  const day = parseCivil(previous);
  if (unit === 'day' || part !== undefined) {
    if (day === null) return null;
    return { kind: 'date', value: iso(addDays(day, 1)) + (part === undefined ? '' : `T${part}`), end: i + 3 };
  }
  const month = /^(\d{4})-(\d\d)/.exec(previous ?? '');
  if (unit === 'month' && month !== null) {
    const next = addMonths({ year: Number(month[1]), month: Number(month[2]), day: 1 }, 1);
    return { kind: 'date', value: isoMonth(next.year, next.month), end: i + 3 };
  }
  const year = /^\d{4}/.exec(previous ?? '');
  return unit === 'year' && year !== null
    ? { kind: 'date', value: isoYear(Number(year[0]) + 1), end: i + 3 }
    : null;
}

const COMING = new Set('has have had will would comes came may might when'.split(' '));

/** "that day", "the same month", "that same year": the nearest date before it in the paragraph, so far. */
export function sameAt(tokens: Tokens, i: number, { previous }: DateContext): DateHit | null {
  const that = lowerAt(tokens, i) === 'that';
  const same = lowerAt(tokens, i + 1) === 'same';
  if (!that && !(lowerAt(tokens, i) === 'the' && same)) return null;
  const at = i + (same ? 2 : 1);
  const length = LENGTHS.get(lowerAt(tokens, at));
  // "That day has come": one that is spoken of, not one in the calendar.
  if (that && COMING.has(lowerAt(tokens, at + 1))) return null;
  // "that day in April": told behind it, not before.
  if (lowerAt(tokens, at + 1) === 'in' && MONTHS.has(lowerAt(tokens, at + 2))) return null;
  if (length === undefined || previous === null || !/^\d{4}(?:-\d\d){0,2}/.test(previous)) return null;
  const value = /^[\d-]+/.exec(previous)?.[0] ?? '';
  // Of "that day" of a month that was named only the month is known.
  if (value.length === 7 && length === 10) return { kind: 'date', value: `${value}-XX`, end: at + 1 };
  return value.length < length ? null : { kind: 'date', value: value.slice(0, length), end: at + 1 };
}
