import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';
import { comparisonIn, savedAs, violationsIn } from './webview.ts';

const tideway = '01_tideway-post.txt';
const northline = '03_northline.txt';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.open(tideway);
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

const comparison = (): FrameLocator => comparisonIn(reader.page);
const grid = (): Locator => comparison().getByRole('grid');
/** A row by what its head says. */
const rowOf = (words: string): Locator =>
  grid()
    .getByRole('row')
    .filter({ has: comparison().getByRole('rowheader', { name: words }) })
    .first();
const cellOf = (words: string, column: number): Locator => rowOf(words).getByRole('gridcell').nth(column);
const focused = (): Locator => grid().locator(':focus');
const shownRows = (): Promise<number> =>
  grid()
    .getAttribute('aria-rowcount')
    .then((count) => Number(count) - 1);
const detail = (): Locator => comparison().getByRole('region', { name: 'Passage' });
const press = (...keys: readonly string[]): Promise<void> =>
  keys.reduce((before, key) => before.then(() => reader.page.keyboard.press(key)), Promise.resolve());

async function choose(label: string, option: string): Promise<void> {
  await comparison().getByRole('combobox', { name: label, exact: true }).click();
  await comparison().getByRole('option', { name: option }).first().click();
}

test('the story opens as a table from the keyboard, what is told differently first', async () => {
  await press('Control+1', 'Control+Alt+C', 'x');
  await grid().getByRole('columnheader', { name: 'Northline' }).waitFor({ timeout: 20_000 });
  await rowOf('14 hangers').waitFor();
  expect(await cellOf('14 hangers', 2).textContent()).toMatch(/≠\s*differs · ✓\s*confirmed\s*17 hangers/);
  expect(await cellOf('14 hangers', 1).textContent()).toMatch(/said\s*Fourteen hangers/);
  expect(await grid().getAttribute('aria-colcount')).toBe('4');
  await grid().getByRole('row').nth(1).getByRole('gridcell').first().focus();
  await reader.picture('comparison');
});

test('one cell is in the order of tabs, and keys move it through the whole table', async () => {
  const rows = await shownRows();
  expect(rows).toBeGreaterThan(100);
  const at = async () => [
    await focused().getAttribute('data-row'),
    await focused().getAttribute('aria-colindex'),
    await grid().locator('[tabindex="0"]').count(),
  ];
  await press('Control+Home');
  expect(await at()).toEqual(['0', '1', 1]);
  await press('ArrowDown', 'ArrowRight', 'End');
  expect(await at()).toEqual(['1', '4', 1]);
  await press('Home', 'ArrowUp', 'ArrowUp');
  expect(await at()).toEqual(['-1', '1', 1]);
  await press('Control+End');
  expect(await at()).toEqual([String(rows - 1), '4', 1]);
  await press('PageUp');
  expect(Number((await at())[0])).toBeLessThan(rows - 5);
  await press('Control+Home', 'PageDown');
  expect(Number((await at())[0])).toBeGreaterThan(5);
  const box = await focused().boundingBox();
  const frame = await grid().boundingBox();
  expect(box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true);
});

test('focus, and the mouse, show the words that differ', async () => {
  await press('Control+Home');
  await cellOf('No toll and no timetable', 1).focus();
  await detail().locator('ins, del').first().waitFor();
  await reader.picture('comparison-diff');
  // The first move of a mouse that was elsewhere is none to the page.
  await cellOf('14 hangers', 1).hover();
  await cellOf('14 hangers', 2).hover();
  await expect.poll(() => detail().textContent()).toMatch(/Northline News Agency.*line \d+/);
  await expect.poll(() => detail().locator('ins').textContent()).toContain('17');
});

test('the table is narrowed and ordered', async () => {
  for (const shown of ['All kinds', 'All claims', 'Most disagreement first'])
    await comparison().locator('vscode-single-select', { hasText: shown }).first().waitFor();
  const all = await shownRows();
  await choose('Agreement', 'Told differently');
  await expect.poll(shownRows).toBeLessThan(20);
  await choose('Kind', 'Quotations');
  await expect.poll(shownRows).toBe(0);
  await comparison().getByText('No claim fits these filters.').waitFor();
  await choose('Kind', 'All kinds');
  await choose('Agreement', 'All claims');
  await expect.poll(shownRows).toBe(all);
  await grid().getByRole('rowheader').first().focus();
  await press('/');
  await reader.page.keyboard.type('hangers 17');
  await expect.poll(shownRows).toBeLessThan(5);
  await rowOf('14 hangers').waitFor();
  await comparison()
    .getByRole('searchbox', { name: 'Search claims' })
    .or(comparison().getByLabel('Search claims'))
    .first()
    .fill('');
  await expect.poll(shownRows).toBe(all);
  await grid().getByRole('columnheader', { name: 'Meridian' }).click();
  expect(await grid().getByRole('columnheader', { name: 'Meridian' }).getAttribute('aria-sort')).toBe(
    'ascending',
  );
  await choose('Order', 'Most disagreement first');
});

const tabOf = (name: string): Locator => reader.page.locator(`.tab.active[data-resource-name="${name}"]`);
const isPreview = (name: string): Promise<boolean> => tabOf(name).locator('.italic').first().isVisible();
const groups = (): Promise<number> => reader.page.locator('.editor-group-container').count();
/** What is selected in the editor that has the focus. */
const selected = (): Promise<string | null> =>
  reader.page
    .locator('[id="status.editor.selection"]')
    .textContent({ timeout: 1000 })
    .catch(() => null);
async function backToTable(): Promise<void> {
  await press('Control+1');
  await reader.command('View: Close Editors in Other Groups');
  await expect.poll(groups).toBe(1);
}

test('a click shows the passage beside in a preview, and the keys go on in the table', async () => {
  const cell = cellOf('14 hangers', 2);
  await cell.click();
  await tabOf(northline).waitFor();
  await reader.place('17 hangers');
  await reader.page.locator('.editor-group-container .selected-text').first().waitFor();
  expect(await isPreview(northline)).toBe(true);
  await reader.picture('comparison-looked');
  expect(await focused().textContent()).toContain('17 hangers');
  const [box, frame] = [await cell.boundingBox(), await grid().boundingBox()];
  expect(box && frame && box.x >= frame.x && box.x + box.width <= frame.x + frame.width + 1).toBe(true);
  await press('ArrowLeft', ' ');
  expect(await focused().textContent()).toContain('Fourteen hangers');
  await expect.poll(() => tabOf(northline).count()).toBe(0);
  await reader.place('Fourteen hangers');
  await cell.dblclick();
  await expect.poll(selected).toMatch(/10 selected/);
  expect(await isPreview(northline)).toBe(false);
  await backToTable();
});

test('the first click puts a column beside the table, and a second one still goes there', async () => {
  await cellOf('14 hangers', 2).dblclick();
  await expect.poll(selected).toMatch(/10 selected/);
  expect(await isPreview(northline)).toBe(false);
  await backToTable();
});

test('a cell without a passage opens nothing, and Shift opens both', async () => {
  await grid().locator('.absent').first().click();
  await reader.page.waitForTimeout(1000);
  expect(await groups()).toBe(1);
  await cellOf('14 hangers', 2).click({ modifiers: ['Shift'] });
  await tabOf(northline).waitFor();
  await tabOf(tideway).waitFor();
  await reader.picture('comparison-both');
  // Both beside the table, one above the other: it stays in sight.
  expect(await groups()).toBe(3);
  await cellOf('14 hangers', 2).waitFor();
  const [upper, lower] = [await tabOf(tideway).boundingBox(), await tabOf(northline).boundingBox()];
  expect(upper && lower && upper.y < lower.y && upper.x === lower.x).toBe(true);
  await backToTable();
});

test('in a narrow column the filters fold, and what can be done with a passage stays in sight', async () => {
  const { page } = reader;
  await cellOf('14 hangers', 2).dblclick();
  await expect.poll(selected).toMatch(/10 selected/);
  await page.setViewportSize({ width: 1100, height: 700 });
  const filters = comparison().getByRole('button', { name: /^Filters and order/ });
  await filters.waitFor();
  const kinds = comparison().getByRole('combobox', { name: 'Kind', exact: true });
  expect(await kinds.isVisible()).toBe(false);
  await cellOf('14 hangers', 2).click();
  const button = detail().getByRole('button', { name: 'Open both passages' });
  const [box, frame] = [await button.boundingBox(), await detail().boundingBox()];
  expect(box && frame && box.y >= frame.y && box.y + box.height <= frame.y + frame.height).toBe(true);
  await reader.picture('comparison-narrow');
  await filters.click();
  await choose('Kind', 'Figures');
  await comparison().getByRole('button', { name: 'Filters and order (1)' }).waitFor();
  await reader.picture('comparison-narrow-filters');
  await choose('Kind', 'All kinds');
  await filters.click();
  await page.setViewportSize({ width: 1440, height: 900 });
  await backToTable();
});

/** Writes the folder's settings until the page has them: of a file that is made anew its watcher may miss a change. */
async function withSettings(settings: object, seen: () => Promise<unknown>): Promise<void> {
  mkdirSync(join(reader.workspace, '.vscode'), { recursive: true });
  for (let attempt = 1; ; attempt++) {
    // Other bytes each time, or there is nothing to be told.
    const text = `${JSON.stringify(settings)}${'\n'.repeat(attempt)}`;
    writeFileSync(join(reader.workspace, '.vscode/settings.json'), text);
    const missed = await seen().then(
      () => null,
      (error: unknown) => error,
    );
    if (missed === null) return;
    if (attempt === 4) throw missed;
  }
}

test('where lists open by a double click, a click only selects', async () => {
  // That the setting is read can be seen by another one.
  const shown = { 'workbench.list.openMode': 'doubleClick', 'workbench.activityBar.location': 'hidden' };
  const bar = reader.page.locator('.activitybar');
  await withSettings(shown, () => bar.waitFor({ state: 'hidden', timeout: 10_000 }));
  const cell = cellOf('14 hangers', 2);
  await cell.click();
  await reader.page.waitForTimeout(1000);
  expect(await groups()).toBe(1);
  expect(await focused().textContent()).toContain('17 hangers');
  await cell.dblclick();
  await expect.poll(selected).toMatch(/10 selected/);
  await withSettings({}, () => bar.waitFor({ state: 'visible', timeout: 10_000 }));
  await backToTable();
});

test('Enter opens the passage beside for good, and the table keeps its place', async () => {
  await cellOf('14 hangers', 2).focus();
  await press('Enter');
  await tabOf(northline).waitFor();
  await reader.place('17 hangers');
  await expect.poll(selected).toMatch(/10 selected/);
  expect(await isPreview(northline)).toBe(false);
  await reader.picture('comparison-opened');
  await backToTable();
});

test('a change of an article is followed, and the focus stays', async () => {
  await cellOf('14 hangers', 2).focus();
  const file = join(reader.workspace, 'seeds/harbour-bridge', northline);
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, before.replace('17 hangers', '19 hangers'));
  await expect.poll(() => cellOf('14 hangers', 2).textContent()).toContain('19 hangers');
  expect(await focused().textContent()).toContain('19 hangers');
  writeFileSync(file, before);
  await expect.poll(() => cellOf('14 hangers', 2).textContent()).toContain('17 hangers');
});

test('what is shown is saved as CSV, Markdown and PNG', async () => {
  const csv = (await savedAs(reader, 'csv')).toString('utf8');
  expect(csv).toMatch(/^\uFEFF"Kind","Speaker","Claim","Sentence","Tideway Post \(2026-03-02\)"/);
  expect(csv).toMatch(
    /"Figure","Maren Oduya","14 hangers",.*"differs \(value\): 17 hangers \(line \d+\) · confirmed by Jon Petersen · Records of .*"\r\n/,
  );
  const markdown = (await savedAs(reader, 'md')).toString('utf8');
  expect(markdown).toMatch(/^# .*\n\n\| Kind \| Speaker \| Claim \|/);
  const png = await savedAs(reader, 'png');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.length).toBeGreaterThan(20_000);
  writeFileSync('test-results/screens/comparison-saved.png', png);
});

test('what is told is decided on and noted in the table, by key and button', async () => {
  const { page } = reader;
  const toast = (said: string) => page.locator('.notification-toast', { hasText: said });
  const folder = join(reader.workspace, 'seeds/harbour-bridge');
  const sidecar = (name: string): string => {
    const file = join(folder, `${name}.annotations.yaml`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  const before = sidecar(tideway);
  const cell = cellOf('12 per cent', 2);
  await cell.focus();
  await press('c');
  await toast('Confirmed as a counterpart: ').waitFor();
  await expect.poll(() => cell.textContent()).toMatch(/differs · ✓\s*confirmed/);
  // The next key is for the table still.
  expect(await focused().textContent()).toContain('15 per cent');
  await detail()
    .getByText(/confirmed by /)
    .waitFor();
  await detail().getByRole('button', { name: 'Withdraw decision' }).waitFor();
  await reader.picture('comparison-decided');
  expect(sidecar(tideway)).toContain('decision: confirmed');
  await press('u');
  await expect.poll(() => cell.textContent()).not.toMatch(/confirmed/);
  expect(sidecar(tideway)).toBe(before);
  await detail().getByRole('button', { name: 'Not the same (R)' }).click();
  await toast('Rejected as a counterpart').waitFor();
  await expect.poll(() => cell.textContent()).not.toContain('15 per cent');
  await cellOf('12 per cent', 1).focus();
  await press('u');
  await expect.poll(() => cell.textContent()).toContain('15 per cent');
  await cell.focus();
  await press('n');
  await page.locator('.quick-input-widget', { hasText: 'New note · “15 per cent”' }).waitFor();
  await page.keyboard.type('Whose count?');
  await press('Enter');
  await expect.poll(() => sidecar(northline)).toContain('Whose count?');
  await expect.poll(() => focused().textContent()).toContain('15 per cent');
  await press('u');
  await expect.poll(() => sidecar(northline)).toBe('');
});

test.each(['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'])(
  'axe-core finds nothing in %s',
  async (theme) => {
    await reader.theme(theme);
    await cellOf('No toll and no timetable', 1).focus();
    await detail().locator('ins, del').first().waitFor();
    const name = theme.toLowerCase().replaceAll(' ', '-');
    await reader.picture(`comparison-${name}`);
    expect(await violationsIn(reader.page)).toEqual([]);
    await press('Control+End');
    await grid().locator('.possible').first().waitFor();
    expect(await violationsIn(reader.page)).toEqual([]);
    await reader.picture(`comparison-${name}-end`);
    await press('Control+Home');
    await reader.page.setViewportSize({ width: 760, height: 800 });
    await reader.command('View: Toggle Primary Side Bar Visibility');
    await reader.page.waitForTimeout(600);
    await reader.picture(`comparison-${name}-narrow`);
    await reader.command('View: Toggle Primary Side Bar Visibility');
    await reader.page.setViewportSize({ width: 1440, height: 900 });
  },
  120_000,
);

/** What VS Code has written down of the open editors, their states among it. */
const KEPT_EDITORS = `(async () => {
  const asked = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const kept = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name.startsWith('vscode-web-state-db')) continue;
    const database = await asked(indexedDB.open(name));
    const items = database.transaction('ItemTable').objectStore('ItemTable');
    kept.push(await asked(items.get('memento/workbench.parts.editor')));
    database.close();
  }
  return kept.join('');
})()`;

test('another editor in front, or a reload, brings the table back as it was', async () => {
  await reader.theme('Light Modern');
  await choose('Kind', 'Quotations');
  await grid().getByRole('rowheader').first().focus();
  await press('PageDown', 'PageDown', 'ArrowRight');
  const before = await focused().textContent();
  const count = await shownRows();
  const top = await grid().evaluate((element: { readonly scrollTop: number }) => element.scrollTop);
  expect(top).toBeGreaterThan(100);
  await reader.page.locator('.tab', { hasText: tideway }).click();
  await reader.place('14 hangers');
  await reader.page.locator('.tab', { hasText: 'Story comparison' }).click();
  await expect.poll(shownRows).toBe(count);
  expect(await grid().locator('[tabindex="0"]').textContent()).toBe(before);
  await grid().locator('[tabindex="0"]').focus();
  await press('End');
  const last = await focused().textContent();
  // In a browser, VS Code writes down what is open when it has time.
  await expect
    .poll(() => reader.page.evaluate<string>(KEPT_EDITORS), { timeout: 100_000, interval: 1000 })
    .toMatch(/kind\\*":\\*"quotation\\*".*03_northline\.txt\\+"/s);
  await reader.page.reload();
  await grid().getByRole('columnheader', { name: 'Northline' }).waitFor({ timeout: 40_000 });
  await expect.poll(shownRows).toBe(count);
  expect(await grid().locator('[tabindex="0"]').textContent()).toBe(last);
  await expect
    .poll(() => grid().evaluate((element: { readonly scrollTop: number }) => element.scrollTop))
    .toBe(top);
  await reader.picture('comparison-reloaded');
}, 200_000);

test('a story that is known no more says so, also to who saves its table', async () => {
  const gone = 'This story is not known any more.';
  await withSettings({ 'counterpoint.enabled': false }, () =>
    comparison().getByText(gone).waitFor({ timeout: 20_000 }),
  );
  await comparison().getByRole('button', { name: 'Save as CSV' }).click();
  await reader.page.locator('.notification-toast', { hasText: gone }).waitFor();
  await reader.picture('comparison-gone');
});
