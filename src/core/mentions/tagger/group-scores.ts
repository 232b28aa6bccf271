import { addSums, type FeatureTable, SUMS, sumFeatures } from './feature-scores.ts';
import { type Features, GROUPS } from './features.ts';
import type { View } from './view.ts';
import type { KeptScores, WordTable } from './words.ts';

const ENTRY = 16;
/** Entries of each group: a power of 2. */
const ROWS = 2048;

export const keptScores = (): KeptScores => ({
  entries: new Int32Array(ROWS * GROUPS.length * ENTRY),
  key: new Int32Array(3),
  places: new Int32Array(GROUPS.length),
});

/** Adds the scores of the features of what `view` shows to `scores`, from `at` on; `buffer` is written over. */
export function addFeatureScores(
  weights: FeatureTable,
  kept: KeptScores,
  table: WordTable,
  view: View,
  buffer: Features,
  scores: Float32Array,
  at: number,
): void {
  const { entries, key, places } = kept;
  for (let g = 0; g < GROUPS.length; g++) {
    const group = GROUPS[g] as (typeof GROUPS)[number];
    group.key(view, table, key);
    // Numbers count from 1, so that none is that of an entry never written.
    const [a, b, c] = [(key[0] as number) + 2, (key[1] as number) + 2, (key[2] as number) + 1];
    const entry = (rowOf(a, b, c) * GROUPS.length + g) * ENTRY;
    places[g] = entry;
    if (entries[entry + SUMS] === a && entries[entry + SUMS + 1] === b && entries[entry + SUMS + 2] === c)
      continue;
    buffer.count = 0;
    group.put(view, table, buffer);
    sumFeatures(weights, buffer, entries, entry);
    entries[entry + SUMS] = a;
    entries[entry + SUMS + 1] = b;
    entries[entry + SUMS + 2] = c;
  }
  addSums(weights, entries, places, scores, at);
}

function rowOf(a: number, b: number, c: number): number {
  let h = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b) ^ Math.imul(c, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d);
  return (h ^ (h >>> 13)) & (ROWS - 1);
}
