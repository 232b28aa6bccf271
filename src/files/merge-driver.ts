import { execFileSync } from 'node:child_process';
import { appendFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { SIDECAR_GLOB } from '../core/sidecar/location.ts';
import { FileError } from './file-error.ts';
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

export const driverOf = (program: readonly string[]): string =>
  [...program.map((word) => (ASSIGNMENT.test(word) ? word : quoted(word))), 'merge %O %A %B %P'].join(' ');

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

function git(cwd: string, ...argv: string[]): string {
  try {
    return execFileSync('git', argv, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
  } catch (error) {
    const said = (error as { stderr?: string }).stderr?.trim().split('\n')[0];
    throw new FileError(
      `git ${argv[0]} did not work: ${said || 'is git installed?'}. Run it in the repository that holds the articles.`,
    );
  }
}
