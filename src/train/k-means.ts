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
  const row = new Float64Array(dimensions);
  // Four centres at a time, and those that fill up the last four are the first centre again.
  const fours = Math.ceil(centres.count / 4);
  const rows = new Float64Array(fours * 4 * dimensions);
  for (let c = 0; c < fours * 4; c++) {
    const k = c < centres.count ? c : 0;
    rows.set(centres.data.subarray(k * dimensions, (k + 1) * dimensions), c * dimensions);
  }
  for (let i = from; i < to; i++) {
    row.set(data.subarray(i * dimensions, (i + 1) * dimensions));
    nearest[i - from] = nearestOf(row, rows);
  }
  return nearest;
}

/** The first of the `centres` whose product with `row` is greatest. */
function nearestOf(row: Float64Array, centres: Float64Array): number {
  const size = row.length;
  let best = 0;
  let most = -Infinity;
  for (let at = 0; at < centres.length; at += 4 * size) {
    let [p, q, r, s] = [0, 0, 0, 0];
    for (let d = 0; d < size; d++) {
      const x = row[d] as number;
      const k = at + d;
      p += x * (centres[k] as number);
      q += x * (centres[k + size] as number);
      r += x * (centres[k + 2 * size] as number);
      s += x * (centres[k + 3 * size] as number);
    }
    const greatest = Math.max(p, q, r, s);
    if (greatest <= most) continue;
    most = greatest;
    best = at / size + (greatest === p ? 0 : greatest === q ? 1 : greatest === r ? 2 : 3);
  }
  return best;
}
