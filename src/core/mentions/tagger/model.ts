import type { Features } from './features.ts';
import { LABELS } from './labels.ts';

/** Weights of the tagger: a row of `LABELS` numbers for each feature that counts. */
export interface TaggerModel {
  /** Open addressing by hash: row + 1 and some of the hash, or 0 where free. */
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  /** LABELS x LABELS, row by the label before. */
  readonly transitions: Float32Array;
}

const slotOf = (hash: number, mask: number): number => (hash ^ (hash >>> 16)) & mask;
/** A slot holds a row + 1 in its lower bits, 0 where it is free, and above them some of the hash. */
const ROW_BITS = 20;
const ROW_MASK = (1 << ROW_BITS) - 1;

/** The row of a feature, or -1. Most features that are not known are told by the slot alone. */
export function rowOf(model: TaggerModel, hash: number): number {
  const { slots, hashes } = model;
  const mask = slots.length - 1;
  for (let slot = slotOf(hash, mask); ; slot = (slot + 1) & mask) {
    const held = slots[slot] as number;
    if (held === 0) return -1;
    if (((held ^ hash) & ~ROW_MASK) !== 0) continue;
    const row = (held & ROW_MASK) - 1;
    if (hashes[row] === hash) return row;
  }
}

export function modelOf(hashes: Int32Array, weights: Float32Array, transitions: Float32Array): TaggerModel {
  if (hashes.length >= ROW_MASK) throw new Error('More features than the table of a model has room for.');
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  hashes.forEach((hash, row) => {
    let slot = slotOf(hash, size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = (hash & ~ROW_MASK) | (row + 1);
  });
  return { slots, hashes, weights, transitions };
}

/** Adds the scores of features to `scores`, from `at` on. */
export function addFeatureScores(
  model: TaggerModel,
  { hashes, count }: Features,
  scores: Float32Array,
  at: number,
): void {
  const { weights } = model;
  for (let f = 0; f < count; f++) {
    const row = rowOf(model, hashes[f] as number);
    if (row < 0) continue;
    const base = row * LABELS;
    for (let l = 0; l < LABELS; l++)
      scores[at + l] = (scores[at + l] as number) + (weights[base + l] as number);
  }
}

const MAGIC = 0x31_54_50_43;
const HEADER = 16;

/**
 * The model as bytes, little-endian: magic "CPT1", rows, labels, scale of the weights (f32); transitions (f32);
 * hashes in ascending order (i32); weights, one byte each: the square root of the weight over `scale`, with its
 * sign, so that small weights keep their precision.
 */
export function packModel(model: TaggerModel): Uint8Array {
  const rows = model.hashes.length;
  const order = Int32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) => (model.hashes[a] ?? 0) - (model.hashes[b] ?? 0),
  );
  const scale = model.weights.reduce((most, w) => Math.max(most, Math.abs(w)), 0) || 1;
  const bytes = new Uint8Array(HEADER + LABELS * LABELS * 4 + rows * (4 + LABELS));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, rows, true);
  view.setUint32(8, LABELS, true);
  view.setFloat32(12, scale, true);
  model.transitions.forEach((value, i) => {
    view.setFloat32(HEADER + i * 4, value, true);
  });
  const hashesAt = HEADER + LABELS * LABELS * 4;
  order.forEach((row, i) => {
    view.setInt32(hashesAt + i * 4, model.hashes[row] ?? 0, true);
    for (let l = 0; l < LABELS; l++) {
      const weight = model.weights[row * LABELS + l] ?? 0;
      const level = Math.round(Math.sqrt(Math.abs(weight) / scale) * 127);
      view.setInt8(hashesAt + rows * 4 + i * LABELS + l, weight < 0 ? -level : level);
    }
  });
  return bytes;
}

/** Reads what `packModel` wrote; throws when the bytes are of another format. */
export function unpackModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== MAGIC || view.getUint32(8, true) !== LABELS)
    throw new Error('The weights of the name tagger are of another format than this program reads.');
  const rows = view.getUint32(4, true);
  const scale = view.getFloat32(12, true);
  const transitions = Float32Array.from({ length: LABELS * LABELS }, (_, i) =>
    view.getFloat32(HEADER + i * 4, true),
  );
  const hashesAt = HEADER + LABELS * LABELS * 4;
  const hashes = Int32Array.from({ length: rows }, (_, i) => view.getInt32(hashesAt + i * 4, true));
  const levels = Float32Array.from({ length: 256 }, (_, byte) => {
    const level = byte > 127 ? byte - 256 : byte;
    return Math.sign(level) * (level / 127) ** 2 * scale;
  });
  const weights = new Float32Array(rows * LABELS);
  const weightsAt = hashesAt + rows * 4;
  for (let i = 0; i < weights.length; i++) weights[i] = levels[bytes[weightsAt + i] ?? 0] ?? 0;
  return modelOf(hashes, weights, transitions);
}
