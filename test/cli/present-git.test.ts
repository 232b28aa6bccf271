// Decisions and dismissals are placed by git's old texts, as notes are: what is gone has no say about its copy.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { analyze } from '../../src/cli/commands/analyze.ts';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import type { SidecarOperation } from '../../src/core/sidecar/operation.ts';

const env = { ...process.env, GIT_CONFIG_GLOBAL: '', GIT_CONFIG_NOSYSTEM: '1' };
const LOST = 'The harbour of Sollum lost 240 boats in the storm, the guild said.';
const MORE = 'A ferry that was to sail stays where it is.';
/** One sentence stands twice. */
const TEXT = `Storm over Sollum\n\n${LOST}\n\n${MORE}\n\n${LOST}\n`;
const OTHER =
  'Storm in the south\n\nThe guild counts 260 boats that the harbour of Sollum lost in the storm.\n';
const CREATED = '2026-02-01T08:00:00Z';

let folder = '';
let article = '';
const git = (...argv: string[]): string =>
  execFileSync('git', argv, { cwd: folder, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'present-'));
  article = join(folder, 'storm.txt');
  writeFileSync(article, TEXT);
  writeFileSync(join(folder, 'south.txt'), OTHER);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function commit(): void {
  git('init', '-q', '-b', 'main');
  git('config', 'user.name', 'Vera Lind');
  git('config', 'user.email', 'vera@example.org');
  git('add', '.');
  git('commit', '-q', '-m', 'texts');
}

function said(file: string, operation: SidecarOperation): void {
  const result = applyOperation('', operation);
  if (result.kind !== 'applied') throw new Error(result.problem.message);
  writeFileSync(`${file}.annotations.yaml`, result.text);
}

function selectorsOf(text: string, exact: string) {
  const start = text.indexOf(exact);
  return describeSpan(text, { start, end: start + exact.length });
}

async function printed() {
  let out = '';
  await analyze(['--format', 'json', folder], { out: (text) => (out += text), err: () => {} });
  const { documents, links } = JSON.parse(out) as {
    documents: { path: string; figures: { text: string }[] }[];
    links: { confirmedBy?: string }[];
  };
  const figures = documents.find(({ path }) => path === article)?.figures.map(({ text }) => text) ?? [];
  return { figures, confirmed: links.filter(({ confirmedBy }) => confirmedBy !== undefined).length };
}

describe.each([
  ['in git', true],
  ['without git', false],
])('%s', (_name, inGit) => {
  it('a dismissal whose passage was taken out', async () => {
    const selectors = selectorsOf(TEXT, '240 boats');
    const dismissal = {
      id: 'x-1',
      author: 'Vera Lind',
      created: CREATED,
      kind: 'figure' as const,
      selectors,
    };
    said(article, { kind: 'addDismissal', dismissal });
    if (inGit) commit();
    expect((await printed()).figures).toEqual(['240 boats']);
    writeFileSync(article, TEXT.replace(`${LOST}\n\n`, ''));
    // The copy reads like it in every word: nothing but the old text tells that it is another one.
    expect((await printed()).figures).toEqual(inGit ? ['240 boats'] : []);
  });

  it('a decision of another article on a passage that was taken out', async () => {
    const there = { article: 'storm.txt', selectors: selectorsOf(TEXT, '240 boats') };
    const here = selectorsOf(OTHER, '260 boats');
    const decision = {
      id: 'd-1',
      author: 'Vera Lind',
      created: CREATED,
      decision: 'confirmed' as const,
      here,
      there,
    };
    said(join(folder, 'south.txt'), { kind: 'setDecision', decision });
    if (inGit) commit();
    expect((await printed()).confirmed).toBe(1);
    writeFileSync(article, TEXT.replace(`${LOST}\n\n`, ''));
    expect((await printed()).confirmed).toBe(inGit ? 0 : 1);
  });
});
