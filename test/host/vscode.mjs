// Runs a bundled suite in a real VS Code through @vscode/test-electron: the one served by code-server, or a
// downloaded desktop one where that can't be had (or COUNTERPOINT_HOST=desktop says so).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { servedHost } from '../../scripts/lib/host.mjs';
import { inRoot, resultsFolder, root, toolsFolder } from '../../scripts/lib/paths.mjs';

/**
 * @param {boolean} served
 * @returns {Promise<string | undefined>} the program to run; `undefined` after saying why there is none
 */
async function executable(served) {
  if (served || process.env.COUNTERPOINT_HOST !== 'desktop') {
    const found = await servedHost();
    if ('host' in found) return inRoot('test', 'host', 'launch.mjs');
    console.log(found.missing);
    if (served) return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({ cachePath: toolsFolder });
  } catch (error) {
    console.log(`No desktop VS Code could be downloaded: ${error}`);
    return undefined;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
}

/**
 * @param {object} options
 * @param {string} options.suite the bundle in `dist/test/`, which exports `run(): Promise<void>`
 * @param {(workspace: string) => void} options.prepare makes the workspace, in a folder that does not exist yet
 * @param {boolean} [options.served] only in the VS Code that is served to a browser: it can have several windows
 * @param {number} [options.times] how often it is opened on the workspace, with what it has kept
 * @returns {Promise<boolean>} false where there is no VS Code to be had; throws when the suite fails. What it
 *   reports is in `test-results/SUITE.json`
 */
export async function runInVsCode({ suite, prepare, served = false, times = 1 }) {
  const vscodeExecutablePath = await executable(served);
  if (vscodeExecutablePath === undefined) return false;
  const temporary = mkdtempSync(join(tmpdir(), 'counterpoint-host-'));
  process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = join(temporary, 'workspace');
  const results = join(resultsFolder, `${suite}.json`);
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(results, { force: true });
  prepare(workspace);
  const run = {
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot('dist', 'test', `${suite}.js`),
    extensionTestsEnv: /** @type {Record<string, string>} */ ({ COUNTERPOINT_TEST_RESULTS: results }),
    launchArgs: [
      workspace,
      `--user-data-dir=${join(temporary, 'user')}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ],
  };
  // What VS Code keeps of a workspace goes by its address.
  if (times > 1) run.extensionTestsEnv.COUNTERPOINT_HOST_PORT = String(await freePort());
  for (let time = 0; time < times; time++) await runTests(run);
  return true;
}
