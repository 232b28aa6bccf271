// npm run prove: the randomised tests with as many runs as a proof takes. Tests read COUNTERPOINT_PROVE and
// scale their number of runs by it; `npm test` samples them.
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/processes.mjs';

/** How many times as many runs. */
const factor = process.env.COUNTERPOINT_PROVE ?? '100';

await main(async () => {
  await ensureDependencies();
  const { runVitest } = await import('./lib/vitest.mjs');
  const env = { COUNTERPOINT_PROVE: factor };
  const options = ['--testTimeout=1500000', ...process.argv.slice(2)];
  const { passed, failed, skipped } = await runVitest('vitest.config.mts', 'prove', env, options);
  console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});
