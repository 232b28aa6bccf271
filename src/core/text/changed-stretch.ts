import type { Span } from './span.ts';

/**
 * The one stretch in which two texts differ: where it is in the first, and what the second has there. Neither signs of
 * two units nor ends of lines are cut: an editor would move such a place.
 */
export function changedStretch(
  before: string,
  after: string,
): { readonly span: Span; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  while (isWithin(before, start) || isWithin(after, start)) start--;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  while (isWithin(before, before.length - tail) || isWithin(after, after.length - tail)) tail--;
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}

/** Between the halves of a surrogate pair, or of a line's end. */
const isWithin = (text: string, at: number): boolean =>
  /^(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|\r\n)$/.test(text.slice(Math.max(0, at - 1), at + 1));
