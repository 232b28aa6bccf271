import { DIMENSIONS } from '../../lexicon/vectors.ts';
import type { Place } from './candidates.ts';
import { features } from './features.ts';
import { addFeatureScores } from './group-scores.ts';
import { SLOTS, topicsOf } from './inputs.ts';
import { LABELS } from './labels.ts';
import { HIDDEN, type TaggerModel } from './model.ts';
import { AT_ONCE, MOST_SUMS, placeSums } from './place-sums.ts';
import { addVector, sumsFor } from './sums.ts';
import type { TaggerText } from './text.ts';
import { look, view } from './view.ts';
import type { WordTable } from './words.ts';

/** Adds the scores of a place to `scores`, from `at` on. */
export type Scorer = (place: Place, scores: Float32Array, at: number) => void;

/** Scores the places of a text, in order, by the features and by the net. */
export function scorer(text: TaggerText, table: WordTable, model: TaggerModel): Scorer {
  const seen = view();
  const rows = new Int32Array(MOST_SUMS);
  const hidden = new Float64Array(HIDDEN);
  const sums = sumsFor(table, model);
  const buffer = features();
  const topic = topicSums(text, table, model);
  return (place, scores, at) => {
    look(text, table, place, seen);
    const count = placeSums(sums, model, table, seen, rows);
    addFeatureScores(model.features, sums.features, table, seen, buffer, scores, at);
    const { kept } = sums;
    hidden.set(topic(place));
    for (let k = 0; k < count; k += AT_ONCE) addFour(kept, rows, k, hidden);
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

/** Adds four rows at once: the sums are read a quarter as often. */
function addFour(kept: Float32Array, rows: Int32Array, k: number, hidden: Float64Array): void {
  const a = rows[k] as number;
  const b = rows[k + 1] as number;
  const c = rows[k + 2] as number;
  const d = rows[k + 3] as number;
  for (let h = 0; h < HIDDEN; h++)
    hidden[h] =
      (hidden[h] as number) +
      (kept[a + h] as number) +
      (kept[b + h] as number) +
      (kept[c + h] as number) +
      (kept[d + h] as number);
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
