import { clusterOf, coarseOf, entryOf, leaningOf, middleOf } from '../../lexicon/clusters.ts';
import { GAZETTEER, type Gazetteer } from '../../lexicon/gazetteer.ts';
import { hashOf } from '../../lexicon/hash.ts';
import { HONORIFICS, ROLE_MODIFIERS, ROLE_NOUNS } from '../../lexicon/roles.ts';

/** Bits of `WordTable.flags`. */
export const WORD = { given: 1, person: 2, honorific: 4, role: 8, modifier: 16, starts: 32 } as const;

/**
 * What the tagger needs to know of each distinct word, as numbers in parallel arrays, so that features of a
 * token are a few integer operations. Words are added as they are met; ids count from 0.
 */
export interface WordTable {
  readonly gazetteer: Gazetteer;
  readonly ids: Map<string, number>;
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
  /** How the word leans when it has a capital: `leaningOf`. */
  leaning: Int32Array;
  flags: Uint8Array;
}

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
  'leaning',
] as const;

export function wordTable(gazetteer = GAZETTEER, capacity = 4096): WordTable {
  const column = (): Int32Array => new Int32Array(capacity);
  return {
    gazetteer,
    ids: new Map(),
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
    leaning: column(),
    flags: new Uint8Array(capacity),
  };
}

export function wordId(table: WordTable, word: string): number {
  const known = table.ids.get(word);
  return known === undefined ? addWord(table, word) : known;
}

function addWord(table: WordTable, word: string): number {
  const plain = /\d/.test(word) ? word.replace(/\d/g, '0') : word;
  const lower = plain.toLowerCase();
  const id = table.ids.size;
  if (id === table.flags.length) growTable(table);
  table.ids.set(word, id);
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
  table.leaning[id] = leaningOf(entry);
  table.fine[id] = fine;
  table.middle[id] = middleOf(fine);
  table.coarse[id] = coarseOf(fine);
  table.flags[id] = flagsOf(word, lower, table.gazetteer);
  table.lowerId[id] = word === lower ? id : -1;
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

const titled = (lower: string): string => lower.charAt(0).toUpperCase() + lower.slice(1);

function flagsOf(word: string, lower: string, gazetteer: Gazetteer): number {
  const name = titled(lower);
  return (
    (gazetteer.isGivenName(word) || gazetteer.isGivenName(name) ? WORD.given : 0) |
    (gazetteer.isPersonName(word) || gazetteer.isPersonName(name) ? WORD.person : 0) |
    (HONORIFICS.has(lower) ? WORD.honorific : 0) |
    (ROLE_NOUNS.has(lower) ? WORD.role : 0) |
    (ROLE_MODIFIERS.has(lower) ? WORD.modifier : 0) |
    (gazetteer.startsEntry(word) ? WORD.starts : 0)
  );
}
