import type { Article, Block } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';

/**
 * A token as figures need it: hyphens and signs stand alone ("4-billion-dollar" is five tokens), a
 * possessive ending stands alone, "p.m." is one word, "3,000" one number, as "40 000" and "1 234 567" are.
 */
export interface FigureToken extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** No white space before it. */
  readonly glued: boolean;
}

// Every alternative starts with another kind of character, and all repetition is bounded or of one class.
const TOKEN =
  /(?:\p{L}\.){2,6}(?!\p{L})|['’]s(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’](?!s(?!\p{L}))\p{L}+)?|\d{1,4}(?:\.\d{1,4}){2,4}(?!\d)|\d{1,3}(?:[\u00A0\u2009\u202F]\d{3}){1,4}(?!\d)(?:\.\d+)?|\d{1,3}(?:(?: \d{3}){2,4}| 000)(?!\d)|\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?|\d+(?:\.\d+(?!\.\d))?|\.\d+|[^\s]/gu;

export function figureTokens(text: string, span: Span): FigureToken[] {
  const tokens: FigureToken[] = [];
  let last = -1;
  for (const match of text.slice(span.start, span.end).matchAll(TOKEN)) {
    const word = match[0];
    const start = span.start + match.index;
    const first = word.charCodeAt(word.length > 1 && word.startsWith('.') ? 1 : 0);
    const digit = first >= 48 && first <= 57;
    const kind = digit && !DOTTED.test(word) ? 'number' : isWord(word) ? 'word' : 'mark';
    tokens.push({
      start,
      end: start + word.length,
      text: word,
      lower: word.toLowerCase(),
      kind,
      glued: start === last,
    });
    last = start + word.length;
  }
  return tokens;
}

/** Dates ("13.2.2020"), versions and addresses: one mark, no number. */
const DOTTED = /\..*\./;

const isWord = (text: string): boolean => /^\p{L}/u.test(text);

const WINDOW = 16_000;

/**
 * Where figures are looked for: whole blocks, as sentence ends are unsure near numbers ("Jan. 24"); very
 * long ones in stretches of about 16,000 characters, cut between sentences or at white space.
 */
export function* figureWindows(article: Article): Generator<{ block: Block; span: Span }> {
  for (const block of article.blocks) {
    if (block.kind === 'furniture') continue;
    let start = block.start;
    while (block.end - start > WINDOW) {
      const end = cutBefore(article.text, block, start, start + WINDOW);
      yield { block, span: { start, end } };
      start = end;
    }
    yield { block, span: { start, end: block.end } };
  }
}

function cutBefore(text: string, block: Block, start: number, limit: number): number {
  const at = firstAfter(block.sentences, limit);
  const sentence = block.sentences[at - 1];
  if (sentence !== undefined && sentence.end <= limit && sentence.end > start) return sentence.end;
  let space = -1;
  for (let i = limit; i > limit - 500; i--) {
    if (!/\s/.test(text.charAt(i))) continue;
    if (/[.!?]/.test(text.charAt(i - 1)) && startsUpper(text.charAt(i + 1))) return i;
    if (space < 0) space = i;
  }
  if (space >= 0) return space;
  const low = text.charCodeAt(limit);
  return low >= 0xdc00 && low <= 0xdfff ? limit - 1 : limit;
}

/** Index of the first span that ends after the offset. */
function firstAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A cursor's view of tokens that never runs off either end. */
export const lowerAt = (tokens: readonly FigureToken[], i: number): string => tokens[i]?.lower ?? '';
export const textAt = (tokens: readonly FigureToken[], i: number): string => tokens[i]?.text ?? '';
export const kindAt = (tokens: readonly FigureToken[], i: number): string => tokens[i]?.kind ?? '';
export const gluedAt = (tokens: readonly FigureToken[], i: number): boolean => tokens[i]?.glued ?? false;

const HYPHENS = new Set(['-', '‐', '‑', '–']);
export const isHyphen = (tokens: readonly FigureToken[], i: number): boolean =>
  HYPHENS.has(textAt(tokens, i));

/** The index after a hyphen that binds words ("4-billion"), or `i` itself where there is none. */
export const pastHyphen = (tokens: readonly FigureToken[], i: number): number =>
  isHyphen(tokens, i) && gluedAt(tokens, i) && gluedAt(tokens, i + 1) ? i + 1 : i;

export const startsUpper = (text: string): boolean =>
  text !== '' && text.charAt(0) !== text.charAt(0).toLowerCase();
