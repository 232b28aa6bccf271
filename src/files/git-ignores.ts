import { spawnSync } from 'node:child_process';
import { basename, dirname } from 'node:path';
import { GIT_PATIENCE, gitIn, gitStart, quietGit } from './git-objects.ts';

/** Whether the next `git add` takes a file; false outside a repository and without git. */
export function isTakenByGit(file: string): boolean {
  // It takes names as they are, and refuses to be told so.
  const asked = ['--no-literal-pathspecs', 'check-ignore', '-q', '--', `./${basename(file)}`];
  const { status } = spawnSync('git', gitIn(dirname(file), asked), {
    cwd: gitStart(),
    env: quietGit(process.env),
    stdio: 'ignore',
    timeout: GIT_PATIENCE,
    windowsHide: true,
  });
  return status === 1;
}
