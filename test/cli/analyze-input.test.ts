import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyze } from '../../src/cli/commands/analyze.ts';
import { locked } from '../support/locked.ts';

const TEXT = 'The ferry to Sollum is late.\n\n“It will sail before dark,” the harbour master said.\n';

let folder = '';
let article = '';
let sidecar = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'analyze-'));
  article = join(folder, 'ferry.txt');
  sidecar = `${article}.annotations.yaml`;
  writeFileSync(article, TEXT);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Printed {
  readonly documents: readonly { readonly path: string; readonly date: string | null }[];
  readonly links: readonly unknown[];
  readonly stories: readonly { readonly articles: readonly string[] }[];
}

async function run(...argv: string[]) {
  let [out, err] = ['', ''];
  const io = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const code = await analyze(['--format', 'json', ...argv], io);
  const { documents, links, stories }: Printed = JSON.parse(out);
  const paths = documents.map(({ path }) => relative(folder, path));
  return {
    code,
    paths,
    dates: documents.map(({ date }) => date),
    links,
    stories,
    err: err.replaceAll(folder, 'DIR'),
  };
}

describe('a counterpoint.yaml above the articles', () => {
  it('puts stories together, and says what is wrong in it', async () => {
    const other = join(folder, 'deep', 'comet.txt');
    mkdirSync(join(folder, 'deep'));
    writeFileSync(other, 'A comet will be seen from Tarn Hill in March.\n');
    const apart = await run(folder);
    expect(apart.stories.map(({ articles }) => articles.length)).toEqual([1, 1]);
    writeFileSync(
      join(folder, 'counterpoint.yaml'),
      'stories:\n  Both: [ferry.txt, deep/comet.txt]\nstory: 1\n',
    );
    const together = await run(folder);
    expect(together.stories.map(({ articles }) => articles)).toEqual([[other, article].sort()]);
    expect(together.err).toMatch(/counterpoint\.yaml:3: Counterpoint does not know "story" here\.\n$/);
  });
});

const WITHOUT = 'The article is analysed without it.\n';

describe('analyze goes on, and says so, with', () => {
  it.each<[string, () => void, RegExp]>([
    ['a sidecar that is a folder', () => mkdirSync(sidecar), /it is a folder/],
    ['a sidecar in Latin-1', () => writeFileSync(sidecar, new Uint8Array([0x61, 0xe9, 10])), /not UTF-8/],
    ['a sidecar in UTF-16', () => writeFileSync(sidecar, Buffer.from('\uFEFFa', 'utf16le')), /UTF-16/],
    ['a sidecar that is a pipe', () => execFileSync('mkfifo', [sidecar]), /a pipe or a device/],
  ])('%s', async (_, make, message) => {
    make();
    const { code, paths, err } = await run(folder);
    expect({ code, paths }).toEqual({ code: 0, paths: ['ferry.txt'] });
    expect(err).toMatch(message);
    expect(err.startsWith('counterpoint analyze: DIR/ferry.txt.annotations.yaml: it is ')).toBe(true);
    expect(err.endsWith(WITHOUT)).toBe(true);
  });

  it('a sidecar and a folder that it may not read', async () => {
    writeFileSync(sidecar, 'version: 1\n');
    mkdirSync(join(folder, 'shut'));
    const { code, paths, err } = await locked([sidecar, join(folder, 'shut')], () => run(folder));
    expect({ code, paths }).toEqual({ code: 0, paths: ['ferry.txt'] });
    expect(
      err.split('\n').map((line) => line.replace(/^counterpoint analyze: DIR\/|: it may.*$/g, '')),
    ).toEqual(['shut', 'ferry.txt.annotations.yaml', '']);
  });

  it('a pipe and a link that leads nowhere among the articles', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    symlinkSync(join(folder, 'gone'), join(folder, 'link.txt'));
    const { paths, err } = await run(folder);
    expect(paths).toEqual(['ferry.txt']);
    expect(err).toMatch(/^counterpoint analyze: DIR\/link\.txt: there is no such file\.[^\n]*\n$/);
  });
});

it('an article comes once, however it is named', async () => {
  symlinkSync(article, join(folder, 'same.txt'));
  const { paths, links } = await run(article, `${folder}/./ferry.txt`, relative('.', article), folder);
  expect({ paths, links }).toEqual({ paths: ['ferry.txt'], links: [] });
});

describe('dates', () => {
  const dated = (content: string) => {
    writeFileSync(join(folder, 'dates.json'), content);
    return run('--dates', join(folder, 'dates.json'), folder);
  };

  it.each([
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '2026-01-02x',
    '2026-1-2',
    '',
  ])('%j is none', async (date) => {
    await expect(dated(JSON.stringify({ 'ferry.txt': date }))).rejects.toThrow(
      'the date of "ferry.txt" is not a day in the form 2025-12-04',
    );
  });

  it.each([
    ['a leap day', '{"ferry.txt": "2024-02-29"}', '2024-02-29'],
    ['with a byte order mark', '\uFEFF{"./ferry.txt": "2026-01-31"}', '2026-01-31'],
  ])('%s', async (_, content, date) => {
    expect(await dated(content)).toMatchObject({ dates: [date], err: '' });
  });

  it('says which belong to no article', async () => {
    const names = ['a.txt', 'b.txt', 'ferry.txt', 'c.txt', 'd.txt'];
    const { err } = await dated(
      JSON.stringify(Object.fromEntries(names.map((name) => [name, '2026-01-31']))),
    );
    expect(err).toMatch(/no article that is analysed has the name "a\.txt", "b\.txt", "c\.txt" and 1 more\./);
  });

  it.each([
    ['2026-01-31', '2026-01-31'],
    ['2026-01-31T08:00:00Z', '2026-01-31'],
    ['2026-02-30', null],
    ['last Monday', null],
  ])('published: %s in the sidecar', async (published, date) => {
    writeFileSync(sidecar, `article:\n  published: ${published}\n`);
    expect((await run(folder)).dates).toEqual([date]);
  });
});
