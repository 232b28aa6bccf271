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

/** Weights of the tagger as it reads them. */
export interface TaggerModel {
  readonly features: FeatureTable;
  /** LABELS x LABELS, row by the label before. */
  readonly transitions: Float32Array;
  /** Their exponentials. */
  readonly chances: Float32Array;
  readonly net: Net;
}

/** The weights of the features also as they are trained and kept: a row of `LABELS` numbers for each that counts. */
export interface TrainedModel extends TaggerModel {
  readonly hashes: Int32Array;
  readonly weights: Float32Array;
}

export const modelOf = (
  hashes: Int32Array,
  weights: Float32Array,
  transitions: Float32Array,
  net: Net,
): TrainedModel => ({
  hashes,
  weights,
  features: featureTable(hashes, weights),
  transitions,
  chances: transitions.map(Math.exp),
  net,
});

export const WORD_WEIGHTS = (SLOTS + TOPICS) * DIMENSIONS * HIDDEN;
export const ROW_WEIGHTS = ROWS * HIDDEN;
export const OUTPUT_WEIGHTS = HIDDEN * LABELS;
