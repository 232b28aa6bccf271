// Draws the pictures of the walkthrough into media/walkthrough/, light and dark: part of `npm run pictures`.
import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { smallPng } from '../../scripts/lib/small-png.mjs';
import { type Reader, startReader } from './reader.ts';

const THEMES = [
  ['light', 'Default Light Modern'],
  ['dark', 'Default Dark Modern'],
] as const;

describe.each(THEMES)('in %s', (shade, theme) => {
  let reader: Reader;
  beforeAll(async () => {
    mkdirSync(inRoot('media', 'walkthrough'), { recursive: true });
    // They are shown at half their size: what is not of the step is left away.
    const settings = {
      ...{ 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false },
      ...{ 'workbench.activityBar.location': 'hidden', 'workbench.statusBar.visible': false },
      ...{ 'workbench.layoutControl.enabled': false, 'window.commandCenter': false },
      ...{ 'breadcrumbs.enabled': false, 'editor.lineNumbers': 'off', 'editor.folding': false },
    };
    reader = await startReader({ viewport: { width: 800, height: 500 }, settings });
  });
  afterAll(() => reader?.close());

  const draw = async (step: string): Promise<void> => {
    await reader.page.waitForTimeout(700);
    const picture = inRoot('media', 'walkthrough', `${step}-${shade}.png`);
    writeFileSync(picture, smallPng(await reader.page.screenshot()));
  };

  test('a folder of articles', async () => {
    await reader.openCompared('01_tideway-post.txt');
    await draw('sample');
    await reader.page.keyboard.press('Control+B');
  });

  test('a card', async () => {
    await reader.hover('no timetable is worth');
    await draw('read');
    await reader.page.keyboard.press('Escape');
  });

  test('differences', async () => {
    await reader.find('46,000 vehicles');
    await reader.command('Counterpoint: Open Best Counterpart Beside');
    await reader.page.locator('.editor-group-container').nth(1).waitFor();
    await reader.page.mouse.move(5, 300);
    await draw('differences');
    await reader.command('View: Close Editors in Other Groups');
  });

  test('a review', async () => {
    await reader.open('01_tideway-post.txt');
    await reader.command('Counterpoint: Review Links of This Story');
    const { page } = reader;
    await page.getByTitle('Confirm (C)').first().waitFor();
    const reworded = page.locator('.codelens-decoration', { hasText: 'Reworded' });
    for (let left = 40; left > 0 && !(await reworded.first().isVisible()); left--) {
      await page.keyboard.press('s');
      await page.waitForTimeout(400);
    }
    await reworded.first().waitFor();
    await draw('review');
    await reader.command('Counterpoint: End Review');
  });

  test('a note', async () => {
    await reader.command('View: Close All Editors');
    await reader.open('01_tideway-post.txt');
    await reader.find('14 hangers');
    await reader.page.locator('.comment-thread-unresolved').last().click();
    await reader.page.locator('.review-widget').first().waitFor();
    await reader.page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
    await draw('annotate');
  });
});
