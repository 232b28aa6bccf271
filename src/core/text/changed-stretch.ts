import type { Span } from './span.ts';

/** The one stretch in which two texts differ: where it is in the first, and what the second has there. */
export function changedStretch(
  before: string,
  after: string,
): { readonly span: Span; readonly text: string } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { span: { start, end: before.length - tail }, text: after.slice(start, after.length - tail) };
}
