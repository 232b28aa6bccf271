import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutLenses } from './cut-lenses.ts';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';
import { comparisonFrame, comparisonIn } from './webview.ts';

/** What the boxes above the table say, where they are narrower than that. */
const CUT_WORDS = `(() => {
  const pen = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('.controls > *')].flatMap((control) => {
    const box = control.shadowRoot?.querySelector('input, .select-face .text, .combobox-input');
    const said = box?.placeholder || box?.value || box?.textContent?.trim();
    if (!said) return [];
    const { font, paddingLeft, paddingRight } = getComputedStyle(box);
    pen.font = font;
    const room = box.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
    return pen.measureText(said).width > room ? [said] : [];
  });
})()`;

let reader: Reader;
beforeAll(async () => {
  reader = await startReader({ language: 'de' });
  await reader.open('01_tideway-post.txt');
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('lenses, cards and lists speak German where the editor does', async () => {
  const { page } = reader;
  await page.locator('.codelens-decoration', { hasText: /\d+ in 2 anderen/ }).waitFor();
  const card = await reader.hover('no timetable is worth');
  await expect.poll(() => card.textContent()).toMatch(/Umformuliert.*Grund: .*Bestätigen.*Nicht dasselbe/s);
  await reader.picture('german-card');
  await page.keyboard.press('Escape');
  await page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Counterpoint/ })
    .click();
  for (const view of ['Story', 'Behauptungen', 'Anmerkungen', 'Namen'])
    await page.locator('.pane-header', { hasText: view }).first().waitFor();
  await page.locator('.pane-body .monaco-list-row', { hasText: /^Zitate/ }).waitFor();
  await page.locator('.pane-body .monaco-list-row', { hasText: 'Weicht ab' }).first().waitFor();
  await reader.picture('german-lists');
});

test('three columns beside each other have room for the lenses, with their German words', async () => {
  const { page } = reader;
  await page.keyboard.press('Control+B');
  for (const [at, name] of [
    '01_tideway-post.txt',
    '02_meridian-dispatch.txt',
    '03_northline.txt',
  ].entries()) {
    await page.keyboard.press(`Control+${at + 1}`);
    await reader.open(name);
  }
  await page.keyboard.press('Control+B');
  await page.getByTitle('Notiz entfernen').first().waitFor();
  await reader.picture('german-columns');
  expect(await cutLenses(page)).toEqual([]);
  await reader.command('View: Close Editors in Other Groups');
});

test('the palette knows the commands by their German names', async () => {
  const { page } = reader;
  await page.locator('.view-lines').first().click();
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').first().fill('>Zum nächsten Unterschied');
  await page
    .locator('.quick-input-list .monaco-list-row', { hasText: 'Counterpoint: Zum nächsten Unterschied' })
    .waitFor();
  await reader.picture('german-palette');
  await page.keyboard.press('Escape');
});

test('the words of the table’s filters have room in an editor beside the lists', async () => {
  const { page } = reader;
  await reader.open('01_tideway-post.txt');
  await page.keyboard.press('Control+Alt+C');
  await page.keyboard.press('x');
  const table = comparisonIn(page);
  await table.getByRole('columnheader', { name: 'Northline' }).waitFor({ timeout: 20_000 });
  await reader.picture('german-table');
  // A box that is too small shows the beginning of its words: as wide as they are, it has room for them.
  expect(await (await comparisonFrame(page)).evaluate<string[]>(CUT_WORDS)).toEqual([]);
});
