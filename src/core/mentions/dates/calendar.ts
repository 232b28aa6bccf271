import { AMBIGUOUS_MONTHS, MONTHS } from '../../lexicon/calendar.ts';
import { ORDINAL_SUFFIXES } from '../../lexicon/number-words.ts';
import { ordinalAt } from '../figures/number-part.ts';
import {
  type FigureTokens,
  gluedAt,
  isHyphen,
  kindAt,
  lowerAt,
  pastHyphen,
  startsUpper,
  textAt,
} from '../figures/token.ts';
import { isDay, isoDay, isoMonth } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { resolveMonth, resolveMonthDay } from './resolve.ts';
import { cueAround } from './tense.ts';

type Tokens = FigureTokens;

const PREPOSITIONS = new Set(
  'in since by until till of from between for before after during through to this last next early late mid and as on the ’s -'.split(
    ' ',
  ),
);

export const isYear = (text: string): boolean => text.length === 4 && /^(?:1[0-9]|20|21)\d\d$/.test(text);

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
  const kind = kindAt(tokens, i);
  const spelled = kind === 'word' ? ordinalAt(tokens, i) : null;
  if (spelled !== null) return spelled.value > 31 ? null : { day: spelled.value, end: spelled.end };
  if (kind !== 'number') return null;
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
  if (day !== null && !isClock(tokens, day.end) && !countsNoun(tokens, month.end, day.end))
    return dayOfMonth(tokens, i, month.month, day.day, day.end, context);
  const year = yearAfter(tokens, month.end);
  if (year !== null) return { kind: 'date', value: isoMonth(year.year, month.month), end: year.end };
  return bareMonth(tokens, i, month, context);
}

/** "March first quarter": the ordinal counts something else. */
const countsNoun = (tokens: Tokens, from: number, end: number): boolean =>
  kindAt(tokens, from) === 'word' &&
  (isHyphen(tokens, end) || (kindAt(tokens, end) === 'word' && !PREPOSITIONS.has(lowerAt(tokens, end))));

const isClock = (tokens: Tokens, i: number): boolean =>
  (textAt(tokens, i) === ':' && gluedAt(tokens, i) && kindAt(tokens, i + 1) === 'number') ||
  ['a.m.', 'p.m.', 'am', 'pm'].includes(lowerAt(tokens, i));

const JOINS = new Set(['and', '&', 'or', 'to']);

function dayFirst(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const day = dayAt(tokens, i);
  if (day === null) return null;
  const joined = isHyphen(tokens, day.end) || JOINS.has(lowerAt(tokens, day.end));
  const next = joined ? dayAt(tokens, day.end + 1) : null;
  const range = next !== null && next.day > day.day ? next : null;
  const last = range?.end ?? day.end;
  const of = lowerAt(tokens, last) === 'of';
  if (!of && kindAt(tokens, i) === 'word') return null;
  const at = of ? last + 1 : pastHyphen(tokens, last);
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
  const near = yearWord(tokens, end);
  if (near !== null && context.reference !== null)
    return { kind: 'date', value: isoDay(context.reference.year + near.shift, month, day), end: near.end };
  const cue = lowerAt(tokens, i - 1) === 'last' ? 'past' : cueAround(tokens, i, end);
  return { kind: 'date', value: resolveMonthDay(context.reference, month, day, cue), end };
}

/** Years from this one. A map: any word may stand there, and objects have a `constructor`. */
export const YEAR_SHIFTS: ReadonlyMap<string, number> = new Map([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** "last year", "of this year", "next year" behind a month: -1, 0, 1, and the index behind it. */
function yearWord(tokens: Tokens, i: number): { shift: number; end: number } | null {
  const at = lowerAt(tokens, i) === 'of' ? i + 1 : i;
  const shift = YEAR_SHIFTS.get(lowerAt(tokens, at));
  return shift === undefined || lowerAt(tokens, at + 1) !== 'year' ? null : { shift, end: at + 2 };
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
  if (lowerAt(tokens, i) === 'may' && (before === 'the' || before === '’s')) return null;
  // "March and May", but "they sank and May rose".
  if (lowerAt(tokens, i) === 'may' && before === 'and' && monthAt(tokens, i - 2) === null) return null;
  // "April Jones", "June Okafor": a name, unless a preposition leads.
  if (!led && kindAt(tokens, end) === 'word' && startsUpper(textAt(tokens, end))) return null;
  const near = yearWord(tokens, end);
  if (near !== null && reference !== null)
    return { kind: 'date', value: isoMonth(reference.year + near.shift, month), end: near.end };
  const cue =
    before === 'last' || before === 'since'
      ? 'past'
      : before === 'next'
        ? 'future'
        : cueAround(tokens, i, end);
  return { kind: 'date', value: resolveMonth(reference, month, cue), end };
}
