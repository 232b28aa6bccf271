import { ordinalAt } from '../figures/number-part.ts';
import { type FigureTokens, lowerAt, textAt } from '../figures/token.ts';
import { isYear } from './calendar.ts';
import { isoWeek, isoYear, parseCivil } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';

type Tokens = FigureTokens;

type DateReader = (tokens: Tokens, i: number, context: DateContext) => DateHit | null;

/** "the week of March 6", "the second week of 2019". */
export function weekOfAt(tokens: Tokens, i: number, context: DateContext, read: DateReader): DateHit | null {
  const start = lowerAt(tokens, i) === 'the' ? i + 1 : i;
  const ordinal = ordinalAt(tokens, start);
  const last = lowerAt(tokens, start) === 'last';
  const at = ordinal?.end ?? (last ? start + 1 : start);
  if (lowerAt(tokens, at) !== 'week' || lowerAt(tokens, at + 1) !== 'of') return null;
  if (ordinal !== null || last) {
    if (!isYear(textAt(tokens, at + 2)) || (ordinal !== null && ordinal.value > 53)) return null;
    const year = Number(textAt(tokens, at + 2));
    const value =
      ordinal === null ? isoWeek({ year, month: 12, day: 28 }) : weekNumbered(year, ordinal.value);
    return { kind: 'date', value, end: at + 3 };
  }
  const inner = read(tokens, at + 2, context);
  const day = inner === null || inner.value.length < 10 ? null : parseCivil(inner.value);
  return inner === null || day === null ? null : { kind: 'date', value: isoWeek(day), end: inner.end };
}

const weekNumbered = (year: number, week: number): string =>
  `${isoYear(year)}-W${String(week).padStart(2, '0')}`;
