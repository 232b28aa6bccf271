import { SHAPE } from '../names/shape.ts';
import { type NameTokens, wordOf } from '../names/tokens.ts';
import { WORD } from './word-flags.ts';
import type { WordTable } from './words.ts';

/** Shapes that a name's own words have. */
export const isNameShape = (shape: number | undefined): boolean =>
  shape !== undefined && ((NAME_SHAPES >> shape) & 1) === 1;

/** A bit each. */
const NAME_SHAPES =
  (1 << SHAPE.capitalised) |
  (1 << SHAPE.capitals) |
  (1 << SHAPE.mixed) |
  (1 << SHAPE.dotted) |
  (1 << SHAPE.initial);

const PARTICLES = new Set(
  'al el bin ibn ben bint abu ul van von der den de di da do dos das del della du la le ter ten'.split(' '),
);
/** The longest stretch of small words and marks inside a name, in tokens. */
const LONGEST_GAP = 3;

/** Words in capitals, what links two of them ("of the", "-"), particles before them, numbers beside them. */
export function markCandidates(
  text: string,
  tokens: NameTokens,
  from: number,
  to: number,
  candidate: Uint8Array,
): void {
  let last = -1;
  for (let i = from; i < to; i++) {
    if (!isNameShape(tokens.shape[i])) continue;
    candidate[i] = 1;
    if (last >= 0 && i - last <= LONGEST_GAP + 1) bridge(text, tokens, last + 1, i, candidate);
    for (let p = i - 1; p >= from && p >= i - 3; p--) {
      if (candidate[p] === 0 && !isParticle(text, tokens, p)) break;
      candidate[p] = 1;
    }
    if (i + 1 < to && tokens.shape[i + 1] === SHAPE.number) candidate[i + 1] = 1;
    if (i + 2 < to && tokens.shape[i + 2] === SHAPE.number && isHyphen(text, tokens, i + 1)) {
      candidate[i + 1] = 1;
      candidate[i + 2] = 1;
    }
    if (
      i + 2 < to &&
      isHyphen(text, tokens, i + 1) &&
      isGlued(tokens, i + 1) &&
      tokens.shape[i + 2] === SHAPE.lower
    ) {
      candidate[i + 1] = 1;
      candidate[i + 2] = 1;
    }
    if (i > from && tokens.shape[i - 1] === SHAPE.number) candidate[i - 1] = 1;
    last = i;
  }
}

/** "The" or "It" alone is no name, and half of the sentences begin so. */
export function leaveOutClosed(
  word: Int32Array,
  table: WordTable,
  from: number,
  to: number,
  candidate: Uint8Array,
): void {
  for (let i = from; i < to; i++) {
    if (candidate[i] === 0 || ((table.flags[word[i] ?? 0] ?? 0) & WORD.closed) === 0) continue;
    const alone = (i === from || candidate[i - 1] === 0) && (i + 1 === to || candidate[i + 1] === 0);
    if (alone) candidate[i] = 0;
  }
}

const isHyphen = (text: string, tokens: NameTokens, i: number): boolean =>
  text.charCodeAt(tokens.start[i] ?? 0) === 0x2d && (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0) === 1;

/** Whether a mark stands between two words without spaces. */
const isGlued = (tokens: NameTokens, i: number): boolean =>
  tokens.end[i - 1] === tokens.start[i] && tokens.start[i + 1] === tokens.end[i];

function isParticle(text: string, tokens: NameTokens, i: number): boolean {
  if (isHyphen(text, tokens, i)) return i > 0 && PARTICLES.has(wordOf(text, tokens, i - 1).toLowerCase());
  return tokens.shape[i] === SHAPE.lower && PARTICLES.has(wordOf(text, tokens, i));
}

function bridge(text: string, tokens: NameTokens, from: number, to: number, candidate: Uint8Array): void {
  for (let i = from; i < to; i++) if (!links(text, tokens, i)) return;
  candidate.fill(1, from, to);
}

/** Whether a token may stand inside a name between two words in capitals. */
function links(text: string, tokens: NameTokens, i: number): boolean {
  const shape = tokens.shape[i];
  if (shape === SHAPE.possessive || shape === SHAPE.number) return true;
  const length = (tokens.end[i] ?? 0) - (tokens.start[i] ?? 0);
  if (shape === SHAPE.lower) return length <= 4;
  return /^[-–&'’/.]$/.test(wordOf(text, tokens, i));
}
