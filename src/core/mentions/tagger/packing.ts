import { type Alphabet, packSymbols, unpackSymbols } from '../../lexicon/symbols.ts';
import { ROWS } from './inputs.ts';
import { LABELS } from './labels.ts';
import { HIDDEN, modelOf, OUTPUT_WEIGHTS, ROW_WEIGHTS, type TrainedModel, WORD_WEIGHTS } from './model.ts';

const MAGIC = 0x33_54_50_43;
const SCALES_AT = 20;
const PLAIN_AT = SCALES_AT + 3 * 4;
const HASHES_AT = PLAIN_AT + (LABELS * LABELS + OUTPUT_WEIGHTS) * 4;

/** Steps from nought to the greatest weight, on either side. */
const FEATURE_STEPS = 7;
const NET_STEPS = 63;
/** Greater weights of features are cut to this share of the greatest, which leaves finer steps for the others. */
const KEPT_SHARE = 0.6;

/** Steps of a feature's weights: known are the label, and how many of the two labels before have no weight. */
const FEATURES: Alphabet = {
  symbols: 2 * FEATURE_STEPS + 1,
  contexts: LABELS * 3,
  contextOf: (known, i) => {
    const label = i % LABELS;
    const before = label > 0 && known[i - 1] === FEATURE_STEPS ? 1 : 0;
    const second = label > 1 && known[i - 2] === FEATURE_STEPS ? 1 : 0;
    return label * 3 + before + second;
  },
};

const NET: Alphabet = { symbols: 2 * NET_STEPS + 1, contexts: 1, contextOf: () => 0 };

/**
 * The model as bytes, little-endian: magic "CPT3" and sizes (u32); scales of the features', words' and rows' weights
 * (f32); transitions and the net's output (f32); hashes in ascending order (`packHashes`); then symbols for the
 * weights of the features, of the words and of the rows: the square root of the weight over its scale in steps, with
 * its sign, so that small weights keep their precision. Features whose weights all come to nought are left out.
 */
export function packModel(model: TrainedModel): Uint8Array {
  const scale = greatest(model.weights) * KEPT_SHARE;
  const steps = stepsOf(model.weights, scale, FEATURE_STEPS);
  const rows = Array.from(model.hashes, (_, row) => row)
    .filter((row) => steps.subarray(row * LABELS, (row + 1) * LABELS).some((s) => s !== FEATURE_STEPS))
    .sort((a, b) => (model.hashes[a] ?? 0) - (model.hashes[b] ?? 0));
  const kept = new Uint8Array(rows.length * LABELS);
  rows.forEach((row, i) => {
    kept.set(steps.subarray(row * LABELS, (row + 1) * LABELS), i * LABELS);
  });
  const { words, rows: ofRows, output } = model.net;
  const scales = [scale, greatest(words), greatest(ofRows)];
  const head = new Uint8Array(HASHES_AT);
  const view = new DataView(head.buffer);
  [MAGIC, rows.length, LABELS, HIDDEN, ROWS].forEach((value, i) => {
    view.setUint32(i * 4, value, true);
  });
  [...scales, ...model.transitions, ...output].forEach((value, i) => {
    view.setFloat32(SCALES_AT + i * 4, value, true);
  });
  return joined([
    head,
    packHashes(rows.map((row) => model.hashes[row] ?? 0)),
    packSymbols(kept, FEATURES),
    packSymbols(stepsOf(words, scales[1] ?? 1, NET_STEPS), NET),
    packSymbols(stepsOf(ofRows, scales[2] ?? 1, NET_STEPS), NET),
  ]);
}

/** Reads what `packModel` wrote; throws when the bytes are of another format. */
export function unpackModel(bytes: Uint8Array): TrainedModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [magic, count = 0, ...sizes] = [0, 1, 2, 3, 4].map((i) => view.getUint32(i * 4, true));
  if (magic !== MAGIC || sizes.join() !== [LABELS, HIDDEN, ROWS].join())
    throw new Error('The weights of the name tagger are of another format than this program reads.');
  const plain = (from: number, length: number): Float32Array =>
    Float32Array.from({ length }, (_, i) => view.getFloat32(PLAIN_AT + (from + i) * 4, true));
  const { hashes, next } = unpackHashes(bytes, HASHES_AT, count);
  let at = next;
  const coded = (scale: number, length: number, steps: number, alphabet: Alphabet): Float32Array => {
    const unpacked = unpackSymbols(bytes, at, length, alphabet);
    at = unpacked.next;
    return weightsOf(unpacked.values, view.getFloat32(SCALES_AT + scale * 4, true), steps);
  };
  const weights = coded(0, count * LABELS, FEATURE_STEPS, FEATURES);
  const net = {
    words: coded(1, WORD_WEIGHTS, NET_STEPS, NET),
    rows: coded(2, ROW_WEIGHTS, NET_STEPS, NET),
    output: plain(LABELS * LABELS, OUTPUT_WEIGHTS),
  };
  return modelOf(hashes, weights, plain(0, LABELS * LABELS), net);
}

/** Hashes differ in so many of their highest bits by little. */
const LOW_BITS = 14;
const HIGH = 1 << (32 - LOW_BITS);

/**
 * Ascending signed numbers (Elias 1974, Fano 1971): for each value of the highest bits a bit 1 for each number that
 * has it and then a bit 0; then the lower 14 bits of all.
 */
export function packHashes(hashes: readonly number[]): Uint8Array {
  const lowAt = (hashes.length + HIGH + 7) >> 3;
  const bytes = new Uint8Array(lowAt + ((hashes.length * LOW_BITS + 7) >> 3));
  const set = (bit: number): void => {
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
  };
  hashes.forEach((hash, i) => {
    set(((hash ^ 0x80000000) >>> LOW_BITS) + i);
    for (let k = 0; k < LOW_BITS; k++) if ((hash >>> k) & 1) set(lowAt * 8 + i * LOW_BITS + k);
  });
  return bytes;
}

export function unpackHashes(
  bytes: Uint8Array,
  at: number,
  count: number,
): { hashes: Int32Array; next: number } {
  const hashes = new Int32Array(count);
  const lowAt = at + ((count + HIGH + 7) >> 3);
  for (let bit = 0, high = 0, i = 0; i < count; bit++) {
    if ((((bytes[at + (bit >> 3)] as number) >> (bit & 7)) & 1) === 0) {
      high++;
      continue;
    }
    const low = i * LOW_BITS;
    const byte = lowAt + (low >> 3);
    const bits = (bytes[byte] ?? 0) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16);
    hashes[i++] = ((high << LOW_BITS) | ((bits >> (low & 7)) & ((1 << LOW_BITS) - 1))) ^ 0x80000000;
  }
  return { hashes, next: lowAt + ((count * LOW_BITS + 7) >> 3) };
}

const greatest = (values: Float32Array): number =>
  values.reduce((most, w) => Math.max(most, Math.abs(w)), 0) || 1;

const stepsOf = (weights: Float32Array, scale: number, steps: number): Uint8Array =>
  Uint8Array.from(weights, (weight) => {
    const share = Math.min(1, Math.abs(weight) / scale);
    return steps + Math.sign(weight) * Math.round(Math.sqrt(share) * steps);
  });

function weightsOf(values: Uint8Array, scale: number, steps: number): Float32Array {
  const levels = Float32Array.from({ length: 2 * steps + 1 }, (_, value) => {
    const step = value - steps;
    return Math.sign(step) * (step / steps) ** 2 * scale;
  });
  const weights = new Float32Array(values.length);
  for (let k = 0; k < weights.length; k++) weights[k] = levels[values[k] as number] as number;
  return weights;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
