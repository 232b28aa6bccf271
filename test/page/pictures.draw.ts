// Draws the pictures of the README into media/, light and dark: `npm run pictures`. No part of `npm test`.
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { smallPng } from '../../scripts/lib/small-png.mjs';
import { type Reader, startReader } from './reader.ts';
import { comparisonIn } from './webview.ts';

const THEMES = [
  ['-light', 'Default Light Modern'],
  ['', 'Default Dark Modern'],
] as const;

describe.each(THEMES)('in%s', (shade, theme) => {
  let reader: Reader;
  beforeAll(async () => {
    const settings = { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false };
    reader = await startReader({ viewport: { width: 1120, height: 620 }, settings });
    await reader.page.keyboard.press('Control+B');
  });
  afterAll(() => reader?.close());

  const draw = async (name: string): Promise<void> => {
    await reader.page.waitForTimeout(500);
    writeFileSync(inRoot('media', `${name}${shade}.png`), smallPng(await reader.page.screenshot()));
  };

  test('lenses', async () => {
    await reader.open('02_meridian-dispatch.txt');
    await reader.page.mouse.move(10, 400);
    await draw('lenses');
  });

  test('card', async () => {
    await reader.open('01_tideway-post.txt');
    await reader.hover('no timetable is worth');
    await draw('card');
  });

  test('annotation', async () => {
    await reader.open('03_northline.txt');
    const card = await reader.hover('17 hangers');
    await card.getByText('Annotate').first().click();
    await reader.page.locator('.review-widget .monaco-editor').first().waitFor();
    await reader.page.keyboard.type('The ministry says 14. Ask the Authority which survey this is.');
    await reader.page.locator('.review-widget').getByText('Save Note', { exact: true }).click();
    await reader.page.locator('.comment-thread-unresolved').first().click();
    await reader.page.locator('.review-widget', { hasText: 'Ask the Authority' }).waitFor();
    await draw('annotation');
  });

  test('comparison', async () => {
    const { page } = reader;
    await reader.open('01_tideway-post.txt');
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Alt+C');
    await page.keyboard.press('x');
    const comparison = comparisonIn(page);
    await comparison.getByRole('columnheader', { name: 'Northline' }).waitFor({ timeout: 20_000 });
    const row = comparison.getByRole('row').filter({ hasText: '17 hangers' }).first();
    await row.getByRole('gridcell').nth(2).focus();
    await comparison.locator('ins').first().waitFor();
    await page.mouse.move(10, 400);
    await draw('comparison');
  });
});
