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
export function longestRun(x: ClaimProfile, y: ClaimProfile): Run {
  const a = x.words.slice(0, RUN_WORDS);
  const b = y.words.slice(0, RUN_WORDS);
  let best: Run = { from: 0, to: 0, length: 0 };
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const length = a[i]?.key === b[j]?.key ? (previous[j] ?? 0) + 1 : 0;
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
