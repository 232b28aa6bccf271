import { MONTHS } from '../lexicon/calendar.ts';
import { type FigureToken, kindAt, lowerAt, textAt } from './figure-token.ts';

export interface DateHit {
  readonly kind: 'date' | 'duration';
  readonly value: string;
  readonly end: number;
}

/** The date that starts at `i`. */
export function dateAt(tokens: readonly FigureToken[], i: number, _reference: string | null): DateHit | null {
  const month = MONTHS.get(lowerAt(tokens, i));
  if (
    month !== undefined &&
    kindAt(tokens, i + 1) === 'number' &&
    textAt(tokens, i + 2) === ',' &&
    /^\d{4}$/.test(textAt(tokens, i + 3))
  ) {
    const day = textAt(tokens, i + 1).padStart(2, '0');
    return {
      kind: 'date',
      value: `${textAt(tokens, i + 3)}-${String(month).padStart(2, '0')}-${day}`,
      end: i + 4,
    };
  }
  if (/^(?:19|20)\d\d$/.test(textAt(tokens, i)))
    return { kind: 'date', value: textAt(tokens, i), end: i + 1 };
  return null;
}
