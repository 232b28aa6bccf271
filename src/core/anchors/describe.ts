import { lineStart } from '../text/line-number.ts';
import type { Span } from '../text/span.ts';
import { isLow } from './fold.ts';
import type { ParagraphSelector, Selectors } from './selector.ts';
import { indexText, type TextIndex } from './text-index.ts';

/** Code units of context on each side, before it grows to the next word's edge. */
const CONTEXT = 32;
const LONGEST_CONTEXT = 256;
const WORD = 24;
const NEIGHBOUR = 48;

/** Selectors for a span of a text, enough to find it again after edits. */
export function describeSpan(target: string | TextIndex, span: Span): Selectors {
  const index = typeof target === 'string' ? indexText(target) : target;
  const { text } = index;
  const { start, end } = wholeCharacters(text, span);
  const exact = text.slice(start, end);
  const copies = countCopies(text, exact);
  const context = contextOf(text, { start, end }, copies > 0);
  return {
    quote: { exact, ...context },
    position: { start, end },
    paragraph: paragraphOf(text, { start, end }),
    ...(copies > 0 ? { copies } : {}),
    text: index.fingerprint,
  };
}

function wholeCharacters(text: string, span: Span): Span {
  const start = Math.min(Math.max(0, span.start), text.length);
  const end = Math.min(Math.max(start, span.end), text.length);
  return { start: isLow(text, start) ? start - 1 : start, end: isLow(text, end) ? end + 1 : end };
}

/** Other places with the same words; counting stops at 99, where a number says no more. */
function countCopies(text: string, exact: string): number {
  if (exact === '') return 0;
  let count = -1;
  for (let at = text.indexOf(exact); at >= 0 && count < 99; at = text.indexOf(exact, at + 1)) count++;
  return Math.max(0, count);
}

/** Context grows, to a limit, until it tells the quote from its copies. */
function contextOf(text: string, span: Span, hasCopies: boolean): { prefix: string; suffix: string } {
  for (let size = CONTEXT; ; size *= 2) {
    const prefix = text.slice(edgeBefore(text, span.start, size), span.start);
    const suffix = text.slice(span.end, edgeAfter(text, span.end, size));
    const whole = prefix + text.slice(span.start, span.end) + suffix;
    if (!hasCopies || size >= LONGEST_CONTEXT || text.indexOf(whole) === text.lastIndexOf(whole))
      return { prefix, suffix };
  }
}

/** At least `size` units back, further to a word's start if that is near. */
function edgeBefore(text: string, from: number, size: number): number {
  const at = Math.max(0, from - size);
  for (let i = at; i >= Math.max(0, at - WORD); i--) if (i === 0 || /\s/.test(text.charAt(i - 1))) return i;
  return isLow(text, at) ? at - 1 : at;
}

function edgeAfter(text: string, from: number, size: number): number {
  const at = Math.min(text.length, from + size);
  for (let i = at; i <= Math.min(text.length, at + WORD); i++)
    if (i === text.length || /\s/.test(text.charAt(i))) return i;
  return isLow(text, at) ? at + 1 : at;
}

function paragraphOf(text: string, span: Span): ParagraphSelector {
  const from = lineStart(text, span.start);
  const next = text.indexOf('\n', span.end);
  const to = next < 0 ? text.length : next;
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to, to + 4 * NEIGHBOUR).trimStart();
  return {
    ordinal: ordinalAt(text, from),
    offset: span.start - from,
    rest: to - span.end,
    before: oneLine(before.slice(edgeBefore(before, before.length, NEIGHBOUR - WORD))),
    after: oneLine(after.slice(0, edgeAfter(after, 0, NEIGHBOUR - WORD))),
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Number of the paragraph that starts at `from`: lines before it that are not blank, and one. */
function ordinalAt(text: string, from: number): number {
  let count = 1;
  for (let at = 0; at < from; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 || next > from ? from : next;
    if (text.slice(at, end).trim() !== '') count++;
    at = end + 1;
  }
  return count;
}
