import { addVectorOf, DIMENSIONS, vectorTable } from '../../lexicon/vectors.ts';
import { longer } from '../longer.ts';
import { SHAPE } from '../names/shape.ts';
import { BYTES, clear, kernel, reserve } from './kernel.ts';
import type { TaggerText } from './text.ts';
import type { WordTable, WordVectors } from './words.ts';

/** Length of a topic: that of a word's vector before it was made small. */
const LENGTH = 2.5;
/** Shorter words say nothing of what a text is about. */
const SHORTEST = 4;
/** So many words are added at once. */
const AT_ONCE = 64;

/** What a text is about, as a whole and by sentence: DIMENSIONS numbers each. */
export interface TextTopics {
  readonly document: Float32Array;
  /** By number of the sentence. */
  readonly ofSentence: (sentence: number) => Float32Array;
}

/** The mean of the small words' vectors, of fixed length: nought where there are none. */
export function topicsOf(text: TaggerText, table: WordTable): TextTopics {
  const count = text.sentences.length - 1;
  const topics = new Float32Array((count + 1) * DIMENSIONS);
  const own = vectorsOf(table);
  clear(own.kernel, own.document, DIMENSIONS);
  for (let s = 0; s < count; s++) {
    clear(own.kernel, own.sum, DIMENSIONS);
    addWords(text, text.sentences[s] ?? 0, text.sentences[s + 1] ?? 0, table, own);
    own.kernel.ints[own.list / BYTES] = own.sum;
    own.kernel.addRows(own.document, own.list, 1, own.document);
    writeTopic(own, own.sum, topics, s * DIMENSIONS);
  }
  writeTopic(own, own.document, topics, count * DIMENSIONS);
  const ofSentence = (s: number): Float32Array => topics.subarray(s * DIMENSIONS, (s + 1) * DIMENSIONS);
  return { document: ofSentence(count), ofSentence };
}

/** Adds the vectors of the small words from token `from` on to `sum`. */
function addWords(text: TaggerText, from: number, to: number, table: WordTable, own: WordVectors): void {
  const list = own.list / BYTES;
  let listed = 0;
  for (let i = from; i < to; i++) {
    if (text.shape[i] !== SHAPE.lower || (text.end[i] as number) - (text.start[i] as number) < SHORTEST)
      continue;
    const word = text.word[i] as number;
    const address = own.index[word] || addVector(own, table, word);
    if (address < 0) continue;
    own.kernel.ints[list + listed++] = address;
    if (listed < AT_ONCE) continue;
    own.kernel.addRows(own.sum, own.list, listed, own.sum);
    listed = 0;
  }
  own.kernel.addRows(own.sum, own.list, listed, own.sum);
}

function vectorsOf(table: WordTable): WordVectors {
  if (table.vectors !== null) return table.vectors;
  const own = kernel();
  table.vectors = {
    kernel: own,
    list: reserve(own, AT_ONCE),
    sum: reserve(own, DIMENSIONS),
    document: reserve(own, DIMENSIONS),
    index: new Int32Array(table.flags.length),
  };
  return table.vectors;
}

/** Puts the vector of a word together; returns its address, -1 where it has none. */
function addVector(own: WordVectors, table: WordTable, word: number): number {
  if (word >= own.index.length) own.index = longer(own.index, new Int32Array(word * 2));
  const address = reserve(own.kernel, DIMENSIONS);
  clear(own.kernel, address, DIMENSIONS);
  const known = addVectorOf(vectorTable(), table.entry[word] ?? -1, own.kernel.floats, address / BYTES);
  if (!known) own.kernel.used = address;
  own.index[word] = known ? address : -1;
  return known ? address : -1;
}

/** Writes a sum that stands at an address into `topics`, from `at` on, as a topic. */
function writeTopic(
  { kernel: { floats } }: WordVectors,
  address: number,
  topics: Float32Array,
  at: number,
): void {
  const from = address / BYTES;
  let norm = 0;
  for (let d = 0; d < DIMENSIONS; d++) norm += (floats[from + d] as number) * (floats[from + d] as number);
  const scale = LENGTH / (Math.sqrt(norm) || 1);
  for (let d = 0; d < DIMENSIONS; d++) topics[at + d] = (floats[from + d] as number) * scale;
}
