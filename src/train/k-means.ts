/** Rows of numbers, one after the other. */
export interface Vectors {
  readonly data: Float32Array;
  readonly dimensions: number;
  readonly count: number;
}

/**
 * Spherical k-means over the first `seen` vectors (unit length). Begins with every (seen / k)-th vector, so the
 * outcome is the same in every run. Returns the k centres, unit length.
 */
export function kMeans(vectors: Vectors, seen: number, k: number, rounds: number): Vectors {
  const { dimensions } = vectors;
  const data = new Float32Array(k * dimensions);
  for (let c = 0; c < k; c++) {
    const row = Math.floor((c * seen) / k) * dimensions;
    data.set(vectors.data.subarray(row, row + dimensions), c * dimensions);
  }
  const centres = { data, dimensions, count: k };
  for (let round = 0; round < rounds; round++) recentre(vectors, assign(vectors, 0, seen, centres), centres);
  return centres;
}

function recentre(vectors: Vectors, nearest: Uint16Array, centres: Vectors): void {
  const { dimensions } = vectors;
  const sums = new Float64Array(centres.data.length);
  nearest.forEach((cluster, row) => {
    for (let d = 0; d < dimensions; d++)
      sums[cluster * dimensions + d] =
        (sums[cluster * dimensions + d] ?? 0) + (vectors.data[row * dimensions + d] ?? 0);
  });
  for (let c = 0; c < centres.count; c++) {
    let norm = 0;
    for (let d = 0; d < dimensions; d++) norm += (sums[c * dimensions + d] ?? 0) ** 2;
    if (norm === 0) continue;
    for (let d = 0; d < dimensions; d++)
      centres.data[c * dimensions + d] = (sums[c * dimensions + d] ?? 0) / Math.sqrt(norm);
  }
}

/** The nearest centre, by cosine, of each vector from row `from` to row `to`. */
export function assign(vectors: Vectors, from: number, to: number, centres: Vectors): Uint16Array {
  const { dimensions, data } = vectors;
  const nearest = new Uint16Array(to - from);
  const row = new Float32Array(dimensions);
  for (let i = from; i < to; i++) {
    row.set(data.subarray(i * dimensions, (i + 1) * dimensions));
    let best = -Infinity;
    for (let c = 0; c < centres.count; c++) {
      const score = dot(row, centres.data, c * dimensions);
      if (score > best) {
        best = score;
        nearest[i - from] = c;
      }
    }
  }
  return nearest;
}

function dot(row: Float32Array, centres: Float32Array, at: number): number {
  let a = 0;
  let b = 0;
  for (let d = 0; d + 1 < row.length; d += 2) {
    a += (row[d] as number) * (centres[at + d] as number);
    b += (row[d + 1] as number) * (centres[at + d + 1] as number);
  }
  return a + b;
}
