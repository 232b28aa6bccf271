import { DIMENSIONS } from '../../lexicon/vectors.ts';
import { FEATURE_ROWS, SUMS } from './feature-rows.ts';
import { BUCKET } from './feature-scores.ts';
import { PLACE_ROWS, WORD_ROWS } from './inputs.ts';
import { BYTES, kernel, place, reserve } from './kernel.ts';
import { LABELS } from './labels.ts';
import { HIDDEN, type TaggerModel } from './model.ts';
import { GROUPS, TEMPLATES, VALUES } from './templates.ts';
import type { WordSums, WordTable } from './words.ts';

/** When so many bytes are in use, what is kept of words is reckoned anew. */
const MOST_BYTES = 14_000_000;
/** The kernel scores four labels at once. */
const LABEL_ROOM = 20;
/** At most so many words add a row each to a place. */
const MOST_WORDS = 9;

/** The weights of a model and what is kept of the words of a table; begun anew for another model. */
export function sumsFor(table: WordTable, model: TaggerModel): WordSums {
  if (table.sums?.of !== model) table.sums = sumsOf(model);
  const { sums } = table;
  if (sums.kernel.used > MOST_BYTES) {
    sums.kernel.used = sums.begin;
    sums.index = new Int32Array(FIRST_WORDS);
    sums.featureRows = new Int32Array(FIRST_WORDS);
  }
  return sums;
}

const FIRST_WORDS = 1 << 14;

function sumsOf(model: TaggerModel): WordSums {
  const own = kernel();
  const output = new Float32Array(HIDDEN * LABEL_ROOM);
  for (let h = 0; h < HIDDEN; h++)
    output.set(model.net.output.subarray(h * LABELS, (h + 1) * LABELS), h * LABEL_ROOM);
  const templates = GROUPS.map((group) => ({
    from: place(own, Int32Array.from(group.flatMap(([template, a, b]) => [template, a * BYTES, b * BYTES]))),
    count: group.length,
  }));
  const addresses = {
    filter: place(own, model.features.filter),
    buckets: place(own, model.features.buckets),
    output: place(own, output),
    words: place(own, model.net.words),
    rows: place(own, model.net.rows),
    values: reserve(own, VALUES),
    wordAdded: reserve(own, WORD_ROWS),
    added: reserve(own, PLACE_ROWS + MOST_WORDS),
    vector: reserve(own, DIMENSIONS),
    document: reserve(own, HIDDEN),
    sentence: reserve(own, HIDDEN),
    hidden: reserve(own, HIDDEN),
    scores: reserve(own, LABEL_ROOM),
    sums: reserve(own, SUMS),
    featureRows: reserve(own, FEATURE_ROWS),
    hashes: reserve(own, TEMPLATES.length + 1),
  };
  return {
    of: model,
    kernel: own,
    at: addresses,
    templates,
    mask: model.features.buckets.length / BUCKET - 1,
    begin: own.used,
    index: new Int32Array(FIRST_WORDS),
    featureRows: new Int32Array(FIRST_WORDS),
  };
}
