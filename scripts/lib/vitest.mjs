// Runs vitest and counts what it ran.
import { readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot, resultsFolder, root } from './paths.mjs';
import { cleanEnvironment, run } from './processes.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Tally */

/**
 * @param {string} config vitest's configuration file, relative to the checkout
 * @param {string} name the report is written to `test-results/NAME.json`
 * @param {NodeJS.ProcessEnv} [env]
 * @param {readonly string[]} [more] options of vitest, or parts of paths: only such files are run
 * @param {number} [timeoutMs]
 * @returns {Promise<Tally>} a file that could not be read counts as one failure, as does a run without report
 */
export async function runVitest(config, name, env = {}, more = [], timeoutMs = 1_800_000) {
  const report = join(resultsFolder, `${name}.json`);
  rmSync(report, { force: true });
  const { code } = await run(
    process.execPath,
    [
      ...[inRoot('node_modules', 'vitest', 'vitest.mjs'), 'run', ...more, '--config', config],
      ...['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    ],
    { cwd: root, env: cleanEnvironment(env), timeoutMs },
  );
  return tallyOf(report, code);
}

/**
 * The files of a run that had a failure.
 * @param {string} name of its report
 * @returns {string[]} relative to the checkout; none where there is no report
 */
export const failedFiles = (name) =>
  (reportAt(join(resultsFolder, `${name}.json`))?.testResults ?? [])
    .filter(({ status }) => status === 'failed')
    .map((file) => relative(root, file.name));

/**
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ name: string, status: string }[]} testResults
 */

/**
 * @param {string} file
 * @returns {Report | null} null where there is none
 */
function reportAt(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/**
 * @param {string} report
 * @param {number} code vitest's exit code
 * @returns {Tally}
 */
function tallyOf(report, code) {
  const counts = reportAt(report);
  if (counts === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = counts.numFailedTests;
  return {
    passed: counts.numPassedTests,
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: counts.numPendingTests + counts.numTodoTests,
  };
}
