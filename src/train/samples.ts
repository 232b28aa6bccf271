import { eachCandidate, runsOf } from '../core/mentions/tagger/candidates.ts';
import { extract, features } from '../core/mentions/tagger/features.ts';
import { FIRST, INSIDE, LAST, labelOf, OUTSIDE, SINGLE } from '../core/mentions/tagger/labels.ts';
import { prepare, type TaggerText } from '../core/mentions/tagger/text.ts';
import type { WordTable } from '../core/mentions/tagger/words.ts';
import type { GoldDocument, GoldName } from './conll.ts';
import { growing } from './growing.ts';

/** Runs of tokens with their features and labels, one after the other. */
export interface Samples {
  /** Token where each run begins, with the count at the end. */
  readonly runs: readonly number[];
  /** Where each token's features begin, with the count at the end. */
  readonly begin: readonly number[];
  readonly hashes: Int32Array;
  readonly labels: Uint8Array;
}

const ints = (length: number): Int32Array => new Int32Array(length);

export function samplesOf(documents: readonly GoldDocument[], table: WordTable): Samples {
  const runs: number[] = [0];
  const begin: number[] = [0];
  const labels: number[] = [];
  const hashes = growing(ints);
  const buffer = features();
  for (const document of documents) {
    const text = prepare(document.text, document.sentences, table);
    const gold = goldLabels(text, document.names);
    eachCandidate(text, runsOf(text), (place) => {
      extract(text, table, place, buffer);
      hashes.add(buffer.hashes.subarray(0, buffer.count));
      begin.push(hashes.size());
      labels.push(gold[place.token] ?? OUTSIDE);
      if (place.token + 1 === place.runTo) runs.push(labels.length);
    });
  }
  return { runs, begin, hashes: hashes.values(), labels: Uint8Array.from(labels) };
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
