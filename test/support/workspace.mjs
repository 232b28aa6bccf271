// A throw-away workspace for tests in a real VS Code: the project's seeds in a git repository of their own.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from '../../scripts/lib/paths.mjs';

/**
 * @param {string} folder
 * @param {readonly string[]} args
 */
export const git = (folder, ...args) =>
  execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/**
 * @param {string} folder is created
 * @param {{ odd?: boolean }} [options] `odd`: with the files of test/fixtures/bytes, and a line of 5 MB
 */
export function createWorkspace(folder, { odd = false } = {}) {
  mkdirSync(folder, { recursive: true });
  cpSync(inRoot('seeds'), join(folder, 'seeds'), { recursive: true });
  if (odd) {
    cpSync(inRoot('test', 'fixtures', 'bytes'), join(folder, 'odd', 'seeds'), { recursive: true });
    writeFileSync(join(folder, 'odd', 'seeds', 'long-line.txt'), 'The mayor said “no”. '.repeat(250_000));
  }
  git(folder, 'init', '--quiet', '--initial-branch=main');
  git(folder, 'config', 'user.name', 'Ada Wolfram');
  git(folder, 'config', 'user.email', 'ada@example.org');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'Articles');
}
