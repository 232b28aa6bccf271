// Runs the suite of test/host/suite in a real VS Code through @vscode/test-electron: the one served by
// code-server, or a downloaded desktop one where that can't be had (or COUNTERPOINT_HOST=desktop says so).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { noHost, servedHost } from '../../scripts/lib/host.mjs';
import { inRoot, resultsFolder, root, toolsFolder } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { createWorkspace } from '../support/workspace.mjs';

/** @returns {Promise<string | undefined>} the program to run; `undefined` after saying why there is none */
async function executable() {
  if (process.env.COUNTERPOINT_HOST !== 'desktop') {
    const served = await servedHost();
    if ('host' in served) return inRoot('test', 'host', 'launch.mjs');
    console.log(served.missing);
  }
  try {
    return await downloadAndUnzipVSCode({ cachePath: toolsFolder });
  } catch (error) {
    console.log(`No desktop VS Code could be downloaded: ${error}`);
    return undefined;
  }
}

/** @param {string} vscodeExecutablePath */
async function runSuite(vscodeExecutablePath) {
  const temporary = mkdtempSync(join(tmpdir(), 'counterpoint-host-'));
  process.on('exit', () => rmSync(temporary, { recursive: true, force: true, maxRetries: 3 }));
  const workspace = join(temporary, 'workspace');
  const results = join(resultsFolder, 'host.json');
  mkdirSync(resultsFolder, { recursive: true });
  rmSync(results, { force: true });
  createWorkspace(workspace, { odd: true });
  await runTests({
    vscodeExecutablePath,
    extensionDevelopmentPath: root,
    extensionTestsPath: inRoot('dist', 'test', 'host.js'),
    extensionTestsEnv: { COUNTERPOINT_TEST_RESULTS: results },
    launchArgs: [
      workspace,
      `--user-data-dir=${join(temporary, 'user')}`,
      `--extensions-dir=${join(temporary, 'extensions')}`,
    ],
  });
}

await main(async () => {
  const found = await executable();
  if (found === undefined) process.exitCode = noHost;
  else await runSuite(found);
});
