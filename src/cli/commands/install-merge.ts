import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { SIDECAR_GLOB } from '../../core/sidecar/location.ts';
import { readText } from '../../files/read-text.ts';
import { CommandError, type Io } from '../io.ts';

const ATTRIBUTE = `${SIDECAR_GLOB} merge=counterpoint`;

/** Makes git merge the sidecars of a folder's repository with this very program; may be run again. */
export function installMerge(folder: string, io: Io): number {
  const root = git(folder, 'rev-parse', '--show-toplevel');
  const attributes = join(root, '.gitattributes');
  const added = addAttribute(attributes);
  git(folder, 'config', '--local', 'merge.counterpoint.name', 'Counterpoint sidecars, by id and field');
  git(folder, 'config', '--local', 'merge.counterpoint.driver', driver());
  io.out(
    added
      ? `${attributes}: added "${ATTRIBUTE}". Commit it; whoever clones the repository runs this command once.\n`
      : `${attributes} names a merge driver for sidecars already.\n`,
  );
  io.out('git merges sidecars with Counterpoint now (local configuration of this repository).\n');
  return 0;
}

/** git runs drivers by a shell, on Windows too. */
function driver(): string {
  const [node, program] = [process.execPath, process.argv[1] ?? 'counterpoint'].map(
    (path) => `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`,
  );
  return `${node} ${program} merge %O %A %B %P`;
}

function addAttribute(path: string): boolean {
  const text = existsSync(path) ? readText(path).text : '';
  const named = text.split(/\r?\n/).some((line) => /^\S*\.annotations\*\.yaml\s.*\bmerge=/.test(line));
  if (named) return false;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  try {
    appendFileSync(path, `${text === '' || text.endsWith('\n') ? '' : eol}${ATTRIBUTE}${eol}`);
  } catch (error) {
    throw new CommandError(`${path} can't be written (${error instanceof Error ? error.message : error}).`);
  }
  return true;
}

function git(cwd: string, ...argv: string[]): string {
  try {
    return execFileSync('git', argv, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new CommandError(
      `git ${argv[0]} did not work: ${said || 'is git installed?'}. Run it in the repository that holds the articles.`,
    );
  }
}
