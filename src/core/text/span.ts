/** A stretch of text: half-open, in UTF-16 code units of the text without a leading byte order mark. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export const lengthOf = (span: Span): number => span.end - span.start;

/** How many code units two spans have in common. */
export const overlap = (a: Span, b: Span): number =>
  Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

export const overlaps = (a: Span, b: Span): boolean => overlap(a, b) > 0;

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

export const textOf = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The words of a span with one space between them; most have no other as they stand. */
export function wordingOf(text: string, start: number, end: number): string {
  const words = text.slice(start, end);
  return /\s\s|[^\S ]/.test(words) ? words.replace(/\s+/g, ' ') : words;
}

/** The span without white space at its two ends. */
export function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}

/** Orders spans by start; of two with one start, the longer comes first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The first of `spans` (sorted, not overlapping) that ends after `offset`: binary search. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const span = spans[middle];
    if (span !== undefined && span.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Overlap over union: passages that share more than half are one passage. */
export function shareOf(a: Span, b: Span): number {
  const common = overlap(a, b);
  return common / (lengthOf(a) + lengthOf(b) - common || 1);
}
