import { addVectorOf, DIMENSIONS, vectorTable } from '../../lexicon/vectors.ts';
import { longer } from '../longer.ts';
import { PLACE_ROWS, placeRows, SLOT, wordRows } from './inputs.ts';
import { BYTES, clear, reserve } from './kernel.ts';
import { HIDDEN } from './model.ts';
import type { View } from './view.ts';
import type { WordSums, WordTable } from './words.ts';

export const ROW_BYTES = HIDDEN * BYTES;

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

/** Writes the addresses of the rows that the hidden layer is given at a place, besides topics; returns how many. */
export function writeRows(sums: WordSums, table: WordTable, view: View): number {
  const first = view.left === 0 ? 1 : 0;
  const last = view.right === 0 ? 1 : 0;
  const from = sums.at.added / BYTES;
  let at = from;
  putWord(sums, table, at++, view.secondBefore, AT.second);
  putWord(sums, table, at++, view.secondAfter, AT.next);
  putWord(sums, table, at++, view.before, AT.before + first);
  putWord(sums, table, at++, view.after, AT.after + last);
  putWord(sums, table, at++, view.word, AT.token + first + 2 * last);
  if (first === 0) {
    putWord(sums, table, at++, view.start, AT.start);
    putWord(sums, table, at++, view.outsideBefore, AT.outsideBefore);
  }
  if (last === 0) {
    putWord(sums, table, at++, view.head, AT.head);
    putWord(sums, table, at++, view.outsideAfter, AT.outsideAfter);
  }
  placeRows(view, sums.kernel.ints, at);
  toAddresses(sums, at, PLACE_ROWS);
  return at + PLACE_ROWS - from;
}

function toAddresses({ kernel: { ints }, at: { rows } }: WordSums, from: number, count: number): void {
  for (let k = from; k < from + count; k++) ints[k] = rows + (ints[k] as number) * ROW_BYTES;
}

function putWord(sums: WordSums, table: WordTable, at: number, word: number, taken: number): void {
  const key = (word + 1) * TAKEN.length + taken;
  const known = sums.index[key] ?? 0;
  const row = known > 0 ? known : addWord(sums, table, word, taken);
  sums.kernel.ints[at] = row;
}

/** Reckons the row of a word in the slots that it takes; returns its address. */
function addWord(sums: WordSums, table: WordTable, word: number, taken: number): number {
  const row = reserve(sums.kernel, HIDDEN);
  const key = (word + 1) * TAKEN.length + taken;
  if (key >= sums.index.length) sums.index = longer(sums.index, new Int32Array(key * 2));
  sums.index[key] = row;
  const { kernel, at } = sums;
  clear(kernel, row, HIDDEN);
  const known = word >= 0 && readVector(sums, table.entry[word] ?? -1);
  for (const slot of TAKEN[taken] ?? []) {
    if (known) kernel.addVector(row, at.vector, at.words + slot * DIMENSIONS * ROW_BYTES);
    const count = wordRows(table, word, slot, kernel.ints, at.wordAdded / BYTES);
    toAddresses(sums, at.wordAdded / BYTES, count);
    kernel.addRows(row, at.wordAdded, count, row);
  }
  return row;
}

function readVector({ kernel, at: { vector } }: WordSums, entry: number): boolean {
  clear(kernel, vector, DIMENSIONS);
  return addVectorOf(vectorTable(), entry, kernel.floats, vector / BYTES);
}
