// Runs the suite of test/host/suite in a real VS Code.
import { noHost } from '../../scripts/lib/host.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { createWorkspace } from '../support/workspace.mjs';
import { runInVsCode } from './vscode.mjs';

await main(async () => {
  const prepare = (/** @type {string} */ workspace) => createWorkspace(workspace, { odd: true });
  if (!(await runInVsCode({ suite: 'host', prepare }))) process.exitCode = noHost;
});
