// Runs the suite of test/host/windows in two windows of a real VS Code on one folder.
import { noHost } from '../../scripts/lib/host.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { createWorkspace } from '../support/workspace.mjs';
import { runInVsCode } from './vscode.mjs';

await main(async () => {
  process.env.COUNTERPOINT_WINDOWS = '2';
  const prepare = (/** @type {string} */ workspace) => createWorkspace(workspace);
  if (!(await runInVsCode({ suite: 'windows', prepare, served: true }))) process.exitCode = noHost;
});
