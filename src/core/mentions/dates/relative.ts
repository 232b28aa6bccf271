import {
  DAY_PARTS,
  durationValue,
  SEASONS,
  TIME_UNITS,
  type TimeUnit,
  WEEKDAYS,
} from '../../lexicon/calendar.ts';
import { numberAt } from '../figures/number.ts';
import { type FigureTokens, isHyphen, lowerAt, pastHyphen } from '../figures/token.ts';
import { monthAt, monthDateAt } from './calendar.ts';
import { addDays, type Civil, iso, isoMonth, isoWeek, isoYear, weekdayOf } from './civil.ts';
import { periodOf } from './edge.ts';
import type { DateContext, DateHit } from './hit.ts';
import { holidayAt } from './holiday.ts';
import { seasonOf } from './period.ts';
import { dayOf, resolveWeekday } from './resolve.ts';
import { cueAround } from './tense.ts';
import { inWeek, weekdayAt } from './weekday.ts';

type Tokens = FigureTokens;

const DEICTIC = new Map([
  ['today', 0],
  ['yesterday', -1],
  ['tomorrow', 1],
]);

/** "today’s youth", "tomorrow’s leaders": an age, not a day. */
const OF_ITS_AGE = new Set(
  'youth world society societies generation generations children kids teenagers youngsters parents women men voters leaders workers consumers families economy standards technology money prices terms dollars euros pounds'.split(
    ' ',
  ),
);

/** "today", "tonight", "yesterday morning": left out where the article has no date. */
export function deicticAt(tokens: Tokens, i: number, { reference }: DateContext): DateHit | null {
  if (reference === null) return null;
  const word = lowerAt(tokens, i);
  if (word === 'the' && lowerAt(tokens, i + 1) === 'weekend') {
    const ahead = weekdayOf(reference) > 5 || cueAround(tokens, i, i + 2) === 'future';
    return { kind: 'date', value: `${isoWeek(addDays(reference, ahead ? 0 : -7))}-WE`, end: i + 2 };
  }
  if (word === 'tonight') return { kind: 'date', value: `${iso(reference)}TNI`, end: i + 1 };
  const shift = DEICTIC.get(word);
  if (shift === undefined) return null;
  const owner = ['’s', "'s"].includes(lowerAt(tokens, i + 1));
  if (owner && shift >= 0 && OF_ITS_AGE.has(lowerAt(tokens, i + 2))) return null;
  const part = DAY_PARTS.get(lowerAt(tokens, i + 1));
  const value = dayOf(reference, shift);
  return part === undefined
    ? { kind: 'date', value, end: i + 1 }
    : { kind: 'date', value: `${value}T${part}`, end: i + 2 };
}

const SHIFTS = new Map<string, -1 | 0 | 1>([
  ['last', -1],
  ['past', -1],
  ['previous', -1],
  ['this', 0],
  ['current', 0],
  ['next', 1],
  ['coming', 1],
  ['upcoming', 1],
]);

/** Of these only a weekday's name can be told from the article's date: "the previous year" counts from another. */
const NEIGHBOURS = new Set(['past', 'previous', 'coming', 'upcoming']);

/** "last week", "this winter", "next Friday", "the past two months", "last October". */
export function shiftedAt(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const word = lowerAt(tokens, i);
  const shift = SHIFTS.get(word);
  if (shift === undefined && word !== 'recent') return null;
  const span = word === 'current' ? null : spanOfTime(tokens, i, word);
  if (span !== null) return span;
  if (shift === undefined) return null;
  if (NEIGHBOURS.has(word)) return weekdayAt(tokens, i + 1, context, shift < 0 ? 'last' : 'next');
  if (word === 'current' && !TIME_UNITS.has(lowerAt(tokens, i + 1))) return null;
  const cue = shift < 0 ? 'last' : shift > 0 ? 'next' : 'this';
  return weekdayAt(tokens, i + 1, context, cue) ?? namedPeriod(tokens, i, shift, context);
}

const LASTS_AFTER = new Set('to will would could can may might should must'.split(' '));

/** "past 20 years", "last three weeks", "next few days", "coming years", "past decade". */
function spanOfTime(tokens: Tokens, i: number, word: string): DateHit | null {
  const few = ['few', 'several', 'couple'].includes(lowerAt(tokens, i + 1));
  const number = few ? null : numberAt(tokens, i + 1);
  const at = few ? (lowerAt(tokens, i + 2) === 'of' ? i + 3 : i + 2) : (number?.end ?? i + 1);
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  if (unit === undefined) return null;
  const plural = lowerAt(tokens, at).endsWith('s') || unit === 'century';
  // "expected to last four days"
  if (number !== null && word === 'last' && LASTS_AFTER.has(lowerAt(tokens, i - 1))) return null;
  if (number !== null)
    return {
      kind: 'duration',
      value: durationValue(number.form === 'vague' ? 'X' : number.value, unit),
      end: at + 1,
    };
  if (few || (plural && word !== 'this'))
    return { kind: 'duration', value: durationValue('X', unit), end: at + 1 };
  const whole = word === 'past' || (word !== 'recent' && (unit === 'decade' || unit === 'century'));
  return whole && word !== 'this' ? { kind: 'duration', value: durationValue(1, unit), end: at + 1 } : null;
}

function namedPeriod(tokens: Tokens, i: number, shift: -1 | 0 | 1, context: DateContext): DateHit | null {
  const { reference } = context;
  if (reference === null) return null;
  // "this tough winter": one adjective may stand between.
  const at = SEASONS.has(lowerAt(tokens, i + 2)) && !TIME_UNITS.has(lowerAt(tokens, i + 1)) ? i + 2 : i + 1;
  const word = lowerAt(tokens, at);
  const season = SEASONS.get(word);
  if (season !== undefined && !isHyphen(tokens, at + 1))
    return { kind: 'date', value: seasonOf(reference, season, shift), end: at + 1 };
  if (at !== i + 1) return null;
  const month = monthAt(tokens, at);
  if (month !== null) return shiftedMonth(tokens, at, month, shift, reference);
  const part = DAY_PARTS.get(word);
  if (part !== undefined)
    return shift > 0
      ? null
      : { kind: 'date', value: `${iso(addDays(reference, shift))}T${part}`, end: at + 1 };
  if (word === 'weekend')
    return { kind: 'date', value: `${isoWeek(addDays(reference, 7 * shift))}-WE`, end: at + 1 };
  const holiday = holidayAt(tokens, at, context, shift);
  if (holiday !== null) return holiday;
  const unit = TIME_UNITS.get(word);
  if (unit === undefined || word.endsWith('s')) return null;
  if (unit === 'hour' || unit === 'minute' || unit === 'second' || unit === 'day') return null;
  const weekday = unit === 'week' ? WEEKDAYS.get(lowerAt(tokens, at + 1)) : undefined;
  if (weekday !== undefined)
    return { kind: 'date', value: iso(inWeek(addDays(reference, 7 * shift), weekday)), end: at + 2 };
  return { kind: 'date', value: periodOf(reference, unit, shift), end: at + 1 };
}

function shiftedMonth(
  tokens: Tokens,
  at: number,
  { month, end }: { month: number; end: number },
  shift: -1 | 0 | 1,
  reference: Civil,
): DateHit | null {
  const dated = monthDateAt(tokens, at, { reference, previous: null, previousEnd: null });
  if (dated !== null && dated.end > end) return dated;
  const ahead = month - reference.month;
  const year = reference.year + (shift < 0 ? (ahead < 0 ? 0 : -1) : shift > 0 ? (ahead > 0 ? 0 : 1) : 0);
  return { kind: 'date', value: isoMonth(year, month), end };
}

/** "two years ago", "a decade ago", "six weeks ago", "three days from now". */
export function agoAt(tokens: Tokens, i: number, { reference }: DateContext): DateHit | null {
  if (reference === null) return null;
  // "the year-ago quarter", "the year-earlier quarter"
  const bound = TIME_UNITS.get(lowerAt(tokens, i));
  if (
    bound !== undefined &&
    pastHyphen(tokens, i + 1) > i + 1 &&
    /^(?:ago|earlier)$/.test(lowerAt(tokens, i + 2))
  )
    return { kind: 'date', value: periodOf(reference, bound, -1), end: i + 3 };
  const one = ['a', 'an'].includes(lowerAt(tokens, i));
  const number = one ? null : numberAt(tokens, i);
  if (!one && (number === null || number.form === 'vague' || !Number.isInteger(number.value))) return null;
  const at = number?.end ?? i + 1;
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  const amount = number?.value ?? 1;
  const season = SEASONS.get(lowerAt(tokens, at).replace(/s$/, ''));
  if (season !== undefined && lowerAt(tokens, at + 1) === 'ago' && amount < 1000) {
    const latest = seasonOf(reference, season, -1);
    return {
      kind: 'date',
      value: `${isoYear(Number(latest.slice(0, 4)) - amount + 1)}${latest.slice(4)}`,
      end: at + 2,
    };
  }
  const weekday = WEEKDAYS.get(lowerAt(tokens, at).replace(/s$/, ''));
  if (weekday !== undefined && lowerAt(tokens, at + 1) === 'ago' && amount < 100) {
    const latest = resolveWeekday(addDays(reference, -1), weekday, 'past');
    return { kind: 'date', value: iso(addDays(latest, -7 * (amount - 1))), end: at + 2 };
  }
  if (unit === undefined || CLOCK_UNITS.has(unit) || amount > 5000) return null;
  const ago = lowerAt(tokens, at + 1) === 'ago';
  const ahead = lowerAt(tokens, at + 1) === 'from' && ['now', 'today'].includes(lowerAt(tokens, at + 2));
  if (!ago && !ahead) return null;
  const years = { decade: 10, century: 100 }[unit as string];
  const value = periodOf(
    reference,
    years === undefined ? unit : 'year',
    (ago ? -1 : 1) * amount * (years ?? 1),
  );
  return { kind: 'date', value, end: ago ? at + 2 : at + 3 };
}

const CLOCK_UNITS: ReadonlySet<TimeUnit> = new Set<TimeUnit>(['hour', 'minute', 'second']);
