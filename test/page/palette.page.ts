import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

// A command that finds nothing to do says so, and what it asks is asked in its own words.
const tideway = '01_tideway-post.txt';
const northline = '03_northline.txt';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.openCompared(tideway);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test.each([
  ['Confirm Counterpart', 'cough syrup', 'There is no counterpart at the cursor.'],
  ['Withdraw Decision on Counterpart', '12 per cent', 'No counterpart at the cursor was confirmed.'],
  ['Dismiss Wrong Finding', 'cough syrup', 'There is no marked quotation, figure or name at the cursor.'],
  ['Write Present Places of Annotations', 'cough syrup', 'name their present places already'],
  [
    'Save Annotations That Could Not Be Saved',
    'cough syrup',
    'There is no annotation that could not be saved.',
  ],
])('%s at “%s” says: %s', async (title, words, said) => {
  await reader.find(words);
  await reader.command(`Counterpoint: ${title}`);
  await reader.page.locator('.notification-toast', { hasText: said }).waitFor();
  await reader.command('Notifications: Clear All Notifications');
});

test.each([
  ['Edit Annotation', 'Which annotation is to be edited?'],
  ['Remove Annotation', 'Which annotation is to be removed?'],
  ['Reply to Annotation', 'Which annotation is to be answered?'],
])('%s asks: %s', async (title, asked) => {
  await reader.find('cough syrup');
  await reader.command(`Counterpoint: ${title}`);
  await reader.page.locator('.quick-input-widget', { hasText: asked }).waitFor();
  await reader.page.keyboard.press('Escape');
});

test('where an article has no annotations, none is asked for', async () => {
  await reader.open(northline);
  await reader.command('Counterpoint: Edit Annotation');
  await reader.page
    .locator('.notification-toast', { hasText: 'This article has no annotations yet.' })
    .waitFor();
  expect(await reader.page.locator('.quick-input-widget:visible').count()).toBe(0);
});

test.each(['Merge Sidecar in Conflict by Notes', 'Compare Conflict Side by Side', 'Accept Ours'])(
  'on a sidecar without a conflict, %s says that there is none',
  async (title) => {
    const { page } = reader;
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input[type=text]').first().fill(`${tideway}.annotations.yaml`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'annotations.yaml' }).first().click();
    await page.locator('.tab.active', { hasText: 'annotations.yaml' }).waitFor();
    await reader.command(`Counterpoint: ${title}`);
    await page.locator('.notification-toast', { hasText: 'There is no conflict in this sidecar.' }).waitFor();
    await reader.command('Notifications: Clear All Notifications');
  },
);
