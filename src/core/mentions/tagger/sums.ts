import { clusterOf, FINE } from '../../lexicon/clusters.ts';
import { DIMENSIONS, PART_CHOICES, PART_SIZE, PARTS, vectorOf, vectorTable } from '../../lexicon/vectors.ts';
import { longer } from '../longer.ts';
import { keptScores } from './group-scores.ts';
import { SLOTS, WORD_ROWS, wordRows } from './inputs.ts';
import { HIDDEN, type Net, type TaggerModel } from './model.ts';
import type { WordSums, WordTable } from './words.ts';

/** Numbers in a row of what is kept: what something adds to the hidden layer. */
export const SUM = HIDDEN;

/** When so many are kept, they are reckoned anew. */
const MOST_KEPT = 48_000;
const FIRST_KEPT = 2048;
const FIRST_CLUSTERS = 1024;

/**
 * The sums kept with a word table; begun anew for another model. A word's vector is that of its cluster and parts of
 * few choices each, so what each of these adds at each slot is reckoned once (the choices at the beginning, SLOTS x
 * PARTS x PART_CHOICES x HIDDEN; the clusters when they are met, SLOTS x FINE x HIDDEN), and a word is a sum of them.
 */
export function sumsFor(table: WordTable, model: TaggerModel): WordSums {
  if (table.sums?.of !== model)
    table.sums = {
      of: model,
      choices: choiceSums(model.net),
      clusterRow: new Int32Array(SLOTS * FINE),
      clusters: new Float32Array(HIDDEN * FIRST_CLUSTERS),
      clusterCount: 0,
      features: keptScores(),
      ...empty(),
    };
  else if (table.sums.count > MOST_KEPT) Object.assign(table.sums, empty());
  return table.sums;
}

const empty = (): Pick<WordSums, 'index' | 'places' | 'kept' | 'count'> => ({
  index: new Int32Array(1 << 14),
  places: new Map(),
  kept: new Float32Array(SUM * FIRST_KEPT),
  count: 1,
});

function choiceSums(net: Net): Float32Array {
  const { centres } = vectorTable();
  const sums = new Float32Array(SLOTS * PARTS * PART_CHOICES * HIDDEN);
  for (let slot = 0; slot < SLOTS; slot++)
    for (let choice = 0; choice < PARTS * PART_CHOICES; choice++) {
      const part = Math.floor(choice / PART_CHOICES);
      const vector = centres.subarray(choice * PART_SIZE, (choice + 1) * PART_SIZE);
      const at = (slot * PARTS * PART_CHOICES + choice) * HIDDEN;
      addVector(net.words, slot * DIMENSIONS + part * PART_SIZE, vector, sums.subarray(at, at + HIDDEN));
    }
  return sums;
}

/** Adds a stretch of a vector times its weights (from input `at` on) to `hidden`. */
export function addVector(
  words: Float32Array,
  at: number,
  vector: Float32Array,
  hidden: Float32Array | Float64Array,
): void {
  for (let d = 0; d < vector.length; d++) {
    const x = vector[d] as number;
    const row = (at + d) * HIDDEN;
    for (let h = 0; h < HIDDEN; h++) hidden[h] = (hidden[h] as number) + x * (words[row + h] as number);
  }
}

/** Begins a row of `kept`; the first is of noughts, for whoever adds several at once. */
export function beginRow(sums: WordSums): number {
  sums.kept = roomFor(sums.kept, sums.count + 1);
  return sums.count++;
}

/** Adds what a word in a slot adds to the hidden layer. */
export function addWord(
  sums: WordSums,
  net: Net,
  table: WordTable,
  word: number,
  slot: number,
  hidden: Float32Array,
): void {
  const entry = word < 0 ? -1 : (table.entry[word] ?? -1);
  const cluster = clusterOf(entry) - 1;
  if (cluster >= 0) {
    const row = clusterRow(sums, net, cluster, slot);
    addRow(sums.clusters, row, hidden);
  }
  const vector = vectorOf(vectorTable(), entry);
  const { choices } = vectorTable();
  for (let part = 0; vector >= 0 && part < PARTS; part++)
    addRow(
      sums.choices,
      (slot * PARTS + part) * PART_CHOICES + (choices[vector * PARTS + part] ?? 0),
      hidden,
    );
  const rows = new Int32Array(WORD_ROWS);
  const count = wordRows(table, word, slot, rows);
  for (let k = 0; k < count; k++) addRow(net.rows, rows[k] ?? 0, hidden);
}

/** The row of a cluster's sum at a slot, reckoned when first asked for. */
function clusterRow(sums: WordSums, net: Net, cluster: number, slot: number): number {
  const key = slot * FINE + cluster;
  const known = sums.clusterRow[key] ?? 0;
  if (known > 0) return known - 1;
  const row = sums.clusterCount++;
  sums.clusterRow[key] = row + 1;
  sums.clusters = roomFor(sums.clusters, sums.clusterCount);
  const vector = vectorTable().firsts.subarray(cluster * DIMENSIONS, (cluster + 1) * DIMENSIONS);
  addVector(net.words, slot * DIMENSIONS, vector, sums.clusters.subarray(row * SUM, (row + 1) * SUM));
  return row;
}

export function addRow(values: Float32Array, row: number, hidden: Float32Array): void {
  for (let h = 0; h < HIDDEN; h++) hidden[h] = (hidden[h] as number) + (values[row * HIDDEN + h] as number);
}

/** The same sums with room for so many rows. */
const roomFor = (sums: Float32Array, rows: number): Float32Array =>
  rows * SUM <= sums.length ? sums : longer(sums, new Float32Array(sums.length * 2));
