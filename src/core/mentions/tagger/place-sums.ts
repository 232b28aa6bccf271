import { longer } from '../longer.ts';
import { PLACE_ROWS, placeRows, SLOT } from './inputs.ts';
import type { TaggerModel } from './model.ts';
import { addRow, addWord, beginRow, SUM } from './sums.ts';
import type { View } from './view.ts';
import type { WordSums, WordTable } from './words.ts';

/**
 * The slots that one word takes at once: the only word of a run is its first and last too, and the word before the
 * first of a run is the one outside it. What it adds in all of them is one row.
 */
const TAKEN: readonly (readonly number[])[] = [
  [SLOT.second],
  [SLOT.next],
  [SLOT.before],
  [SLOT.before, SLOT.outsideBefore],
  [SLOT.after],
  [SLOT.after, SLOT.outsideAfter],
  [SLOT.token],
  [SLOT.token, SLOT.start],
  [SLOT.token, SLOT.head],
  [SLOT.token, SLOT.start, SLOT.head],
  [SLOT.start],
  [SLOT.head],
  [SLOT.outsideBefore],
  [SLOT.outsideAfter],
];
const AT = {
  second: 0,
  next: 1,
  before: 2,
  after: 4,
  token: 6,
  start: 10,
  head: 11,
  outsideBefore: 12,
  outsideAfter: 13,
} as const;

/** So many rows are added at once; a place has a multiple of them, and no more than `MOST_SUMS`. */
export const AT_ONCE = 4;
export const MOST_SUMS = 12;
/** What follows from no word is kept in so many rows, each of as many rows of the net. */
const PLACE_SUMS = 3;
const JOINED = PLACE_ROWS / PLACE_SUMS;

/** Writes where the rows of `kept` stand that a place adds up into `at`; returns how many. */
export function placeSums(
  sums: WordSums,
  model: TaggerModel,
  table: WordTable,
  view: View,
  at: Int32Array,
): number {
  const first = view.left === 0 ? 1 : 0;
  const last = view.right === 0 ? 1 : 0;
  let n = 0;
  for (; n < PLACE_SUMS; n++) at[n] = placeSum(sums, model, view, n);
  at[n++] = wordSum(sums, model, table, view.secondBefore, AT.second);
  at[n++] = wordSum(sums, model, table, view.secondAfter, AT.next);
  at[n++] = wordSum(sums, model, table, view.before, AT.before + first);
  at[n++] = wordSum(sums, model, table, view.after, AT.after + last);
  at[n++] = wordSum(sums, model, table, view.word, AT.token + first + 2 * last);
  if (first === 0) {
    at[n++] = wordSum(sums, model, table, view.start, AT.start);
    at[n++] = wordSum(sums, model, table, view.outsideBefore, AT.outsideBefore);
  }
  if (last === 0) {
    at[n++] = wordSum(sums, model, table, view.head, AT.head);
    at[n++] = wordSum(sums, model, table, view.outsideAfter, AT.outsideAfter);
  }
  while (n % AT_ONCE > 0) at[n++] = 0;
  return n;
}

/** Where the row of a word in the slots that it takes begins, reckoned when first asked for. */
function wordSum(sums: WordSums, model: TaggerModel, table: WordTable, word: number, taken: number): number {
  const key = (word + 1) * TAKEN.length + taken;
  const known = sums.index[key] ?? 0;
  if (known > 0) return known * SUM;
  const row = beginRow(sums);
  if (key >= sums.index.length) sums.index = longer(sums.index, new Int32Array(key * 2));
  sums.index[key] = row;
  const sum = sums.kept.subarray(row * SUM, (row + 1) * SUM);
  for (const slot of TAKEN[taken] ?? []) addWord(sums, model.net, table, word, slot, sum);
  return row * SUM;
}

/** Where the row of the place's own rows `k` * JOINED and those behind it begins, reckoned when first asked for. */
function placeSum(sums: WordSums, { net }: TaggerModel, view: View, k: number): number {
  const key = placeKey(view, k) * PLACE_SUMS + k;
  const known = sums.places.get(key);
  if (known !== undefined) return known * SUM;
  const row = beginRow(sums);
  sums.places.set(key, row);
  const rows = new Int32Array(PLACE_ROWS);
  placeRows(view, rows);
  const sum = sums.kept.subarray(row * SUM, (row + 1) * SUM);
  for (let r = k * JOINED; r < (k + 1) * JOINED; r++) addRow(net.rows, rows[r] as number, sum);
  return row * SUM;
}

/** What these rows follow from: shapes, gazetteers, and where in its run and how often in the document. */
function placeKey(view: View, k: number): number {
  if (k === 0)
    return ((view.shape * 8 + view.casing * 2 + view.first) * 16 + view.shapeBefore) * 16 + view.shapeAfter;
  if (k === 1) return (view.gazetteer * 64 + view.gazetteerBefore) * 64 + view.gazetteerAfter;
  const standing = (view.left * 4 + view.right) * 8 + view.length;
  return ((standing * 128 + view.seen) * 2 + view.seenLower) * 8 + view.glued;
}
