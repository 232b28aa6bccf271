// What the lists beside the editor wait for in an archive; sizes are arguments: npm run bench desk, then
// node test/bench/desk.bench.mjs 1000 10000
import { main } from '../../scripts/lib/processes.mjs';
import { load } from './bundle.mjs';

await main(async () => {
  const { measureDesk } = /** @type {typeof import('./desk.ts')} */ (await load('desk.ts'));
  const asked = process.argv.slice(2).map(Number);
  for (const size of asked.length > 0 ? asked : [300]) await measureDesk(size);
});
