import type { Samples } from './samples.ts';

/** Rows for the hashes of `samples` that occur at least `least` times. */
export function indexFeatures(
  samples: Samples,
  least: number,
): { rows: Int32Array; hashes: Int32Array; counts: Float32Array } {
  const most = samples.hashes.length;
  let size = 1 << 10;
  while (size < Math.min(most * 2, most + (1 << 21))) size *= 2;
  const mask = size - 1;
  const keys = new Int32Array(size);
  const counts = new Int32Array(size);
  const slot = (hash: number): number => {
    let at = (hash ^ (hash >>> 15)) & mask;
    while (counts[at] !== 0 && keys[at] !== hash) at = (at + 1) & mask;
    return at;
  };
  for (const hash of samples.hashes) {
    const at = slot(hash);
    keys[at] = hash;
    counts[at] = (counts[at] ?? 0) + 1;
  }
  const rowAt = new Int32Array(size).fill(-1);
  const kept: number[] = [];
  const often: number[] = [];
  for (let at = 0; at < size; at++) {
    if ((counts[at] ?? 0) < least) continue;
    rowAt[at] = kept.length;
    kept.push(keys[at] ?? 0);
    often.push(counts[at] ?? 0);
  }
  return {
    rows: samples.hashes.map((hash) => rowAt[slot(hash)] ?? -1),
    hashes: Int32Array.from(kept),
    counts: Float32Array.from(often),
  };
}
