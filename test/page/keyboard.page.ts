import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

// A session without the mouse, from opening an article to a note and a decision in its sidecar.
let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.openCompared('03_northline.txt');
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const chord = async (key: string): Promise<void> => {
  await reader.page.keyboard.press('Control+Alt+C');
  await reader.page.keyboard.press(key);
};
const sidecar = (): string => {
  try {
    return readFileSync(
      join(reader.workspace, 'seeds/harbour-bridge/03_northline.txt.annotations.yaml'),
      'utf8',
    );
  } catch {
    return '';
  }
};

test('keys go to a difference, and its card is read and left with keys', async () => {
  const { page } = reader;
  await page.keyboard.press('Control+Home');
  await chord('f');
  await page.locator('.monaco-editor.focused .selected-text').first().waitFor();
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  const card = page.locator('.monaco-hover:visible .monaco-hover-content').first();
  await expect.poll(() => card.textContent()).toMatch(/Differs.*Confirm.*Not the same/s);
  // Once more: into the card, where Tab goes from link to link.
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page.keyboard.press('Tab');
  await expect
    .poll(() =>
      page.evaluate<string>('document.activeElement?.closest(".monaco-hover") ? "card" : "elsewhere"'),
    )
    .toBe('card');
  await reader.picture('keyboard-card');
  await page.keyboard.press('Escape');
});

test('a counterpart is confirmed and taken back at the cursor', async () => {
  const { page } = reader;
  await reader.find('17 hangers');
  await chord('y');
  const list = page.locator('.quick-input-widget', { hasText: 'Which counterpart?' });
  if (await list.isVisible().catch(() => false)) await page.keyboard.press('Enter');
  await page.waitForTimeout(300);
  if (await list.isVisible().catch(() => false)) await page.keyboard.press('Enter');
  await expect.poll(sidecar).toContain('decision: confirmed');
  const toast = page.locator('.notification-toast');
  await toast.filter({ hasText: 'Confirmed as a counterpart: ' }).waitFor();
  await reader.command('Counterpoint: Undo Last Change to Annotations');
  await expect.poll(sidecar).not.toContain('decision: confirmed');
  // What was said before is true no more.
  await toast.filter({ hasText: 'Undone: nothing is decided of this link.' }).waitFor();
  await reader.picture('keyboard-undone');
  expect(await toast.filter({ visible: true }).count()).toBe(1);
});

test('a note is written and kept with keys alone', async () => {
  const { page } = reader;
  await reader.find('17 hangers');
  await chord('a');
  await page.locator('.review-widget .monaco-editor.focused').first().waitFor();
  await page.keyboard.type('Typed without the mouse.');
  await page.keyboard.press('Control+Enter');
  await expect.poll(sidecar).toContain('Typed without the mouse.');
  await reader.picture('keyboard-note');
  // The box is gone, and keys are the article's again.
  await chord('r');
  await page.locator('.quick-input-widget', { hasText: 'Reply to the note' }).waitFor();
  await page.keyboard.press('Escape');
  await chord('a');
  await page.locator('.review-widget .monaco-editor.focused').first().waitFor();
  await page.locator('.review-widget').getByRole('button', { name: 'Cancel' }).first().click();
  await page.locator('.editor-instance > .monaco-editor.focused').first().waitFor();
});

test('after a note in a review, single keys go on with it', async () => {
  const { page } = reader;
  await chord('v');
  const head = (n: number) => page.locator('.codelens-decoration', { hasText: `${n}/` }).first();
  await head(1).waitFor();
  await page.keyboard.press('n');
  const box = page.locator('.quick-input-widget', { hasText: 'New note · ' });
  await box.waitFor();
  await reader.picture('keyboard-review-note');
  await page.keyboard.type('Certain once seen, such notes.');
  await page.keyboard.press('Enter');
  await box.waitFor({ state: 'hidden' });
  const sidecar = join(reader.workspace, 'seeds/harbour-bridge/01_tideway-post.txt.annotations.yaml');
  await expect.poll(() => readFileSync(sidecar, 'utf8')).toContain('Certain once seen, such notes.');
  await page.locator('.editor-instance > .monaco-editor.focused').first().waitFor();
  await page.keyboard.press('s');
  await head(2).waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.notification-toast', { hasText: 'Review ended: 0 of' }).waitFor();
  await reader.command('View: Close Editors in Other Groups');
});

test('a row of a list is reached, opened and acted on with keys', async () => {
  const { page } = reader;
  const isInList = (): Promise<boolean> =>
    page.evaluate<boolean>('document.activeElement?.closest(".pane-body .monaco-list") != null');
  // A view that is opened for the first time is still empty when it takes the focus.
  for (let attempt = 0; attempt < 5 && !(await isInList()); attempt++) {
    await reader.command('Counterpoint: Focus on Claims View');
    await page.waitForTimeout(1500);
  }
  expect(await isInList()).toBe(true);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.locator('.pane-body .monaco-list-row.focused').first().waitFor();
  await page.keyboard.press('Shift+F10');
  const menu = page.locator('.monaco-menu:visible');
  await menu.getByText('Annotate Passage').first().waitFor();
  await reader.picture('keyboard-row');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect
    .poll(() =>
      page
        .locator(
          '.editor-group-container.active .view-lines .selected-text, .editor-group-container.active .selected-text',
        )
        .count(),
    )
    .toBeGreaterThan(0);
  await reader.command('Counterpoint: Focus on Claims View');
  // Keys that the menu shows do in the list what they do in an article.
  await chord('y');
  await page.locator('.notification-toast', { hasText: 'This claim has no counterpart.' }).waitFor();
  for (let row = 0; row < 3; row++) await page.keyboard.press('ArrowDown');
  await chord('y');
  await page.locator('.notification-toast', { hasText: 'Confirmed as a counterpart: ' }).waitFor();
});

test('the story’s table, the brief and the actions open with keys', async () => {
  const { page } = reader;
  await reader.open('03_northline.txt');
  await reader.find('17 hangers');
  await chord('c');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Next difference' }).waitFor();
  await page.keyboard.press('Escape');
  await chord('w');
  await page.locator('.tab.active', { hasText: 'Untitled' }).waitFor();
});
