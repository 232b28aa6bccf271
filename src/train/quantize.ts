import type { Rows } from './components.ts';

const ROUNDS = 8;

/** Centres of one part of the rows, and the nearest of them for each row. */
export interface Quantized {
  /** choices x size. */
  readonly centres: Float32Array;
  readonly nearest: Uint8Array;
}

/**
 * k-means over the numbers `from` to `from + size` of the first `seen` rows, begun with evenly spaced rows: the
 * outcome is the same in every run. At most 256 choices.
 */
export function quantize(rows: Rows, from: number, size: number, seen: number, choices: number): Quantized {
  const count = rows.data.length / rows.dimensions;
  const at = (row: number): number => row * rows.dimensions + from;
  const centres = new Float32Array(choices * size);
  for (let c = 0; c < choices; c++) {
    const start = at(Math.floor((c * seen) / choices));
    centres.set(rows.data.subarray(start, start + size), c * size);
  }
  for (let round = 0; round < ROUNDS; round++) {
    const sums = new Float64Array(centres.length);
    const members = new Float64Array(choices);
    for (let row = 0; row < seen; row++) {
      const c = nearestOf(rows.data, at(row), centres, size);
      members[c] = (members[c] ?? 0) + 1;
      for (let j = 0; j < size; j++)
        sums[c * size + j] = (sums[c * size + j] ?? 0) + (rows.data[at(row) + j] ?? 0);
    }
    for (let k = 0; k < centres.length; k++) {
      const n = members[Math.floor(k / size)] ?? 0;
      if (n > 0) centres[k] = (sums[k] ?? 0) / n;
    }
  }
  return {
    centres,
    nearest: Uint8Array.from({ length: count }, (_, row) => nearestOf(rows.data, at(row), centres, size)),
  };
}

function nearestOf(data: Float32Array, at: number, centres: Float32Array, size: number): number {
  let best = 0;
  let least = Infinity;
  for (let c = 0, k = 0; k < centres.length; c++, k += size) {
    let distance = 0;
    for (let j = 0; j < size; j++) {
      const difference = (data[at + j] as number) - (centres[k + j] as number);
      distance += difference * difference;
    }
    if (distance < least) {
      least = distance;
      best = c;
    }
  }
  return best;
}

/**
 * Deals directions (by how far the rows reach along each, farthest first) to `parts` of equal size, so that all
 * parts have about as much to tell.
 */
export function dealOut(reach: readonly number[], parts: number): number[][] {
  const size = reach.length / parts;
  const dealt = Array.from({ length: parts }, () => ({ directions: [] as number[], load: 0 }));
  reach.forEach((share, direction) => {
    const open = dealt.filter((part) => part.directions.length < size);
    const least = open.reduce((a, b) => (b.load < a.load ? b : a));
    least.directions.push(direction);
    least.load += share;
  });
  return dealt.map((part) => part.directions);
}
