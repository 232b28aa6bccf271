// The checks of `npm test`, in order: what is fast and local first.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, largestPackage, pack } from './build.mjs';
import { servedHost } from './host.mjs';
import { inRoot, resultsFolder, root } from './paths.mjs';
import { run } from './processes.mjs';
import { runVitest } from './vitest.mjs';

/** @typedef {import('./vitest.mjs').Tally} Tally */
/** @typedef {{ name: string, about: string, run: () => Promise<Tally> }} Check */

/** @param {boolean} good @returns {Tally} */
const one = (good) => ({ passed: good ? 1 : 0, failed: good ? 0 : 1, skipped: 0 });

/** @param {string} why @returns {Tally} */
function skipped(why) {
  console.log(`SKIPPED: ${why}`);
  return { passed: 0, failed: 0, skipped: 1 };
}

/**
 * @param {string} script relative to the checkout
 * @param {readonly string[]} args
 */
async function node(script, ...args) {
  return (await run(process.execPath, [inRoot(script), ...args], { cwd: root })).code;
}

async function packed() {
  const bytes = await pack();
  console.log(`${(bytes / 1e6).toFixed(2)} MB packed, ${(largestPackage / 1e6).toFixed(0)} MB allowed`);
  return one(bytes <= largestPackage);
}

/** Exit code 78 of test/host/run.mjs: there is no VS Code to be had here. */
const noHost = 78;

async function hostSuite() {
  const code = await node('test/host/run.mjs');
  if (code === noHost) return skipped('no VS Code could be had on this machine; see above');
  /** @type {{ status: 'passed' | 'failed' | 'skipped' }[]} */
  const outcomes = JSON.parse(readFileSync(join(resultsFolder, 'host.json'), 'utf8'));
  const count = (/** @type {string} */ status) =>
    outcomes.filter((outcome) => outcome.status === status).length;
  const failed = count('failed');
  return {
    passed: count('passed'),
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: count('skipped'),
  };
}

async function pageSuite() {
  const served = await servedHost();
  if ('missing' in served) return skipped(served.missing);
  return runVitest('test/page/vitest.config.ts', 'page');
}

/** @type {readonly Check[]} */
export const checks = [
  {
    name: 'types',
    about: 'TypeScript',
    run: async () => one((await node('node_modules/typescript/bin/tsc', '--noEmit')) === 0),
  },
  {
    name: 'lint',
    about: 'Biome',
    run: async () =>
      one((await node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')) === 0),
  },
  { name: 'build', about: 'bundles', run: async () => build().then(() => one(true)) },
  { name: 'package', about: 'the packed extension and its size', run: packed },
  { name: 'unit', about: 'vitest', run: () => runVitest('vitest.config.ts', 'unit') },
  { name: 'host', about: 'the suite inside a real VS Code', run: hostSuite },
  { name: 'page', about: 'the page, used as a person does', run: pageSuite },
];
