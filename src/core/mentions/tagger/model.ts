import { DIMENSIONS } from '../../lexicon/vectors.ts';
import { type FeatureTable, featureTable } from './feature-scores.ts';
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
  /** The same weights as scoring reads them. */
  readonly features: FeatureTable;
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
  return { slots, hashes, weights, features: featureTable(hashes, weights), transitions, net };
}

export const WORD_WEIGHTS = (SLOTS + TOPICS) * DIMENSIONS * HIDDEN;
export const ROW_WEIGHTS = ROWS * HIDDEN;
export const OUTPUT_WEIGHTS = HIDDEN * LABELS;
