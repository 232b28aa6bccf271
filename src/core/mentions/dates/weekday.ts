import { DAY_PARTS, isShortWeekday, WEEKDAYS } from '../../lexicon/calendar.ts';
import { type FigureToken, lowerAt, startsUpper, textAt } from '../figures/token.ts';
import { monthDateAt } from './calendar.ts';
import { addDays, type Civil, iso, weekdayOf } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { resolveWeekday } from './resolve.ts';
import { type Cue, cueAfter, cueAround } from './tense.ts';

type Tokens = readonly FigureToken[];

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
  const week = weekAfter(tokens, end);
  if (week !== null) {
    const day = inWeek(addDays(reference, week.days), weekday);
    return { kind: 'date', value: iso(day) + suffix, end: week.end };
  }
  const owner = ['’s', "'s"].includes(lowerAt(tokens, end));
  const day =
    cued === null
      ? resolveWeekday(reference, weekday, owner ? cueOfOwner(tokens, i, end) : cueAround(tokens, i, end))
      : cuedWeekday(reference, weekday, cued);
  return { kind: 'date', value: iso(day) + suffix, end };
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
export function weekAfter(tokens: Tokens, i: number): { days: number; end: number } | null {
  const at = lowerAt(tokens, i) === 'of' ? i + 1 : i;
  const days = WEEKS.get(lowerAt(tokens, at));
  return days === undefined || lowerAt(tokens, at + 1) !== 'week' ? null : { days, end: at + 2 };
}

/** A weekday in the reference's own week, Monday to Sunday. */
export const inWeek = (reference: Civil, weekday: number): Civil =>
  addDays(reference, weekday - weekdayOf(reference));
