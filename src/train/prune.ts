import { LABELS } from '../core/mentions/tagger/labels.ts';
import { modelOf, type Net, type TrainedModel } from '../core/mentions/tagger/model.ts';

/** 1 for each of the `most` features that do most: large weights, and met often. */
export function keepMost(weights: Float32Array, counts: Float32Array, most: number): Uint8Array {
  const effect = Float64Array.from(counts, (count, row) => {
    let sum = 0;
    for (let l = 0; l < LABELS; l++) sum += (weights[row * LABELS + l] ?? 0) ** 2;
    return sum * count ** 0.7;
  });
  const kept = new Uint8Array(counts.length);
  const order = Int32Array.from(counts, (_, row) => row);
  order.sort((a, b) => (effect[b] ?? 0) - (effect[a] ?? 0) || a - b);
  for (const row of order.subarray(0, most)) kept[row] = 1;
  weights.forEach((_, k) => {
    if (kept[Math.floor(k / LABELS)] !== 1) weights[k] = 0;
  });
  return kept;
}

/** The model of the features that have a weight. */
export function withoutSilent(
  hashes: Int32Array,
  weights: Float32Array,
  transitions: Float32Array,
  net: Net,
): TrainedModel {
  const rows: number[] = [];
  hashes.forEach((_, row) => {
    if (weights.subarray(row * LABELS, (row + 1) * LABELS).some((w) => w !== 0)) rows.push(row);
  });
  const kept = new Float32Array(rows.length * LABELS);
  rows.forEach((row, i) => {
    kept.set(weights.subarray(row * LABELS, (row + 1) * LABELS), i * LABELS);
  });
  return modelOf(
    Int32Array.from(rows, (row) => hashes[row] ?? 0),
    kept,
    transitions,
    net,
  );
}
