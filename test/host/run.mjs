// Runs the suite of test/host/suite in a real VS Code through @vscode/test-electron: the one served by
// code-server, or a downloaded desktop one where that can't be had (or COUNTERPOINT_HOST=desktop says so).
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { servedHost } from '../../scripts/lib/host.mjs';
import { inRoot, resultsFolder, root } from '../../scripts/lib/paths.mjs';
import { exitOnSignals } from '../../scripts/lib/processes.mjs';

/** @returns {Promise<{ executable?: string, missing?: string }>} `missing`: what speaks for a desktop one */
async function chosenHost() {
  if (process.env.COUNTERPOINT_HOST === 'desktop') return {};
  const served = await servedHost();
  return 'host' in served ? { executable: inRoot('test', 'host', 'launch.mjs') } : served;
}

/** @param {string} workspace */
function prepareWorkspace(workspace) {
  cpSync(inRoot('test', 'host', 'fixtures'), workspace, { recursive: true });
}

exitOnSignals();
const temporary = mkdtempSync(join(tmpdir(), 'counterpoint-host-'));
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }));
const workspace = join(temporary, 'workspace');
const results = join(resultsFolder, 'host.json');
mkdirSync(resultsFolder, { recursive: true });
rmSync(results, { force: true });
prepareWorkspace(workspace);
const { executable, missing } = await chosenHost();
try {
  await runTests({
    ...(executable && { vscodeExecutablePath: executable }),
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot('dist', 'test', 'host.js'),
    extensionTestsEnv: { COUNTERPOINT_TEST_RESULTS: results },
    launchArgs: [
      workspace,
      `--user-data-dir=${join(temporary, 'user')}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  const started = existsSync(results) && readFileSync(results, 'utf8').length > 0;
  // 78 says "no VS Code here" to scripts/test.mjs, which counts that as skipped and prints why.
  process.exitCode = executable === undefined && !started ? 78 : 1;
  if (missing) console.error(missing);
}
