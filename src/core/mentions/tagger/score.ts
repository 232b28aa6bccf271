import { DIMENSIONS } from '../../lexicon/vectors.ts';
import type { Place } from './candidates.ts';
import { sumAll } from './feature-rows.ts';
import { writeValues } from './feature-values.ts';
import { SLOTS } from './inputs.ts';
import { BYTES, clear } from './kernel.ts';
import { LABELS } from './labels.ts';
import { HIDDEN, type TaggerModel } from './model.ts';
import { ROW_BYTES, writeRows } from './place-sums.ts';
import { sumsFor } from './sums.ts';
import type { TaggerText } from './text.ts';
import { topicsOf } from './topics.ts';
import { look, view } from './view.ts';
import type { WordSums, WordTable } from './words.ts';

/** Writes the scores of a place into `scores`, from `at` on. */
export type Scorer = (place: Place, scores: Float32Array, at: number) => void;

/** Scores the places of a text, in order, by the features and by the net. */
export function scorer(text: TaggerText, table: WordTable, model: TaggerModel): Scorer {
  const seen = view();
  const sums = sumsFor(table, model);
  const { kernel, at: stored } = sums;
  const topic = topicReader(text, table, sums);
  return (place, scores, at) => {
    topic(place.sentence);
    look(text, table, place, seen);
    const count = writeRows(sums, table, seen);
    writeValues(seen, table, kernel.ints, stored.values / BYTES);
    kernel.addRows(stored.sentence, stored.added, count, stored.hidden);
    kernel.writeOutput(stored.hidden, stored.output, stored.scores);
    sumAll(sums, seen);
    kernel.addSums(stored.sums, model.features.step, stored.scores);
    const { floats } = kernel;
    for (let l = 0, from = stored.scores / BYTES; l < LABELS; l++)
      scores[at + l] = floats[from + l] as number;
  };
}

/** Writes what a sentence and the document add to the hidden layer. */
function topicReader(text: TaggerText, table: WordTable, sums: WordSums): (sentence: number) => void {
  const { kernel, at } = sums;
  const topics = topicsOf(text, table);
  const add = (topic: Float32Array, slot: number, hidden: number): void => {
    kernel.floats.set(topic, at.vector / BYTES);
    kernel.addVector(hidden, at.vector, at.words + slot * DIMENSIONS * ROW_BYTES);
  };
  clear(kernel, at.document, HIDDEN);
  add(topics.document, SLOTS + 1, at.document);
  let last = -1;
  return (sentence) => {
    if (sentence === last) return;
    last = sentence;
    kernel.floats.copyWithin(at.sentence / BYTES, at.document / BYTES, at.document / BYTES + HIDDEN);
    add(topics.ofSentence(sentence), SLOTS, at.sentence);
  };
}
