// Programs that know of no lock write a sidecar while we do: git, other editors. And places where nothing can be written.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { FileError } from '../../src/files/file-error.ts';
import { changeSidecar } from '../../src/files/sidecar-file.ts';

const place = mkdtempSync(join(tmpdir(), 'meanwhile-'));
const mounts: string[] = [];
afterAll(() => {
  for (const mount of mounts) execFileSync('umount', [mount]);
  rmSync(place, { recursive: true, force: true });
});

let files = 0;
function fileWith(text: string | null): string {
  const file = join(place, `${files++}.txt.annotations.yaml`);
  if (text !== null) writeFileSync(file, text);
  return file;
}

describe('a sidecar that is written by a program without our lock, between our reading and our writing', () => {
  it.each<[string, string | null, (file: string) => void, (text: string) => string | null, string | null]>([
    ['has both', 'a\n', (file) => writeFileSync(file, 'a\nb\n'), (text) => `${text}mine\n`, 'a\nb\nmine\n'],
    [
      'of the same length has both',
      'a\n',
      (file) => writeFileSync(file, 'b\n'),
      (text) => `${text}mine\n`,
      'b\nmine\n',
    ],
    [
      'was not there before',
      null,
      (file) => writeFileSync(file, 'b\n'),
      (text) => `${text}mine\n`,
      'b\nmine\n',
    ],
    ['goes', 'a\n', (file) => rmSync(file), (text) => `${text}mine\n`, 'mine\n'],
    [
      'is not removed by us',
      'a\n',
      (file) => writeFileSync(file, 'b\n'),
      (text) => (text === 'a\n' ? null : text),
      'b\n',
    ],
    [
      'has a mark of bytes by then',
      'a\n',
      (file) => writeFileSync(file, '\uFEFFb\r\n'),
      (text) => `${text}mine\r\n`,
      '\uFEFFb\r\nmine\r\n',
    ],
  ])('%s', async (_name, before, meanwhile, change, after) => {
    const file = fileWith(before);
    let calls = 0;
    await changeSidecar(file, (text) => {
      const changed = change(text);
      if (calls++ === 0) meanwhile(file);
      return changed;
    });
    expect(existsSync(file) ? readFileSync(file, 'utf8') : null).toBe(after);
    expect(calls).toBe(2);
  });

  it('has what git checked out, and the note', async () => {
    const folder = mkdtempSync(join(place, 'repository-'));
    const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
    const git = (...argv: string[]) => execFileSync('git', argv, { cwd: folder, env, stdio: 'ignore' });
    const file = join(folder, 'mill.txt.annotations.yaml');
    const commit = (text: string): void => {
      writeFileSync(file, text);
      git('add', '.');
      git('-c', 'user.name=Vera', '-c', 'user.email=vera@example.org', 'commit', '-q', '-m', 'x');
    };
    git('init', '-q', '-b', 'main');
    commit('one\n');
    git('checkout', '-q', '-b', 'colleague');
    commit('one\ntwo\n');
    git('checkout', '-q', 'main');
    let calls = 0;
    await changeSidecar(file, (text) => {
      if (calls++ === 0) git('checkout', '-q', 'colleague');
      return `${text}mine\n`;
    });
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\nmine\n');
  });

  it('again and again is left as it is, and said', async () => {
    const file = fileWith('a\n');
    let calls = 0;
    const change = (text: string): string => {
      writeFileSync(file, `b${calls++}\n`);
      return `${text}mine\n`;
    };
    await expect(changeSidecar(file, change)).rejects.toThrow(/being written by another program/);
    expect(readFileSync(file, 'utf8')).toBe(`b${calls - 1}\n`);
    expect(existsSync(`${file}.lock`)).toBe(false);
  });
});

describe('a place where nothing can be written', () => {
  it('a folder in place of the lock is said, whatever its age', async () => {
    const file = fileWith('a\n');
    mkdirSync(`${file}.lock`);
    utimesSync(`${file}.lock`, 0, 0);
    await expect(changeSidecar(file, (text) => `${text}mine\n`)).rejects.toThrow(FileError);
    expect(readFileSync(file, 'utf8')).toBe('a\n');
  });

  it('a disk that is read-only is said', async (context) => {
    const disk = join(place, 'disk');
    mkdirSync(disk);
    try {
      execFileSync('mount', ['-t', 'tmpfs', 'counterpoint-test', disk], { stdio: 'ignore' });
    } catch {
      return context.skip('no disk can be mounted here');
    }
    mounts.push(disk);
    const file = join(disk, 'mill.txt.annotations.yaml');
    writeFileSync(file, 'a\n');
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    await expect(changeSidecar(file, (text) => `${text}mine\n`)).rejects.toThrow(/Nothing was changed/);
    expect(readFileSync(file, 'utf8')).toBe('a\n');
  });
});
