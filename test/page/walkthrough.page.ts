import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

// A new user, from nothing but the palette: takes the practice story, and is led through it.
let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const step = (title: string) => reader.page.locator('.getting-started-step', { hasText: title });
const done = (title: string) => step(title).locator('.codicon-getting-started-step-checked');
/** Brings the walkthrough back to the front, as with its tab. */
const back = async (): Promise<void> => {
  await reader.page
    .locator('.tab', { hasText: /^(?:Welcome|Walkthrough)/ })
    .first()
    .click();
};

test('the first steps have five steps, each with a picture', async () => {
  const { page } = reader;
  // Commands are there once extensions are.
  await page.getByRole('tab', { name: /^Counterpoint/ }).waitFor();
  await reader.command('Counterpoint: Show the First Steps');
  await page.locator('.getting-started-step').first().waitFor();
  await expect.poll(() => page.locator('.getting-started-step').count()).toBe(5);
  for (const title of ['See who else says it', 'Confirm or reject links', 'Write down what you find']) {
    await step(title).click();
    const picture = page.locator('.getting-started-media img').first();
    await expect
      .poll(() => picture.evaluate((image: { naturalWidth: number }) => image.naturalWidth))
      .toBeGreaterThan(500);
  }
  await step('Take a practice story').click();
  await reader.picture('walkthrough');
});

test('the practice story is copied where the analyst says, over nothing, and the walkthrough goes on there', async () => {
  const { page, workspace } = reader;
  const parent = join(workspace, '..', 'elsewhere');
  const folder = join(parent, 'counterpoint-practice');
  const own = join(folder, 'harbour-bridge', '03_northline.txt');
  mkdirSync(join(folder, 'harbour-bridge'), { recursive: true });
  writeFileSync(own, 'My own words.\n');
  await page.getByRole('button', { name: 'Copy the Practice Story' }).click();
  const box = page.locator('.quick-input-widget input[type=text]').first();
  await page.locator('.quick-input-widget', { hasText: 'Where is the practice story to be?' }).waitFor();
  const listed = page.locator('.quick-input-list .monaco-list-row', { hasText: 'counterpoint-practice' });
  const asked = page.locator('.notification-toast', { hasText: 'The practice story is in' });
  const isIn = (shown: Locator, timeout: number): Promise<boolean> =>
    shown
      .first()
      .waitFor({ timeout })
      .then(
        () => true,
        () => false,
      );
  // Until it has listed a folder the dialog writes over what is typed, and hears no button.
  const copied = async (): Promise<boolean> => {
    if (!(await isIn(box, 500))) return isIn(asked, 5000);
    await box.fill(`${parent}/`);
    if (!(await isIn(listed, 2000))) return false;
    await page.waitForTimeout(500);
    if ((await box.inputValue().catch(() => '')) !== `${parent}/`) return false;
    await page.getByRole('button', { name: 'Copy Here' }).click();
    return isIn(asked, 5000);
  };
  await expect.poll(copied, { timeout: 60_000 }).toBe(true);
  expect(readFileSync(own, 'utf8')).toBe('My own words.\n');
  expect(existsSync(join(folder, 'counterpoint.yaml'))).toBe(true);
  expect(readFileSync(join(folder, 'harbour-bridge', '01_tideway-post.txt'))).toEqual(
    readFileSync(join(workspace, 'seeds', 'harbour-bridge', '01_tideway-post.txt')),
  );
  await reader.picture('walkthrough-copied');
  await asked.getByRole('button', { name: 'Open Folder' }).click();
  await page.locator('.explorer-folders-view', { hasText: 'harbour-bridge' }).waitFor({ timeout: 30_000 });
  await page.locator('.getting-started-step').first().waitFor({ timeout: 30_000 });
  await done('Take a practice story').waitFor();
});

test('each step is ticked off by doing it', async () => {
  const { page } = reader;
  await step('See who else says it').click();
  const box = page.locator('.quick-input-widget input[type=text]').first();
  const row = page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'tideway' });
  const tab = page.locator('.tab', { hasText: '01_tideway-post.txt' });
  // A window that is just opened may take the focus away once more, which closes the list, and finds out its files first.
  for (let attempt = 0; attempt < 6 && !(await tab.isVisible()); attempt++) {
    await page.getByRole('button', { name: 'Choose an Article' }).click();
    await box.fill('01_tideway-post.txt', { timeout: 3000 }).catch(() => {});
    await row.waitFor({ timeout: 4000 }).catch(() => {});
    await page.waitForTimeout(400);
    await page.keyboard.press('Enter');
    await tab.waitFor({ timeout: 4000 }).catch(() => {});
  }
  await page.locator('.codelens-decoration', { hasText: 'elsewhere' }).first().waitFor();
  await page.keyboard.press('Control+Alt+C');
  await page.keyboard.press('f');
  await page.keyboard.press('Control+Alt+C');
  await page.keyboard.press('v');
  await page.getByTitle('Confirm (C)').first().waitFor();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Alt+C');
  await page.keyboard.press('a');
  await page.locator('.review-widget').first().waitFor();
  await page.keyboard.press('Escape');
  await back();
  for (const title of [
    'See who else says it',
    'Go from difference to difference',
    'Confirm or reject links',
    'Write down what you find',
  ])
    await done(title).waitFor();
  await reader.picture('walkthrough-done');
});
