import { isAbbreviatedTitle } from '../../lexicon/roles.ts';
import type { Span } from '../../text/span.ts';

/** What a token looks like; names are found by it before they are looked up. */
export const SHAPE = {
  mark: 0,
  lower: 1,
  capitalised: 2,
  /** Two or more letters, all capitals: "NATO". */
  capitals: 3,
  number: 4,
  /** Capitals after small letters or digits: "iPhone", "McKay", "G20". */
  mixed: 5,
  /** One capital with its full stop: the "J." of "Donald J. Trump". */
  initial: 6,
  /** The possessive ending: "’s", or the mark alone after "s". */
  possessive: 7,
  /** Letters each with a full stop: "U.S.". */
  dotted: 8,
} as const;

/** Tokens of a stretch of text, in parallel arrays: offsets are into the whole text. */
export interface NameTokens {
  count: number;
  start: Int32Array;
  end: Int32Array;
  shape: Uint8Array;
}

export const nameTokens = (capacity = 256): NameTokens => ({
  count: 0,
  start: new Int32Array(capacity),
  end: new Int32Array(capacity),
  shape: new Uint8Array(capacity),
});

const OTHER = 0;
const LOWER = 1;
const UPPER = 2;
const UNCASED = 3;
const DIGIT = 4;
const SPACE = 5;
const MARK_ON_LETTER = 6;

function classify(unit: number): number {
  const char = String.fromCharCode(unit);
  if (/\s/.test(char)) return SPACE;
  if (/\p{Lu}|\p{Lt}/u.test(char)) return UPPER;
  if (/\p{Ll}/u.test(char)) return LOWER;
  if (/\p{L}/u.test(char)) return UNCASED;
  if (/\p{N}/u.test(char)) return DIGIT;
  if (/\p{M}/u.test(char)) return MARK_ON_LETTER;
  return OTHER;
}

/** By code unit, one more than its class: filled when one is first met. */
const classes = new Uint8Array(0x10000);

function classOf(unit: number): number {
  const known = classes[unit];
  if (known) return known - 1;
  const found = classify(unit);
  // Behind the end of a text stands none.
  if (!Number.isNaN(unit)) classes[unit] = found + 1;
  return found;
}

const isLetter = (kind: number): boolean =>
  kind === LOWER || kind === UPPER || kind === UNCASED || kind === MARK_ON_LETTER;
const isWordPart = (kind: number): boolean => isLetter(kind) || kind === DIGIT;
const isApostrophe = (unit: number): boolean => unit === 0x27 || unit === 0x2019;
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

/**
 * Splits `span` into words, numbers and marks for finding names: hyphenated words are split ("Russia-linked"),
 * the possessive ending stands alone, abbreviations keep their full stops ("U.S.", "Gen.", "J."). They go behind
 * those that `tokens` hold.
 */
export function splitForNames(text: string, span: Span, tokens: NameTokens): void {
  let at = span.start;
  while (at < span.end) {
    const unit = text.charCodeAt(at);
    const kind = classOf(unit);
    if (kind === SPACE) at++;
    else if (isWordPart(kind)) at = readWord(text, at, span.end, tokens);
    else if (isApostrophe(unit)) at = readApostrophe(text, at, span, tokens);
    else at = push(tokens, at, at + (isSurrogate(unit) && at + 1 < span.end ? 2 : 1), SHAPE.mark);
  }
}

function push(tokens: NameTokens, start: number, end: number, shape: number): number {
  if (tokens.count === tokens.start.length) grow(tokens);
  tokens.start[tokens.count] = start;
  tokens.end[tokens.count] = end;
  tokens.shape[tokens.count] = shape;
  tokens.count++;
  return end;
}

function grow(tokens: NameTokens): void {
  const bigger = nameTokens(tokens.start.length * 2);
  bigger.start.set(tokens.start);
  bigger.end.set(tokens.end);
  bigger.shape.set(tokens.shape);
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

function shapeOf(initialUpper: boolean, uppers: number, lowers: number, digits: number): number {
  if (uppers + lowers === 0) return digits > 0 ? SHAPE.number : SHAPE.lower;
  if (uppers === 0) return digits > 0 ? SHAPE.mixed : SHAPE.lower;
  if (lowers === 0 && digits === 0) return uppers > 1 ? SHAPE.capitals : SHAPE.capitalised;
  return initialUpper && uppers === 1 && digits === 0 ? SHAPE.capitalised : SHAPE.mixed;
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
