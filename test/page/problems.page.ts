import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const northline = '03_northline.txt';

/** Of a link that nobody has decided on: that to the first article is confirmed. */
const MEANT = /Differs \(value\): 17 hangers ↔ Fourteen hangers — Meridian Dispatch/;

let reader: Reader;
let sidecar: string;
beforeAll(async () => {
  reader = await startReader();
  sidecar = join(reader.workspace, 'seeds/harbour-bridge', `${northline}.annotations.yaml`);
  await reader.openCompared(northline);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const row = (words: string | RegExp): Locator =>
  reader.page.locator('.markers-panel .monaco-list-row', { hasText: words });
const decided = (): string => (existsSync(sidecar) ? readFileSync(sidecar, 'utf8') : '');

test('Problems lists what other articles tell otherwise, and leaves the article and its cards alone', async () => {
  await reader.page.keyboard.press('Control+Shift+M');
  await row(MEANT).first().waitFor();
  await reader.picture('problems');
  await row(MEANT).first().click();
  await reader.place('17 hangers');
  await reader.page.keyboard.press('Control+1');
  const card = await reader.hover('17 hangers');
  expect(await card.textContent()).not.toContain('claim-differs');
  await reader.page.keyboard.press('Escape');
});

test('a quick fix decides, and what is decided is no problem any more', async () => {
  const { page } = reader;
  const before = await row(MEANT).count();
  await page.keyboard.press('Control+1');
  await reader.find('17 hangers');
  await page.locator('.editor-group-container.active .editor-instance > .monaco-editor.focused').waitFor();
  await page.keyboard.press('Control+.');
  const fix = page.locator('.action-widget .monaco-list-row', { hasText: 'Confirm: Meridian Dispatch' });
  await fix.first().waitFor();
  await reader.picture('problems-fix');
  await fix.first().click();
  await expect.poll(decided).toContain('decision: confirmed');
  await expect.poll(() => row(MEANT).count()).toBe(before - 1);
  await reader.command('Counterpoint: Undo Last Change to Annotations');
  await expect.poll(() => row(MEANT).count()).toBe(before);
});

test('an article out of sight has none: they would outlast a decision', async () => {
  const files = reader.page.locator('.markers-panel .resource-label-container');
  await files.getByText(northline).waitFor();
  await reader.openCompared('01_tideway-post.txt');
  await files.getByText('01_tideway-post.txt').waitFor();
  await files.getByText(northline).waitFor({ state: 'detached' });
});
