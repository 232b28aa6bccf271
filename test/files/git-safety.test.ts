// What git is made to run, and what it must not.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourceFiles } from '../../scripts/lib/source-files.mjs';
import { conflictsIn, sideOf } from '../../src/core/sidecar/conflict.ts';
import { PRIVATE_GLOB } from '../../src/core/sidecar/location.ts';
import { isTakenByGit } from '../../src/files/git-ignores.ts';
import { stagesOf } from '../../src/files/git-stages.ts';
import { blobTexts } from '../../src/files/git-texts.ts';
import { installDriver, launcherOf } from '../../src/files/merge-driver.ts';
import { buildProgram } from '../support/program.ts';

const place = mkdtempSync(join(tmpdir(), 'git-safety-'));
const program = join(place, 'cli.cjs');
const launcher = join(place, 'merge.cjs');
const lost = join(place, 'launcher of a program that is gone.cjs');
beforeAll(() => {
  buildProgram(place);
  writeFileSync(launcher, launcherOf(program));
  writeFileSync(lost, launcherOf(join(place, 'gone', 'cli.js')));
}, 60_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };

const NOTE = (note: string, more = ''): string =>
  `version: 1\nannotations:\n  a-1:\n    note: ${note}\n    selectors:\n      exact: mill\n${more}`;

interface Sides {
  readonly ours: string;
  readonly theirs: string;
  readonly name?: string;
}

/** A repository after `git merge`, of which `prepare` has made something before. */
function merged(
  { ours, theirs, name = 'mill.txt.annotations.yaml' }: Sides,
  prepare: (folder: string) => void,
) {
  const folder = mkdtempSync(join(place, 'repository-'));
  const file = join(folder, name);
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const commit = (text: string): void => {
    writeFileSync(file, text);
    git('add', '.');
    git('commit', '-q', '-m', 'x');
  };
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Vera Lind');
  git('config', 'user.email', 'vera@example.org');
  prepare(folder);
  commit(NOTE('Who?'));
  git('checkout', '-q', '-b', 'theirs');
  commit(theirs);
  git('checkout', '-q', '-b', 'ours', 'main');
  commit(ours);
  spawnSync('git', ['merge', '-q', '-m', 'merged', 'theirs'], { cwd: folder, env });
  return { folder, file, git, unmerged: git('diff', '--name-only', '--diff-filter=U').trim() };
}

const TWO = { ours: NOTE('Mine.'), theirs: NOTE('Theirs.') };
const BROKEN = { ours: NOTE('Mine.'), theirs: NOTE('Theirs.', '  a-2: {\n') };
/** Somebody has committed the markers of another conflict. */
const MARKED = {
  ours: NOTE('Mine.', '<<<<<<< x\n  a-2:\n=======\n  a-3:\n>>>>>>> y\n'),
  theirs: NOTE('Theirs.'),
};
/** A colleague has a newer Counterpoint. */
const NEWER = { ours: NOTE('Mine.'), theirs: NOTE('Theirs.').replace('version: 1', 'version: 2') };
const APART = { ours: NOTE('Who?', '# mine\n'), theirs: NOTE('Theirs.') };
const node = process.execPath;

describe('a merge driver that fails leaves both sides in the file', () => {
  it.each<[string, Sides, () => string[]]>([
    ['Node is gone', TWO, () => [join(place, 'no node'), program]],
    ['its program is gone', TWO, () => [node, join(place, 'gone', 'cli.js')]],
    ['its program is gone, behind the launcher', TWO, () => [node, lost]],
    ['a side can’t be read', BROKEN, () => [node, program]],
    ['a side can’t be read, behind the launcher', BROKEN, () => [node, launcher]],
    ['a side is of a newer version', NEWER, () => [node, program]],
    ['a side has markers already', MARKED, () => [node, program]],
    ['a side has markers already, behind the launcher', MARKED, () => [node, launcher]],
  ])('%s', (_, sides, words) => {
    const { file, unmerged } = merged(sides, (folder) => void installDriver(folder, words()));
    const text = readFileSync(file, 'utf8');
    expect([unmerged, conflictsIn(text).length > 0]).toEqual(['mill.txt.annotations.yaml', true]);
    expect(sideOf(text, 'theirs')).toContain('note: Theirs.');
    expect(sideOf(text, 'ours')).toContain('note: Mine.');
  });

  it('set before it did so itself: the launcher does', () => {
    const { file, git, folder } = merged(TWO, (at) => void installDriver(at, [node, lost]));
    git('reset', '-q', '--hard', 'ours');
    const driver = `'${node}' '${lost}' merge %O %A %B %P`;
    spawnSync('git', ['-c', `merge.counterpoint.driver=${driver}`, 'merge', 'theirs'], { cwd: folder, env });
    expect(conflictsIn(readFileSync(file, 'utf8'))).toMatchObject([
      { ours: '    note: Mine.\n', theirs: '    note: Theirs.\n' },
    ]);
  });

  it.each<[string, Sides, () => string[]]>([
    ['what can be merged by lines is merged, and left to be looked at', APART, () => [node, lost]],
    ['without Node, too', APART, () => [join(place, 'no node'), program]],
  ])('%s', (_, sides, words) => {
    const { file, unmerged } = merged(sides, (folder) => void installDriver(folder, words()));
    expect(unmerged).toBe('mill.txt.annotations.yaml');
    expect(readFileSync(file, 'utf8')).toBe(NOTE('Theirs.', '# mine\n'));
  });

  it.each([
    ['alone', () => program],
    ['behind the launcher', () => launcher],
  ])('one that works is heard, %s', (_, path) => {
    const install = (folder: string): void => void installDriver(folder, [node, path()]);
    const clean = merged(APART, install);
    expect([clean.unmerged, readFileSync(clean.file, 'utf8')]).toEqual(['', NOTE('Theirs.', '# mine\n')]);
    const disputed = merged(TWO, install);
    expect(readFileSync(disputed.file, 'utf8')).toContain('<<<<<<< ours');
  });
});

describe('git in a repository that anybody may have made', () => {
  it('does not run the program that its configuration names, and finds a file by its very name', () => {
    const name = '[mill] a*.txt.annotations.yaml';
    const { folder, file, git } = merged({ ...TWO, name }, () => {});
    const told = join(place, 'hook ran');
    const hook = join(place, 'hook.sh');
    writeFileSync(hook, `#!/bin/sh\ntouch '${told}'\n`, { mode: 0o755 });
    git('config', 'core.fsmonitor', hook);
    git('update-index', '--fsmonitor');
    git('status');
    expect(existsSync(told), 'git would run it').toBe(true);
    rmSync(told);
    expect(stagesOf(file, readFileSync(file, 'utf8'))).toEqual({ base: NOTE('Who?'), ...TWO });
    installDriver(folder, ['x']);
    expect(existsSync(told)).toBe(false);
  });

  it.each([
    ['mill.txt.annotations.private.yaml', false],
    ['.mill.txt.annotations.private.yaml.tmp', false],
    ['mill.txt.annotations.private.yaml.lock', false],
    ['[a] mill.txt.annotations.private.yaml', false],
    ['mill.txt.annotations.yaml', true],
    ['mill.txt.annotations.private-eye.yaml', true],
  ])('takes %s: %s', (name, isTaken) => {
    const folder = mkdtempSync(join(place, 'repository-'));
    execFileSync('git', ['init', '-q'], { cwd: folder, env });
    writeFileSync(join(folder, '.gitignore'), `${PRIVATE_GLOB}\n`);
    expect(isTakenByGit(join(folder, name))).toBe(isTaken);
  });

  it('gives texts that are too much for one answer in several', async () => {
    const folder = mkdtempSync(join(place, 'repository-'));
    execFileSync('git', ['init', '-q'], { cwd: folder, env });
    execFileSync('git', ['config', 'core.compression', '0'], { cwd: folder, env });
    const texts = [1, 2, 3].map((n) => `${n} mills\n`.repeat(n === 3 ? 2 : 4_500_000));
    const ids = texts.map((input) =>
      execFileSync('git', ['hash-object', '-w', '--stdin'], {
        cwd: folder,
        env,
        input,
        encoding: 'utf8',
      }).trim(),
    );
    const found = await blobTexts(folder, [...ids, '0'.repeat(40)]);
    expect(texts.map((text, i) => found.get(ids[i] ?? '') === text)).toEqual([true, true, true]);
    expect(found.size).toBe(3);
  });

  it('is asked by the editor in trusted workspaces only', () => {
    const asking = sourceFiles('src/vscode').filter((path) =>
      /from '[./]*\/files\/(?:git-\w+|merge-driver)\.ts'/.test(readFileSync(path, 'utf8')),
    );
    expect(asking.length).toBeGreaterThan(2);
    for (const path of asking)
      expect(readFileSync(path, 'utf8'), path).toContain('vscode.workspace.isTrusted');
  });

  it('is never started in the folder of the articles, where Windows would take a git.exe from', () => {
    const calls = sourceFiles('src').filter((path) =>
      /\b(?:exec|spawn)\w*\('git'/.test(readFileSync(path, 'utf8')),
    );
    expect(calls.length).toBeGreaterThan(4);
    for (const path of calls) {
      const text = readFileSync(path, 'utf8');
      // The launcher, which git itself starts, names no folder.
      for (const [call] of text.matchAll(/\b(?:exec|spawn)\w*\('git', (?!\['merge-file')[^(]*/g))
        expect(call, path).toMatch(/'git', gitIn$/);
      for (const [, cwd] of text.matchAll(/\bcwd: ([\w()]+)/g))
        expect(['gitStart()', 'tmpdir()'], path).toContain(cwd);
    }
  });
});
