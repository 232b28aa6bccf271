import search from 'approx-string-match';
import type { Span } from '../text/span.ts';
import { junction } from './junction.ts';
import type { Pattern } from './pattern.ts';

const MOST_EXACT = 256;
const MOST_HINTS = 8;
/** Units of a quote's head or tail that are searched for, and of context beside them. */
const END = 64;
const BESIDE = 32;
/** Errors that an approximate search may make, for each unit. */
const ERRORS = 0.35;
/** Units around a hint in which the quote's edge is sought. */
const REACH = 96;
/** Units that one approximate search looks at. */
const WINDOW = 4096;

/** Where the quote stands word for word (folded), at most `MOST_EXACT`; with context if it stands more often. */
export function exactCandidates(text: string, pattern: Pattern): Span[] {
  const plain = occurrences(text, pattern.exact);
  if (plain.length < MOST_EXACT) return plain.map((start) => ({ start, end: start + pattern.exact.length }));
  const lead = pattern.prefix.slice(-BESIDE);
  const inContext = occurrences(text, lead + pattern.exact + pattern.suffix.slice(0, BESIDE));
  return inContext.map((at) => ({ start: at + lead.length, end: at + lead.length + pattern.exact.length }));
}

function occurrences(text: string, piece: string): number[] {
  const found: number[] = [];
  if (piece === '') return found;
  for (let at = text.indexOf(piece); at >= 0 && found.length < MOST_EXACT; at = text.indexOf(piece, at + 1))
    found.push(at);
  return found;
}

/** Where something like the quote stands: its head and tail are sought, alone and with their context. */
export function similarCandidates(text: string, pattern: Pattern, expected: number): Span[] {
  const { exact } = pattern;
  const hints = (piece: string): Span[] => similarPieces(text, piece, expected);
  const head = exact.slice(0, END);
  const tail = exact.slice(-END);
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const { start } of hints(pattern.prefix.slice(-BESIDE) + head))
    starts.add(start + Math.min(BESIDE, pattern.prefix.length));
  for (const { start } of hints(head)) starts.add(start);
  for (const { end } of hints(tail + pattern.suffix.slice(0, BESIDE)))
    ends.add(end - Math.min(BESIDE, pattern.suffix.length));
  for (const { end } of hints(tail)) ends.add(end);
  for (const end of [...ends]) starts.add(Math.max(0, end - exact.length));
  for (const start of [...starts]) ends.add(Math.min(text.length, start + exact.length));
  return paired(refinedStarts(text, pattern, starts), refinedEnds(text, pattern, ends), exact.length);
}

/**
 * The places most like a piece, nearest to `expected` first. In windows, with ever fewer errors allowed once
 * there are enough: so text that repeats itself costs no more than other text.
 */
function similarPieces(text: string, piece: string, expected: number): Span[] {
  if (piece.length < 4) return [];
  let best: Span[] = [];
  let errors = Math.floor(piece.length * ERRORS);
  for (const from of windowsAround(text.length, expected)) {
    const window = text.slice(from, from + WINDOW + 2 * piece.length);
    const found = search(window, piece, errors);
    const least = found[0]?.errors;
    if (least === undefined) continue;
    const spans = found
      .slice(0, MOST_HINTS)
      .map(({ start, end }) => ({ start: from + start, end: from + end }));
    best = least < errors ? spans : [...best, ...spans];
    errors = best.length >= MOST_HINTS ? least - 1 : least;
    if (errors < 0) break;
  }
  return best.slice(0, 2 * MOST_HINTS);
}

/** Starts of windows that cover the text, from the one around `expected` outwards. */
function windowsAround(length: number, expected: number): number[] {
  const starts = Array.from({ length: Math.ceil(length / WINDOW) }, (_, i) => i * WINDOW);
  const distance = (start: number): number => Math.abs(start + WINDOW / 2 - expected);
  return starts.sort((a, b) => distance(a) - distance(b));
}

function refinedStarts(text: string, { prefix, exact }: Pattern, near: ReadonlySet<number>): Set<number> {
  return new Set(
    [...near].map((at) => {
      const from = Math.max(0, at - REACH);
      return from + junction(text.slice(from, at + REACH), prefix.slice(-16), exact.slice(0, 48), 'start');
    }),
  );
}

function refinedEnds(text: string, { exact, suffix }: Pattern, near: ReadonlySet<number>): Set<number> {
  return new Set(
    [...near].map((at) => {
      const from = Math.max(0, at - REACH);
      return from + junction(text.slice(from, at + REACH), exact.slice(-48), suffix.slice(0, 16), 'end');
    }),
  );
}

/** Each start with the end that makes the length most like the quote's. */
function paired(starts: ReadonlySet<number>, ends: ReadonlySet<number>, length: number): Span[] {
  const spans: Span[] = [];
  for (const start of starts) {
    const fit = [...ends]
      .filter((end) => end - start >= length * 0.5 && end - start <= length * 1.6 + 8)
      .sort((a, b) => Math.abs(a - start - length) - Math.abs(b - start - length))[0];
    if (fit !== undefined) spans.push({ start, end: fit });
  }
  return spans;
}
