import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { annotate } from '../../src/cli/commands/annotate.ts';
import { check } from '../../src/cli/commands/check.ts';
import { merge } from '../../src/cli/commands/merge.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { buildProgram } from '../support/program.ts';

const ARTICLE = 'The ferry to Sollum is late.\n\n“It will sail at noon,” the harbour master said.\n';
const entry = (id: string, tag: string, created = '2026-02-01T08:00:00Z'): string =>
  `  ${id}:\n    created: ${created}\n    tag: ${tag}\n    note: ${id}\n    selectors:\n      exact: "ferry"\n`;
const sidecar = (...entries: string[]): string => `version: 1\nannotations:\n${entries.join('')}`;
const BASE = sidecar(entry('a-1', 'claim'));

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);
const ours = (): string => readFileSync(at('ours'), 'utf8');

async function run(...argv: string[]) {
  let [out, err] = ['', ''];
  const code = await merge(argv, { out: (text) => (out += text), err: (text) => (err += text) });
  return { code, out, err };
}

function files(base: string | null, mine: string | Buffer, theirs: string | Buffer) {
  if (base !== null) writeFileSync(at('base'), base);
  writeFileSync(at('ours'), mine);
  writeFileSync(at('theirs'), theirs);
  return [at('base'), at('ours'), at('theirs')];
}

describe('merge', () => {
  it('writes the merged sidecar to ours, and nothing else', async () => {
    const paths = files(
      BASE,
      sidecar(entry('a-1', 'figure')),
      sidecar(entry('a-1', 'claim'), entry('a-2', 'x')),
    );
    expect(await run(...paths)).toEqual({ code: 0, out: '', err: '' });
    expect(ours()).toBe(sidecar(entry('a-1', 'figure'), entry('a-2', 'x')));
    expect(readdirSync(folder).sort()).toEqual(['base', 'ours', 'theirs']);
  });

  it('leaves one conflict, says where, and nobody writes to the file meanwhile', async () => {
    const paths = files(
      BASE,
      sidecar(entry('a-1', 'figure')),
      sidecar(entry('a-1', 'time'), entry('a-2', 'x')),
    );
    const { code, out, err } = await run(...paths, 'ferry.txt.annotations.yaml');
    expect([code, out]).toEqual([1, '']);
    expect(err).toBe(
      'ferry.txt.annotations.yaml:5: "tag" of annotation a-1 was changed by both sides. Keep the lines of one and delete the marker lines.\n',
    );
    const block = '<<<<<<< ours\n    tag: figure\n=======\n    tag: time\n>>>>>>> theirs\n';
    expect(ours()).toBe(sidecar(entry('a-1', 'claim').replace('    tag: claim\n', block), entry('a-2', 'x')));
    const article = at('ferry.txt');
    writeFileSync(article, ARTICLE);
    writeFileSync(`${article}.annotations.yaml`, ours());
    let problems = '';
    await check(['--format', 'json', article], { out: (text) => (problems += text), err: () => undefined });
    expect(JSON.parse(problems).problems).toMatchObject([{ code: 'sidecar-conflict', line: 5 }]);
    await expect(
      annotate([article, '--start', '4', '--end', '9'], { out: () => undefined, err: () => undefined }),
    ).rejects.toThrow('Nothing was changed');
    expect(readFileSync(`${article}.annotations.yaml`, 'utf8')).toBe(ours());
  });

  it('keeps what one side removed and the other changed, and says so', async () => {
    const kept = sidecar(entry('a-1', 'figure'));
    const { code, err } = await run(...files(BASE, 'version: 1\n', kept));
    expect(code).toBe(0);
    expect(err).toBe(
      `${at('ours')}: annotation a-1 was removed by ours and changed by theirs: it is kept.\n`,
    );
    expect(ours()).toBe(kept);
  });

  it.each([
    ['empty', ''],
    ['missing', null],
  ])('takes an %s base: both sides are new', async (_, base) => {
    const [one, two] = [entry('a-1', 'x', '2026-02-02T00:00:00Z'), entry('a-2', 'x', '2026-02-01T00:00:00Z')];
    expect((await run(...files(base, sidecar(one), sidecar(two)))).code).toBe(0);
    expect(ours()).toBe(sidecar(two, one));
  });

  it.each<[string, string, string | Buffer, string | Buffer, RegExp]>([
    [
      'conflict markers in ours',
      BASE,
      '<<<<<<< a\n=======\n>>>>>>> b\n',
      BASE,
      /ours:1: \(our side\) A merge conflict is left/,
    ],
    [
      'a syntax error in theirs',
      BASE,
      BASE,
      `${BASE}x: [\n`,
      /theirs:\d+: \(their side\) The sidecar is not valid YAML/,
    ],
    ['a syntax error in the base', 'x: [\n', BASE, BASE, /base:\d+: \(the common base\)/],
    ['a newer version', BASE, 'version: 7\n', BASE, /ours:1: .*Update Counterpoint/],
    ['bytes that are no text', BASE, BASE, Buffer.from([0x61, 0xff]), /theirs: it is not UTF-8/],
    ['ours that is no text', BASE, Buffer.from([0x61, 0xff]), BASE, /ours: it is not UTF-8/],
  ])('leaves ours as it is: %s', async (_, base, mine, theirs, message) => {
    await expect(run(...files(base, mine, theirs))).rejects.toThrow(message);
    expect(readFileSync(at('ours'))).toEqual(Buffer.from(mine));
    expect(readdirSync(folder).sort()).toEqual(['base', 'ours', 'theirs']);
  });

  it.each<[string, string[], RegExp]>([
    ['too few files', ['a', 'b'], /name three files/],
    ['too many', ['a', 'b', 'c', 'd', 'e'], /name three files/],
    ['an unknown option', ['--fast', 'a', 'b', 'c'], /--fast/],
    ['files to install', ['--install', 'a'], /takes no files/],
    ['theirs missing', ['gone', 'gone', 'gone'], /there is no such file/],
  ])('says what is wrong with %s', async (_, argv, message) => {
    await expect(run(...argv)).rejects.toThrow(message);
  });

  it('does not make ours where it is missing', async () => {
    writeFileSync(at('theirs'), BASE);
    await expect(run(at('base'), at('ours'), at('theirs'))).rejects.toThrow('there is no such file');
    expect(existsSync(at('ours'))).toBe(false);
  });
});

describe('as merge driver of git', () => {
  const place = mkdtempSync(join(tmpdir(), "merge program's "));
  const program = join(place, 'cli.cjs');
  beforeAll(() => void buildProgram(place), 60_000);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  const FILE = "desk's news/ferry.txt.annotations.yaml";
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...argv: string[]): string =>
    execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  const install = (cwd = folder) =>
    spawnSync(process.execPath, [program, 'merge', '--install'], { cwd, env, encoding: 'utf8' });
  const mergeOf = (branch: string) =>
    spawnSync('git', ['merge', '-q', '-m', 'merged', branch], { cwd: folder, env, encoding: 'utf8' });
  const committed = (text: string): void => {
    writeFileSync(at(FILE), text);
    git('add', '.');
    git('commit', '-q', '-m', 'work');
  };
  const text = (): string => readFileSync(at(FILE), 'utf8');

  /** A repository with the driver, a base, and a branch each for two analysts. */
  function branches(base: string, mine: string, theirs: string): void {
    git('init', '-q', '-b', 'main');
    git('config', 'user.name', 'Vera Lind');
    git('config', 'user.email', 'vera@example.org');
    mkdirSync(at("desk's news"));
    expect(install().status).toBe(0);
    committed(base);
    git('checkout', '-q', '-b', 'theirs');
    committed(theirs);
    git('checkout', '-q', '-b', 'ours', 'main');
    committed(mine);
  }

  it('two branches that work on one article merge without a conflict', () => {
    branches(
      BASE,
      sidecar(entry('a-1', 'figure'), entry('a-2', 'ours', '2026-02-02T00:00:00Z')),
      sidecar(
        entry('a-1', 'claim').replace('note: a-1', 'note: longer'),
        entry('a-3', 'theirs', '2026-02-03T00:00:00Z'),
      ),
    );
    expect(mergeOf('theirs')).toMatchObject({ status: 0 });
    const { annotations } = parseSidecar(text()).value;
    expect(annotations.map(({ id, tags, note }) => [id, tags[0], note])).toEqual([
      ['a-1', 'figure', 'longer'],
      ['a-2', 'ours', 'a-2'],
      ['a-3', 'theirs', 'a-3'],
    ]);
    expect(git('status', '--porcelain')).toBe('');
  });

  it('a true conflict stays for the editor, named by the file that people know', () => {
    branches(BASE, sidecar(entry('a-1', 'figure')), sidecar(entry('a-1', 'time'), entry('a-2', 'x')));
    const { status, stderr } = mergeOf('theirs');
    expect(status).toBe(1);
    expect(stderr).toContain(`${FILE}:5: "tag" of annotation a-1 was changed by both sides.`);
    expect(text()).toContain('<<<<<<< ours\n    tag: figure\n=======\n    tag: time\n>>>>>>> theirs\n');
    expect(text()).toContain('a-2');
    expect(git('status', '--porcelain')).toBe(`UU "${FILE}"\n`);
    writeFileSync(at(FILE), text().replace(/<{7}.*\n([\s\S]*?)={7}\n[\s\S]*?>{7}.*\n/, '$1'));
    git('commit', '-q', '-a', '-m', 'decided');
    expect(parseSidecar(text()).value.annotations.map(({ tags }) => tags[0])).toEqual(['figure', 'x']);
  });

  it('a side that can’t be read is left to people, with both sides in git', () => {
    branches(BASE, sidecar(entry('a-1', 'figure')), `${BASE}x: [\n`);
    const { status, stderr } = mergeOf('theirs');
    expect(status).toBe(1);
    expect(stderr).toContain(`${FILE}:`);
    expect(stderr).toContain('(their side) The sidecar is not valid YAML');
    expect(stderr).toContain(`git keeps both sides: "git show :2:${FILE}" and ":3:".`);
    // By lines, with what can't be read: theirs may not go unseen.
    expect(text()).toBe(`${sidecar(entry('a-1', 'figure'))}x: [\n`);
    expect(git('status', '--short', FILE)).toMatch(/^UU /);
    expect(git('show', `:3:${FILE}`)).toBe(`${BASE}x: [\n`);
  });

  it('cherry-pick and rebase use the driver too', () => {
    branches(BASE, sidecar(entry('a-1', 'figure')), sidecar(entry('a-1', 'claim'), entry('a-2', 'x')));
    git('cherry-pick', 'theirs');
    expect(parseSidecar(text()).value.annotations.map(({ id, tags }) => [id, tags[0]])).toEqual([
      ['a-1', 'figure'],
      ['a-2', 'x'],
    ]);
    git('checkout', '-q', 'theirs');
    git('rebase', '-q', 'ours');
    expect(git('log', '--oneline').trim().split('\n')).toHaveLength(3);
  });

  it('explains itself', () => {
    const { status, stdout } = spawnSync(process.execPath, [program, 'merge', '--help'], {
      encoding: 'utf8',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('counterpoint merge BASE OURS THEIRS [NAME] | merge --install');
  });

  it('a base that git merged from two, with a conflict in it, is no hindrance', () => {
    const [claim, figure, time] = ['claim', 'figure', 'time'].map((tag) => sidecar(entry('a-1', tag)));
    branches(claim ?? '', figure ?? '', time ?? '');
    // Each side merges the other and decides for itself: the next merge has both tips for its base.
    mergeOf('theirs');
    committed(figure ?? '');
    git('checkout', '-q', 'theirs');
    spawnSync('git', ['merge', '-q', 'ours~1'], { cwd: folder, env });
    committed(`${figure}dismissals:\n${entry('x-1', 'x').replace('tag: x', 'kind: name')}`);
    git('checkout', '-q', 'ours');
    expect(mergeOf('theirs')).toMatchObject({ status: 0 });
    expect(text()).toContain('x-1');
  });

  it('installs itself once, keeps what stands in .gitattributes, and says where it can’t', () => {
    expect(install()).toMatchObject({ status: 2, stderr: expect.stringContaining('not a git repository') });
    git('init', '-q');
    writeFileSync(at('.gitattributes'), '*.png binary');
    mkdirSync(at('below'));
    expect(install(at('below'))).toMatchObject({ status: 0, stderr: '' });
    expect(install().stdout).toContain('already');
    expect(readFileSync(at('.gitattributes'), 'utf8')).toBe(
      '*.png binary\n*.annotations*.yaml merge=counterpoint\n',
    );
    expect(git('config', '--local', 'merge.counterpoint.driver')).toContain('merge %O %A %B %P');
  });
});
