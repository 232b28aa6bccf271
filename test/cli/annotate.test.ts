import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { annotate } from '../../src/cli/commands/annotate.ts';
import { check } from '../../src/cli/commands/check.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';

const TEXT = 'The ferry to Sollum is late.\n\n“It will sail at noon,” the harbour master said 🚢.\n';
const quote = '“It will sail at noon,”';
const at = TEXT.indexOf(quote);

let folder = '';
let article = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'annotate-'));
  article = join(folder, 'ferry.txt');
  writeFileSync(article, TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(command: typeof annotate, ...argv: string[]) {
  let out = '';
  const code = await command(argv, { out: (text) => (out += text), err: () => undefined });
  return { code, out };
}

const add = (...more: string[]) =>
  run(annotate, article, '--start', String(at), '--end', String(at + quote.length), ...more);

const sidecar = () => readFileSync(`${article}.annotations.yaml`, 'utf8');

describe('annotate', () => {
  it('creates the sidecar and prints id and path', async () => {
    const { code, out } = await add(
      '--note',
      'Which noon?\r\nTheirs?\n',
      '--tag',
      'time',
      '--author',
      'Vera Lind',
    );
    const { id, sidecar: path } = JSON.parse(out);
    expect({ code, path }).toEqual({ code: 0, path: `${article}.annotations.yaml` });
    const { value, problems } = parseSidecar(sidecar());
    expect(problems).toEqual([]);
    expect(value.annotations).toMatchObject([
      { id, author: 'Vera Lind', tags: ['time'], note: 'Which noon?\nTheirs?', status: 'open' },
    ]);
    expect(value.annotations[0]?.selectors.quote.exact).toBe(quote);
    expect(value.annotations[0]?.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('says that a tag is not in the codebook', async () => {
    writeFileSync(join(folder, 'counterpoint.yaml'), 'tags: [time, place]\n');
    let err = '';
    const io = { out: () => undefined, err: (text: string) => (err += text) };
    await annotate([article, '--start', '4', '--end', '9', '--tag', 'tiem', '--tag', 'place'], io);
    expect(err).toBe('counterpoint annotate: the tag "tiem" is not in the codebook. Did you mean "time"?\n');
    expect(parseSidecar(sidecar()).value.annotations[0]?.tags).toEqual(['tiem', 'place']);
  });

  it('keeps sidecars where the folder’s settings say, and reads all of them', async () => {
    mkdirSync(join(folder, '.vscode'));
    const settings = (text: string): void => writeFileSync(join(folder, '.vscode/settings.json'), text);
    await add('--author', 'Vera Lind', '--note', 'beside');
    settings(
      '{\n  // ours\n  "counterpoint.sidecar.folder": "notes", /* x */\n  "counterpoint.sidecar.perAnalyst": true,\n}\n',
    );
    const own = JSON.parse((await add('--author', 'Vera Lind', '--note', 'own')).out).sidecar;
    const hers = JSON.parse((await add('--author', 'Ada Wolfram', '--note', 'hers')).out).sidecar;
    const secret = JSON.parse(
      (await add('--author', 'Vera Lind', '--note', 'secret', '--private')).out,
    ).sidecar;
    expect([own, hers, secret].map((path: string) => path.slice(folder.length + 1))).toEqual([
      'notes/ferry.txt.annotations.vera-lind.yaml',
      'notes/ferry.txt.annotations.ada-wolfram.yaml',
      'notes/ferry.txt.annotations.private.yaml',
    ]);
    for (const path of [article, folder]) {
      const { code, out } = await run(check, '--format', 'json', path);
      const report = JSON.parse(out) as {
        annotations: { article: string; status: string }[];
        problems: unknown[];
      };
      expect({ code, problems: report.problems }).toEqual({ code: 0, problems: [] });
      expect(report.annotations.map((one) => [one.article, one.status])).toEqual(
        Array(4).fill([article, 'found']),
      );
    }
    settings('{ "counterpoint.sidecar.folder": "../elsewhere" }');
    expect(JSON.parse((await add()).out).sidecar).toBe(`${article}.annotations.yaml`);
  });

  it.each([
    ['where git would take a private note, it is said', '', true, ['Add *.annotations.private.yaml* to']],
    ['not where git leaves it', '*.annotations.private.yaml*\n', true, []],
    ['not of a note for all', '', false, []],
  ])('%s', async (_, ignore, isPrivate, expected) => {
    const said: string[] = [];
    const argv = [
      article,
      '--start',
      '0',
      '--end',
      '9',
      '--author',
      'Ada',
      ...(isPrivate ? ['--private'] : []),
    ];
    const io = { out: () => undefined, err: (text: string) => said.push(text) };
    expect(await annotate(argv, io)).toBe(0);
    expect(said, 'outside a repository').toEqual([]);
    execFileSync('git', ['init', '-q'], { cwd: folder });
    writeFileSync(join(folder, '.gitignore'), ignore);
    expect(await annotate(argv, io)).toBe(0);
    expect(said).toEqual(expected.map((part) => expect.stringContaining(part)));
  });

  it('adds to what is there, keeps comments, leaves no temporary file', async () => {
    writeFileSync(`${article}.annotations.yaml`, '# Ours\nversion: 1\n');
    await add();
    await add();
    expect(sidecar().startsWith('# Ours\nversion: 1\nannotations:\n')).toBe(true);
    expect(parseSidecar(sidecar()).value.annotations).toHaveLength(2);
    expect(readdirSync(folder).sort()).toEqual(['ferry.txt', 'ferry.txt.annotations.yaml']);
  });

  it('counts offsets without the byte order mark', async () => {
    writeFileSync(article, `\uFEFF${TEXT}`);
    await add();
    expect(parseSidecar(sidecar()).value.annotations[0]?.selectors.quote.exact).toBe(quote);
  });

  it('takes the author from git where the article is', async () => {
    execFileSync('git', ['init', '-q'], { cwd: folder });
    execFileSync('git', ['config', 'user.name', 'Ines Calder'], { cwd: folder });
    await add();
    expect(parseSidecar(sidecar()).value.annotations[0]?.author).toBe('Ines Calder');
  });

  it('writes through a symbolic link and keeps permissions', async () => {
    const real = join(folder, 'kept.yaml');
    writeFileSync(real, '', { mode: 0o600 });
    chmodSync(real, 0o664);
    symlinkSync(real, `${article}.annotations.yaml`);
    await add();
    expect(statSync(real).mode & 0o777).toBe(0o664);
    expect(parseSidecar(readFileSync(real, 'utf8')).value.annotations).toHaveLength(1);
  });

  it.each([
    ['a sidecar with a syntax error', 'annotations: [\n'],
    ['merge-conflict markers', 'a: 1\n<<<<<<< HEAD\n=======\n>>>>>>> x\n'],
    ['invalid UTF-8', Buffer.from([0x61, 0xff, 0x0a])],
  ])('does not overwrite %s', async (_, content) => {
    writeFileSync(`${article}.annotations.yaml`, content);
    await expect(add()).rejects.toThrow(/Nothing was changed|not UTF-8/);
    expect(readFileSync(`${article}.annotations.yaml`)).toEqual(Buffer.from(content));
  });

  it('does not overwrite a read-only sidecar', async () => {
    writeFileSync(`${article}.annotations.yaml`, '# Ours\n', { mode: 0o444 });
    await expect(add()).rejects.toThrow('is read-only');
    expect(sidecar()).toBe('# Ours\n');
    expect(readdirSync(folder).sort()).toEqual(['ferry.txt', 'ferry.txt.annotations.yaml']);
  });

  it('does not replace a link to a file that is gone', async () => {
    symlinkSync(join(folder, 'gone.yaml'), `${article}.annotations.yaml`);
    await expect(add()).rejects.toThrow('a link to a file that is not there');
    expect(lstatSync(`${article}.annotations.yaml`).isSymbolicLink()).toBe(true);
  });

  it('waits for a lock, and takes over one that a crash has left', async () => {
    const lock = `${article}.annotations.yaml.lock`;
    writeFileSync(lock, 'another');
    const waiting = add();
    await setTimeout(100);
    expect(existsSync(`${article}.annotations.yaml`)).toBe(false);
    const old = new Date(Date.now() - 60_000);
    utimesSync(lock, old, old);
    await waiting;
    expect(parseSidecar(sidecar()).value.annotations).toHaveLength(1);
    expect(readdirSync(folder).sort()).toEqual(['ferry.txt', 'ferry.txt.annotations.yaml']);
  });

  it.each([
    ['no article', ['--start', '0', '--end', '4'], 'name one article'],
    ['no start', ['ARTICLE', '--end', '4'], '--start must be'],
    ['an end after the end', ['ARTICLE', '--start', '0', '--end', '9999'], 'after the end'],
    ['an end before the start', ['ARTICLE', '--start', '9', '--end', '4'], '--end 4 is before --start 9'],
    ['nothing selected', ['ARTICLE', '--start', '4', '--end', '4'], 'no words'],
    ['white space selected', ['ARTICLE', '--start', '28', '--end', '30'], 'no words'],
    ['an unknown option', ['ARTICLE', '--begin', '1'], '--begin'],
    ['a sidecar', ['ferry.txt.annotations.yaml', '--start', '0', '--end', '4'], 'is a sidecar'],
    ['a missing file', ['gone.txt', '--start', '0', '--end', '4'], 'no such file'],
  ])('says what is wrong with %s', async (_, argv, message) => {
    const given = argv.map((arg) => (arg === 'ARTICLE' ? article : arg));
    await expect(run(annotate, ...given)).rejects.toThrow(message);
    expect(existsSync(`${article}.annotations.yaml`)).toBe(false);
  });

  it.each([
    ['binary', Buffer.from([0x50, 0x4b, 0, 0]), 'binary'],
    ['UTF-16', Buffer.from('\uFEFFab', 'utf16le'), 'UTF-16'],
    ['Latin-1', Buffer.concat([Buffer.from('one\ntwo '), Buffer.from([0xe9, 0x20])]), 'byte 8, line 2'],
  ])('reads no article that is %s', async (_, bytes, message) => {
    writeFileSync(article, bytes);
    await expect(add()).rejects.toThrow(message);
  });

  it('the note is found again after the article was edited', async () => {
    await add();
    writeFileSync(article, `A new headline\n\n${TEXT.replace('sail at', 'sail att')}`);
    const { code, out } = await run(check, '--format', 'json', article);
    const [found] = JSON.parse(out).annotations;
    expect({ code, status: found.status }).toEqual({ code: 0, status: 'moved' });
    expect(readFileSync(article, 'utf8').slice(found.start, found.end)).toBe('“It will sail att noon,”');
  });
});
