import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const [tideway, meridian, northline] = [
  '01_tideway-post.txt',
  '02_meridian-dispatch.txt',
  '03_northline.txt',
] as const;

let reader: Reader;
beforeAll(async () => {
  reader = await startReader({
    settings: { 'counterpoint.inlayHints.enabled': true },
    prepare: (workspace) =>
      writeFileSync(
        join(workspace, 'counterpoint.yaml'),
        `stories:\n  Bridge:\n    - seeds/harbour-bridge/${tideway}\n    - "seeds/harbour-bridge/${meridian}" # the second\n    - seeds/harbour-bridge/${northline}\n`,
      ),
  });
  await reader.openCompared(meridian);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const chord = async (key: string): Promise<void> => {
  await reader.page.keyboard.press('Control+Alt+C');
  await reader.page.waitForTimeout(200);
  await reader.page.keyboard.press(key);
};
const position = (): Promise<string> =>
  reader.page
    .locator('[id="status.editor.selection"]')
    .textContent()
    .then((text) => text ?? '');
const lineNow = async (): Promise<number> => Number(/Ln (\d+)/.exec(await position())?.[1]);
const list = (): Locator => reader.page.locator('.quick-input-list .monaco-list-row:visible');

test.each<[string, string]>([
  ['claim', 'n'],
  ['note', 'm'],
  ['unreviewed link', 'u'],
])('keys go to the next %s and back', async (_, key) => {
  await reader.find('Cracks Found');
  await reader.page.keyboard.press('Control+1');
  await reader.page.keyboard.press('Control+Home');
  await expect.poll(lineNow).toBe(1);
  await chord(key);
  await expect.poll(lineNow).toBeGreaterThan(1);
  const first = await position();
  // The article has one note.
  if (key === 'm') return;
  await chord(key);
  await expect.poll(position).not.toBe(first);
  const second = await position();
  await chord(`Shift+${key.toUpperCase()}`);
  await expect.poll(position).not.toBe(second);
});

test('the Outline has headline, sections and quotations by speaker, and breadcrumbs follow', async () => {
  const { page } = reader;
  await reader.command('Explorer: Focus on Outline View');
  const row = (name: string): Locator => page.locator('.outline-tree .monaco-list-row', { hasText: name });
  // Few rows are in view.
  await row('Cracks Found in 14 Cables').click();
  await expect.poll(lineNow).toBe(13);
  await page.locator('.breadcrumbs-control', { hasText: 'Cracks Found in 14 Cables' }).waitFor();
  await row('Maren Oduya').first().waitFor();
  await reader.picture('outline');
});

test('a section folds, and its heading stays in sight while it is read', async () => {
  const { page } = reader;
  await reader.find('A $700 Million Repair Bill');
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+Shift+BracketLeft');
  const words = page.locator('.view-line', { hasText: 'The work is expected to cost' });
  await expect.poll(() => words.count()).toBe(0);
  await reader.picture('folded');
  await page.keyboard.press('Control+Shift+BracketRight');
  await words.waitFor();
  await page.setViewportSize({ width: 1200, height: 420 });
  await reader.find('We have hidden nothing');
  const sticky = page.locator('.sticky-widget', { hasText: /Million.*Repair/ });
  await sticky.waitFor();
  await reader.picture('sticky');
  await page.setViewportSize({ width: 1440, height: 900 });
});

test('names and figures of all articles are found as symbols', async () => {
  const { page } = reader;
  for (const [asked, found] of [
    ['#Whitcombe', 'Carla Whitcombe'],
    ['#46,000', '46,000 vehicles'],
  ] as const) {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input[type=text]').first().fill(asked);
    await list().filter({ hasText: found }).first().waitFor();
    await reader.picture(`symbols-${asked.slice(1, 3)}`);
    await page.keyboard.press('Escape');
  }
});

test('hints say who a pronoun is, where they are switched on', async () => {
  await reader.open(tideway);
  const hint = reader.page.locator('.view-line', { hasText: /she\s?Ilse\sVarnholt\s+said/ });
  await hint.first().waitFor();
  await reader.picture('hints');
});

test('claims of two articles are linked by hand, each in its own editor', async () => {
  const { page } = reader;
  const decisions = (): string =>
    [tideway, northline]
      .map((name) => join(reader.workspace, 'seeds/harbour-bridge', `${name}.annotations.yaml`))
      .map((file) => {
        try {
          return readFileSync(file, 'utf8');
        } catch {
          return '';
        }
      })
      .join('');
  const before = decisions();
  await reader.open(tideway);
  await reader.find('lending 250 million euros');
  await page.keyboard.press('Control+1');
  await chord('l');
  await page
    .locator('.statusbar-item', { hasText: /[Ll]ink/ })
    .first()
    .waitFor();
  await reader.open(northline);
  await reader.find('50,000 vehicles');
  await page.keyboard.press('Control+1');
  await reader.picture('link-by-hand');
  await chord('l');
  await expect
    .poll(() => decisions().match(/decision: confirmed/g)?.length ?? 0)
    .toBeGreaterThan(before.match(/decision: confirmed/g)?.length ?? 0);
  await reader.command('Counterpoint: Undo Last Change to Annotations');
  await expect.poll(decisions).toBe(before);
});

test('articles that a codebook names are opened from there', async () => {
  const { page } = reader;
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input[type=text]').first().fill('counterpoint.yaml');
  await list().first().waitFor();
  await page.waitForTimeout(400);
  await page.keyboard.press('Enter');
  const link = page.locator('.detected-link', { hasText: meridian });
  await link.first().waitFor();
  await reader.picture('codebook-links');
  await link.first().click({ modifiers: ['Control'] });
  await page.locator(`.tab.active[data-resource-name="${meridian}"]`).waitFor();
});
