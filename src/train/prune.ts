import { LABELS } from '../core/mentions/tagger/labels.ts';
import { modelOf, type TaggerModel } from '../core/mentions/tagger/model.ts';
import type { Trained } from './crf.ts';

/** The model with the `rows` features that do most: large weights, and met often. */
export function prune({ model, counts }: Trained, rows: number): TaggerModel {
  const weight = Float64Array.from(model.hashes, (_, row) => {
    let sum = 0;
    for (let l = 0; l < LABELS; l++) sum += (model.weights[row * LABELS + l] ?? 0) ** 2;
    return sum * (counts[row] ?? 1) ** 0.7;
  });
  const kept = Int32Array.from(model.hashes, (_, row) => row)
    .sort((a, b) => (weight[b] ?? 0) - (weight[a] ?? 0) || a - b)
    .subarray(0, rows);
  const weights = new Float32Array(kept.length * LABELS);
  kept.forEach((row, i) => {
    weights.set(model.weights.subarray(row * LABELS, (row + 1) * LABELS), i * LABELS);
  });
  return modelOf(
    Int32Array.from(kept, (row) => model.hashes[row] ?? 0),
    weights,
    model.transitions,
  );
}
