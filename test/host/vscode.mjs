// Runs a bundled suite in a real VS Code through @vscode/test-electron: the one served by code-server, or a
// downloaded desktop one where that can't be had (or COUNTERPOINT_HOST=desktop says so).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
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

/**
 * @param {object} options
 * @param {string} options.suite the bundle in `dist/test/`, which exports `run(): Promise<void>`
 * @param {(workspace: string) => void} options.prepare makes the workspace, in a folder that does not exist yet
 * @param {boolean} [options.served] only in the VS Code that is served to a browser: it can have several windows
 * @returns {Promise<boolean>} false where there is no VS Code to be had; throws when the suite fails. What it
 *   reports is in `test-results/SUITE.json`
 */
export async function runInVsCode({ suite, prepare, served = false }) {
  const vscodeExecutablePath = await executable(served);
  if (vscodeExecutablePath === undefined) return false;
  const temporary = mkdtempSync(join(tmpdir(), 'counterpoint-host-'));
  process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = join(temporary, 'workspace');
  const results = join(resultsFolder, `${suite}.json`);
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(results, { force: true });
  prepare(workspace);
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot('dist', 'test', `${suite}.js`),
    extensionTestsEnv: { COUNTERPOINT_TEST_RESULTS: results },
    launchArgs: [
      workspace,
      `--user-data-dir=${join(temporary, 'user')}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ],
  });
  return true;
}
