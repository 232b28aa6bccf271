import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { SIDECAR_GLOB } from '../core/sidecar/location.ts';
import { FileError } from './file-error.ts';
import { gitIn, gitStart, quietGit } from './git-objects.ts';
import { readText } from './read-text.ts';

export const ATTRIBUTE = `${SIDECAR_GLOB} merge=counterpoint`;

const DRIVER = 'merge.counterpoint.driver';

/** What was done, for a message. */
export interface Installed {
  readonly attributes: string;
  /** Whether the line was added; it may have been there. */
  readonly added: boolean;
}

/**
 * Makes git merge the sidecars of a folder's repository with a program; may be run again. `program`: its words, which
 * a shell runs, on Windows too.
 * @throws FileError where there is no repository or it can't be changed.
 */
export function installDriver(folder: string, program: readonly string[]): Installed {
  const attributes = join(git(folder, 'rev-parse', '--show-toplevel'), '.gitattributes');
  const added = addAttribute(attributes);
  git(folder, 'config', '--local', 'merge.counterpoint.name', 'Counterpoint sidecars, by id and field');
  git(folder, 'config', '--local', DRIVER, driverOf(program));
  return { attributes, added };
}

/** The driver that a repository has, as it is configured there; null where it has none. */
export function installedDriver(folder: string): string | null {
  try {
    return git(folder, 'config', '--local', '--get', DRIVER);
  } catch {
    return null;
  }
}

const ASSIGNMENT = /^[A-Z_]+=\w+$/;

/**
 * A driver that fails leaves our side as it was, and git calls that a conflict without marking it: theirs would be
 * lost by the next commit. So git merges by lines then. Node, too, ends with 1 when it does not find its program.
 */
const BY_LINES = 'git merge-file -L HEAD -L base -L theirs %A %O %B';
const OR_BY_LINES = `s=$?; [ $s -eq 0 ] && exit 0; [ $s -eq 1 ] && grep -q '^<<<<<<< ' %A || ${BY_LINES}; exit 1`;

export const driverOf = (program: readonly string[]): string => {
  const words = program.map((word) => (ASSIGNMENT.test(word) ? word : quoted(word)));
  return `${words.join(' ')} merge %O %A %B %P; ${OR_BY_LINES}`;
};

/**
 * A program for Node that runs another one, the command line at `cli`, and merges by lines where that is gone or
 * fails: for repositories, too, whose driver was set before it did so itself.
 */
export const launcherOf = (cli: string): string => `const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { resolve } = require('node:path');
const cli = ${JSON.stringify(cli)};
const [command, base, ours, theirs] = process.argv.slice(2);
process.on('exit', (code) => {
  if (command !== 'merge' || !theirs || code === 0) return;
  if (code === 1 && /^<{7} /m.test(readFileSync(ours, 'utf8'))) return;
  const files = [ours, base, theirs].map((file) => resolve(file));
  const labels = ['-L', 'HEAD', '-L', 'base', '-L', 'theirs'];
  spawnSync('git', ['merge-file', ...labels, ...files], { cwd: tmpdir(), stdio: 'inherit' });
  process.exitCode = 1;
});
if (existsSync(cli)) {
  process.argv[1] = cli;
  require(cli);
} else {
  console.error('Counterpoint is not there any more: the sidecar is merged by lines.');
  process.exitCode = 2;
}
`;

const quoted = (path: string): string => `'${path.replaceAll('\\', '/').replaceAll("'", "'\\''")}'`;

function addAttribute(path: string): boolean {
  const text = existsSync(path) ? readText(path).text : '';
  const named = text.split(/\r?\n/).some((line) => /^\S*\.annotations\*\.yaml\s.*\bmerge=/.test(line));
  if (named) return false;
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  try {
    appendFileSync(path, `${text === '' || text.endsWith('\n') ? '' : eol}${ATTRIBUTE}${eol}`);
  } catch (error) {
    throw new FileError(`${path} can't be written (${error instanceof Error ? error.message : error}).`);
  }
  return true;
}

function git(folder: string, ...argv: string[]): string {
  try {
    return execFileSync('git', gitIn(folder, argv), {
      cwd: gitStart(),
      env: quietGit(process.env),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    }).trim();
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new FileError(
      `git ${argv[0]} did not work: ${said || 'is git installed?'}. Run it in the repository that holds the articles.`,
    );
  }
}
