/** Rows of `dimensions` numbers each, one after the other. */
export interface Rows {
  readonly data: Float32Array;
  readonly dimensions: number;
}

const SWEEPS = 12;

/**
 * The `kept` directions in which the first `seen` rows reach farthest (about nought), farthest first: the
 * eigenvectors of their second moments, by Jacobi's rotations.
 */
export function principalDirections({ data, dimensions }: Rows, seen: number, kept: number): Float64Array[] {
  const moments = new Float64Array(dimensions * dimensions);
  for (let row = 0; row < seen; row++)
    for (let i = 0; i < dimensions; i++) {
      const x = data[row * dimensions + i] ?? 0;
      for (let j = 0; j < dimensions; j++)
        moments[i * dimensions + j] =
          (moments[i * dimensions + j] ?? 0) + x * (data[row * dimensions + j] ?? 0);
    }
  const vectors = diagonalize(moments, dimensions);
  const reach = (d: number): number => moments[d * dimensions + d] ?? 0;
  return Array.from({ length: dimensions }, (_, d) => d)
    .sort((a, b) => reach(b) - reach(a) || a - b)
    .slice(0, kept)
    .map((d) => Float64Array.from({ length: dimensions }, (_, i) => vectors[i * dimensions + d] ?? 0));
}

/** Makes a symmetric matrix diagonal in place; returns its eigenvectors as columns. */
function diagonalize(matrix: Float64Array, size: number): Float64Array {
  const vectors = Float64Array.from({ length: size * size }, (_, k) => (k % (size + 1) === 0 ? 1 : 0));
  for (let sweep = 0; sweep < SWEEPS; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(matrix, vectors, size, p, q);
  return vectors;
}

function rotate(matrix: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const [pq, pp, qq] = [matrix[p * size + q] ?? 0, matrix[p * size + p] ?? 0, matrix[q * size + q] ?? 0];
  if (Math.abs(pq) < 1e-12 * (Math.abs(pp) + Math.abs(qq)) || pq === 0) return;
  const theta = (qq - pp) / (2 * pq);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (values: Float64Array, a: number, b: number): void => {
    const [x, y] = [values[a] ?? 0, values[b] ?? 0];
    values[a] = c * x - s * y;
    values[b] = s * x + c * y;
  };
  for (let k = 0; k < size; k++) turn(matrix, k * size + p, k * size + q);
  for (let k = 0; k < size; k++) turn(matrix, p * size + k, q * size + k);
  for (let k = 0; k < size; k++) turn(vectors, k * size + p, k * size + q);
}

/** The rows by their lengths along `directions`. */
export function project({ data, dimensions }: Rows, directions: readonly Float64Array[]): Rows {
  const count = data.length / dimensions;
  const projected = new Float32Array(count * directions.length);
  for (let row = 0; row < count; row++)
    directions.forEach((direction, k) => {
      let sum = 0;
      for (let d = 0; d < dimensions; d++) sum += (data[row * dimensions + d] ?? 0) * (direction[d] ?? 0);
      projected[row * directions.length + k] = sum;
    });
  return { data: projected, dimensions: directions.length };
}
