import { UNKNOWN_LEANING } from '../../lexicon/leanings.ts';
import type { View } from './view.ts';
import type { WordTable } from './words.ts';

/** Places whose words the net sees: around the token, and at the ends of its run inside and outside. */
export const SLOT = {
  second: 0,
  before: 1,
  token: 2,
  after: 3,
  next: 4,
  start: 5,
  head: 6,
  outsideBefore: 7,
  outsideAfter: 8,
} as const;
export const SLOTS = 9;
/** Besides the words: what the sentence and the document are about. */
export const TOPICS = 2;

const LEANINGS = UNKNOWN_LEANING + 1;
const FLAGS = 32;

/** What else the net sees, each a row of weights for every value that it takes. */
const ROW_COUNTS = {
  shape: 128,
  shapeBefore: 16,
  shapeAfter: 16,
  gazetteer: 64,
  gazetteerBefore: 64,
  gazetteerAfter: 64,
  standing: 256,
  seen: 256,
  glued: 8,
  flags: FLAGS,
  flagsBefore: FLAGS,
  flagsAfter: FLAGS,
  leaning: LEANINGS,
  leaningBefore: LEANINGS,
  leaningAfter: LEANINGS,
  leaningStart: LEANINGS,
  leaningHead: LEANINGS,
  suffix3: 512,
  suffix2: 256,
  prefix3: 512,
  pattern: 256,
} as const;

type RowKind = keyof typeof ROW_COUNTS;
const kinds = Object.keys(ROW_COUNTS) as RowKind[];
const counts = Object.values(ROW_COUNTS);
export const ROWS = counts.reduce((sum, count) => sum + count, 0);
/** The first row of each kind. */
const AT = Object.fromEntries(
  kinds.map((kind, k) => [kind, counts.slice(0, k).reduce((sum, count) => sum + count, 0)]),
) as Readonly<Record<RowKind, number>>;

/** Rows of one token that do not follow from one word alone. */
export const PLACE_ROWS = 9;
/** At most so many rows follow from the word in one slot. */
export const WORD_ROWS = 6;

/** Writes the words in the slots of a place into `words`: ids in the word table, -1 outside the sentence. */
export function wordsAt(view: View, words: Int32Array): void {
  words[SLOT.second] = view.secondBefore;
  words[SLOT.before] = view.before;
  words[SLOT.token] = view.word;
  words[SLOT.after] = view.after;
  words[SLOT.next] = view.secondAfter;
  words[SLOT.start] = view.start;
  words[SLOT.head] = view.head;
  words[SLOT.outsideBefore] = view.outsideBefore;
  words[SLOT.outsideAfter] = view.outsideAfter;
}

/** Writes the rows of a place, `PLACE_ROWS` of them, into `rows` from `at` on. */
export function placeRows(view: View, rows: Int32Array, at = 0): void {
  rows[at] = AT.shape + view.shape * 8 + view.casing * 2 + view.first;
  rows[at + 1] = AT.shapeBefore + view.shapeBefore;
  rows[at + 2] = AT.shapeAfter + view.shapeAfter;
  rows[at + 3] = AT.gazetteer + view.gazetteer;
  rows[at + 4] = AT.gazetteerBefore + view.gazetteerBefore;
  rows[at + 5] = AT.gazetteerAfter + view.gazetteerAfter;
  rows[at + 6] = AT.standing + (view.left * 4 + view.right) * 8 + view.length;
  rows[at + 7] = AT.seen + view.seen * 2 + view.seenLower;
  rows[at + 8] = AT.glued + view.glued;
}

/** Writes the rows that follow from a word in a slot into `rows` from `at` on; returns how many. */
export function wordRows(table: WordTable, word: number, slot: number, rows: Int32Array, at = 0): number {
  const flags = word < 0 ? 0 : (table.flags[word] ?? 0) & (FLAGS - 1);
  const leaning = word < 0 ? UNKNOWN_LEANING : (table.leaning[word] ?? 0);
  switch (slot) {
    case SLOT.token:
      rows[at] = AT.flags + flags;
      rows[at + 1] = AT.leaning + leaning;
      rows[at + 2] = AT.suffix3 + ((table.suffix3[word] ?? 0) & 511);
      rows[at + 3] = AT.suffix2 + ((table.suffix2[word] ?? 0) & 255);
      rows[at + 4] = AT.prefix3 + ((table.prefix3[word] ?? 0) & 511);
      rows[at + 5] = AT.pattern + ((table.pattern[word] ?? 0) & 255);
      return WORD_ROWS;
    case SLOT.before:
    case SLOT.after:
      rows[at] = (slot === SLOT.before ? AT.flagsBefore : AT.flagsAfter) + flags;
      rows[at + 1] = (slot === SLOT.before ? AT.leaningBefore : AT.leaningAfter) + leaning;
      return 2;
    case SLOT.start:
    case SLOT.head:
      rows[at] = (slot === SLOT.start ? AT.leaningStart : AT.leaningHead) + leaning;
      return 1;
    default:
      return 0;
  }
}
