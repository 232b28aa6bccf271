import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { annotate } from '../../src/cli/commands/annotate.ts';
import { check } from '../../src/cli/commands/check.ts';
import { parseSidecar } from '../../src/core/sidecar/parse.ts';
import { FileError } from '../../src/files/file-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterpoint-bytes-'));
cpSync(join(import.meta.dirname, '../fixtures/bytes'), folder, { recursive: true });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Report {
  readonly annotations: readonly { readonly id: string; readonly status: string }[];
  readonly problems: readonly { readonly line: number; readonly code: string; readonly message: string }[];
}

const sidecarOf = (article: string): string => join(folder, `${article}.annotations.yaml`);

async function checked(path: string): Promise<Report & { readonly exit: number }> {
  let out = '';
  const exit = await check(['--format', 'json', path], { out: (text) => (out += text), err: () => {} });
  return { ...(JSON.parse(out) as Report), exit };
}

/** Tries to add a note; gives the message where it was refused. */
async function noted(article: string): Promise<string | null> {
  try {
    await annotate([join(folder, article), '--start', '4', '--end', '9', '--note', 'New.', '--author', 'A'], {
      out: () => {},
      err: () => {},
    });
    return null;
  } catch (error) {
    if (error instanceof FileError) return error.message;
    throw error;
  }
}

describe('a sidecar with errors is reported at its place and never written', () => {
  const rows: readonly (readonly [string, string, number, RegExp])[] = [
    ['noted-syntax-error.txt', 'sidecar-syntax', 4, /not valid YAML/],
    ['noted-tabs.txt', 'sidecar-syntax', 7, /begins with a tab/],
    ['noted-merge-conflict.txt', 'sidecar-conflict', 16, /merge conflict/],
    ['noted-list.txt', 'sidecar-shape', 1, /keys and values/],
    ['noted-duplicate-id.txt', 'sidecar-duplicate-id', 16, /stands twice/],
    ['noted-wrong-types.txt', 'sidecar-type', 4, /"author" must be text/],
    ['noted-future-version.txt', 'sidecar-version', 1, /version 9/],
    ['noted-not-utf8.txt', 'unreadable', 9, /not UTF-8/],
    ['noted-binary.txt', 'unreadable', 1, /binary file/],
  ];
  it.each(rows)('%s: %s on line %i', async (article, code, line, message) => {
    const before = readFileSync(sidecarOf(article));
    const { exit, problems } = await checked(join(folder, article));
    expect(exit).toBe(1);
    const found = problems.find((p) => p.code === code && p.line === line);
    expect(found?.message, JSON.stringify(problems)).toMatch(message);
    expect(await noted(article)).not.toBeNull();
    expect(readFileSync(sidecarOf(article))).toEqual(before);
  });
});

describe('a sidecar that can be read takes a note and keeps every line that was there', () => {
  it.each([
    ['noted-sound.txt', []],
    ['noted-unknown-keys.txt', ['sidecar-unknown-key', 'sidecar-unknown-key']],
    ['noted-empty-sidecar.txt', []],
    ['noted-crlf-bom.txt', []],
    ['noted-lost.txt', ['anchor-lost']],
  ])('%s', async (article, codes) => {
    expect((await checked(join(folder, article))).problems.map((p) => p.code)).toEqual(codes);
    const before = readFileSync(sidecarOf(article), 'utf8');
    expect(await noted(article)).toBeNull();
    const after = readFileSync(sidecarOf(article), 'utf8');
    expect(after.startsWith(before)).toBe(true);
    expect(after.length).toBeGreaterThan(before.length);
    if (before.includes('\r\n')) expect(after).not.toMatch(/[^\r]\n/);
    const { value, problems } = parseSidecar(after.replace(/^\uFEFF/, ''));
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(value.annotations.at(-1)?.note).toBe('New.');
  });
});

describe('a sidecar without its article', () => {
  it('is reported, its notes lost but kept', async () => {
    const { exit, annotations, problems } = await checked(sidecarOf('gone.txt'));
    expect(exit).toBe(1);
    expect(annotations).toMatchObject([{ id: 'a-0000000001', status: 'lost' }]);
    expect(problems).toMatchObject([{ code: 'article-missing', line: 1 }]);
  });
});

describe('aliases that would unfold to a billion values', () => {
  it('are read as they stand', async () => {
    const { annotations } = await checked(join(folder, 'noted-alias-bomb.txt'));
    expect(annotations).toMatchObject([{ id: 'a-0000000001', status: 'found' }]);
  });
});
