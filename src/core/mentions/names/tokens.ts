import { isAbbreviatedTitle } from '../../lexicon/roles.ts';
import type { Span } from '../../text/span.ts';
import { type TextWords, wordAt } from '../text-words.ts';
import type { WordForm } from '../word-form.ts';
import { classOf, DIGIT, isLetter, isWordPart, LOWER, SHAPE, SPACE, shapeOf, UPPER } from './shape.ts';

/** Tokens of a stretch of text, in parallel arrays: offsets are into the whole text. */
export interface NameTokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  shape: Uint8Array;
  /** Which of the text's words it is, counted from 1; 0 for a token that all readers do not share. */
  shared: Int32Array;
}

export const nameTokens = (capacity = 256): NameTokens => ({
  count: 0,
  start: new Int32Array(capacity),
  end: new Int32Array(capacity),
  shape: new Uint8Array(capacity),
  shared: new Int32Array(capacity),
});

const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * Splits `span` into words, numbers and marks for finding names: hyphenated words are split ("Russia-linked"),
 * the possessive ending stands alone, abbreviations keep their full stops ("U.S.", "Gen.", "J."). They go behind
 * those that `tokens` hold.
 */
export function splitForNames(text: string, span: Span, tokens: NameTokens, words: TextWords): void {
  let at = span.start;
  while (at < span.end) {
    const shared = wordAt(words, at, span.end);
    if (shared >= 0) {
      const { shape } = words.forms[shared] as WordForm;
      at = push(tokens, at, words.end[shared] as number, shape, shared + 1);
      continue;
    }
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind === SPACE) at++;
    else if (isWordPart(kind)) at = readWord(text, at, span.end, tokens);
    else if (isApostrophe(unit)) at = readApostrophe(text, at, span, tokens);
    else at = push(tokens, at, at + (isSurrogate(unit) && at + 1 < span.end ? 2 : 1), SHAPE.mark);
  }
}

function push(tokens: NameTokens, start: number, end: number, shape: number, shared = 0): number {
  if (tokens.count === tokens.start.length) grow(tokens);
  tokens.start[tokens.count] = start;
  tokens.end[tokens.count] = end;
  tokens.shape[tokens.count] = shape;
  tokens.shared[tokens.count] = shared;
  tokens.count++;
  return end;
}

function grow(tokens: NameTokens): void {
  const bigger = nameTokens(tokens.start.length * 2);
  bigger.start.set(tokens.start);
  bigger.end.set(tokens.end);
  bigger.shape.set(tokens.shape);
  bigger.shared.set(tokens.shared);
  Object.assign(tokens, bigger, { count: tokens.count });
}

/** "’s" after a word is a possessive; any other apostrophe is a mark. */
function readApostrophe(text: string, at: number, { start, end: limit }: Span, tokens: NameTokens): number {
  const glued = at > start && tokens.count > 0 && tokens.end[tokens.count - 1] === at;
  const next = at + 1 < limit ? text.charCodeAt(at + 1) : 0;
  const closes = at + 2 >= limit || !isWordPart(classOf(text.charCodeAt(at + 2)));
  if (glued && (next === 0x73 || next === 0x53) && closes) return push(tokens, at, at + 2, SHAPE.possessive);
  const before = at > 0 ? text.charCodeAt(at - 1) : 0;
  const plural = glued && (before === 0x73 || before === 0x7a);
  return push(tokens, at, at + 1, plural ? SHAPE.possessive : SHAPE.mark);
}

function readWord(text: string, start: number, limit: number, tokens: NameTokens): number {
  let at = start;
  let uppers = 0;
  let lowers = 0;
  let digits = 0;
  while (at < limit) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === UPPER) uppers++;
    else if (kind === LOWER) lowers++;
    else if (kind === DIGIT) digits++;
    else if (!isLetter(kind)) {
      if (!staysInside(text, at, limit, digits > 0)) break;
    }
    at++;
  }
  const initialUpper = classOf(text.charCodeAt(start)) === UPPER;
  if (at - start === 1 && initialUpper && text.charCodeAt(at) === 0x2e && at < limit)
    return readDotted(text, start, limit, tokens);
  if (
    text.charCodeAt(at) === 0x2e &&
    at < limit &&
    at - start < 6 &&
    isAbbreviatedTitle(text.slice(start, at))
  )
    at++;
  return push(tokens, start, at, shapeOf(initialUpper, uppers, lowers, digits));
}

/** An apostrophe between letters that is no possessive ("O’Brien", "N'Djamena"), or a separator in a number. */
function staysInside(text: string, at: number, limit: number, number: boolean): boolean {
  const unit = text.charCodeAt(at);
  if (at + 1 >= limit) return false;
  const next = classOf(text.charCodeAt(at + 1));
  if (unit === 0x26) return classOf(text.charCodeAt(at - 1)) === UPPER && next === UPPER;
  if (number && (unit === 0x2e || unit === 0x2c))
    return next === DIGIT && classOf(text.charCodeAt(at - 1)) === DIGIT;
  if (!isApostrophe(unit) || !isLetter(next)) return false;
  const letter = text.charCodeAt(at + 1) | 0x20;
  const alone = at + 2 >= limit || !isWordPart(classOf(text.charCodeAt(at + 2)));
  return !(letter === 0x73 && alone);
}

/** "J." or "U.S.": single capitals that each have a full stop. */
function readDotted(text: string, start: number, limit: number, tokens: NameTokens): number {
  let at = start + 2;
  while (at + 1 < limit && text.charCodeAt(at + 1) === 0x2e && classOf(text.charCodeAt(at)) === UPPER)
    at += 2;
  const single = at === start + 2;
  if (single && at < limit && classOf(text.charCodeAt(at)) === UPPER && at + 1 < limit)
    return push(tokens, start, at, SHAPE.initial);
  return push(tokens, start, at, single ? SHAPE.initial : SHAPE.dotted);
}

export const wordOf = (text: string, tokens: NameTokens, index: number): string =>
  index < 0 || index >= tokens.count ? '' : text.slice(tokens.start[index], tokens.end[index]);
