import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

const article = '02_meridian-dispatch.txt';
const answer = 'In two of them only.';

let reader: Reader;
let sidecar: string;
beforeAll(async () => {
  reader = await startReader();
  sidecar = join(reader.workspace, 'seeds', 'harbour-bridge', `${article}.annotations.yaml`);
  const codebook =
    'tags:\n  figure:\n    shortcut: f\n  budget:\n    title: Money of the state\n    shortcut: b\n    colour: green\n';
  writeFileSync(join(reader.workspace, 'counterpoint.yaml'), codebook);
  await reader.open(article);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const noted = (text: string): boolean => readFileSync(sidecar, 'utf8').includes(text);

test('a note is answered in its thread', async () => {
  const { page } = reader;
  await reader.find('€250 million');
  const thread = page.locator('.review-widget', { hasText: 'Agrees in all three' });
  if (!(await thread.isVisible())) await page.locator('.comment-range-glyph.comment-thread').first().click();
  await thread.waitFor();
  // Closed, or open already where the thread has the focus.
  await thread
    .locator('.review-thread-reply-button:visible, .comment-form .monaco-editor:visible')
    .first()
    .click();
  await page.keyboard.type(answer);
  await reader.picture('reply-typed');
  await thread.getByText('Reply to Annotation', { exact: true }).click();
  await expect.poll(() => noted(answer)).toBe(true);
  await thread.locator('.review-comment', { hasText: answer }).waitFor();
  await reader.picture('reply');
});

test('a tag’s shortcut gives the tag at once', async () => {
  const { page } = reader;
  await reader.find('€250 million');
  await reader.command('Counterpoint: Set Tag of Annotation');
  const list = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Money of the state' });
  await list.first().waitFor();
  await reader.picture('tags');
  await page.keyboard.type('b');
  await expect.poll(() => noted('tags:\n      - figure\n      - budget\n')).toBe(true);
});

test('while its sidecar has a mistake a note is as it was read last, and the status bar says why', async () => {
  const { page } = reader;
  const sound = readFileSync(sidecar, 'utf8');
  writeFileSync(sidecar, sound.replace('    status', '\tstatus'));
  const words = 'Annotations are as last read and can’t be changed';
  const told = page.locator('.statusbar-item', { hasText: words });
  await told.waitFor({ timeout: 30_000 });
  await reader.find('€250 million');
  const thread = page.locator('.review-widget', { hasText: 'Agrees in all three' });
  if (!(await thread.isVisible())) await page.locator('.comment-range-glyph.comment-thread').first().click();
  await thread.getByText('As last read').waitFor();
  expect(await thread.locator('.comment-form:visible').count()).toBe(0);
  await reader.picture('as-last-read-note');
  await reader.theme('Dark Modern');
  await reader.picture('as-last-read-dark');
  await told.click();
  await page.locator('.tab.active', { hasText: 'annotations.yaml' }).waitFor();
  writeFileSync(sidecar, sound);
  await reader.open(article);
  await expect.poll(() => told.count(), { timeout: 30_000 }).toBe(0);
});

test('an article is renamed while a note on it is written: the box is open again on it, and its loss is told', async () => {
  const { page } = reader;
  const [from, to] = ['03_northline.txt', '03_northline-second.txt'];
  await reader.open(from);
  await reader.find('17 hangers');
  await reader.command('Counterpoint: Annotate Passage');
  const box = page.locator('.review-widget').filter({ hasText: 'New note' });
  await box.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.type('Which survey?');
  await page.getByRole('treeitem', { name: from, exact: true }).click();
  await page.keyboard.press('F2');
  const name = page.locator('.explorer-item-edited input');
  await name.fill(to);
  await name.press('Enter');
  await page
    .locator('.notification-toast', { hasText: 'renamed while you were writing a note' })
    .waitFor({ timeout: 20_000 });
  await page.locator(`.tab.active[data-resource-name="${to}"]`).waitFor();
  await box.waitFor();
  await reader.picture('renamed-while-noted');
  await box.locator('.monaco-editor').first().click();
  await page.keyboard.type('Which of the two surveys?');
  await box.getByText('Save Note', { exact: true }).click();
  const moved = sidecar.replace(article, to);
  await expect.poll(() => existsSync(moved) && readFileSync(moved, 'utf8')).toContain('two surveys');
  expect(readFileSync(moved, 'utf8')).toContain('exact: "17 hangers"');
  expect(existsSync(sidecar.replace(article, from))).toBe(false);
});
