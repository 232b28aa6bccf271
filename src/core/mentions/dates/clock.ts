import { DAY_PARTS, TIME_ZONES, WEEKDAYS } from '../../lexicon/calendar.ts';
import { SMALL_NUMBERS } from '../../lexicon/number-words.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, startsUpper, textAt } from '../figures/token.ts';
import { monthDateAt } from './calendar.ts';
import { isDay, iso, isoDay, parseCivil } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { isOneSentence } from './sentence.ts';
import { type Cue, cueAround } from './tense.ts';
import { weekdayAt } from './weekday.ts';

type Tokens = FigureTokens;

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly end: number;
  /** A half of the day or a zone shows that it is a time. */
  readonly sure: boolean;
}

const LEADS = new Set('at by until till from around about before after since between to'.split(' '));

/** "10:35 a.m.", "18:00 UTC", "9 a.m. EST Tuesday", "4 in the morning", "noon". */
export function clockAt(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  const clock = namedTime(tokens, i) ?? writtenTime(tokens, i);
  if (clock === null) return null;
  const zone = zoneAfter(tokens, clock.end);
  const first = i === 0 && /^\d\d$/.test(textAt(tokens, 0));
  if (!clock.sure && zone === null && !first && !LEADS.has(lowerAt(tokens, i - 1))) return null;
  const end = zone?.end ?? clock.end;
  const day = WEEKDAYS.has(lowerAt(tokens, end)) ? weekdayAt(tokens, end, context, null) : null;
  // "10:35 a.m. (0735 GMT) Friday" is two dates, "9 a.m. Friday" one.
  const joined = day !== null && textAt(tokens, end - 1) !== ')';
  const date = day?.value.slice(0, 10) ?? dayBeside(tokens, i, end, context);
  const time = `${String(clock.hour).padStart(2, '0')}:${String(clock.minute).padStart(2, '0')}`;
  return {
    kind: 'date',
    value: `${date}T${time}${zone?.utc === true ? 'Z' : ''}`,
    end: joined ? day.end : end,
  };
}

/** The time stands in the sentence behind that of the day: "It left on Friday. By 9:40 p.m. it was gone." */
function isNext(tokens: Tokens, from: number, to: number): boolean {
  for (let at = to - 1; at >= from; at--)
    if (lowerAt(tokens, at) === '.')
      return isOneSentence(tokens, from, at) && isOneSentence(tokens, at + 1, to);
  return false;
}

/** The day of a time: that of "on Friday" behind it or of the date before it in its sentence, else the article's own. */
function dayBeside(tokens: Tokens, i: number, end: number, context: DateContext): string {
  const { reference, previous, previousEnd } = context;
  const at = lowerAt(tokens, end) === 'on' || textAt(tokens, end) === ',' ? end + 1 : end;
  const behind =
    weekdayAt(tokens, at, context, null) ??
    monthDateAt(tokens, at, context) ??
    inBrackets(tokens, end, context);
  if (behind !== null && parseCivil(behind.value) !== null) return behind.value.slice(0, 10);
  const near =
    previousEnd !== null &&
    (isOneSentence(tokens, previousEnd, i) ||
      (isNext(tokens, previousEnd, i) && !isAhead(tokens, i, end, context)));
  if (near && previous !== null && parseCivil(previous) !== null) return previous.slice(0, 10);
  return reference === null ? 'XXXX-XX-XX' : iso(reference);
}

/** "They met on Friday. The talks are to end at 3pm": what is to come is not on the day that was. */
const isAhead = (tokens: Tokens, i: number, end: number, { reference, previous }: DateContext): boolean =>
  reference !== null &&
  previous !== null &&
  previous.slice(0, 10) < iso(reference) &&
  isToCome(cueAround(tokens, i, end), reference.year - Number(previous.slice(0, 4)));

/** Of a day long ago something in the past is told only: "the strongest since 1979. It runs from 3pm". */
const isToCome = (cue: Cue, years: number): boolean => cue === 'future' || (cue === null && years > 1);

/** The day of the same time elsewhere: "4 in the morning (8 a.m. GMT Thursday)". */
function inBrackets(tokens: Tokens, i: number, context: DateContext): DateHit | null {
  if (textAt(tokens, i) !== '(') return null;
  for (let at = i + 1; at < i + 8 && textAt(tokens, at) !== ')'; at++)
    if (WEEKDAYS.has(lowerAt(tokens, at))) return weekdayAt(tokens, at, context, null);
  return null;
}

const NAMED_TIMES: ReadonlyMap<string, number> = new Map([
  ['noon', 12],
  ['midday', 12],
  ['midnight', 0],
]);

function namedTime(tokens: Tokens, i: number): Clock | null {
  const word = lowerAt(tokens, i);
  const hour = NAMED_TIMES.get(word);
  if (hour === undefined) return null;
  const title = lowerAt(tokens, i - 1) === 'high' || startsUpper(textAt(tokens, i));
  return title ? null : { hour, minute: 0, end: i + 1, sure: true };
}

function writtenTime(tokens: Tokens, i: number): Clock | null {
  const military = /^([01]\d|2[0-3])([0-5]\d)$/.exec(textAt(tokens, i));
  if (military !== null && isZone(tokens, i + 1))
    return { hour: Number(military[1]), minute: Number(military[2]), end: i + 1, sure: true };
  const spelled = SMALL_NUMBERS.get(lowerAt(tokens, i));
  const hour =
    spelled ??
    (/^\d{1,2}(?:\.[0-5]\d)?$/.test(textAt(tokens, i)) ? Math.floor(Number(textAt(tokens, i))) : null);
  if (hour === null || hour > 24) return null;
  const dotted = /\.(\d\d)$/.exec(textAt(tokens, i));
  const colon =
    spelled === undefined &&
    textAt(tokens, i + 1) === ':' &&
    gluedAt(tokens, i + 1) &&
    gluedAt(tokens, i + 2) &&
    /^[0-5]\d$/.test(textAt(tokens, i + 2));
  const minute = colon ? Number(textAt(tokens, i + 2)) : dotted === null ? 0 : Number(dotted[1]);
  const end = i + (colon ? 3 : 1);
  const half = halfOfDay(tokens, end);
  if (half !== null && hour <= 12) {
    const shifted = half.afternoon ? (hour % 12) + 12 : hour % 12;
    return { hour: shifted, minute, end: half.end, sure: true };
  }
  if (colon && hour < 24 && !(textAt(tokens, end) === ':' && gluedAt(tokens, end)))
    return { hour, minute, end, sure: false };
  return null;
}

/** "a.m.", "pm", "o'clock", "in the morning" behind an hour. */
function halfOfDay(tokens: Tokens, i: number): { afternoon: boolean; end: number } | null {
  const word = lowerAt(tokens, i);
  if (word === 'a.m.' || word === 'am') return { afternoon: false, end: i + 1 };
  if (word === 'p.m.' || word === 'pm') return { afternoon: true, end: i + 1 };
  const clock = word === 'o’clock' || word === "o'clock";
  const at = clock ? i + 1 : i;
  if (lowerAt(tokens, at) === 'in' && lowerAt(tokens, at + 1) === 'the') {
    const part = lowerAt(tokens, at + 2);
    if (part === 'morning') return { afternoon: false, end: at + 3 };
    if (part === 'afternoon' || part === 'evening') return { afternoon: true, end: at + 3 };
  }
  if (lowerAt(tokens, at) === 'tonight') return { afternoon: true, end: at + 1 };
  const part = lowerAt(tokens, at) === 'this' ? DAY_PARTS.get(lowerAt(tokens, at + 1)) : undefined;
  if (part !== undefined) return { afternoon: part !== 'MO', end: at + 2 };
  return clock ? { afternoon: false, end: at } : null;
}

const isZone = (tokens: Tokens, i: number): boolean =>
  TIME_ZONES.has(lowerAt(tokens, i)) && textAt(tokens, i) === textAt(tokens, i).toUpperCase();

/** A zone's letters, or the same time in another zone in brackets: "EST", "(0735 GMT)". */
function zoneAfter(tokens: Tokens, i: number): { utc: boolean; end: number } | null {
  const word = lowerAt(tokens, i);
  if (isZone(tokens, i)) {
    const other = bracketed(tokens, i + 1);
    return { utc: word === 'gmt' || word === 'utc', end: other ?? i + 1 };
  }
  if (word === 'local' && lowerAt(tokens, i + 1) === 'time')
    return { utc: false, end: bracketed(tokens, i + 2) ?? i + 2 };
  const end = bracketed(tokens, i);
  return end === null ? null : { utc: false, end };
}

function bracketed(tokens: Tokens, i: number): number | null {
  if (textAt(tokens, i) !== '(') return null;
  for (let at = i + 1; at < i + 8; at++)
    if (textAt(tokens, at) === ')')
      return [i + 1, at - 1].some((k) => TIME_ZONES.has(lowerAt(tokens, k))) ? at + 1 : null;
  return null;
}

/** "2019-09-01", "2019-09-01T10:38:07.190Z", "7/8/07", "13.2.2020". */
export function numericDateAt(tokens: Tokens, i: number): DateHit | null {
  if (
    kindAt(tokens, i) !== 'number' ||
    kindAt(tokens, i + 2) !== 'number' ||
    kindAt(tokens, i + 4) !== 'number'
  )
    return null;
  const mark = textAt(tokens, i + 1);
  if (!['-', '/', '–'].includes(mark) || textAt(tokens, i + 3) !== mark) return null;
  for (let at = i + 1; at <= i + 4; at++) if (!gluedAt(tokens, at)) return null;
  const [a = '', b = '', c = ''] = [0, 2, 4].map((k) => textAt(tokens, i + k));
  const civil = ordered(a, b, c, mark);
  if (civil === null || !isDay(civil)) return null;
  return { kind: 'date', value: isoDay(civil.year, civil.month, civil.day), end: pastClock(tokens, i + 5) };
}

/** "9/11", which everybody writes for one day of all. */
export function nineElevenAt(tokens: Tokens, i: number): DateHit | null {
  const written = [0, 1, 2].every((k) => textAt(tokens, i + k) === NINE_ELEVEN[k]);
  const bound = [1, 2].every((k) => gluedAt(tokens, i + k));
  const more = textAt(tokens, i + 3) === '/' || (gluedAt(tokens, i) && textAt(tokens, i - 1) === '/');
  return written && bound && !more ? { kind: 'date', value: '2001-09-11', end: i + 3 } : null;
}

const NINE_ELEVEN = ['9', '/', '11'];

/** "13.2.2020": the day first. */
export function dottedDateAt(tokens: Tokens, i: number): DateHit | null {
  const [a = '', b = '', c = '', more] = textAt(tokens, i).split('.');
  const civil = c === '' || more !== undefined ? null : ordered(a, b, c, '.');
  if (civil === null || !isDay(civil)) return null;
  return { kind: 'date', value: isoDay(civil.year, civil.month, civil.day), end: i + 1 };
}

/** Year first; else month first where both orders are possible and the mark is a slash. */
function ordered(
  a: string,
  b: string,
  c: string,
  mark: string,
): { year: number; month: number; day: number } | null {
  if (!/^\d{1,2}$/.test(b)) return null;
  if (/^\d{4}$/.test(a) && /^\d{1,2}$/.test(c)) return { year: Number(a), month: Number(b), day: Number(c) };
  if (!/^\d{1,2}$/.test(a) || !/^(?:\d{2}|\d{4})$/.test(c) || mark === '-') return null;
  const year = c.length === 4 ? Number(c) : Number(c) + (Number(c) < 50 ? 2000 : 1900);
  const monthFirst = mark === '/' && Number(a) <= 12;
  return monthFirst ? { year, month: Number(a), day: Number(b) } : { year, month: Number(b), day: Number(a) };
}

/** The time glued to an ISO date belongs to it. */
function pastClock(tokens: Tokens, i: number): number {
  if (textAt(tokens, i) !== 'T' || !gluedAt(tokens, i)) return i;
  let end = i + 1;
  while (end < i + 10 && gluedAt(tokens, end)) end++;
  return end;
}
