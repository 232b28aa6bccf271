// The checks of `npm test`, in order: what is fast and local first.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, largestPackage, pack } from './build.mjs';
import { noHost, servedHost } from './host.mjs';
import { inRoot, resultsFolder, root } from './paths.mjs';
import { run } from './processes.mjs';
import { failedFiles, runVitest } from './vitest.mjs';

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

/** @param {string} script of a suite that needs a VS Code that is served */
async function servedSuite(script) {
  const code = await node(script);
  return code === noHost ? skipped('no VS Code could be served on this machine; see above') : one(code === 0);
}

async function pageSuite() {
  const served = await servedHost();
  if ('missing' in served) return skipped(served.missing);
  const config = 'test/page/vitest.config.mts';
  const first = await runVitest(config, 'page');
  const files = failedFiles('page');
  // A whole VS Code and a browser, driven from outside on a busy machine: what fails is tried once more in fresh ones,
  // and said. What is wrong each time fails each time.
  if (first.failed === 0 || files.length === 0 || files.length > MOST_AGAIN) return first;
  console.log(`\nTRIED AGAIN, each in an editor of its own: ${files.join(', ')}`);
  const again = await runVitest(config, 'page-again', {}, files);
  return { ...first, passed: first.passed + first.failed - again.failed, failed: again.failed };
}

/** More page tests than this fail for a reason. */
const MOST_AGAIN = 2;

/** @type {readonly Check[]} */
const checks = [
  {
    name: 'types',
    about: 'TypeScript',
    run: async () => {
      const tsc = 'node_modules/typescript/bin/tsc';
      // The page knows the DOM, and nothing else does.
      const codes = [await node(tsc, '--noEmit'), await node(tsc, '--noEmit', '-p', 'src/webview')];
      return one(codes.every((code) => code === 0));
    },
  },
  {
    name: 'lint',
    about: 'Biome',
    run: async () =>
      one((await node('node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.')) === 0),
  },
  { name: 'build', about: 'bundles', run: async () => build().then(() => one(true)) },
  { name: 'package', about: 'the packed extension and its size', run: packed },
  { name: 'unit', about: 'vitest', run: () => runVitest('vitest.config.mts', 'unit') },
  { name: 'host', about: 'the suite inside a real VS Code', run: hostSuite },
  {
    name: 'windows',
    about: 'two windows of a real VS Code on one folder',
    run: () => servedSuite('test/host/windows.mjs'),
  },
  {
    name: 'untrusted',
    about: 'a folder that nobody trusts in a real VS Code, and the same one trusted',
    run: () => servedSuite('test/host/untrusted.mjs'),
  },
  { name: 'page', about: 'the page, used as a person does', run: pageSuite },
];

/**
 * A check that throws counts as one failure.
 * @param {Check} check
 */
async function timed({ name, about, run }) {
  console.log(`\n── ${name}: ${about}`);
  const start = performance.now();
  const tally = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : String(error));
    return one(false);
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const words = `${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`;
  const line = `${tally.failed > 0 ? 'FAILED' : '  ok  '} ${name.padEnd(8)} ${words} in ${seconds} s`;
  return { tally, line };
}

/**
 * Runs the checks named, or all, one after another, and prints a summary.
 * @param {readonly string[]} wanted
 * @returns {Promise<Tally>} their sum
 */
export async function runChecks(wanted) {
  const names = checks.map(({ name }) => name);
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Error(`No check ${unknown.join(', ')}. There are ${names.join(', ')}.`);
  mkdirSync(resultsFolder, { recursive: true });
  /** @type {{ tally: Tally, line: string }[]} */
  const results = [];
  for (const check of checks) {
    if (wanted.length === 0 || wanted.includes(check.name)) results.push(await timed(check));
  }
  console.log(`\n${results.map(({ line }) => line).join('\n')}\n`);
  const sum = (/** @type {keyof Tally} */ key) => results.reduce((total, { tally }) => total + tally[key], 0);
  return { passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') };
}
