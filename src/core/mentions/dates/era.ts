import { ERAS } from '../../lexicon/calendar.ts';
import { type FigureTokens, gluedAt, isHyphen, kindAt, lowerAt, textAt } from '../figures/token.ts';
import type { DateHit } from './hit.ts';

type Tokens = FigureTokens;

const BEFORE = /^(?:AD|A\.D\.?)$/;

/** "AD 138–161", "A.D. 120", "44 BC", and the 160 of "between A.D. 120 and 160"; years before Christ as TIMEX3 has them, "BC0044". */
export function eraYearAt(tokens: Tokens, i: number): DateHit | null {
  if (kindAt(tokens, i) === 'number') return yearBefore(tokens, i) ?? yearBehindRange(tokens, i);
  if (!BEFORE.test(textAt(tokens, i)) || !isYear(tokens, i + 1)) return null;
  const to = isHyphen(tokens, i + 2) && gluedAt(tokens, i + 3) && isYear(tokens, i + 3);
  const from = padded(textAt(tokens, i + 1));
  return to
    ? { kind: 'date', value: `${from}/${padded(textAt(tokens, i + 3))}`, end: i + 4 }
    : { kind: 'date', value: from, end: i + 2 };
}

function yearBefore(tokens: Tokens, i: number): DateHit | null {
  const era = textAt(tokens, i + 1);
  if (!isYear(tokens, i) || !ERAS.test(era)) return null;
  const year = padded(textAt(tokens, i));
  return { kind: 'date', value: era.startsWith('B') ? `BC${year}` : year, end: i + 2 };
}

const yearBehindRange = (tokens: Tokens, i: number): DateHit | null =>
  isYear(tokens, i) &&
  /^(?:and|to)$/.test(lowerAt(tokens, i - 1)) &&
  isYear(tokens, i - 2) &&
  BEFORE.test(textAt(tokens, i - 3))
    ? { kind: 'date', value: padded(textAt(tokens, i)), end: i + 1 }
    : null;

const isYear = (tokens: Tokens, i: number): boolean => /^[1-9]\d{0,3}$/.test(textAt(tokens, i));

const padded = (year: string): string => year.padStart(4, '0');
