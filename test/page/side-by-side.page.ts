import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutLenses } from './cut-lenses.ts';
import { pictureFailures } from './failures.ts';
import type { Place } from './place.ts';
import { type Reader, startReader } from './reader.ts';

const tideway = '01_tideway-post.txt';
const themes = ['Dark Modern', 'Dark High Contrast', 'Light High Contrast'];

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.openCompared(tideway);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const status = (): Locator => reader.page.locator('[id*="counterpoint.status"]').first();
const chord = async (key: string): Promise<void> => {
  await reader.page.keyboard.press('Control+1');
  await reader.page.keyboard.press('Control+Alt+C');
  await reader.page.waitForTimeout(300);
  await reader.page.keyboard.press(key);
};
const isBoxed = ({ marks }: Place): boolean => marks.some(({ outline }) => outline !== 'none');

test('two keys and Enter open the best counterpart’s article, and box the claim in both', async () => {
  const { page } = reader;
  await reader.find('14 hangers');
  await chord('Shift+B');
  const list = page.locator('.quick-input-list .monaco-list-row:visible');
  await list.first().waitFor();
  expect(await list.first().textContent()).toContain('best counterpart of the claim at the cursor');
  await reader.picture('side-by-side-pick');
  await page.keyboard.press('Enter');
  await page.locator('.editor-group-container').nth(1).waitFor();
  await reader.place('14 hangers', isBoxed);
  await reader.place('17 hangers', isBoxed);
  await expect.poll(() => status().textContent()).toMatch(/Differs \(.*\), (Meridian|Northline)/);
  await reader.picture('side-by-side');
});

test('the other article follows the cursor, which stays where it is', async () => {
  await reader.find('12 per cent');
  await reader.place('15 per cent', isBoxed);
  await reader.find('cough syrup');
  await expect.poll(() => status().textContent()).toMatch(/No counterpart in /);
  await reader.page.keyboard.press('Control+2');
  await reader.find('17 hangers');
  await reader.place('14 hangers', isBoxed);
});

test('it is at home in all themes', async () => {
  for (const theme of themes) {
    await reader.theme(theme);
    await reader.place('14 hangers', isBoxed);
    await reader.picture(`side-by-side-${theme.replaceAll(' ', '-').toLowerCase()}`);
  }
});

test('the same keys end it', async () => {
  await chord('Shift+B');
  await reader.place('14 hangers', (place) => !isBoxed(place));
  await expect.poll(() => status().textContent()).toMatch(/linked/);
  expect(await reader.page.locator('.tab.dirty').count()).toBe(0);
});

test('three columns beside each other have room for every lens', async () => {
  const { page } = reader;
  for (const [at, name] of [tideway, '02_meridian-dispatch.txt', '03_northline.txt'].entries()) {
    await page.keyboard.press(`Control+${at + 1}`);
    await reader.open(name);
    await page.keyboard.press('Control+Home');
  }
  await expect.poll(() => page.locator('.editor-group-container').count()).toBe(3);
  await reader.picture('three-columns');
  for (const group of await page.locator('.editor-group-container').all())
    await group.locator('.codelens-decoration a', { hasText: 'in 2 other' }).first().waitFor();
  await page.getByTitle('Remove note').first().waitFor();
  expect(await cutLenses(page)).toEqual([]);
});
