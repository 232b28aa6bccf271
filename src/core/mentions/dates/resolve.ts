import { addDays, type Civil, isDay, iso, isoDay, isoMonth, serial, weekdayOf } from './civil.ts';
import type { Cue } from './tense.ts';

/**
 * Resolves what leaves out its year or week against the article's date. News looks back: the nearest such
 * day in the past, unless the words around look forward ("will meet Friday", "by Jan. 14").
 */

/** The day that a weekday's name means: today or back up to six days, or the coming one. */
export function resolveWeekday(reference: Civil, weekday: number, cue: Cue): Civil {
  const back = (weekdayOf(reference) - weekday + 7) % 7;
  return addDays(reference, cue === 'future' && back > 0 ? 7 - back : -back);
}

/** Days ahead up to which a date is taken for the coming one: without a cue, and after a verb in the past. */
const NEAR = 90;
const NEAR_PAST = 45;

export function resolveMonthDay(reference: Civil | null, month: number, day: number, cue: Cue): string {
  if (reference === null) return isoDay(null, month, day);
  const ahead = serial({ year: reference.year, month, day }) - serial(reference);
  const year = reference.year + yearShift(ahead, cue);
  return isoDay(month === 2 && day === 29 ? leapYear(year, cue) : year, month, day);
}

/** The year itself or the nearest that has a February 29, back unless the words around look forward. */
function leapYear(year: number, cue: Cue): number {
  const step = cue === 'future' ? 1 : -1;
  let leap = year;
  while (!isDay({ year: leap, month: 2, day: 29 })) leap += step;
  return leap;
}

/** -1, 0 or 1, for a date that lies `ahead` days ahead in the reference's own year. */
function yearShift(ahead: number, cue: Cue): number {
  if (ahead > 0) {
    if (cue === 'future') return 0;
    return ahead <= (cue === 'past' ? NEAR_PAST : NEAR) ? 0 : -1;
  }
  const next = 365 + ahead;
  if (cue === 'future' && next <= 200) return 1;
  return cue === null && next <= NEAR ? 1 : 0;
}

export function resolveMonth(reference: Civil | null, month: number, cue: Cue): string {
  if (reference === null) return isoMonth(null, month);
  const ahead = month - reference.month;
  if (ahead === 0) return isoMonth(reference.year, month);
  return isoMonth(reference.year + yearShift(ahead > 0 ? ahead * 30 : ahead * 30 + 1, cue), month);
}

export const dayOf = (reference: Civil, shift: number): string => iso(addDays(reference, shift));
