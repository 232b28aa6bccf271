// The engine's own stems, for word lists that are made of them.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** @returns {Promise<{ stemOf: (word: string) => string, foldSpelling: (word: string) => string }>} */
export async function stemmer() {
  const outfile = join(mkdtempSync(join(tmpdir(), 'stems-')), 'stem.mjs');
  buildSync({
    stdin: {
      contents: `export { stemOf } from './src/core/text/stem.ts'; export { foldSpelling } from './src/core/lexicon/spelling.ts';`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    format: 'esm',
    outfile,
  });
  return import(outfile);
}
