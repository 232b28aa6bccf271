import { DAY_PARTS, isShortWeekday, WEEKDAYS } from '../../lexicon/calendar.ts';
import { type FigureTokens, lowerAt, startsUpper, textAt } from '../figures/token.ts';
import { monthDateAt } from './calendar.ts';
import { addDays, type Civil, iso, parseCivil, weekdayOf } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { resolveWeekday } from './resolve.ts';
import { type Cue, cueAfter, cueAround } from './tense.ts';

type Tokens = FigureTokens;

/** "Friday", "last Friday", "Friday night", "Thursday, April 6". */
export function weekdayAt(
  tokens: Tokens,
  i: number,
  context: DateContext,
  cued: 'last' | 'next' | 'this' | null,
): DateHit | null {
  const { reference } = context;
  const weekday = WEEKDAYS.get(lowerAt(tokens, i));
  if (weekday === undefined) return everyWeekdayAt(tokens, i);
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
  if (lowerAt(tokens, i + 1).endsWith('s') && DAY_PARTS.has(lowerAt(tokens, i + 1).slice(0, -1)))
    return everyWeekdayAt(tokens, i);
  if (reference === null) return { kind: 'date', value: `XXXX-WXX-${weekday}${suffix}`, end };
  const week = weekAfter(tokens, end);
  if (week !== null) {
    const day = inWeek(addDays(reference, week.days), weekday);
    return { kind: 'date', value: iso(day) + suffix, end: week.end };
  }
  const from = rangeStart(tokens, i, context);
  if (from !== null) return { kind: 'date', value: iso(weekdayFrom(from, weekday)) + suffix, end };
  const day =
    cued === null
      ? resolveWeekday(reference, weekday, cueOf(tokens, i, end, reference))
      : cuedWeekday(reference, weekday, cued);
  return { kind: 'date', value: iso(day) + suffix, end };
}

/** "on Fridays", "Tuesday mornings": a TIMEX3 SET. */
function everyWeekdayAt(tokens: Tokens, i: number): DateHit | null {
  const plural = lowerAt(tokens, i).endsWith('days');
  const weekday = WEEKDAYS.get(plural ? lowerAt(tokens, i).slice(0, -1) : lowerAt(tokens, i));
  if (weekday === undefined || !startsUpper(textAt(tokens, i))) return null;
  if (plural) return { kind: 'date', value: `XXXX-WXX-${weekday}`, end: i + 1 };
  const part = DAY_PARTS.get(lowerAt(tokens, i + 1).slice(0, -1)) ?? '';
  return { kind: 'date', value: `XXXX-WXX-${weekday}T${part}`, end: i + 2 };
}

const TO = new Set(['through', 'to', 'until', 'till', '-', '–']);

/** The day before "through": what follows comes after it. */
function rangeStart(tokens: Tokens, i: number, { previous, previousEnd }: DateContext): Civil | null {
  return previousEnd === i - 1 && TO.has(lowerAt(tokens, i - 1)) ? parseCivil(previous) : null;
}

const weekdayFrom = (from: Civil, weekday: number): Civil =>
  addDays(from, (weekday - weekdayOf(from) + 7) % 7);

const OWNERS = new Set(['’s', "'s"]);
const TOLD = new Set(['was', 'were', 'had']);
/** Days back up to which what was planned for a day and is told in the past is over. */
const JUST_PAST = 3;

function cueOf(tokens: Tokens, i: number, end: number, reference: Civil): Cue {
  if (OWNERS.has(lowerAt(tokens, end))) return cueOfOwner(tokens, i, end);
  const cue = cueAround(tokens, i, end);
  // "A walk planned for Saturday was called off": the nearer one.
  const back = (weekdayOf(reference) - (WEEKDAYS.get(lowerAt(tokens, i)) ?? 0) + 7) % 7;
  return cue === 'future' && TOLD.has(lowerAt(tokens, end)) && back <= JUST_PAST ? 'past' : cue;
}

/** "Friday's vote" is past news, unless it "will" be or something comes "ahead of" it. */
function cueOfOwner(tokens: Tokens, i: number, end: number): Cue {
  const before = lowerAt(tokens, i - 2) === 'ahead' && lowerAt(tokens, i - 1) === 'of';
  return before || cueAfter(tokens, end) === 'future' ? 'future' : 'past';
}

function cuedWeekday(reference: Civil, weekday: number, cued: 'last' | 'next' | 'this'): Civil {
  const day = resolveWeekday(reference, weekday, cued === 'last' ? 'past' : 'future');
  if (cued === 'this') return day;
  if (iso(day) !== iso(reference)) return day;
  return addDays(day, cued === 'last' ? -7 : 7);
}

const WEEKS: ReadonlyMap<string, number> = new Map([
  ['last', -7],
  ['this', 0],
  ['next', 7],
]);

/** "Tuesday of last week", "Wednesday next week": the shift of its week in days, and the index behind it. */
function weekAfter(tokens: Tokens, i: number): { days: number; end: number } | null {
  const at = lowerAt(tokens, i) === 'of' ? i + 1 : i;
  const days = WEEKS.get(lowerAt(tokens, at));
  return days === undefined || lowerAt(tokens, at + 1) !== 'week' ? null : { days, end: at + 2 };
}

/** A weekday in the reference's own week, Monday to Sunday. */
export const inWeek = (reference: Civil, weekday: number): Civil =>
  addDays(reference, weekday - weekdayOf(reference));
