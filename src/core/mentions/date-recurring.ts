import { durationValue, TIME_UNITS, type TimeUnit, WEEKDAYS } from '../lexicon/calendar.ts';
import type { DateContext, DateHit } from './date.ts';
import { type FigureToken, isHyphen, lowerAt, startsUpper, textAt } from './figure-token.ts';
import { numberAt } from './number.ts';

type Tokens = readonly FigureToken[];

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
  if (word !== 'every' && word !== 'each') return null;
  const weekday = WEEKDAYS.get(lowerAt(tokens, i + 1));
  if (weekday !== undefined) return { kind: 'date', value: `XXXX-WXX-${weekday}`, end: i + 2 };
  const number = numberAt(tokens, i + 1);
  const at = number?.end ?? i + 1;
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  if (unit === undefined || isHyphen(tokens, at + 1) || number?.form === 'vague') return null;
  return { kind: 'date', value: durationValue(number?.value ?? 1, unit), end: at + 1 };
}

const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['day', 10],
  ['month', 7],
  ['year', 4],
]);

/** "that day", "the same month", "that same year": the nearest date before it in the paragraph, so far. */
export function sameAt(tokens: Tokens, i: number, { previous }: DateContext): DateHit | null {
  const that = lowerAt(tokens, i) === 'that';
  const same = lowerAt(tokens, i + 1) === 'same';
  if (!that && !(lowerAt(tokens, i) === 'the' && same)) return null;
  const at = i + (same ? 2 : 1);
  const length = LENGTHS.get(lowerAt(tokens, at));
  if (length === undefined || previous === null || !/^\d{4}(?:-\d\d){0,2}/.test(previous)) return null;
  const value = /^[\d-]+/.exec(previous)?.[0] ?? '';
  return value.length < length ? null : { kind: 'date', value: value.slice(0, length), end: at + 1 };
}
