import { EASTER_HOLIDAYS, FIXED_HOLIDAYS, MOVING_HOLIDAYS } from '../../lexicon/calendar.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, startsUpper, textAt } from '../figures/token.ts';
import { isYear } from './calendar.ts';
import { addDays, type Civil, easter, iso, isoWeek, nthWeekday, parseCivil, weekdayOf } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { resolveMonthDay } from './resolve.ts';
import { type Cue, cueAround } from './tense.ts';

type Tokens = FigureTokens;

/** "Christmas Day", "Good Friday", "Election Day 2016": resolved as other dates without a year are. */
export function holidayAt(
  tokens: Tokens,
  i: number,
  { reference }: DateContext,
  shift: -1 | 0 | 1 | null = null,
): DateHit | null {
  if (!STARTS.has(lowerAt(tokens, i)) || !startsUpper(textAt(tokens, i))) return null;
  const hit = holidayName(tokens, i);
  if (hit === null || (kindAt(tokens, hit.end) === 'word' && startsUpper(textAt(tokens, hit.end))))
    return null;
  const written = isYear(textAt(tokens, hit.end)) ? Number(textAt(tokens, hit.end)) : null;
  const cue = shift === null ? cueAround(tokens, i, hit.end) : shift < 0 ? 'past' : 'future';
  if (FOREIGN.has(hit.name) && isOwned(tokens, i)) return null;
  const value = written === null ? nearest(hit.name, reference, cue) : iso(holidayIn(hit.name, written));
  if (value === null) return null;
  const end = written === null ? hit.end : hit.end + 1;
  return around(tokens, end, value) ?? { kind: 'date', value, end };
}

/** First words of holidays' names. */
const STARTS: ReadonlySet<string> = new Set(
  [FIXED_HOLIDAYS, MOVING_HOLIDAYS, EASTER_HOLIDAYS].flatMap((names) =>
    [...names.keys()].map((name) => name.split(/[ ']/, 1)[0] ?? ''),
  ),
);

/** Days that other countries keep on other dates: "Ukraine's Independence Day". */
const FOREIGN = new Set([
  'independence day',
  'thanksgiving',
  'thanksgiving day',
  'labor day',
  'election day',
]);

const isOwned = (tokens: Tokens, i: number): boolean =>
  ['’s', "'s"].includes(lowerAt(tokens, i - 1)) ||
  (i > 0 &&
    kindAt(tokens, i - 1) === 'word' &&
    startsUpper(textAt(tokens, i - 1)) &&
    textAt(tokens, i - 1) !== 'On');

/** "Easter week", "Labor Day weekend": the days off that a holiday early in its week ends. */
function around(tokens: Tokens, end: number, value: string): DateHit | null {
  const day = parseCivil(value);
  const word = lowerAt(tokens, end);
  if (day === null || (word !== 'week' && word !== 'weekend')) return null;
  if (word === 'week') return { kind: 'date', value: isoWeek(day), end: end + 1 };
  const saturday = addDays(day, weekdayOf(day) <= 2 ? -7 : 0);
  return { kind: 'date', value: `${isoWeek(saturday)}-WE`, end: end + 1 };
}

/** The longest holiday's name at `i`. */
function holidayName(tokens: Tokens, i: number): { name: string; end: number } | null {
  let name = '';
  let hit: { name: string; end: number } | null = null;
  for (let at = i; at < i + 6; at++) {
    name += (at === i || gluedAt(tokens, at) ? '' : ' ') + lowerAt(tokens, at).replace('’', "'");
    if (FIXED_HOLIDAYS.has(name) || MOVING_HOLIDAYS.has(name) || EASTER_HOLIDAYS.has(name))
      hit = { name, end: at + 1 };
  }
  return hit;
}

function holidayIn(name: string, year: number): Civil {
  const moving = MOVING_HOLIDAYS.get(name);
  if (moving !== undefined) return addDays(nthWeekday(year, moving[0], moving[1], moving[2]), moving[3]);
  const shift = EASTER_HOLIDAYS.get(name);
  if (shift !== undefined) return addDays(easter(year), shift);
  const [month = 1, day = 1] = (FIXED_HOLIDAYS.get(name) ?? '').split('-').map(Number);
  return { year, month, day };
}

/** The one that is meant without a year; only those on a fixed day can be told without the article's date. */
function nearest(name: string, reference: Civil | null, cue: Cue): string | null {
  const fixed = FIXED_HOLIDAYS.has(name);
  if (reference === null && !fixed) return null;
  const near = holidayIn(name, reference?.year ?? 2000);
  const value = resolveMonthDay(reference, near.month, near.day, cue);
  return fixed ? value : iso(holidayIn(name, Number(value.slice(0, 4))));
}
