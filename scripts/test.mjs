// npm test: installs what is missing, then runs every check and prints one closing line that sums them.
// `npm test -- unit host` runs only the checks named.
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { runChecks } = await import('./lib/checks.mjs');
  const { passed, failed, skipped } = await runChecks(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});
