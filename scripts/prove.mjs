// npm run prove: the randomised tests with as many runs as a proof takes, and the long ones in a real VS Code. Tests
// read COUNTERPOINT_PROVE and scale their number of runs by it; `npm test` samples them. `npm run prove -- WORDS` runs
// only the test files whose paths hold one of the words, outside of VS Code.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { noHost } from './lib/host.mjs';
import { inRoot, resultsFolder, root } from './lib/paths.mjs';
import { cleanEnvironment, main, run } from './lib/processes.mjs';

/** How many times as many runs. */
const factor = process.env.COUNTERPOINT_PROVE ?? '100';
/** Of one part, in milliseconds. */
const patience = 5_400_000;

/** @typedef {import('./lib/vitest.mjs').Tally} Tally */

async function unit() {
  const { runVitest } = await import('./lib/vitest.mjs');
  const env = { COUNTERPOINT_PROVE: factor };
  const options = ['--testTimeout=1500000', ...process.argv.slice(2)];
  return runVitest('vitest.config.mts', 'prove', env, options, patience);
}

/**
 * @param {string} script
 * @param {string} suite
 * @param {string} filter
 * @returns {Promise<Tally>}
 */
async function inVsCode(script, suite, filter) {
  const env = cleanEnvironment({
    COUNTERPOINT_PROVE: factor,
    COUNTERPOINT_TEST_FILTER: filter,
    COUNTERPOINT_HOST_LIMIT_MS: String(patience),
  });
  const { code } = await run(process.execPath, [inRoot(script)], { cwd: root, env, timeoutMs: patience });
  if (code === noHost) return { passed: 0, failed: 0, skipped: 1 };
  /** @type {{ status: 'passed' | 'failed' | 'skipped' }[]} */
  const outcomes = JSON.parse(readFileSync(join(resultsFolder, `${suite}.json`), 'utf8'));
  const passed = outcomes.filter(({ status }) => status === 'passed').length;
  return { passed, failed: code === 0 ? 0 : Math.max(1, outcomes.length - passed), skipped: 0 };
}

/** @type {readonly (readonly [string, () => Promise<Tally>])[]} */
const parts = [
  ['random tests', unit],
  ['files that come and go in VS Code', () => inVsCode('test/host/run.mjs', 'host', 'as one read afresh')],
  ['two windows on one folder', () => inVsCode('test/host/windows.mjs', 'windows', 'two windows')],
];

await main(async () => {
  await ensureDependencies();
  await build();
  const wanted = process.argv.length > 2 ? parts.slice(0, 1) : parts;
  const lines = [];
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, prove] of wanted) {
    const start = performance.now();
    const { passed, failed, skipped } = await prove();
    sum.passed += passed;
    sum.failed += failed;
    sum.skipped += skipped;
    const seconds = Math.round((performance.now() - start) / 1000);
    lines.push(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`);
  }
  console.log(`\n${lines.join('\n')}\n\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
});
