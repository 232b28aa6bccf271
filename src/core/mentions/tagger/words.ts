import { clusterOf, coarseOf, entryOf, middleOf } from '../../lexicon/clusters.ts';
import { GAZETTEER, type Gazetteer } from '../../lexicon/gazetteer.ts';
import { hashOf } from '../../lexicon/hash.ts';
import { leaningOf } from '../../lexicon/leanings.ts';
import { flagsOf } from './word-flags.ts';

/**
 * What the tagger needs to know of each distinct word, as numbers in parallel arrays, so that features of a
 * token are a few integer operations. Words are added as they are met; ids count from 0.
 */
export interface WordTable {
  readonly gazetteer: Gazetteer;
  /** Words that are known. */
  count: number;
  /** Open addressing by hash: id + 1, or 0 where free. */
  slots: Int32Array;
  /** The words' letters one after the other, so that no text is kept for the sake of a word. */
  letters: Uint16Array;
  hash: Int32Array;
  /** Where each word's letters begin, and how many they are. */
  begin: Int32Array;
  length: Int32Array;
  /** Hash of the word in lower case. */
  lower: Int32Array;
  /** Id of the same word in lower case (its own where it is). */
  lowerId: Int32Array;
  /** Hashes of the first and last letters. */
  prefix2: Int32Array;
  prefix3: Int32Array;
  suffix1: Int32Array;
  suffix2: Int32Array;
  suffix3: Int32Array;
  suffix4: Int32Array;
  /** Hash of the letters' kinds, runs shortened: "McKay" is "XxXx". */
  pattern: Int32Array;
  /** Clusters of words with like use, 0 where unknown. */
  fine: Int32Array;
  middle: Int32Array;
  coarse: Int32Array;
  /** The word's entry in the tables of clusters and vectors, -1 where it has none. */
  entry: Int32Array;
  /** How the word leans when it has a capital: `leaningOf`. */
  leaning: Int32Array;
  flags: Uint8Array;
  sums: WordSums | null;
}

/** What words add to the scores at the places where they stand, as far as it has been asked for. */
export interface WordSums {
  /** The model whose weights these are sums of. */
  readonly of: object;
  /** What each choice for each part of a vector adds, by slot. */
  readonly choices: Float32Array;
  /** By slot and cluster: its row in `clusters` + 1, or 0; what the vectors of clusters add, as far as asked for. */
  readonly clusterRow: Int32Array;
  clusters: Float32Array;
  clusterCount: number;
  /** By word and variant of slot (words count from 1, 0 is outside the sentence): its row in `kept` + 1, or 0. */
  index: Int32Array;
  kept: Float32Array;
  /** Rows in use. */
  count: number;
}

const COLUMNS = [
  'hash',
  'begin',
  'length',
  'lower',
  'lowerId',
  'prefix2',
  'prefix3',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'pattern',
  'fine',
  'middle',
  'coarse',
  'entry',
  'leaning',
] as const;

/** An empty table; `capacity` is a power of 2. */
export function wordTable(gazetteer = GAZETTEER, capacity = 4096): WordTable {
  const column = (): Int32Array => new Int32Array(capacity);
  return {
    gazetteer,
    count: 0,
    slots: new Int32Array(capacity * 2),
    letters: new Uint16Array(capacity * 8),
    hash: column(),
    begin: column(),
    length: column(),
    lower: column(),
    lowerId: column(),
    prefix2: column(),
    prefix3: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    pattern: column(),
    fine: column(),
    middle: column(),
    coarse: column(),
    entry: column(),
    leaning: column(),
    flags: new Uint8Array(capacity),
    sums: null,
  };
}

/** The id of a word. */
export const wordId = (table: WordTable, word: string): number => wordIdAt(table, word, 0, word.length);

/** The id of the word from `start` to `end` of a text. */
export function wordIdAt(table: WordTable, text: string, start: number, end: number): number {
  const hash = hashOf(text, start, end);
  const { slots } = table;
  for (let slot = slotOf(table, hash); ; slot = (slot + 1) & (slots.length - 1)) {
    const id = (slots[slot] as number) - 1;
    if (id < 0) return addWord(table, text.slice(start, end), hash, slot);
    if (table.hash[id] === hash && isWord(table, id, text, start, end)) return id;
  }
}

/** `slots` are as many as a power of 2. */
const slotOf = ({ slots }: WordTable, hash: number): number => (hash ^ (hash >>> 15)) & (slots.length - 1);

function isWord(
  { begin, length, letters }: WordTable,
  id: number,
  text: string,
  start: number,
  end: number,
): boolean {
  if (length[id] !== end - start) return false;
  const at = (begin[id] as number) - start;
  for (let i = start; i < end; i++) if (letters[at + i] !== text.charCodeAt(i)) return false;
  return true;
}

function addWord(table: WordTable, word: string, hash: number, slot: number): number {
  const plain = /\d/.test(word) ? word.replace(/\d/g, '0') : word;
  const lower = plain.toLowerCase();
  if (table.count === table.flags.length) growTable(table);
  const id = table.count++;
  table.slots[slot] = id + 1;
  table.hash[id] = hash;
  keepLetters(table, id, word);
  const size = lower.length;
  table.lower[id] = hashOf(lower);
  table.prefix2[id] = hashOf(lower, 0, 2);
  table.prefix3[id] = hashOf(lower, 0, 3);
  table.suffix1[id] = hashOf(lower, Math.max(0, size - 1));
  table.suffix2[id] = hashOf(lower, Math.max(0, size - 2));
  table.suffix3[id] = hashOf(lower, Math.max(0, size - 3));
  table.suffix4[id] = hashOf(lower, Math.max(0, size - 4));
  table.pattern[id] = hashOf(patternOf(word));
  const entry = entryOf(table.lower[id] ?? 0);
  const fine = clusterOf(entry);
  table.fine[id] = fine;
  table.middle[id] = middleOf(fine);
  table.coarse[id] = coarseOf(fine);
  table.leaning[id] = leaningOf(entry);
  table.entry[id] = entry;
  table.flags[id] = flagsOf(word, lower, table.gazetteer);
  table.lowerId[id] = word === lower ? id : -1;
  if (table.count * 2 > table.slots.length) growSlots(table);
  return id;
}

/** The id of the word in lower case; found when first asked for, since few words need it. */
export function lowerIdOf(table: WordTable, id: number, word: string): number {
  const known = table.lowerId[id] ?? -1;
  if (known >= 0) return known;
  const found = wordId(table, word.toLowerCase());
  table.lowerId[id] = found;
  return found;
}

function keepLetters(table: WordTable, id: number, word: string): void {
  const before = id === 0 ? 0 : (table.begin[id - 1] ?? 0) + (table.length[id - 1] ?? 0);
  if (before + word.length > table.letters.length) {
    const bigger = new Uint16Array((before + word.length) * 2);
    bigger.set(table.letters);
    table.letters = bigger;
  }
  table.begin[id] = before;
  table.length[id] = word.length;
  for (let i = 0; i < word.length; i++) table.letters[before + i] = word.charCodeAt(i);
}

function growSlots(table: WordTable): void {
  table.slots = new Int32Array(table.slots.length * 2);
  for (let id = 0; id < table.count; id++) {
    let slot = slotOf(table, table.hash[id] ?? 0);
    while (table.slots[slot] !== 0) slot = (slot + 1) & (table.slots.length - 1);
    table.slots[slot] = id + 1;
  }
}

function growTable(table: WordTable): void {
  for (const column of COLUMNS) {
    const bigger = new Int32Array(table[column].length * 2);
    bigger.set(table[column]);
    table[column] = bigger;
  }
  const flags = new Uint8Array(table.flags.length * 2);
  flags.set(table.flags);
  table.flags = flags;
}

const patternOf = (word: string): string =>
  word
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1{2,}/g, '$1$1');
