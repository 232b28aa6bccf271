import {
  DENOMINATORS,
  ORDINAL_SUFFIXES,
  ORDINALS,
  SCALES,
  SMALL_NUMBERS,
  TENS,
} from '../../lexicon/number-words.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, pastHyphen, textAt } from './token.ts';

type Tokens = FigureTokens;

/** The value of digits with their group marks: "3,000", "40 000" with a fixed space. */
export function digitsValue(text: string): number {
  const plain = Number(text);
  return Number.isNaN(plain) ? Number(text.replaceAll(/[, \u00A0\u2009\u202F]/g, '')) : plain;
}

export const isSlash = (tokens: Tokens, i: number): boolean =>
  ['/', '⁄', '∕'].includes(textAt(tokens, i)) && gluedAt(tokens, i);

/** A fraction in digits, "3/4" (denominators of measures, no dates). */
export function slashFractionAt(tokens: Tokens, i: number): { value: number; end: number } | null {
  if (kindAt(tokens, i) !== 'number' || !isSlash(tokens, i + 1)) return null;
  if (kindAt(tokens, i + 2) !== 'number' || !gluedAt(tokens, i + 2)) return null;
  const over = digitsValue(textAt(tokens, i));
  const under = digitsValue(textAt(tokens, i + 2));
  if (under === 0 || over >= under || !Number.isInteger(over) || !Number.isInteger(under)) return null;
  return isSlash(tokens, i + 3) ? null : { value: over / under, end: i + 3 };
}

/** A fraction in words: "two thirds", "three-quarters", "a third", "one-fifth". */
export function wordFractionAt(tokens: Tokens, i: number): { value: number; end: number } | null {
  const word = lowerAt(tokens, i);
  const over = word === 'a' || word === 'an' ? 1 : SMALL_NUMBERS.get(word);
  if (over === undefined || over === 0) return null;
  const at = pastHyphen(tokens, i + 1);
  const name = lowerAt(tokens, at);
  const under = DENOMINATORS.get(name);
  if (under === undefined || over >= under) return null;
  const plural = name.endsWith('s');
  if (plural !== over > 1) return null;
  return { value: over / under, end: at + 1 };
}

/** "a quarter of a million", "quarter million", "three quarters of a billion": the share and where its scale stands. */
export function shareOfScale(tokens: Tokens, i: number): { value: number; end: number } | null {
  const bare = lowerAt(tokens, i) === 'quarter' && lowerAt(tokens, i - 1) !== 'a';
  const share = bare ? { value: 0.25, end: i + 1 } : wordFractionAt(tokens, i);
  if (share === null) return null;
  const of = lowerAt(tokens, share.end) === 'of';
  if (of && lowerAt(tokens, share.end + 1) !== 'a') return null;
  const at = of ? share.end + 2 : share.end;
  return (SCALES.get(lowerAt(tokens, at)) ?? 0) >= 1000 ? { value: share.value, end: at } : null;
}

/** An ordinal: "10th", "third", "twenty-first". */
export function ordinalAt(tokens: Tokens, i: number): { value: number; end: number; digits: boolean } | null {
  if (kindAt(tokens, i) === 'number') {
    const glued = gluedAt(tokens, i + 1) && ORDINAL_SUFFIXES.has(lowerAt(tokens, i + 1));
    const value = digitsValue(textAt(tokens, i));
    return glued && Number.isInteger(value) ? { value, end: i + 2, digits: true } : null;
  }
  const plain = ORDINALS.get(lowerAt(tokens, i));
  if (plain !== undefined) return { value: plain, end: i + 1, digits: false };
  const tens = TENS.get(lowerAt(tokens, i));
  const at = pastHyphen(tokens, i + 1);
  const ones = ORDINALS.get(lowerAt(tokens, at));
  if (tens === undefined || at === i + 1 || ones === undefined || ones > 9) return null;
  return { value: tens + ones, end: at + 1, digits: false };
}
