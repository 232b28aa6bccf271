import search from 'approx-string-match';

/**
 * Least edits that turn `piece` into some beginning of `text`; both are short (a context and its window).
 * With `fromEnd`, into some ending of it.
 */
function anchoredDistance(piece: string, text: string, fromEnd: boolean): number {
  const width = Math.min(text.length, piece.length * 2);
  const unit = (s: string, i: number): number => s.charCodeAt(fromEnd ? s.length - 1 - i : i);
  let row = new Uint16Array(width + 1).map((_, j) => j);
  for (let i = 0; i < piece.length; i++) {
    const next = new Uint16Array(width + 1);
    next[0] = i + 1;
    for (let j = 0; j < width; j++) {
      const same = unit(piece, i) === unit(text, j) ? 0 : 1;
      next[j + 1] = Math.min((row[j] ?? 0) + same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1);
    }
    row = next;
  }
  return Math.min(...row);
}

/** 0..1: how well `text` ends with `prefix`, edits allowed. */
export const endsLike = (text: string, prefix: string): number =>
  prefix === '' || text.endsWith(prefix) ? 1 : 1 - anchoredDistance(prefix, text, true) / prefix.length;

/** 0..1: how well `text` begins with `suffix`, edits allowed. */
export const startsLike = (text: string, suffix: string): number =>
  suffix === '' || text.startsWith(suffix) ? 1 : 1 - anchoredDistance(suffix, text, false) / suffix.length;

const PIECE = 64;
const MOST_PIECES = 48;
/** Units before and after its place in which a sampled piece is sought. */
const REACH = 2048;

/** 0..1: one less the edits between quote and candidate for each unit; long quotes are sampled in pieces. */
export function quoteSimilarity(exact: string, candidate: string): number {
  if (exact === candidate) return 1;
  const longest = Math.max(exact.length, candidate.length);
  if (longest === 0) return 1;
  const errors = exact.length <= 4 * PIECE ? errorsOf(exact, candidate) : sampledErrors(exact, candidate);
  const grown = Math.max(0, candidate.length - exact.length);
  return Math.max(0, 1 - Math.max(errors, grown) / longest);
}

const errorsOf = (piece: string, text: string): number =>
  search(text, piece, piece.length)[0]?.errors ?? piece.length;

function sampledErrors(exact: string, candidate: string): number {
  const pieces = Math.min(MOST_PIECES, Math.floor(exact.length / PIECE));
  const step = (exact.length - PIECE) / (pieces - 1);
  let errors = 0;
  for (let i = 0; i < pieces; i++) {
    const at = Math.round(i * step);
    const near = Math.round((at / exact.length) * candidate.length);
    const window = candidate.slice(Math.max(0, near - REACH), near + REACH);
    errors += errorsOf(exact.slice(at, at + PIECE), window);
  }
  return (errors / (pieces * PIECE)) * exact.length;
}
