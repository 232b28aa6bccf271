import { type FigureToken, kindAt, lowerAt, textAt } from '../figures/token.ts';
import { addDays, type Civil, iso, isoDay, isoMonth, serial, weekdayOf } from './civil.ts';

/**
 * Resolves what leaves out its year or week against the article's date. News looks back: the nearest such
 * day in the past, unless the words around look forward ("will meet Friday", "by Jan. 14").
 */

export type Cue = 'past' | 'future' | null;

const FUTURE = new Set(
  'will ’ll shall plans plan planned planning expected expects expect scheduled due until next upcoming hopes intends deadline would by coming ahead begins starts meets soon early late'.split(
    ' ',
  ),
);
const PAST = new Set(
  'was were had did said told took went came met held made found won lost left gave began saw since last died killed led ago struck broke hit fell rose became ran sent spoke'.split(
    ' ',
  ),
);
const ENDS = new Set(['.', ';', '?', '!', ':']);

/** Whether the words around tokens `start` to `end` look back or forward; the nearest on the left decides. */
export function cueAround(tokens: readonly FigureToken[], start: number, end: number): Cue {
  for (let at = start - 1; at >= Math.max(0, start - 12); at--) {
    const word = lowerAt(tokens, at);
    if (ENDS.has(word) && !(word === '.' && kindAt(tokens, at + 1) === 'number')) break;
    // "until Thursday, they had not": what follows tells.
    if (word === 'until' || word === 'by') return cueAfter(tokens, end) ?? 'future';
    if ((word === 'early' || word === 'late' || word === 'soon') && lowerAt(tokens, at - 1) !== 'as')
      continue;
    if (FUTURE.has(word) && !(word === 'next' && lowerAt(tokens, at + 1) === 'to')) return 'future';
    if (isPastVerb(tokens, at)) return 'past';
  }
  return cueAfter(tokens, end);
}

function cueAfter(tokens: readonly FigureToken[], end: number): Cue {
  for (let at = end; at < end + 6; at++) {
    const word = lowerAt(tokens, at);
    if (word === '' || ENDS.has(word)) return null;
    if (word === 'will' || word === '’ll') return 'future';
    if (isPastVerb(tokens, at)) return 'past';
  }
  return null;
}

/** A verb in the past; a participle after "be" ("will be returned", "to be held") is none. */
function isPastVerb(tokens: readonly FigureToken[], at: number): boolean {
  const word = textAt(tokens, at);
  if (!PAST.has(word) && !(/(?:[^aeiou]|[aiu])ed$/.test(word) && word.length > 4)) return false;
  return lowerAt(tokens, at - 1) !== 'be' && lowerAt(tokens, at - 2) !== 'be';
}

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
  return isoDay(year, month, day);
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
