import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { agreement } from '../../src/cli/commands/agreement.ts';
import { annotate } from '../../src/cli/commands/annotate.ts';
import type { Agreement } from '../../src/core/agreement/agreement.ts';

const TEXT = [
  'The ferry to Sandholm will not sail this winter, the harbour office said.',
  'Its engine needs parts that nobody makes any more, an engineer told this paper on Monday.',
  'Some ninety islanders signed a letter in which they ask for a smaller boat.',
].join('\n\n');
const [FERRY, PARTS, NINETY] = [
  'will not sail this winter',
  'nobody makes any more',
  'Some ninety islanders',
];

const home = process.cwd();
const folders: string[] = [];
let folder = '';
let article = '';
const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
const git = (...argv: string[]): string =>
  execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'agreement-'));
  folders.push(folder);
  article = join(folder, 'ferry.txt');
  writeFileSync(article, TEXT);
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  for (const one of folders) rmSync(one, { recursive: true, force: true });
});

const silent = { out: () => {}, err: () => {} };

async function note(author: string, words: string, ...tags: string[]): Promise<void> {
  const text = readFileSync(article, 'utf8');
  const start = text.indexOf(words);
  const named = tags.flatMap((tag) => ['--tag', tag]);
  const place = ['--start', `${start}`, '--end', `${start + words.length}`];
  await annotate([article, ...place, ...named, '--note', 'Noted.', '--author', author], silent);
}

async function run(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await agreement(argv, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

function commit(message: string): void {
  git('add', '.');
  git('commit', '-q', '-m', message);
}

/** A repository of what is there, in which two analysts work, each on a branch; the last one's stays checked out. */
async function onBranches(work: (branch: string) => Promise<void>): Promise<void> {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Vera Lind');
  git('config', 'user.email', 'vera@example.org');
  commit('base');
  for (const branch of ['vera', 'jon']) {
    git('checkout', '-q', '-b', branch, 'main');
    await work(branch);
    commit(branch);
  }
}

const result = async (...argv: string[]): Promise<Agreement & { unplaced: number; version: number }> =>
  JSON.parse((await run('--format', 'json', ...argv)).out);

describe('agreement', () => {
  it('compares the authors of one file, leaves lost notes out, and says so', async () => {
    await note('Vera', FERRY, 'claim');
    await note('Jon', FERRY, 'claim');
    await note('Vera', PARTS, 'source');
    await note('Jon', PARTS, 'claim');
    await note('Jon', NINETY, 'figure');
    writeFileSync(article, `New on top.\n\n${TEXT.replace(/Some ninety.*/s, '')}`);
    const { version, analysts, passages, alpha, unplaced } = await result('.');
    expect({ version, analysts, passages, unplaced }).toEqual({
      version: 1,
      analysts: [
        { name: 'Jon', passages: 2 },
        { name: 'Vera', passages: 2 },
      ],
      passages: { all: 2, shared: 2 },
      unplaced: 1,
    });
    // Three "claim", one "source": 1 - 3 * 2 / (2 * 3 * 1).
    expect(alpha.tags).toBeCloseTo(0, 10);
    const { code, out } = await run('ferry.txt');
    expect(code).toBe(0);
    expect(out).toContain('2 analysts, 1 article, 2 passages, of which 2 noted by two analysts or more');
    expect(out).toContain('1 note left out');
    expect(out).toMatch(
      /^tag +alpha +agreed +disputed +Jon +Vera\nclaim +0\.000 +1 +1 +2 +1\nsource +0\.000 +0 +1 +0 +1$/m,
    );
  });

  it.each<[string, (sidecar: string) => void]>([
    [
      'private notes',
      (text) => writeFileSync(`${article}.annotations.private.yaml`, text.replace(/a-/g, 'a-0')),
    ],
    ['a note that stands in two files', (text) => writeFileSync(`${article}.annotations.vera.yaml`, text)],
  ])('%s do not count', async (_name, add) => {
    await note('Vera', FERRY, 'claim');
    await note('Jon', FERRY, 'source');
    const before = await result('.');
    add(readFileSync(`${article}.annotations.yaml`, 'utf8'));
    expect(await result('.')).toEqual(before);
  });

  it('private notes that git was given do not count on branches', async () => {
    await onBranches(async () => {
      await note('Whoever', FERRY, 'claim');
      const text = readFileSync(`${article}.annotations.yaml`, 'utf8');
      writeFileSync(`${article}.annotations.private.yaml`, text.replace(/a-/g, 'a-0'));
    });
    const { tags } = await result('--branch', 'vera', '--branch', 'jon', '.');
    expect(tags.map(({ given }) => given)).toEqual([{ jon: 1, vera: 1 }]);
  });

  it('compares branches by what each did since they parted', async () => {
    await note('Both', NINETY, 'figure');
    await onBranches(async (branch) => {
      await note('Whoever', FERRY, 'claim');
      await note('Whoever', PARTS, branch === 'vera' ? 'claim' : 'source');
    });
    git('checkout', '-q', 'main');
    const { analysts, passages, tags } = await result('--branch', 'vera', '--branch', 'jon', '.');
    expect(analysts).toEqual([
      { name: 'jon', passages: 2 },
      { name: 'vera', passages: 2 },
    ]);
    expect(passages).toEqual({ all: 2, shared: 2 });
    expect(tags.map(({ tag, given }) => [tag, given])).toEqual([
      ['claim', { jon: 1, vera: 2 }],
      ['source', { jon: 1, vera: 0 }],
    ]);
  });

  it('says which sidecar of a branch git gives no text of, and counts the others', async () => {
    await onBranches(() => note('Whoever', FERRY, 'claim'));
    writeFileSync(join(folder, 'odd.txt.annotations.yaml'), Buffer.from([0xff, 0xfe, 0xfd]));
    commit('odd');
    const { out, err } = await run('--branch', 'vera', '--branch', 'jon', '.');
    expect(err).toContain('jon:odd.txt.annotations.yaml: git gave no text of it');
    expect(out).toContain('2 analysts, 1 article, 1 passage,');
  });

  it.each([
    [[], /name at least one/],
    [['--branch', 'main', '.'], /two branches/],
    [['--branch', 'main', '--branch', 'main', '.'], /each branch once/],
    [['--branch=main', '--branch=--all', '.'], /knows no branch/],
    [['--branch', 'main', '--branch', 'x', '..'], /below the current folder/],
    [['--format', 'xml', '.'], /--format is one of/],
    [['nowhere.txt'], /there is no file/],
  ])('%j is refused in words', async (argv, message) => {
    await expect(run(...argv)).rejects.toThrow(message);
  });

  it('says which sidecar it can’t read, and counts the others', async () => {
    await note('Vera', FERRY, 'claim');
    writeFileSync(join(folder, 'other.txt.annotations.yaml'), 'version: 1\nannotations: [');
    const { code, out, err } = await run('.');
    expect(code).toBe(0);
    expect(err).toMatch(/other\.txt\.annotations\.yaml:\d+: .*not valid YAML/);
    expect(out).toContain('1 analyst, 1 article, 1 passage,');
  });
});
