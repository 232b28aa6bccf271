// Writes src/core/lexicon/leanings.generated.ts: how each word of the clusters leans (person, organization, place,
// no name) when it has a capital, learnt from its GloVe vector and the training data:
//   npm run train:leanings -- EMBEDDINGS.json --data DIR
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { entryOf } from '../core/lexicon/clusters.ts';
import { hashOf } from '../core/lexicon/hash.ts';
import { SHAPE } from '../core/mentions/names/tokens.ts';
import { classOf, OUTSIDE } from '../core/mentions/tagger/labels.ts';
import { isNameShape } from '../core/mentions/tagger/mark.ts';
import { CASING, prepare } from '../core/mentions/tagger/text.ts';
import { wordTable } from '../core/mentions/tagger/words.ts';
import { readConll } from './conll.ts';
import { type Example, perceptron, predict, teach } from './multilayer.ts';
import { random } from './random.ts';
import { goldLabels } from './samples.ts';

const SOURCES = ['gum-by', 'gum-by-sa', 'uner-ewt', 'uner-pud', 'wikigold', 're-docred', 'crossner'];
const DIMENSIONS = 100;
/** No name, then the classes of names. */
const CHOICES = 5;
const HIDDEN = 40;
const ROUNDS = 25;
/** A word met more often counts no more than so many times. */
const MOST = 12;

const { values, positionals } = parseArgs({ options: { data: { type: 'string' } }, allowPositionals: true });
const [path] = positionals;
if (path === undefined || values.data === undefined)
  throw new Error('usage: npm run train:leanings -- EMBEDDINGS.json --data DIR');

const { vectors } = JSON.parse(readFileSync(path, 'utf8')) as {
  vectors: Readonly<Record<string, readonly number[]>>;
};

function unit(word: string): Float32Array | null {
  const vector = vectors[word];
  if (vector === undefined) return null;
  const norm = Math.sqrt(vector.slice(0, DIMENSIONS).reduce((sum, x) => sum + x * x, 0)) || 1;
  return Float32Array.from({ length: DIMENSIONS }, (_, d) => ((vector[d] ?? 0) / norm) * 3);
}

/** How often each word is what, away from the beginnings of sentences. */
function countWords(folder: string): Map<string, Float64Array> {
  const counts = new Map<string, Float64Array>();
  const table = wordTable();
  for (const document of SOURCES.flatMap((source) => readConll(folder, source))) {
    const text = prepare(document.text, document.sentences, table);
    const labels = goldLabels(text, document.names);
    for (let s = 0; s + 1 < text.sentences.length; s++) {
      if (text.casing[s] !== CASING.plain) continue;
      for (let i = (text.sentences[s] ?? 0) + 1; i < (text.sentences[s + 1] ?? 0); i++) {
        const shape = text.shape[i];
        if (!isNameShape(shape) && shape !== SHAPE.lower) continue;
        const label = labels[i] ?? OUTSIDE;
        const word = document.text.slice(text.start[i], text.end[i]).toLowerCase();
        const count = counts.get(word) ?? new Float64Array(CHOICES);
        counts.set(word, count);
        const choice = label === OUTSIDE ? 0 : classOf(label) + 1;
        count[choice] = (count[choice] ?? 0) + 1;
      }
    }
  }
  return counts;
}

const examples = new Map<string, Example>();
for (const [word, counts] of countWords(join(values.data, 'train'))) {
  const input = unit(word);
  const total = counts.reduce((sum, n) => sum + n, 0);
  if (input === null) continue;
  examples.set(word, { input, target: counts.map((n) => n / total), weight: Math.min(total, MOST) / MOST });
}
console.error(`${examples.size} words to learn from`);

/**
 * Two nets, each taught with one half of the words. A word is judged by the net that has not seen it, so that
 * the words of the training data lean no more surely than others do.
 */
const halfOf = (word: string): number => (hashOf(word) >>> 7) & 1;
const nets = [0, 1].map((half) => {
  const net = perceptron(DIMENSIONS, HIDDEN, CHOICES, random(1 + half));
  const own = [...examples].filter(([word]) => halfOf(word) === half).map(([, example]) => example);
  teach(net, own, ROUNDS, random(3 + half), (line) => console.error(line));
  return net;
});

function lean(word: string, input: Float32Array): Float32Array {
  const judges = examples.has(word) ? nets.filter((_, half) => half !== halfOf(word)) : nets;
  const sum = new Float32Array(CHOICES);
  for (const net of judges)
    predict(net, input).forEach((p, c) => {
      sum[c] = (sum[c] ?? 0) + p / judges.length;
    });
  return sum;
}

const level = (p: number): number => (p < 0.1 ? 0 : p < 0.4 ? 1 : p < 0.75 ? 2 : 3);
const leanings: number[] = [];
for (const word of Object.keys(vectors)) {
  const entry = entryOf(hashOf(word));
  const input = entry < 0 || leanings[entry] !== undefined ? null : unit(word);
  if (input === null) continue;
  const p = lean(word, input);
  leanings[entry] =
    level(p[1] ?? 0) | (level(p[2] ?? 0) << 2) | (level(p[3] ?? 0) << 4) | (level(p[0] ?? 0) << 6);
}
const bytes = Uint8Array.from({ length: leanings.length }, (_, i) => leanings[i] ?? 0);
writeFileSync(
  'src/core/lexicon/leanings.generated.ts',
  `// Generated by src/train/build-leanings.ts: do not edit. Licence and sources: NOTICE.\nexport const LEANINGS =\n  '${Buffer.from(bytes).toString('base64')}';\n`,
);
