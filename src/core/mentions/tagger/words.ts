import { clusterOf, coarseOf, entryOf, middleOf } from '../../lexicon/clusters.ts';
import { GAZETTEER, type Gazetteer, type GazetteerEntry } from '../../lexicon/gazetteer.ts';
import { hashOf } from '../../lexicon/hash.ts';
import { leaningOf } from '../../lexicon/leanings.ts';
import { longer } from '../longer.ts';
import type { WordForm } from '../word-form.ts';
import type { Kernel } from './kernel.ts';
import { flagsOf } from './word-flags.ts';

/**
 * What the tagger needs to know of each distinct word, as numbers in parallel arrays, so that features of a
 * token are a few integer operations. Words are added as they are met; ids count from 0.
 */
export interface WordTable {
  /** No two have the same; from 1 up. */
  readonly number: number;
  readonly gazetteer: Gazetteer;
  /** Words that are known. */
  count: number;
  /** Open addressing by hash: the hash and id + 1 side by side, 0 where free. */
  slots: Int32Array;
  /** As written. One string stands for all places of a word, which makes looking it up in sets fast. */
  readonly written: string[];
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
  /** How many letters the longest entry of the gazetteer has that begins with the word. */
  longest: Int32Array;
  /** How the word leans when it has a capital: `leaningOf`. */
  leaning: Int32Array;
  flags: Uint8Array;
  /** What the gazetteer has for a word by itself, as far as it has been asked for: null for nothing. */
  readonly entries: (GazetteerEntry | null | undefined)[];
  vectors: WordVectors | null;
  sums: WordSums | null;
}

/** Vectors of words in a kernel's memory, put together when first asked for: from their parts it takes twice as long. */
export interface WordVectors {
  readonly kernel: Kernel;
  /** Where addresses of vectors to be added are listed, and what is summed up. */
  readonly list: number;
  readonly sum: number;
  readonly document: number;
  /** By word: the address of its vector; 0 where it has not been asked for, -1 where there is none. */
  index: Int32Array;
}

/** What words add to the scores at the places where they stand, as far as it has been asked for. */
export interface WordSums {
  /** The model whose weights these are sums of. */
  readonly of: object;
  readonly kernel: Kernel;
  /** Where in the kernel's memory the model's weights stand, and what it is given and gives for one place. */
  readonly at: Readonly<Record<Stored, number>>;
  /** Where rows of words begin. */
  readonly begin: number;
  /** By word and the slots that it takes (words count from 1, 0 is outside the sentence): its row's address, or 0. */
  index: Int32Array;
  /** By word and where it stands: the address of what its features come to there, or 0. */
  featureRows: Int32Array;
  /** Addresses of the templates of each of `GROUPS`, and how many they are. */
  readonly templates: readonly { readonly from: number; readonly count: number }[];
  /** One less than there are buckets of features. */
  readonly mask: number;
}

type Stored =
  | 'filter'
  | 'buckets'
  | 'featureRows'
  | 'output'
  | 'words'
  | 'rows'
  | 'values'
  | 'wordAdded'
  | 'added'
  | 'vector'
  | 'document'
  | 'sentence'
  | 'hidden'
  | 'scores'
  | 'sums'
  | 'hashes';

const COLUMNS = [
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
  'longest',
] as const;

let tables = 0;

/** An empty table; `capacity` is a power of 2. */
export function wordTable(gazetteer = GAZETTEER, capacity = 4096): WordTable {
  const column = (): Int32Array => new Int32Array(capacity);
  return {
    number: ++tables,
    gazetteer,
    count: 0,
    slots: new Int32Array(capacity * 4),
    written: [],
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
    longest: column(),
    flags: new Uint8Array(capacity),
    entries: [],
    vectors: null,
    sums: null,
  };
}

/** The id of a word. */
export function wordId(table: WordTable, word: string): number {
  const hash = hashOf(word);
  const { slots, written } = table;
  for (let at = slotOf(slots, hash); ; at = nextSlot(slots, at)) {
    const id = (slots[at + 1] as number) - 1;
    if (id < 0) return addWord(table, word, hash, at);
    if (slots[at] === hash && written[id] === word) return id;
  }
}

/** The id of a word by its form: found once for all places of the word. */
export function idOfForm(table: WordTable, form: WordForm): number {
  if (form.table !== table.number) {
    form.id = wordId(table, form.text);
    form.table = table.number;
  }
  return form.id;
}

/** `slots` are as many as a power of 2. */
const slotOf = (slots: Int32Array, hash: number): number => ((hash ^ (hash >>> 15)) * 2) & (slots.length - 2);
const nextSlot = (slots: Int32Array, at: number): number => (at + 2) & (slots.length - 1);

function addWord(table: WordTable, word: string, hash: number, at: number): number {
  const plain = /\d/.test(word) ? word.replace(/\d/g, '0') : word;
  const lower = plain.toLowerCase();
  if (table.count === table.flags.length) growTable(table);
  const id = table.count++;
  table.slots[at] = hash;
  table.slots[at + 1] = id + 1;
  table.written.push(word);
  table.entries.push(undefined);
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
  table.longest[id] = table.gazetteer.longestEntry(word);
  table.flags[id] = flagsOf(word, lower, table.gazetteer);
  table.lowerId[id] = word === lower ? id : -1;
  if (table.count * 4 > table.slots.length) growSlots(table);
  return id;
}

/** What the gazetteer has for a word by itself. */
export function entryOfWord(table: WordTable, id: number): GazetteerEntry | null {
  const known = table.entries[id];
  if (known !== undefined) return known;
  const entry = table.gazetteer.lookUp(table.written[id] ?? '') ?? null;
  table.entries[id] = entry;
  return entry;
}

/** The id of the word in lower case; found when first asked for, since few words need it. */
export function lowerIdOf(table: WordTable, id: number): number {
  const known = table.lowerId[id] ?? -1;
  if (known >= 0) return known;
  const found = wordId(table, (table.written[id] ?? '').toLowerCase());
  table.lowerId[id] = found;
  return found;
}

function growSlots(table: WordTable): void {
  const { slots } = table;
  table.slots = new Int32Array(slots.length * 2);
  for (let old = 0; old < slots.length; old += 2) {
    if (slots[old + 1] === 0) continue;
    let at = slotOf(table.slots, slots[old] as number);
    while (table.slots[at + 1] !== 0) at = nextSlot(table.slots, at);
    table.slots[at] = slots[old] as number;
    table.slots[at + 1] = slots[old + 1] as number;
  }
}

function growTable(table: WordTable): void {
  const capacity = table.flags.length * 2;
  for (const column of COLUMNS) table[column] = longer(table[column], new Int32Array(capacity));
  table.flags = longer(table.flags, new Uint8Array(capacity));
}

/** Words of plain letters, small but for the first, are most, and soon told. */
const PLAIN = /^[A-Z]?[a-z]+$/;

function patternOf(word: string): string {
  if (!PLAIN.test(word)) return fullPatternOf(word);
  const capital = word.charCodeAt(0) < 0x61;
  return (capital ? 'X' : '') + (word.length > (capital ? 2 : 1) ? 'xx' : 'x');
}

const fullPatternOf = (word: string): string =>
  word
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/(.)\1{2,}/g, '$1$1');
