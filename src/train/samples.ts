import { extract, features, type Run } from '../core/mentions/tagger/features.ts';
import { FIRST, INSIDE, LAST, labelOf, OUTSIDE, SINGLE } from '../core/mentions/tagger/labels.ts';
import { runsOf } from '../core/mentions/tagger/tagger.ts';
import { prepare, type TaggerText } from '../core/mentions/tagger/text.ts';
import type { WordTable } from '../core/mentions/tagger/words.ts';
import type { GoldDocument, GoldName } from './conll.ts';

/** Runs of tokens with their features and labels, one after the other. */
export interface Samples {
  /** Token where each run begins, with the count at the end. */
  readonly runs: readonly number[];
  /** Where each token's features begin, with the count at the end. */
  readonly begin: readonly number[];
  readonly hashes: Int32Array;
  readonly labels: Uint8Array;
}

export function samplesOf(documents: readonly GoldDocument[], table: WordTable): Samples {
  const runs: number[] = [0];
  const begin: number[] = [0];
  const labels: number[] = [];
  let hashes = new Int32Array(1 << 20);
  let size = 0;
  const buffer = features();
  const run: Run = { from: 0, to: 0 };
  for (const document of documents) {
    const text = prepare(document.text, document.sentences, table);
    const gold = goldLabels(text, document.names);
    const found = runsOf(text);
    for (let r = 0; r < found.length; r += 3) {
      run.from = found[r] ?? 0;
      run.to = found[r + 1] ?? 0;
      const s = found[r + 2] ?? 0;
      for (let i = run.from; i < run.to; i++) {
        extract(
          text,
          table,
          i,
          text.sentences[s] ?? 0,
          text.sentences[s + 1] ?? 0,
          text.casing[s] ?? 0,
          run,
          buffer,
        );
        if (size + buffer.count > hashes.length) {
          const bigger = new Int32Array(hashes.length * 2);
          bigger.set(hashes);
          hashes = bigger;
        }
        hashes.set(buffer.hashes.subarray(0, buffer.count), size);
        size += buffer.count;
        begin.push(size);
        labels.push(gold[i] ?? OUTSIDE);
      }
      runs.push(labels.length);
    }
  }
  return { runs, begin, hashes: hashes.subarray(0, size), labels: Uint8Array.from(labels) };
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
