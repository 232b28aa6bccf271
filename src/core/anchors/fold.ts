import type { Span } from '../text/span.ts';

/** A text with what editors and web pages change by themselves made equal, and the way back. */
export interface FoldedText {
  readonly text: string;
  /** Offset in the source of each folded code unit, and the source's length at the end. */
  readonly at: Uint32Array;
}

const SPACE = 32;
const CHUNK = 8192;

const FOLDS: readonly (readonly [string, string])[] = [
  ['"', '“”„‟«»″'],
  ["'", '‘’‚‛′`´'],
  ['-', '‐‑‒–—―−'],
];
const FOLD = new Map(
  FOLDS.flatMap(([to, from]) => [...from].map((c) => [c.charCodeAt(0), to.charCodeAt(0)])),
);

const isSpace = (code: number): boolean =>
  code === SPACE ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  code === 0x1680 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x205f ||
  code === 0x3000;

/** Soft hyphen, zero-width marks, byte order mark: never seen, so never part of what is quoted. */
const isUnseen = (code: number): boolean =>
  code === 0xad || (code >= 0x200b && code <= 0x200d) || code === 0xfeff;

/** Folds quotation marks, dashes and white space (runs become one space); linear in the text. */
export function fold(text: string): FoldedText {
  const units = new Uint16Array(text.length);
  const at = new Uint32Array(text.length + 1);
  let length = 0;
  let spaced = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isUnseen(code)) continue;
    const space = isSpace(code);
    if (space && spaced) continue;
    spaced = space;
    at[length] = i;
    units[length++] = space ? SPACE : code < 0x60 ? code : (FOLD.get(code) ?? code);
  }
  at[length] = text.length;
  return { text: stringOf(units, length), at: at.subarray(0, length + 1) };
}

/** In chunks: an argument list has a limit. */
function stringOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += CHUNK)
    text += String.fromCharCode(...units.subarray(i, Math.min(length, i + CHUNK)));
  return text;
}

/** The folded text of a short piece. */
export const foldedPiece = (text: string): string => fold(text).text;

/** The folded offset of a source offset: the first folded unit at or after it. */
export function foldedOffset(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.at.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((folded.at[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The source span of a folded span that is not empty: up to the end of its last unit, surrogate pairs kept whole. */
export function sourceSpan(source: string, folded: FoldedText, { start, end }: Span): Span {
  let from = folded.at[start] ?? source.length;
  let to = end > start ? (folded.at[end - 1] ?? source.length - 1) + 1 : from;
  if (isLow(source, from)) from--;
  if (isLow(source, to)) to++;
  return { start: from, end: to };
}

/** The offset is between the two halves of a surrogate pair. */
export const isLow = (text: string, offset: number): boolean =>
  offset > 0 &&
  (text.charCodeAt(offset) & 0xfc00) === 0xdc00 &&
  (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
