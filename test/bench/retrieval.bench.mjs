// Counterparts by index and comparison, beside minisearch and beside TF-IDF of all pairs, on the same claims of a
// generated archive: quality and time. Sizes are arguments: node test/bench/retrieval.bench.mjs 50 100 300
import { main } from '../../scripts/lib/processes.mjs';
import { load } from './bundle.mjs';

await main(async () => {
  const { measureRetrieval } = /** @type {typeof import('./retrieval.ts')} */ (await load('retrieval.ts'));
  const asked = process.argv.slice(2).map(Number).filter(Boolean);
  for (const size of asked.length > 0 ? asked : [50]) measureRetrieval(size);
});
