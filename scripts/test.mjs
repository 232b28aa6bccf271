// npm test: installs what is missing, then runs every check and prints one closing line that sums them.
// `npm test -- unit host` runs only the checks named.
import { mkdirSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { resultsFolder } from './lib/paths.mjs';
import { exitOnSignals } from './lib/processes.mjs';

/** @typedef {import('./lib/vitest.mjs').Tally} Tally */

exitOnSignals();
await ensureDependencies();
const { checks } = await import('./lib/checks.mjs');
mkdirSync(resultsFolder, { recursive: true });

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !checks.some((check) => check.name === name));
if (unknown.length > 0) {
  console.error(
    `No such check: ${unknown.join(', ')}. There are ${checks.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(2);
}

/** @type {Tally} */
const sum = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const lines = [];
for (const { name, about, run } of checks.filter(
  (check) => wanted.length === 0 || wanted.includes(check.name),
)) {
  console.log(`\n── ${name}: ${about}`);
  const start = performance.now();
  const tally = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1, skipped: 0 };
  });
  sum.passed += tally.passed;
  sum.failed += tally.failed;
  sum.skipped += tally.skipped;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const words = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
  lines.push(`${tally.failed > 0 ? 'FAILED' : '  ok  '} ${name.padEnd(8)} ${words} in ${seconds} s`);
}

console.log(`\n${lines.join('\n')}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
