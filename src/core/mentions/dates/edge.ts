import { TIME_UNITS, type TimeUnit } from '../../lexicon/calendar.ts';
import { type FigureTokens, isHyphen, lowerAt } from '../figures/token.ts';
import { addDays, addMonths, type Civil, iso, isoMonth, isoWeek, isoYear, quarterOf } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';

type Tokens = FigureTokens;

/** The week, month, quarter, year, decade or century that lies `shift` units from the reference. */
export function periodOf(reference: Civil, unit: TimeUnit, shift: number): string {
  if (unit === 'day') return iso(addDays(reference, shift));
  if (unit === 'week') return isoWeek(addDays(reference, 7 * shift));
  if (unit === 'fortnight') return isoWeek(addDays(reference, 14 * shift));
  if (unit === 'month') {
    const month = addMonths(reference, shift);
    return isoMonth(month.year, month.month);
  }
  if (unit === 'quarter') {
    const month = addMonths(reference, 3 * shift);
    return `${isoYear(month.year)}-Q${quarterOf(month)}`;
  }
  if (unit === 'decade') return `${isoYear(reference.year + 10 * shift).slice(0, 3)}X`;
  if (unit === 'century') return `${isoYear(reference.year + 100 * shift).slice(0, 2)}XX`;
  return isoYear(reference.year + shift);
}

const EDGES = new Set(['end', 'beginning', 'start', 'middle', 'close', 'rest', 'remainder']);
const PARTS = new Set(['later', 'earlier', 'early', 'late']);
const PERIODS: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year', 'decade', 'century']);

/**
 * "year-end", "end of the month", "the beginning of the week", "later in the year": the period itself, where the
 * article's date tells which.
 */
export function yearEdgeAt(tokens: Tokens, i: number, { reference }: DateContext): DateHit | null {
  if (reference === null) return null;
  const word = lowerAt(tokens, i);
  if (word === 'year' || word === 'years' || word === 'month') {
    const owner = ['’s', "'s"].includes(lowerAt(tokens, i + 1));
    const at = isHyphen(tokens, i + 1) || owner ? i + 2 : i + 1;
    if (lowerAt(tokens, at) !== 'end' || (owner && word === 'years')) return null;
    return { kind: 'date', value: periodOf(reference, word === 'month' ? 'month' : 'year', 0), end: at + 1 };
  }
  const edge = EDGES.has(word) && lowerAt(tokens, i + 1) === 'of';
  if (!edge && !(PARTS.has(word) && lowerAt(tokens, i + 1) === 'in')) return null;
  const the = ['the', 'this'].includes(lowerAt(tokens, i + 2));
  if (!the && !(word === 'end' && edge)) return null;
  const at = i + (the ? 3 : 2);
  const unit = TIME_UNITS.get(lowerAt(tokens, at));
  if (unit === undefined || !PERIODS.has(lowerAt(tokens, at)) || lowerAt(tokens, at + 1) === 'of')
    return null;
  return { kind: 'date', value: periodOf(reference, unit, 0), end: at + 1 };
}
