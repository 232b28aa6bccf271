import { addVectorOf, DIMENSIONS, vectorTable } from '../../lexicon/vectors.ts';
import type { WordTable } from './words.ts';

/** Vectors of words, put together when first asked for: from their parts it takes twice as long. */
export interface WordVectors {
  /** By word: where its vector begins in `kept`, + 1; 0 where it has not been asked for, -1 where there is none. */
  index: Int32Array;
  kept: Float32Array;
  /** Numbers in use. */
  size: number;
}

export const wordVectors = (): WordVectors => ({
  index: new Int32Array(4096),
  kept: new Float32Array(DIMENSIONS * 1024),
  size: 0,
});

/** Where the vector of a word begins in `table.vectors.kept`, -1 where it has none. */
export function vectorAt(table: WordTable, word: number): number {
  const known = table.vectors.index[word] ?? 0;
  if (known !== 0) return known < 0 ? -1 : known - 1;
  return addVector(table, word);
}

function addVector({ vectors, entry }: WordTable, word: number): number {
  const at = vectors.size;
  if (word >= vectors.index.length) vectors.index = longer(vectors.index, new Int32Array(word * 2));
  if (at === vectors.kept.length) vectors.kept = longer(vectors.kept, new Float32Array(at * 2));
  const known = addVectorOf(vectorTable(), entry[word] ?? -1, vectors.kept, at);
  vectors.index[word] = known ? at + 1 : -1;
  if (!known) return -1;
  vectors.size += DIMENSIONS;
  return at;
}

function longer<T extends Int32Array | Float32Array>(values: T, bigger: T): T {
  bigger.set(values);
  return bigger;
}
