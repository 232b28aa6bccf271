import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../support/workspace.mjs';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const article = '02_meridian-dispatch.txt';

let reader: Reader;
let sidecar: string;
const read = (): string => readFileSync(sidecar, 'utf8');
beforeAll(async () => {
  reader = await startReader();
  const { workspace } = reader;
  sidecar = join(workspace, 'seeds', 'harbour-bridge', `${article}.annotations.yaml`);
  await reader.open(article);
  const before = read();
  const commit = (note: string, status: string): void => {
    const text = before
      .replace('Agrees in all three.', note)
      .replace('status: verified', `status: ${status}`);
    writeFileSync(sidecar, text);
    git(workspace, 'commit', '--quiet', '--all', '--message', note);
  };
  git(workspace, 'checkout', '--quiet', '-b', 'jon');
  commit('Two agree.', 'disputed');
  git(workspace, 'checkout', '--quiet', 'main');
  commit('All agree.', 'verified');
  try {
    git(workspace, 'merge', '--quiet', 'jon');
  } catch {
    // It leaves a conflict: no driver is installed.
  }
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('a conflict that git left is merged by notes from the message that tells of it', async () => {
  const { page } = reader;
  expect(read()).toContain('<<<<<<<');
  const message = page.locator('.notification-toast', { hasText: 'Git left conflicts' });
  await message.waitFor({ timeout: 30_000 });
  await reader.picture('conflict-offered');
  await message.getByText('Merge by notes', { exact: true }).click();
  await expect.poll(() => read().includes('<<<<<<< ours\n    note: ')).toBe(true);
  expect(read()).toContain('status: disputed\n');
});

test('what both changed is compared side by side, and both are kept by a click', async () => {
  const { page } = reader;
  const compare = page.locator('.codelens-decoration a', { hasText: 'Compare side by side' }).first();
  await compare.waitFor();
  await reader.picture('conflict');
  await compare.click();
  await page.locator('.monaco-diff-editor').first().waitFor();
  const both = page.locator('.editor-actions a[aria-label^="Accept Both"]').first();
  await both.waitFor();
  await page.waitForTimeout(1000);
  await reader.picture('conflict-compared');
  await both.click();
  await page.keyboard.press('Control+S');
  await expect.poll(() => read().includes('All agree.\n\n      Two agree.\n')).toBe(true);
  expect(read()).not.toContain('<<<<<<<');
});
