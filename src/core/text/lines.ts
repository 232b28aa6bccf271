import { classAt, isLower, LETTER, SPACE } from './characters.ts';
import type { Span } from './span.ts';

/** A line, or several that a hard wrap broke: trimmed, with what stood around it. */
export interface Line extends Span {
  /** Spaces before the first character; a tab counts as four. */
  readonly indent: number;
  /** Blank lines before it. */
  readonly gap: number;
}

/** Longest line that is taken for hard-wrapped text. */
const WIDEST_WRAP = 120;

/** The lines with something on them; `\n`, `\r\n` and `\r` end a line. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  for (let at = 0; at <= text.length; ) {
    let end = at;
    while (end < text.length && text.charCodeAt(end) !== 10 && text.charCodeAt(end) !== 13) end++;
    let first = at;
    while (first < end && classAt(text, first) === SPACE) first++;
    let last = end;
    while (last > first && classAt(text, last - 1) === SPACE) last--;
    if (last > first) {
      lines.push({ start: first, end: last, indent: indentOf(text, at, first), gap });
      gap = 0;
    } else gap++;
    at = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10 ? end + 2 : end + 1;
  }
  return unwrap(text, lines);
}

function indentOf(text: string, from: number, to: number): number {
  let indent = 0;
  for (let i = from; i < to; i++) indent += text.charCodeAt(i) === 9 ? 4 : 1;
  return indent;
}

/** Joins lines that a hard wrap broke: each was full when the next word would not have fitted. */
function unwrap(text: string, lines: readonly Line[]): Line[] {
  const width = lines.reduce((widest, line) => Math.max(widest, line.end - line.start), 0);
  const wrapped = width <= WIDEST_WRAP && width >= 40 && mostlyFull(text, lines, width);
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const goesOn =
      before !== undefined &&
      line.gap === 0 &&
      !startsBullet(text, line) &&
      ((line.indent < 2 && isLower(text.charAt(line.start))) ||
        (wrapped && isFull(text, before, line, width))) &&
      classAt(text, before.end - 1) !== SPACE &&
      text.charAt(before.end - 1) !== ':';
    if (goesOn) joined[joined.length - 1] = { ...before, end: line.end };
    else joined.push(line);
  }
  return joined;
}

/** Whether the first word of `next` would not have fitted on the last line of `before`. */
function isFull(text: string, before: Span, next: Span, width: number): boolean {
  const lineStart = Math.max(text.lastIndexOf('\n', before.end), text.lastIndexOf('\r', before.end)) + 1;
  let word = next.start;
  while (word < next.end && classAt(text, word) !== SPACE) word++;
  return before.end - Math.max(lineStart, before.start) + 1 + (word - next.start) > width;
}

function mostlyFull(text: string, lines: readonly Line[], width: number): boolean {
  let pairs = 0;
  let full = 0;
  for (let i = 1; i < lines.length; i++) {
    const before = lines[i - 1];
    const line = lines[i];
    if (!before || !line || line.gap > 0) continue;
    pairs++;
    if (isFull(text, before, line, width)) full++;
  }
  return pairs >= 2 && full > 0.7 * pairs;
}

const BULLET_MARK = /^(?:[•◦▪▫‣●○■□·⁃➢►*–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t\u00a0]+(?=\S)/;

/** Code units of a line's bullet mark with the space after it; 0 where there is none. */
export const bulletMark = (text: string, line: Span): number =>
  BULLET_MARK.exec(text.slice(line.start, Math.min(line.end, line.start + 8)))?.[0].length ?? 0;

const startsBullet = (text: string, line: Span): boolean => bulletMark(text, line) > 0;

/** Most longer words have a capital: "Alliance Rallies Around Its Partner". */
export function isTitleCase(line: string): boolean {
  let long = 0;
  let capitals = 0;
  let lowerShort = 0;
  for (let at = 0; at < line.length; ) {
    if (parts(line, at)) {
      at++;
      continue;
    }
    let letter = -1;
    for (; at < line.length && !parts(line, at); at++)
      if (letter < 0 && classAt(line, at) === LETTER) letter = at;
    if (letter < 0) continue;
    const lower = isLower(line.charAt(letter));
    if (at - letter >= 4) {
      long++;
      if (!lower) capitals++;
    } else if (lower) lowerShort++;
  }
  return long + lowerShort > 1 && long >= 2 && capitals >= 0.75 * long;
}

/** White space and dashes part words. */
function parts(line: string, at: number): boolean {
  const code = line.charCodeAt(at);
  if (code < 0x80) return code === 0x20 || code === 0x2d || (code >= 9 && code <= 13);
  return code === 0x2013 || code === 0x2014 || (classAt(line, at) === SPACE && code !== 0x200b);
}
