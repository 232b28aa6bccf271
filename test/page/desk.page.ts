import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { git } from '../support/workspace.mjs';
import { cutLenses } from './cut-lenses.ts';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const tideway = '01_tideway-post.txt';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.open(tideway);
  await reader.page.getByRole('tab', { name: 'Counterpoint' }).click();
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

/** The rows of one of the lists. */
const rowsOf = (view: string): Locator =>
  reader.page
    .locator('.pane', { has: reader.page.locator(`.pane-header[aria-label^="${view}"]`) })
    .getByRole('treeitem');

/** What the cursor or selection is in: the line's number, as the status bar has it. */
const position = (): Promise<string | null> =>
  reader.page.locator('[id="status.editor.selection"]').textContent();

/** Keys go to the article. */
const focusArticle = (): Promise<void> => reader.page.keyboard.press('Control+1');

test('the lists tell of the open article and its story', async () => {
  await rowsOf('Story').filter({ hasText: 'Meridian Dispatch' }).first().waitFor({ timeout: 20_000 });
  await rowsOf('Story').filter({ hasText: '14 hangers ↔ 17 hangers' }).waitFor();
  await rowsOf('Claims').filter({ hasText: 'Quotations' }).waitFor();
  await rowsOf('Annotations').filter({ hasText: 'figure' }).waitFor();
  await reader.picture('desk');
});

test('what the article differs in is unfolded, whichever is worked in', async () => {
  await reader.open('02_meridian-dispatch.txt');
  await rowsOf('Story').filter({ hasText: 'more than €600 million ↔ €640 million' }).waitFor();
  await reader.command('View: Close All Editors');
  await reader.open(tideway);
  await rowsOf('Story').filter({ hasText: '14 hangers ↔ 17 hangers' }).waitFor();
});

test('rows say to a screen reader what they show by icon and place', async () => {
  const labels = async (): Promise<string> =>
    (
      await rowsOf('Claims').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''))
    ).join('\n');
  // The third article may still be read.
  await expect.poll(labels).toMatch(/“No toll.*Ilse Varnholt.*in 2 other articles/);
  await expect.poll(labels).toMatch(/only here/);
});

test('what an icon says stands in words beside it', async () => {
  const row = (text: string): Locator => rowsOf('Claims').filter({ hasText: text }).first();
  await expect.poll(() => row('independent, published').textContent()).toMatch(/possibly ·/);
  await expect.poll(() => row('every commuter').textContent()).toMatch(/only here ·/);
});

test('a difference opens both passages side by side', async () => {
  await rowsOf('Story').filter({ hasText: '14 hangers ↔ 17 hangers' }).click();
  await reader.page.locator('.editor-group-container').nth(1).waitFor();
  await reader.place('14 hangers');
  await reader.place('17 hangers');
  await reader.picture('desk-difference');
  await reader.command('View: Close Editors in Other Groups');
  await expect.poll(() => reader.page.locator('.editor-group-container').count()).toBe(1);
});

test('the actions of rows can be clicked', async () => {
  const { page } = reader;
  const action = async (row: Locator, name: string): Promise<void> => {
    await row.hover();
    await row.locator(`.actions a.action-label[aria-label^="${name}"]`).click();
  };
  await action(rowsOf('Story').filter({ hasText: '14 hangers ↔ 17 hangers' }), 'Compare');
  await page.locator('.tab.active', { hasText: '↔' }).waitFor();
  await reader.open(tideway);
  // The list draws only what is in view, and follows the cursor.
  await reader.find('46,000 vehicles');
  await action(rowsOf('Claims').filter({ hasText: '46,000 vehicles' }), 'Annotate');
  await page.locator('.review-widget .monaco-editor.focused').first().waitFor();
  await page.locator('.review-widget').getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => page.locator('.review-widget:visible').count()).toBe(0);
  await reader.command('View: Close All Editors');
  await reader.open(tideway);
  await rowsOf('Story').filter({ hasText: '14 hangers ↔ 17 hangers' }).waitFor();
});

test('the claims are narrowed to what differs, and a row leads to its passage', async () => {
  const { page } = reader;
  await reader.open(tideway);
  await reader.command('Counterpoint: Filter Claims');
  const box = page.locator('.quick-input-widget input[type=text]').first();
  await box.fill('differ');
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: 'differ' }).waitFor();
  await reader.picture('desk-filter');
  await page.keyboard.press('Enter');
  await expect.poll(() => rowsOf('Claims').filter({ hasText: 'Quotations' }).count()).toBe(0);
  const row = rowsOf('Claims').filter({ hasText: '12 per cent' });
  await row.click();
  await expect.poll(position).toMatch(/^Ln 5, /);
  await reader.picture('desk-claims');
  await reader.command('Counterpoint: Show All Claims');
  await rowsOf('Claims').filter({ hasText: 'Quotations' }).waitFor();
});

test('the lists follow the cursor', async () => {
  await reader.find('every commuter');
  await focusArticle();
  await reader.command('Counterpoint: Go to Next Difference');
  await expect.poll(position).toMatch(/^Ln 5, .*\(23 selected\)/);
  for (const view of ['Claims', 'Story'])
    await expect
      .poll(() => rowsOf(view).and(reader.page.locator('[aria-selected="true"]')).textContent())
      .toContain('More than 3,000 workers');
});

test('one item in the status bar tells what there is, and what can be done', async () => {
  const { page } = reader;
  const item = page
    .locator('[id="counterpoint.counterpoint.counterpoint.status"], [id*="counterpoint.status"]')
    .first();
  await expect.poll(() => item.textContent()).toMatch(/\d+ differ · \d+ linked/);
  await item.click();
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Review links' }).waitFor();
  await page.waitForTimeout(300);
  await reader.picture('desk-menu');
  await page.keyboard.press('Escape');
});

test('a review goes by single keys, and the article stays as it is', async () => {
  const { page } = reader;
  await focusArticle();
  await page.keyboard.press('Control+Alt+C');
  await page.keyboard.press('v');
  const head = (n: number) => page.locator('.codelens-decoration', { hasText: `${n}/` }).first();
  await head(1).waitFor();
  const keys = page.locator('[id*="counterpoint.review"]');
  expect(await keys.textContent()).toMatch(/Review 1\/\d+: Esc end, C confirm, .*U undo/);
  await reader.picture('desk-review');
  await page.setViewportSize({ width: 1100, height: 700 });
  await page.getByTitle('End (Esc)').waitFor();
  await reader.picture('desk-review-narrow');
  expect(await cutLenses(page, '[title="End (Esc)"]')).toEqual([]);
  await page.setViewportSize({ width: 1440, height: 900 });
  // A letter that is none of its keys, in the article that has the focus and in the other one.
  const readOnly = page.locator('.monaco-editor-overlaymessage:visible', { hasText: 'read-only' });
  await page.keyboard.press('x');
  await readOnly.waitFor();
  await page.keyboard.press('Control+2');
  const locked = page.locator('.tab-label[class*="decoration-iconBadge"]');
  await expect.poll(() => locked.count()).toBe(2);
  await page.keyboard.press('x');
  await readOnly.waitFor();
  await page.keyboard.press('Control+1');
  await page.keyboard.press('s');
  await head(2).waitFor();
  await page.keyboard.press('c');
  await head(3).waitFor();
  await page.keyboard.press('u');
  await head(2).waitFor();
  await page.keyboard.press('r');
  await head(3).waitFor();
  await page.keyboard.press('u');
  await head(2).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.notification-toast', { hasText: 'Review ended: 0 of' }).waitFor();
  await expect.poll(() => head(2).count()).toBe(0);
  await expect.poll(() => keys.count()).toBe(0);
  // Both can be edited again.
  await page.keyboard.press('Control+2');
  await expect.poll(() => locked.count()).toBe(0);
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Escape');
  await reader.command('View: Close Editors in Other Groups');
  expect(git(reader.workspace, 'status', '--porcelain')).toBe('');
  expect(await page.locator('.tab.dirty').count()).toBe(0);
});

test('a brief is written beside the article', async () => {
  await reader.open(tideway);
  await focusArticle();
  await reader.page.keyboard.press('Control+Alt+C');
  await reader.page.keyboard.press('w');
  await reader.place('## What they tell differently');
  await reader.picture('desk-brief');
});
