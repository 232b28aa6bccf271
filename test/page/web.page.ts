// A VS Code without a server, as vscode.dev is one: the extension and its engine run in the browser.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { startWebReader, type WebReader } from './reader.ts';
import { comparisonIn } from './webview.ts';

const tideway = '01_tideway-post.txt';
const note = 'Does the ministry give a source?';

let reader: WebReader;
beforeAll(async () => {
  reader = await startWebReader();
  await reader.openCompared(tideway);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

test('in a browser alone articles are read and compared, and what was found is marked', async () => {
  await reader.place('a risk that no honest', ({ marks }) =>
    marks.some(({ outline }) => outline === 'solid'),
  );
  await reader.place('1974', ({ text }) => text.underline === 'double');
  await reader.picture('web');
});

test('a card names the counterpart, and leads to it', async () => {
  const { page } = reader;
  const card = await reader.hover('46,000');
  await card.getByText('Meridian Dispatch').first().waitFor();
  await reader.picture('web-card');
  await card.getByText('Open beside').first().click();
  await page.locator('.tab.active[data-resource-name="02_meridian-dispatch.txt"]').waitFor();
});

test('a note is written to a sidecar, and its passage is marked', async () => {
  const { page } = reader;
  await reader.command('View: Close All Editors');
  await reader.openCompared(tideway);
  await reader.find('a quarter');
  await reader.command('Counterpoint: Annotate Passage');
  const box = page.locator('.review-widget').filter({ hasText: 'New note' });
  await box.locator('.monaco-editor.focused').waitFor();
  await page.keyboard.type(note);
  await box.getByText('Save Note', { exact: true }).click();
  await reader.place('a quarter', ({ marks }) => marks.some(({ border }) => border === 'dashed'));
  await reader.picture('web-note');
  await page
    .getByRole('treeitem', { name: `${tideway}.annotations.yaml` })
    .first()
    .click();
  await expect
    .poll(async () =>
      (await page.locator('.editor-group-container.active .view-lines').first().textContent())?.replaceAll(
        '\u00a0',
        ' ',
      ),
    )
    .toContain(note);
});

test('the story is compared in a table', async () => {
  await reader.openCompared(tideway);
  await reader.command('Counterpoint: Compare the Story in a Table');
  await comparisonIn(reader.page).getByRole('columnheader', { name: 'Northline' }).waitFor();
  await reader.picture('web-table');
});
