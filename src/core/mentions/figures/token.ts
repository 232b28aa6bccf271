import type { Article, Block } from '../../text/article.ts';
import type { Span } from '../../text/span.ts';
import { longer } from '../longer.ts';
import { type TextWords, wordAt } from '../text-words.ts';
import { type WordForm, wordFormAt } from '../word-form.ts';

/**
 * Tokens as figures need them: hyphens and signs stand alone ("4-billion-dollar" is five tokens), a
 * possessive ending stands alone, "p.m." is one word, "3,000" one number, as "40 000" and "1 234 567" are.
 * Parallel arrays, in which nothing is made anew for a token; ask for what is in them with `lowerAt` and the like.
 */
export interface FigureTokens {
  length: number;
  start: Int32Array;
  end: Int32Array;
  readonly forms: WordForm[];
}

export const noFigureTokens = (): FigureTokens => ({
  length: 0,
  start: new Int32Array(256),
  end: new Int32Array(256),
  forms: [],
});

// Every alternative starts with another kind of character, and all repetition is bounded or of one class.
const TOKEN =
  /(?:\p{L}\.){2,6}(?!\p{L})|['’]s(?!\p{L})|\p{L}[\p{L}\p{M}]*(?:['’](?!s(?!\p{L}))\p{L}+)?|\d{1,4}(?:\.\d{1,4}){2,4}(?!\d)|\d{1,3}(?:[\u00A0\u2009\u202F]\d{3}){1,4}(?!\d)(?:\.\d+)?|\d{1,3}(?:(?: \d{3}){2,4}| 000)(?!\d)|\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?|\d+(?:\.\d+(?!\.\d))?|\.\d+|[^\s]/uy;

/** Replaces what `tokens` hold by the tokens of `span`. */
export function readFigureTokens(text: string, span: Span, tokens: FigureTokens, words: TextWords): void {
  tokens.length = 0;
  let body = '';
  for (let start = span.start; start < span.end; ) {
    if (text.charCodeAt(start) === 0x20) {
      start++;
      continue;
    }
    let end = start + 1;
    const shared = wordAt(words, start, span.end);
    if (shared >= 0) {
      end = words.end[shared] as number;
      push(tokens, start, end, words.forms[shared] as WordForm);
    } else {
      // What lies behind the span has no say.
      if (body === '') body = text.slice(span.start, span.end);
      TOKEN.lastIndex = start - span.start;
      const length = TOKEN.exec(body)?.[0].length ?? 0;
      if (length > 0) end = start + length;
      if (length > 0) push(tokens, start, end, wordFormAt(text, start, end));
    }
    start = end;
  }
}

function push(tokens: FigureTokens, start: number, end: number, form: WordForm): void {
  const i = tokens.length++;
  if (i === tokens.start.length) {
    tokens.start = longer(tokens.start, new Int32Array(2 * i));
    tokens.end = longer(tokens.end, new Int32Array(2 * i));
  }
  tokens.start[i] = start;
  tokens.end[i] = end;
  tokens.forms[i] = form;
}

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

/** What is known of the token at `i`, which may lie outside: a cursor never runs off either end. */
export const formAt = (tokens: FigureTokens, i: number): WordForm | undefined =>
  i >= 0 && i < tokens.length ? tokens.forms[i] : undefined;
export const lowerAt = (tokens: FigureTokens, i: number): string => formAt(tokens, i)?.lower ?? '';
export const textAt = (tokens: FigureTokens, i: number): string => formAt(tokens, i)?.text ?? '';
export const kindAt = (tokens: FigureTokens, i: number): string => formAt(tokens, i)?.kind ?? '';
/** Whether no white space stands before it. */
export const gluedAt = (tokens: FigureTokens, i: number): boolean =>
  i > 0 && i < tokens.length && tokens.start[i] === tokens.end[i - 1];
export const startAt = (tokens: FigureTokens, i: number): number => tokens.start[i] ?? 0;
export const endAt = (tokens: FigureTokens, i: number): number => tokens.end[i] ?? 0;

const HYPHENS = new Set(['-', '‐', '‑', '–']);
export const isHyphen = (tokens: FigureTokens, i: number): boolean => HYPHENS.has(textAt(tokens, i));

/** The index after a hyphen that binds words ("4-billion"), or `i` itself where there is none. */
export const pastHyphen = (tokens: FigureTokens, i: number): number =>
  isHyphen(tokens, i) && gluedAt(tokens, i) && gluedAt(tokens, i + 1) ? i + 1 : i;

export const startsUpper = (text: string): boolean =>
  text !== '' && text.charAt(0) !== text.charAt(0).toLowerCase();
