import type { ClaimProfile } from './claim-profile.ts';

/** Words that two claims have in a row. */
export interface Run {
  /** Position in the first and in the second claim's words. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Longest claims that are compared word by word: beyond that only their first words are. */
const RUN_WORDS = 400;

/** The longest run of equal words; the empty run where there is none. */
export const longestRun = (x: ClaimProfile, y: ClaimProfile): Run => longestOf(keysOf(x), keysOf(y));

/** The longest run beside another: before or after it on either side, and never over it. */
export function runBeside(x: ClaimProfile, y: ClaimProfile, { from, to, length }: Run): Run {
  const without = (keys: readonly string[], start: number, mark: string): string[] =>
    keys.map((key, i) => (i >= start && i < start + length ? mark : key));
  // Marks that equal no word, nor each other.
  return longestOf(without(keysOf(x), from, '\n'), without(keysOf(y), to, '\t'));
}

const keysOf = ({ words }: ClaimProfile): string[] => words.slice(0, RUN_WORDS).map(({ key }) => key);

function longestOf(a: readonly string[], b: readonly string[]): Run {
  let best: Run = { from: 0, to: 0, length: 0 };
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const length = a[i] === b[j] ? (previous[j] ?? 0) + 1 : 0;
      current[j + 1] = length;
      if (length > best.length) best = { from: i + 1 - length, to: j + 1 - length, length };
    }
    [previous, current] = [current, previous];
  }
  return best;
}

export const sameWords = (x: ClaimProfile, y: ClaimProfile): boolean =>
  x.words.length > 0 &&
  x.words.length === y.words.length &&
  x.words.every((word, i) => word.key === y.words[i]?.key);
