import { longer } from '../longer.ts';
import { BYTES, reserve } from './kernel.ts';
import { GROUPS } from './templates.ts';
import type { View } from './view.ts';
import type { WordSums } from './words.ts';

/** Numbers of four bytes in a row of sums, and where in it the shape stands that the word then had. */
export const SUMS = 16;
const SHAPE_AT = 15;
/** Rows of a place: the word's own, and those of the words around it. */
export const FEATURE_ROWS = GROUPS.length - 1;
/** The rows of one word: one for each of six settings that it has itself, and where it stands before or behind others. */
const SETTINGS = 6;
const ROWS_OF_WORD = SETTINGS + FEATURE_ROWS - 1;

/** Sums up the features at a place, whose values are written. */
export function sumAll(sums: WordSums, view: View): void {
  const at = sums.at.featureRows / BYTES;
  putRow(sums, at, 0, view.word, view.casing * 2 + view.first, view.shape);
  putRow(sums, at + 1, 1, view.before, SETTINGS, view.shapeBefore);
  putRow(sums, at + 2, 2, view.after, SETTINGS + 1, view.shapeAfter);
  putRow(sums, at + 3, 3, view.secondBefore, SETTINGS + 2, 0);
  putRow(sums, at + 4, 4, view.secondAfter, SETTINGS + 3, 0);
  sumGroup(sums, FEATURE_ROWS, FEATURE_ROWS, sums.at.sums);
}

function putRow(sums: WordSums, at: number, group: number, word: number, slot: number, shape: number): void {
  const key = (word + 1) * ROWS_OF_WORD + slot;
  const row = sums.featureRows[key] || addRow(sums, key);
  // Few words have more than one shape.
  if (sums.kernel.ints[row / BYTES + SHAPE_AT] !== shape) {
    sumGroup(sums, group, 0, row);
    sums.kernel.ints[row / BYTES + SHAPE_AT] = shape;
  }
  sums.kernel.ints[at] = row;
}

function addRow(sums: WordSums, key: number): number {
  const row = reserve(sums.kernel, SUMS);
  if (key >= sums.featureRows.length) sums.featureRows = longer(sums.featureRows, new Int32Array(key * 2));
  sums.featureRows[key] = row;
  sums.kernel.ints[row / BYTES + SHAPE_AT] = NO_SHAPE;
  return row;
}

const NO_SHAPE = -1;

function sumGroup({ kernel, at, templates, mask }: WordSums, group: number, rows: number, to: number): void {
  const { from, count } = templates[group] ?? { from: 0, count: 0 };
  kernel.sumFeatures(
    at.values,
    from,
    count,
    at.filter,
    at.buckets,
    mask,
    at.featureRows,
    rows,
    at.hashes,
    to,
  );
}
