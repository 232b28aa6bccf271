import { DIMENSIONS } from '../../lexicon/vectors.ts';
import type { Features } from './features.ts';
import { ROWS, SLOTS, TOPICS } from './inputs.ts';
import { LABELS } from './labels.ts';

/** Units of the net's hidden layer. */
export const HIDDEN = 48;

/**
 * A net with one hidden layer (rectified) that scores the labels of a token by the vectors of the words at several
 * places, what the sentence and the document are about, and rows of weights for all that has a few values only.
 */
export interface Net {
  /** SLOTS + TOPICS times DIMENSIONS x HIDDEN. */
  readonly words: Float32Array;
  /** ROWS x HIDDEN. */
  readonly rows: Float32Array;
  /** HIDDEN x LABELS. */
  readonly output: Float32Array;
}

/** Weights of the tagger: a row of `LABELS` numbers for each feature that counts, and a net. */
export interface TaggerModel {
  /** Open addressing by hash: row + 1, or 0 where free. */
  readonly slots: Int32Array;
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
  /** LABELS x LABELS, row by the label before. */
  readonly transitions: Float32Array;
  readonly net: Net;
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

export function modelOf(
  hashes: Int32Array,
  weights: Float32Array,
  transitions: Float32Array,
  net: Net,
): TaggerModel {
  if (hashes.length >= ROW_MASK) throw new Error('More features than the table of a model has room for.');
  let size = 1024;
  while (size < hashes.length * 2) size *= 2;
  const slots = new Int32Array(size);
  hashes.forEach((hash, row) => {
    let slot = slotOf(hash, size - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (size - 1);
    slots[slot] = (hash & ~ROW_MASK) | (row + 1);
  });
  return { slots, hashes, weights, transitions, net };
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

export const WORD_WEIGHTS = (SLOTS + TOPICS) * DIMENSIONS * HIDDEN;
export const ROW_WEIGHTS = ROWS * HIDDEN;
export const OUTPUT_WEIGHTS = HIDDEN * LABELS;

const MAGIC = 0x32_54_50_43;
/** Magic, rows, labels, hidden units, rows of the net; scales of the features', words' and rows' weights. */
const HEADER = 32;
const PLAIN_AT = HEADER;
const HASHES_AT = PLAIN_AT + (LABELS * LABELS + OUTPUT_WEIGHTS) * 4;

/**
 * The model as bytes, little-endian: magic "CPT2", sizes (u32) and scales (f32); transitions and the net's output
 * (f32); hashes in ascending order (i32); then weights of the features, half a byte each, and of the words and of the
 * rows, one byte each: the square root of the weight over its scale, with its sign, so that small weights keep
 * their precision.
 */
export function packModel(model: TaggerModel): Uint8Array {
  const count = model.hashes.length;
  const order = Int32Array.from({ length: count }, (_, row) => row).sort(
    (a, b) => (model.hashes[a] ?? 0) - (model.hashes[b] ?? 0),
  );
  const weights = new Float32Array(count * LABELS);
  const most = greatest(model.weights);
  order.forEach((row, i) => {
    weights.set(model.weights.subarray(row * LABELS, (row + 1) * LABELS), i * LABELS);
  });
  for (let k = 0; k < weights.length; k++)
    weights[k] = weightOf(levelOf((weights[k] ?? 0) / most, 127), 127, most);
  const coded = [model.net.words, model.net.rows];
  const halves = Math.ceil(weights.length / 2);
  const size = coded.reduce((sum, values) => sum + values.length, HASHES_AT + count * 4 + halves);
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  [MAGIC, count, LABELS, HIDDEN, ROWS].forEach((value, i) => {
    view.setUint32(i * 4, value, true);
  });
  [...model.transitions, ...model.net.output].forEach((value, i) => {
    view.setFloat32(PLAIN_AT + i * 4, value, true);
  });
  order.forEach((row, i) => {
    view.setInt32(HASHES_AT + i * 4, model.hashes[row] ?? 0, true);
  });
  let at = HASHES_AT + count * 4;
  const scale = greatest(weights) * KEPT_SHARE;
  view.setFloat32(20, scale, true);
  for (let k = 0; k < weights.length; k += 2) {
    const [low, high] = [levelOf((weights[k] ?? 0) / scale, 7), levelOf((weights[k + 1] ?? 0) / scale, 7)];
    bytes[at++] = (low + 8) | ((high + 8) << 4);
  }
  coded.forEach((values, i) => {
    const widest = greatest(values);
    view.setFloat32(24 + i * 4, widest, true);
    for (const value of values) view.setInt8(at++, levelOf(value / widest, 127));
  });
  return bytes;
}

/** Greater weights of features are cut to this share of the greatest, which leaves finer steps for the others. */
const KEPT_SHARE = 0.6;

const greatest = (values: Float32Array): number =>
  values.reduce((most, w) => Math.max(most, Math.abs(w)), 0) || 1;

const levelOf = (share: number, levels: number): number =>
  Math.sign(share) * Math.round(Math.sqrt(Math.min(1, Math.abs(share))) * levels);

const weightOf = (level: number, levels: number, scale: number): number =>
  Math.sign(level) * (level / levels) ** 2 * scale;

/** Reads what `packModel` wrote; throws when the bytes are of another format. */
export function unpackModel(bytes: Uint8Array): TaggerModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [magic, count = 0, ...sizes] = [0, 1, 2, 3, 4].map((i) => view.getUint32(i * 4, true));
  if (magic !== MAGIC || sizes.join() !== [LABELS, HIDDEN, ROWS].join())
    throw new Error('The weights of the name tagger are of another format than this program reads.');
  const plain = (from: number, length: number): Float32Array =>
    Float32Array.from({ length }, (_, i) => view.getFloat32(PLAIN_AT + (from + i) * 4, true));
  let at = HASHES_AT + count * 4;
  const coded = (scaleAt: number, length: number): Float32Array => {
    const values = decoded(bytes.subarray(at, at + length), view.getFloat32(scaleAt, true));
    at += length;
    return values;
  };
  const hashes = Int32Array.from({ length: count }, (_, i) => view.getInt32(HASHES_AT + i * 4, true));
  const weights = halved(bytes.subarray(at), view.getFloat32(20, true), count * LABELS);
  at += Math.ceil(weights.length / 2);
  const net = {
    words: coded(24, WORD_WEIGHTS),
    rows: coded(28, ROW_WEIGHTS),
    output: plain(LABELS * LABELS, OUTPUT_WEIGHTS),
  };
  return modelOf(hashes, weights, plain(0, LABELS * LABELS), net);
}

function halved(bytes: Uint8Array, scale: number, length: number): Float32Array {
  const levels = Float32Array.from({ length: 16 }, (_, half) => weightOf(half - 8, 7, scale));
  const values = new Float32Array(length);
  for (let k = 0; k < length; k++)
    values[k] = levels[((bytes[k >> 1] as number) >> ((k & 1) * 4)) & 15] as number;
  return values;
}

function decoded(bytes: Uint8Array, scale: number): Float32Array {
  const levels = Float32Array.from({ length: 256 }, (_, byte) =>
    weightOf(byte > 127 ? byte - 256 : byte, 127, scale),
  );
  const values = new Float32Array(bytes.length);
  for (let i = 0; i < values.length; i++) values[i] = levels[bytes[i] as number] as number;
  return values;
}
