import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { git } from '../support/workspace.mjs';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const northline = '03_northline.txt';
const passage = '17 hangers';
const note = 'Which survey does Northline mean?';

let reader: Reader;
let sidecar: string;
beforeAll(async () => {
  reader = await startReader({
    settings: { 'git.enableSmartCommit': true, 'git.smartCommitChanges': 'all' },
  });
  sidecar = join(reader.workspace, 'seeds', 'harbour-bridge', `${northline}.annotations.yaml`);
  await reader.open(northline);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('Annotate in a card opens a box on the passage; what is written there lands in the sidecar', async () => {
  const { page } = reader;
  expect(existsSync(sidecar)).toBe(false);
  const card = await reader.hover(passage);
  await card.getByText('Annotate').first().click();
  const box = page.locator('.review-widget').filter({ has: page.locator('.monaco-editor') });
  await box.first().waitFor();
  await page.keyboard.type(note);
  await reader.picture('annotate');
  // Who writes is still at her article: counts and commands are about it.
  await page.locator('.statusbar-item', { hasText: 'linked' }).waitFor();
  await reader.command('Counterpoint: Bring Back What Was Rejected or Dismissed');
  await page.locator('.notification-toast', { hasText: 'Nothing was rejected or dismissed' }).waitFor();
  await box.getByText('Save Note', { exact: true }).click();
  await expect.poll(() => existsSync(sidecar)).toBe(true);
  const text = readFileSync(sidecar, 'utf8');
  expect(text).toContain(note);
  expect(text).toContain(`exact: "${passage}"`);
  expect(text).toContain('author: Ada Wolfram');
});

test('the passage carries the mark of a note, and its thread shows the note', async () => {
  await reader.place(passage, ({ marks }) => marks.some(({ border }) => border === 'dashed'));
  const thread = reader.page.locator('.review-widget', { hasText: note });
  if (!(await thread.isVisible())) await reader.page.locator('.comment-thread-unresolved').first().click();
  await thread.waitFor();
  await reader.picture('note');
});

test('a second note on the same line has a box of its own, and not a letter lands in the article', async () => {
  const { page } = reader;
  const article = join(reader.workspace, 'seeds', 'harbour-bridge', northline);
  const before = readFileSync(article, 'utf8');
  await reader.find('more than ministers');
  await reader.command('Counterpoint: Annotate Passage');
  const box = page.locator('.review-widget').filter({ hasText: 'New note' });
  await box.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.type('More than whom?');
  await box.getByText('Save Note', { exact: true }).click();
  await expect.poll(() => readFileSync(sidecar, 'utf8')).toContain('More than whom?');
  expect(readFileSync(sidecar, 'utf8')).toContain('exact: "more than ministers"');
  expect(readFileSync(article, 'utf8')).toBe(before);
  await expect
    .poll(() => page.locator('.editor-group-container.active .view-lines').first().textContent())
    .not.toContain('whom');
});

test('the note is committed with git, and a colleague who pulls has it on the right words', async () => {
  const { page, workspace } = reader;
  await page.keyboard.press('Control+Shift+G');
  await page
    .locator('.scm-view .monaco-list-row', { hasText: `${northline}.annotations.yaml` })
    .first()
    .waitFor();
  await page.locator('.scm-editor .view-lines').first().click();
  await page.keyboard.type('Ask which survey');
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => git(workspace, 'log', '-1', '--format=%s')).toBe('Ask which survey\n');
  await reader.picture('committed');

  const colleague = `${workspace}-colleague`;
  git(workspace, 'clone', '--quiet', workspace, colleague);
  const article = join(colleague, 'seeds', 'harbour-bridge', northline);
  const output = execFileSync(
    process.execPath,
    [inRoot('dist', 'cli.js'), 'check', '--format', 'json', article],
    {
      encoding: 'utf8',
    },
  );
  const [annotation] = JSON.parse(output).annotations;
  expect(annotation.status).toBe('found');
  expect(readFileSync(article, 'utf8').slice(annotation.start, annotation.end)).toBe(passage);
  rmSync(colleague, { recursive: true });
});
