// An archive on disk through the engine's own thread: from text to links, memory, opening it again from the cache,
// edits and hovers. Sizes are arguments: node test/bench/opening.bench.mjs 1000 10000
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { load } from './bundle.mjs';

await main(async () => {
  const { measureOpening } = /** @type {typeof import('./opening.ts')} */ (await load('opening.ts'));
  const asked = process.argv.slice(2).map(Number).filter(Boolean);
  for (const size of asked.length > 0 ? asked : [300, 1000]) {
    const folder = mkdtempSync(join(tmpdir(), 'counterpoint-archive-'));
    await measureOpening(size, folder, inRoot('dist', 'worker.js'));
  }
});
