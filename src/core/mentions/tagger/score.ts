import { DIMENSIONS } from '../../lexicon/vectors.ts';
import type { Place } from './candidates.ts';
import { addFeatureScores } from './feature-scores.ts';
import { extract, features } from './features.ts';
import { PLACE_ROWS, placeRows, SLOTS, topicsOf, wordsAt } from './inputs.ts';
import { LABELS } from './labels.ts';
import { HIDDEN, type TaggerModel } from './model.ts';
import { addVector, sumAt, sumsFor } from './sums.ts';
import type { TaggerText } from './text.ts';
import type { WordTable } from './words.ts';

/** Adds the scores of a place to `scores`, from `at` on. */
export type Scorer = (place: Place, scores: Float32Array, at: number) => void;

/** Scores the places of a text, in order, by the features and by the net. */
export function scorer(text: TaggerText, table: WordTable, model: TaggerModel): Scorer {
  const buffer = features();
  const words = new Int32Array(SLOTS);
  const rows = new Int32Array(PLACE_ROWS);
  const sumsAt = new Int32Array(SLOTS);
  const hidden = new Float64Array(HIDDEN);
  const sums = sumsFor(table, model);
  const topic = topicSums(text, table, model);
  return (place, scores, at) => {
    wordsAt(text, place, words);
    for (let slot = 0; slot < SLOTS; slot++)
      sumsAt[slot] = sumAt(sums, model, table, words[slot] as number, slot);
    extract(text, table, place, buffer);
    addFeatureScores(model.features, buffer, scores, at);
    const { kept } = sums;
    hidden.set(topic(place));
    for (let k = 0; k < SLOTS; k += 3) addThree(kept, sumsAt, k, 1, hidden);
    placeRows(text, table, place, rows);
    for (let k = 0; k < PLACE_ROWS; k += 3) addThree(model.net.rows, rows, k, HIDDEN, hidden);
    addOutput(model, hidden, scores, at);
  };
}

/** What the sentence of a place and the document add to the hidden layer. */
function topicSums(text: TaggerText, table: WordTable, model: TaggerModel): (place: Place) => Float64Array {
  const topics = topicsOf(text, table);
  const ofDocument = new Float64Array(HIDDEN);
  addVector(model.net.words, (SLOTS + 1) * DIMENSIONS, topics.document, ofDocument);
  const both = new Float64Array(HIDDEN);
  let sentence = -1;
  return (place) => {
    if (place.sentence === sentence) return both;
    sentence = place.sentence;
    both.set(ofDocument);
    addVector(model.net.words, SLOTS * DIMENSIONS, topics.ofSentence(sentence), both);
    return both;
  };
}

/** Adds three rows at once, `rows[k]` times `width` and the two after it: the sums are read a third as often. */
function addThree(
  values: Float32Array,
  rows: Int32Array,
  k: number,
  width: number,
  hidden: Float64Array,
): void {
  const a = (rows[k] as number) * width;
  const b = (rows[k + 1] as number) * width;
  const c = (rows[k + 2] as number) * width;
  for (let h = 0; h < HIDDEN; h++)
    hidden[h] =
      (hidden[h] as number) +
      (values[a + h] as number) +
      (values[b + h] as number) +
      (values[c + h] as number);
}

function addOutput({ net }: TaggerModel, hidden: Float64Array, scores: Float32Array, at: number): void {
  const { output } = net;
  for (let h = 0; h < HIDDEN; h++) {
    const x = hidden[h] as number;
    if (x <= 0) continue;
    for (let l = 0; l < LABELS; l++)
      scores[at + l] = (scores[at + l] as number) + x * (output[h * LABELS + l] as number);
  }
}
