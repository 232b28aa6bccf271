import { DIMENSIONS } from '../core/lexicon/vectors.ts';
import { eachCandidate, runsOf } from '../core/mentions/tagger/candidates.ts';
import { extract, features } from '../core/mentions/tagger/features.ts';
import {
  PLACE_ROWS,
  placeRows,
  SLOTS,
  WORD_ROWS,
  wordRows,
  wordsAt,
} from '../core/mentions/tagger/inputs.ts';
import { FIRST, INSIDE, LAST, labelOf, SINGLE } from '../core/mentions/tagger/labels.ts';
import { prepare, type TaggerText } from '../core/mentions/tagger/text.ts';
import { topicsOf } from '../core/mentions/tagger/topics.ts';
import { look, type View, view } from '../core/mentions/tagger/view.ts';
import type { WordTable } from '../core/mentions/tagger/words.ts';
import type { GoldDocument, GoldName } from './conll.ts';
import { foreignFeatures } from './foreign.ts';
import { growing } from './growing.ts';

/** Runs of tokens with what they are scored by and their labels, one after the other. */
export interface Samples {
  /** Token where each run begins, with the count at the end. */
  readonly runs: readonly number[];
  /** Where each token's features begin, with the count at the end. */
  readonly begin: readonly number[];
  readonly hashes: Int32Array;
  /** Where each token's rows of the net begin, with the count at the end. */
  readonly rowBegin: readonly number[];
  readonly rows: Int32Array;
  /** SLOTS a token: entries of words in the table of vectors, -1 for none. */
  readonly vectors: Int32Array;
  /** TOPICS a token: rows of `topics`, DIMENSIONS numbers each. */
  readonly topicRows: Int32Array;
  readonly topics: Float32Array;
  readonly labels: Int32Array;
  /** How much each run counts. */
  readonly worth: readonly number[];
  /** Features of foreign sources, which the program does not have. */
  readonly ofForeign: ReadonlySet<number>;
}

const ints = (length: number): Int32Array => new Int32Array(length);
const floats = (length: number): Float32Array => new Float32Array(length);

/** What the runs of each source count, where it is not 1. */
export type Worth = ReadonlyMap<string, number>;

export function samplesOf(
  documents: readonly GoldDocument[],
  table: WordTable,
  worthOf: Worth = new Map(),
  foreign: readonly string[] = [],
): Samples {
  const hashes = growing(ints);
  const rows = growing(ints);
  const vectors = growing(ints);
  const topicRows = growing(ints);
  const labels = growing(ints);
  const topics = growing(floats);
  const [runs, begin, rowBegin] = [[0], [0], [0]];
  const worth: number[] = [];
  const buffer = features();
  const seen = view();
  const words = new Int32Array(SLOTS);
  const ofForeign = new Set<number>();
  for (const document of documents) {
    const text = prepare(document.text, document.sentences, table);
    const gold = goldLabels(text, document.names);
    const found = runsOf(text);
    const about = topicsOf(text, table);
    const firstTopic = topics.size() / DIMENSIONS;
    topics.add(about.document);
    document.sentences.forEach((_, s) => {
      topics.add(about.ofSentence(s));
    });
    eachCandidate(text, found, (place) => {
      look(text, table, place, seen);
      wordsAt(seen, words);
      extract(seen, table, buffer);
      hashes.add(buffer.hashes.subarray(0, buffer.count));
      const source = foreign.indexOf(document.source);
      if (source >= 0) hashes.add(foreignFeatures(buffer, source, ofForeign));
      begin.push(hashes.size());
      vectors.add(words.map((word) => (word < 0 ? -1 : (table.entry[word] ?? -1))));
      rows.add(rowsAt(seen, table, words));
      rowBegin.push(rows.size());
      topicRows.add(Int32Array.of(firstTopic + 1 + place.sentence, firstTopic));
      labels.add(Int32Array.of(gold[place.token] ?? 0));
      if (place.token + 1 < place.runTo) return;
      runs.push(labels.size());
      worth.push(worthOf.get(document.source) ?? 1);
    });
  }
  return {
    runs,
    begin,
    hashes: hashes.values(),
    rowBegin,
    rows: rows.values(),
    vectors: vectors.values(),
    topicRows: topicRows.values(),
    topics: topics.values(),
    labels: labels.values(),
    worth,
    ofForeign,
  };
}

/** The net's rows at a place, one by one: the program keeps sums of them by word instead. */
function rowsAt(seen: View, table: WordTable, words: Int32Array): Int32Array {
  const rows = new Int32Array(PLACE_ROWS + SLOTS * WORD_ROWS);
  placeRows(seen, rows);
  let count = PLACE_ROWS;
  words.forEach((word, slot) => {
    count += wordRows(table, word, slot, rows.subarray(count));
  });
  return rows.subarray(0, count);
}

/** Labels of all tokens; a name that is not wholly candidates is left out. */
export function goldLabels(text: TaggerText, names: readonly GoldName[]): Uint8Array {
  const labels = new Uint8Array(text.count);
  let i = 0;
  for (const name of names) {
    while (i < text.count && (text.end[i] ?? 0) <= name.start) i++;
    const from = i;
    while (i < text.count && (text.start[i] ?? 0) < name.end) i++;
    const to = i;
    if (to === from || text.candidate.subarray(from, to).includes(0)) continue;
    for (let k = from; k < to; k++) {
      const part = to - from === 1 ? SINGLE : k === from ? FIRST : k === to - 1 ? LAST : INSIDE;
      labels[k] = labelOf(name.nameClass, part);
    }
  }
  return labels;
}
