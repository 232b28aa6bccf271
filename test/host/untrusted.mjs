// Runs the suite of test/host/untrusted twice: in a folder that nobody trusts, and in the same one trusted. Whatever git
// is started by leaves a line in `git.log` beside the workspace.
import { chmodSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { noHost } from '../../scripts/lib/host.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { createWorkspace, git } from '../support/workspace.mjs';
import { runInVsCode } from './vscode.mjs';

/** @param {string} workspace */
function prepare(workspace) {
  delete process.env.GIT_TRACE;
  createWorkspace(workspace);
  const beside = dirname(workspace);
  const hook = join(beside, 'hook.sh');
  writeFileSync(hook, `#!/bin/sh\necho "hook $*" >> '${join(beside, 'git.log')}'\n`);
  chmodSync(hook, 0o755);
  // What a folder from anywhere may name: programs that git runs.
  git(workspace, 'config', 'core.fsmonitor', hook);
  git(workspace, 'config', 'merge.counterpoint.driver', `${hook} %O %A %B`);
  process.env.GIT_TRACE = join(beside, 'git.log');
}

await main(async () => {
  for (const restricted of ['1', '0']) {
    process.env.COUNTERPOINT_RESTRICTED = restricted;
    if (!(await runInVsCode({ suite: 'untrusted', prepare, served: true }))) process.exitCode = noHost;
  }
});
