import { addVectorOf, DIMENSIONS, vectorTable } from '../../lexicon/vectors.ts';
import { longer } from '../longer.ts';
import type { WordTable } from './words.ts';

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
