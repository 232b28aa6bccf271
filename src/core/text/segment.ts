import type { Span } from './span.ts';
import { trimSpan } from './span.ts';
import type { Token, TokenKind } from './token.ts';

/** Sentences of one block, in order, trimmed. */
export function sentencesOf(text: string, block: Span): Span[] {
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
  const spans: Span[] = [];
  for (const { index, segment } of segmenter.segment(text.slice(block.start, block.end))) {
    const start = block.start + index;
    const span = trimSpan(text, { start, end: start + segment.length });
    if (span.end > span.start) spans.push(span);
  }
  return spans;
}

const TOKEN = /[\p{L}\p{M}]+(?:[’'.&-][\p{L}\p{M}\p{N}]+)*|\p{N}+(?:[.,]\p{N}+)*|[^\s\p{L}\p{M}\p{N}]/gu;

/** Words, numbers and marks of a span, in order. */
export function tokensOf(text: string, span: Span): Token[] {
  const tokens: Token[] = [];
  for (const match of text.slice(span.start, span.end).matchAll(TOKEN)) {
    const start = span.start + match.index;
    const word = match[0];
    const kind: TokenKind = /^\p{N}/u.test(word) ? 'number' : /^[\p{L}\p{M}]/u.test(word) ? 'word' : 'mark';
    tokens.push({ start, end: start + word.length, kind, text: word });
  }
  return tokens;
}
