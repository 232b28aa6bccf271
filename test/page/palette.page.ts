import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

test('a counterpart that is only possible is shown before it is confirmed, and the message says which it was', async () => {
  const { page } = reader;
  const whole = 'Varnholt brushed aside claims';
  // On a name within a sentence that has such a counterpart alone.
  await reader.find('quayside in Port');
  await reader.command('Counterpoint: Confirm Counterpart');
  const row = page.getByRole('option', { name: /possibly.*Meridian Dispatch, 2026-03-03, line \d+/ });
  await row.filter({ hasText: whole }).click();
  await page
    .locator('.notification-toast', {
      hasText: new RegExp(`Confirmed as a counterpart: Meridian Dispatch.*${whole}`),
    })
    .waitFor();
  await reader.picture('palette-confirmed');
  await reader.command('Counterpoint: Undo Last Change to Annotations');
  await page.locator('.notification-toast', { hasText: 'nothing is decided of this link' }).waitFor();
  await reader.command('Notifications: Clear All Notifications');
});

test('where an article has no annotations, none is asked for', async () => {
  await reader.open(northline);
  await reader.command('Counterpoint: Edit Annotation');
  await reader.page
    .locator('.notification-toast', { hasText: 'This article has no annotations yet.' })
    .waitFor();
  // The palette may still be closing; a box that asks would stay.
  await expect.poll(() => reader.page.locator('.quick-input-widget:visible').count()).toBe(0);
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

test('claims are filtered before their list was ever opened, and it comes to the front', async () => {
  const { page } = reader;
  await reader.open(tideway);
  await reader.command('Counterpoint: Filter Claims');
  const differ = page.getByRole('option', { name: /differ, [1-9]/ });
  await differ.first().click();
  const claims = page.locator('.pane', { has: page.locator('.pane-header[aria-label^="Claims"]') });
  await claims
    .getByRole('treeitem', { name: /46,000 vehicles/ })
    .first()
    .waitFor();
  expect(await claims.getByRole('treeitem', { name: /^Quotations/ }).count()).toBe(0);
  await reader.picture('palette-filtered');
});

test('places that have a note already are counted apart, one as one', async () => {
  const { page } = reader;
  await reader.open(tideway);
  await reader.find('14 hangers');
  await reader.command('Counterpoint: Annotate All Occurrences');
  const row = page.getByRole('option', { name: /14 hangers.*1 place in the story/ });
  await row.waitFor();
  expect(await row.getAttribute('aria-label')).toContain('1 more has a note already and stays as it is');
  await page.keyboard.press('Escape');
});

test('texts that are made articles are told of, also where they were articles already', async () => {
  await reader.open(tideway);
  await reader.command('Counterpoint: Read the Texts of This Folder as Articles');
  await reader.page
    .locator('.notification-toast', { hasText: 'counterpoint.yaml was made to say so' })
    .waitFor();
});

test('outlet and date of an article are stated without a line of YAML', async () => {
  const { page } = reader;
  const title = 'Counterpoint: Set Outlet, Date, Headline or Address of Article';
  const sidecar = join(reader.workspace, 'seeds/harbour-bridge', `${northline}.annotations.yaml`);
  const row = (text: string) => page.locator('.quick-input-list .monaco-list-row.focused', { hasText: text });
  await reader.open(northline);
  await reader.command(title);
  await row('Outlet').waitFor();
  await reader.picture('palette-article-details');
  await page.keyboard.press('Enter');
  const box = page.locator('.quick-input-widget', { hasText: 'Kept in the sidecar' });
  await box.waitFor();
  await box.locator('input').first().fill('Northline Daily');
  await page.keyboard.press('Enter');
  // The list is back, at the next one.
  await row('Published').waitFor();
  await page.keyboard.press('Enter');
  await box.waitFor();
  await box.locator('input').first().fill('yesterday');
  await page.getByText('Write the day like 2026-01-31.').waitFor();
  await page.locator('.quick-input-widget input[type=text]').first().fill('2026-03-05');
  await page.keyboard.press('Enter');
  await row('Headline').waitFor();
  await page.keyboard.press('Escape');
  await expect
    .poll(() => readFileSync(sidecar, 'utf8'))
    .toMatch(/outlet: Northline Daily\n(?:.*\n)*?\s+published: "2026-03-05"/);
  await reader.command('Counterpoint: Undo Last Change to Annotations');
  await page.locator('.notification-toast', { hasText: 'details are as they were before' }).waitFor();
  await reader.command('Counterpoint: Undo Last Change to Annotations');
  // It was made for them.
  await expect.poll(() => existsSync(sidecar)).toBe(false);
});
