import type { Features } from './features.ts';
import { LABELS } from './labels.ts';
import type { TaggerModel } from './model.ts';

/**
 * Weights of features as whole numbers, two labels in one 32-bit number, so that a feature adds to all labels in
 * nine additions without rounding. A row: the feature's hash, then the pairs; both share a line of the cache.
 */
export interface FeatureRows {
  readonly rows: Int32Array;
  /** What one step of the whole numbers stands for. */
  readonly step: number;
}

/** Numbers in a row: the hash, and `LABELS` halves. */
const ROW = 10;
/**
 * Steps of the greatest weight. So many that all features of a token together stay below half of 2^16 (112 times
 * 245), and a multiple of 49: packed weights are squares of seven levels, which it keeps exactly.
 */
const STEPS = 245;
/** Label `l` stands in the lower half of pair `l`, label `l + HALF` in its upper half. */
const HALF = ROW - 1;

/** A slot holds a row + 1 in its lower bits, 0 where it is free, and above them some of the hash. */
export const ROW_BITS = 20;
export const ROW_MASK = (1 << ROW_BITS) - 1;
export const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 16)) & mask;

export function featureRows(hashes: Int32Array, weights: Float32Array): FeatureRows {
  const step = (weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) || 1) / STEPS;
  const rows = new Int32Array(hashes.length * ROW);
  hashes.forEach((hash, row) => {
    rows[row * ROW] = hash;
    for (let l = 0; l < LABELS; l++) {
      const slot = row * ROW + 1 + (l % HALF);
      const level = Math.round((weights[row * LABELS + l] ?? 0) / step);
      rows[slot] = (rows[slot] ?? 0) + (l < HALF ? level : level * 0x10000);
    }
  });
  return { rows, step };
}

/** Adds the scores of features to `scores`, from `at` on. The sums stand in variables: nothing is written per feature. */
export function addFeatureScores(
  { slots, features: { rows, step } }: TaggerModel,
  { hashes, count }: Features,
  scores: Float32Array,
  at: number,
): void {
  const mask = slots.length - 1;
  let [a, b, c, d, e, f, g, h, k] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < count; n++) {
    const hash = hashes[n] as number;
    for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
      const held = slots[slot] as number;
      if (held === 0) break;
      if (((held ^ hash) & ~ROW_MASK) !== 0) continue;
      const row = ((held & ROW_MASK) - 1) * ROW;
      if (rows[row] !== hash) continue;
      a = (a + (rows[row + 1] as number)) | 0;
      b = (b + (rows[row + 2] as number)) | 0;
      c = (c + (rows[row + 3] as number)) | 0;
      d = (d + (rows[row + 4] as number)) | 0;
      e = (e + (rows[row + 5] as number)) | 0;
      f = (f + (rows[row + 6] as number)) | 0;
      g = (g + (rows[row + 7] as number)) | 0;
      h = (h + (rows[row + 8] as number)) | 0;
      k = (k + (rows[row + 9] as number)) | 0;
      break;
    }
  }
  addPair(a, step, scores, at);
  addPair(b, step, scores, at + 1);
  addPair(c, step, scores, at + 2);
  addPair(d, step, scores, at + 3);
  addPair(e, step, scores, at + 4);
  addPair(f, step, scores, at + 5);
  addPair(g, step, scores, at + 6);
  addPair(h, step, scores, at + 7);
  // The last pair has no upper half: the labels are an odd number.
  scores[at + HALF - 1] = (scores[at + HALF - 1] as number) + k * step;
}

function addPair(pair: number, step: number, scores: Float32Array, at: number): void {
  const low = (pair << 16) >> 16;
  scores[at] = (scores[at] as number) + low * step;
  scores[at + HALF] = (scores[at + HALF] as number) + ((pair - low) >> 16) * step;
}
