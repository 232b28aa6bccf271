import { AMBIGUOUS_MONTHS, DAY_PARTS, isShortWeekday, MONTHS, WEEKDAYS } from '../../lexicon/calendar.ts';
import { ORDINAL_SUFFIXES } from '../../lexicon/number-words.ts';
import {
  type FigureToken,
  gluedAt,
  isHyphen,
  kindAt,
  lowerAt,
  pastHyphen,
  startsUpper,
  textAt,
} from '../figures/token.ts';
import { addDays, type Civil, isDay, iso, isoDay, isoMonth } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { cueAround, resolveMonth, resolveMonthDay, resolveWeekday } from './resolve.ts';

type Tokens = readonly FigureToken[];

const PREPOSITIONS = new Set(
  'in since by until till of from between for before after during through to this last next early late mid and as on the ’s -'.split(
    ' ',
  ),
);

export const isYear = (text: string): boolean => /^(?:1[0-9]|20|21)\d\d$/.test(text);

/** A month's name at `i` and the index after it and its full stop. */
export function monthAt(tokens: Tokens, i: number): { month: number; end: number; short: boolean } | null {
  const word = lowerAt(tokens, i);
  const month = MONTHS.get(word);
  if (month === undefined) return null;
  const upper = startsUpper(textAt(tokens, i));
  if (!upper && (word.length < 4 || AMBIGUOUS_MONTHS.has(word))) return null;
  const short = word.length < 5 && word !== 'may' && word !== 'june' && word !== 'july';
  const dot = short && textAt(tokens, i + 1) === '.' && gluedAt(tokens, i + 1);
  return { month, end: i + (dot ? 2 : 1), short };
}

/** A day of the month at `i`, "7", "2nd", and the index after it. */
function dayAt(tokens: Tokens, i: number): { day: number; end: number } | null {
  const text = textAt(tokens, i);
  if (!/^(?:0?[1-9]|[12]\d|3[01])$/.test(text)) return null;
  const suffix = gluedAt(tokens, i + 1) && ORDINAL_SUFFIXES.has(lowerAt(tokens, i + 1));
  if (
    !suffix &&
    gluedAt(tokens, i + 1) &&
    (kindAt(tokens, i + 1) === 'word' || textAt(tokens, i + 1) === '%')
  )
    return null;
  return { day: Number(text), end: suffix ? i + 2 : i + 1 };
}

/** A year behind a day or month, past a comma or "of". */
function yearAfter(tokens: Tokens, i: number): { year: number; end: number } | null {
  const joined =
    (isHyphen(tokens, i) || textAt(tokens, i) === '/') && gluedAt(tokens, i) && gluedAt(tokens, i + 1);
  const at = joined || textAt(tokens, i) === ',' || lowerAt(tokens, i) === 'of' ? i + 1 : i;
  return isYear(textAt(tokens, at)) ? { year: Number(textAt(tokens, at)), end: at + 1 } : null;
}

/** "Jan. 24", "March 5, 1946", "11 December 2009", "2nd of April", "July 1997", "May". */
export function monthDateAt(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  return monthFirst(tokens, i, context) ?? dayFirst(tokens, i, context) ?? secondDay(tokens, i, context);
}

function monthFirst(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const month = monthAt(tokens, i);
  if (month === null) return null;
  const day = dayAt(tokens, month.end);
  if (day !== null && !isClock(tokens, day.end))
    return dayOfMonth(tokens, i, month.month, day.day, day.end, context);
  const year = yearAfter(tokens, month.end);
  if (year !== null) return { kind: 'date', value: isoMonth(year.year, month.month), end: year.end };
  return bareMonth(tokens, i, month, context);
}

const isClock = (tokens: Tokens, i: number): boolean =>
  (textAt(tokens, i) === ':' && gluedAt(tokens, i) && kindAt(tokens, i + 1) === 'number') ||
  ['a.m.', 'p.m.', 'am', 'pm'].includes(lowerAt(tokens, i));

function dayFirst(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const day = dayAt(tokens, i);
  if (day === null) return null;
  const range = isHyphen(tokens, day.end) ? dayAt(tokens, day.end + 1) : null;
  const last = range?.end ?? day.end;
  const at = lowerAt(tokens, last) === 'of' ? last + 1 : pastHyphen(tokens, last);
  const month = monthAt(tokens, at);
  if (month === null) return null;
  const hit = dayOfMonth(tokens, i, month.month, day.day, month.end, context);
  return hit === null || range === null ? hit : { ...hit, end: day.end };
}

/** "25" in "April 24 and 25" or "24-25 April". */
function secondDay(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  if (kindAt(tokens, i) !== 'number' || kindAt(tokens, i - 2) !== 'number') return null;
  if (!['and', 'to', 'or', '-', '–', 'through'].includes(lowerAt(tokens, i - 1))) return null;
  const dot = textAt(tokens, i - 3) === '.' ? 1 : 0;
  const month = monthAt(tokens, i - 3 - dot);
  const day = dayAt(tokens, i);
  const first = dayAt(tokens, i - 2);
  if (
    month === null ||
    day === null ||
    first === null ||
    day.day <= first.day ||
    kindAt(tokens, day.end) === 'word'
  ) {
    if (
      month === null ||
      day === null ||
      first === null ||
      day.day <= first.day ||
      !/^(?:at|in|for|on|to|and)$/.test(lowerAt(tokens, day.end))
    )
      return null;
  }
  return dayOfMonth(tokens, i, month.month, day.day, day.end, context);
}

function dayOfMonth(
  tokens: Tokens,
  i: number,
  month: number,
  day: number,
  end: number,
  context: DateContext,
): DateHit | null {
  const year = yearAfter(tokens, end);
  if (year !== null) {
    if (!isDay({ year: year.year, month, day })) return null;
    return { kind: 'date', value: isoDay(year.year, month, day), end: year.end };
  }
  if (day > 31 || !isDay({ year: 2000, month, day })) return null;
  const shift = yearWord(tokens, end);
  if (shift !== null && context.reference !== null) {
    return { kind: 'date', value: isoDay(context.reference.year + shift, month, day), end: end + 2 };
  }
  const cue = lowerAt(tokens, i - 1) === 'last' ? 'past' : cueAround(tokens, i, end);
  return { kind: 'date', value: resolveMonthDay(context.reference, month, day, cue), end };
}

/** "last year", "this year", "next year" behind a month: -1, 0, 1. */
function yearWord(tokens: Tokens, i: number): number | null {
  if (lowerAt(tokens, i + 1) !== 'year') return null;
  return { last: -1, this: 0, next: 1 }[lowerAt(tokens, i)] ?? null;
}

function bareMonth(
  tokens: Tokens,
  i: number,
  { month, end, short }: { month: number; end: number; short: boolean },
  { reference }: DateContext,
): DateHit | null {
  const before = lowerAt(tokens, i - 1);
  const led = PREPOSITIONS.has(before);
  if (short && !(led && end === i + 2)) return null;
  if (AMBIGUOUS_MONTHS.has(lowerAt(tokens, i)) && !led) return null;
  if (lowerAt(tokens, i) === 'may' && (before === 'the' || before === '’s' || before === 'and')) return null;
  // "April Jones", "June Okafor": a name, unless a preposition leads.
  if (!led && kindAt(tokens, end) === 'word' && startsUpper(textAt(tokens, end))) return null;
  const shift = yearWord(tokens, end);
  if (shift !== null && reference !== null)
    return { kind: 'date', value: isoMonth(reference.year + shift, month), end: end + 2 };
  const cue =
    before === 'last' || before === 'since'
      ? 'past'
      : before === 'next'
        ? 'future'
        : cueAround(tokens, i, end);
  return { kind: 'date', value: resolveMonth(reference, month, cue), end };
}

/** "Friday", "last Friday", "Friday night", "Thursday, April 6". */
export function weekdayAt(
  tokens: Tokens,
  i: number,
  context: DateContext,
  cued: 'last' | 'next' | 'this' | null,
): DateHit | null {
  const { reference } = context;
  const weekday = WEEKDAYS.get(lowerAt(tokens, i));
  if (weekday === undefined) return null;
  const comma =
    textAt(tokens, i + 1) === ',' || (isShortWeekday(lowerAt(tokens, i)) && textAt(tokens, i + 1) === '.')
      ? 2
      : 1;
  const dated = monthDateAt(tokens, i + comma, context);
  if (dated !== null && /\d$/.test(dated.value) && dated.value.length === 10) return dated;
  if (isShortWeekday(lowerAt(tokens, i)) || !startsUpper(textAt(tokens, i))) {
    if (isShortWeekday(lowerAt(tokens, i)) || !/day$/.test(lowerAt(tokens, i))) return null;
  }
  const part = DAY_PARTS.get(lowerAt(tokens, i + 1));
  const end = part === undefined ? i + 1 : i + 2;
  const suffix = part === undefined ? '' : `T${part}`;
  if (reference === null) return { kind: 'date', value: `XXXX-WXX-${weekday}${suffix}`, end };
  const owner = ['’s', "'s"].includes(lowerAt(tokens, end));
  const day =
    cued === null
      ? resolveWeekday(reference, weekday, owner ? 'past' : cueAround(tokens, i, end))
      : cuedWeekday(reference, weekday, cued);
  return { kind: 'date', value: iso(day) + suffix, end };
}

function cuedWeekday(reference: Civil, weekday: number, cued: 'last' | 'next' | 'this'): Civil {
  const day = resolveWeekday(reference, weekday, cued === 'last' ? 'past' : 'future');
  if (cued === 'this') return day;
  if (iso(day) !== iso(reference)) return day;
  return addDays(day, cued === 'last' ? -7 : 7);
}
