import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../support/workspace.mjs';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const tideway = '01_tideway-post.txt';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.openCompared(tideway);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const sidecar = (): string =>
  readFileSync(join(reader.workspace, 'seeds/harbour-bridge', `${tideway}.annotations.yaml`), 'utf8');

test('two keys say how often a name occurs; tags and a note later each place has its own', async () => {
  const { page } = reader;
  const before = sidecar();
  await reader.find('Ilse Varnholt');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Alt+C');
  await page.waitForTimeout(300);
  await page.keyboard.press('Shift+A');
  const rows = page.locator('.quick-input-list .monaco-list-row:visible');
  await rows.filter({ hasText: /Ilse Varnholt, by every wording.*\d+ places in this article/ }).waitFor();
  await rows
    .filter({ hasText: /\d+ places in 3 articles of the story/ })
    .first()
    .waitFor();
  await reader.picture('everywhere-scope');
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget', { hasText: 'Tags of the annotation' }).waitFor();
  await page.keyboard.type('speaker-check');
  await page.locator('.quick-input-list .monaco-list-row:visible', { hasText: 'a new tag' }).waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
  await page.locator('.quick-input-widget', { hasText: /Note on each of \d+ places/ }).waitFor();
  await page.keyboard.type('Which office did she speak for?');
  await reader.picture('everywhere-note');
  await page.keyboard.press('Enter');
  const toast = page.locator('.notification-toast', { hasText: /\d+ annotations were added\./ });
  await toast.waitFor();
  expect(sidecar().match(/speaker-check/g)?.length).toBeGreaterThan(2);
  await reader.picture('everywhere');
  await toast.getByText('Undo').click();
  await expect.poll(sidecar).toBe(before);
  expect(git(reader.workspace, 'status', '--porcelain')).toBe('');
});
