import type { Article } from './article.ts';

/** Where each line of a text starts; the first is 0. Line feeds end lines, so CRLF counts once. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

const known = new WeakMap<Article, readonly number[]>();

/** The line starts of an article, found once: lists ask for them with each of their rows. */
export function lineStartsOf(article: Article): readonly number[] {
  const starts = known.get(article) ?? lineStarts(article.text);
  known.set(article, starts);
  return starts;
}

/** Where the line of `at` starts. */
export const lineStart = (text: string, at: number): number =>
  at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;

/** The offset after the line break that ends the line of `at`; the text's end where there is none. */
export function nextLine(text: string, at: number): number {
  const lineBreak = text.indexOf('\n', at);
  return lineBreak < 0 ? text.length : lineBreak + 1;
}

/** The 0-based line of an offset, or the place of any other sorted start that is the last up to it: binary search. */
export function lineAt(starts: ArrayLike<number>, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
