import type { Span } from '../text/span.ts';
import { isLow } from './fold.ts';
import type { Pattern } from './pattern.ts';
import type { Selectors } from './selector.ts';

/**
 * How a quote's edge stood: at the bound of a word or figure with its signs (`$5`), at one but for such a sign,
 * inside a word, or without context that tells.
 */
export type Bound = 'whole' | 'bare' | 'inside' | 'unknown';

export interface Bounds {
  readonly start: Bound;
  readonly end: Bound;
}

/** Longest rest of a word, in code units, that is taken in; beyond it is no word of a language. */
const LONGEST = 64;

const WORD = /^[\p{L}\p{M}\p{N}]$/u;
/** Written without spaces: letters side by side say nothing about words. */
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]$/u;
const LETTER = /^\p{L}$/u;
const DIGIT = /^\p{Nd}$/u;
const CURRENCY = /^\p{Sc}$/u;
/** Within a number: `1,340`, `2.5`, `10:30`. */
const SEPARATOR = /^[.,:]$/;

export function boundsOf({ quote, paragraph }: Selectors, pattern: Pattern): Bounds {
  const { prefix, exact, suffix } = pattern;
  const around = prefix + exact + suffix;
  const bound = (context: string, at: number): Bound => {
    if (context === '' && paragraph === undefined) return 'unknown';
    if (isInsideBare(around, at)) return 'inside';
    return isInsideWord(around, at) ? 'bare' : 'whole';
  };
  return {
    start: bound(quote.prefix, prefix.length),
    end: bound(quote.suffix, prefix.length + exact.length),
  };
}

/** The span with what is left of a word or number at an edge that was at a bound: half a number is another number. */
export const widened = (text: string, { start, end }: Span, bounds: Bounds): Span => ({
  start: wordEdge(text, start, -1, bounds.start),
  end: wordEdge(text, end, 1, bounds.end),
});

/**
 * A similar span, widened. An edge that has come to stand beside a blank or mark, where the quote has a word, may
 * have lost that word to another: then with and without the word next to it, for the context to decide.
 */
export function variants(text: string, { start, end }: Span, exact: string, bounds: Bounds): Span[] {
  const known = { start: likely(bounds.start), end: likely(bounds.end) };
  const starts = [text.charAt(start) === ' ' ? start + 1 : start];
  const ends = [text.charAt(end - 1) === ' ' ? end - 1 : end];
  const lostStart = isWordy(after(exact, 0)) && !isWordy(after(text, start)) && isWordy(before(text, start));
  const lostEnd =
    isWordy(before(exact, exact.length)) && !isWordy(before(text, end)) && isWordy(after(text, end));
  if (lostStart && known.start !== 'inside') starts.push(start - 1);
  if (lostEnd && known.end !== 'inside') ends.push(end + 1);
  return starts.flatMap((from) =>
    ends.filter((to) => to > from).map((to) => widened(text, { start: from, end: to }, known)),
  );
}

const likely = (bound: Bound): Bound => (bound === 'unknown' ? 'whole' : bound);

const isWordy = (character: string): boolean =>
  WORD.test(character) || CURRENCY.test(character) || character === '%';

/** The nearest bound in a direction; the offset itself if there is none near, or none is asked for. */
function wordEdge(text: string, offset: number, step: 1 | -1, bound: Bound): number {
  if (bound === 'inside' || bound === 'unknown') return offset;
  const inside = bound === 'whole' ? isInsideWord : isInsideBare;
  for (let at = offset; Math.abs(at - offset) <= LONGEST; at += step) if (!inside(text, at)) return at;
  return offset;
}

/** Whether an offset in a folded text parts a word or a number, its currency and percent signs included. */
export function isInsideWord(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  const left = before(text, at);
  const right = after(text, at);
  if (DIGIT.test(left) && (right === '%' || CURRENCY.test(right))) return true;
  return (CURRENCY.test(left) && DIGIT.test(right)) || isInsideBare(text, at);
}

/** The same with such signs left out. */
function isInsideBare(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false;
  if (isLow(text, at)) return true;
  const left = before(text, at);
  const right = after(text, at);
  if (WORD.test(left) && WORD.test(right)) return !UNSPACED.test(left) && !UNSPACED.test(right);
  return (
    ties(left, right, after(text, at + right.length)) || ties(before(text, at - left.length), left, right)
  );
}

/** `1,3` and `n't`: a mark between two that makes one word or number of them. */
const ties = (left: string, mark: string, right: string): boolean =>
  (SEPARATOR.test(mark) && DIGIT.test(left) && DIGIT.test(right)) ||
  (mark === "'" && LETTER.test(left) && LETTER.test(right));

const before = (text: string, at: number): string => text.slice(isLow(text, at - 1) ? at - 2 : at - 1, at);

const after = (text: string, at: number): string => text.slice(at, isLow(text, at + 1) ? at + 2 : at + 1);
