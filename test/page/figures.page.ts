import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';
import { comparisonIn, savedAs, violationsIn } from './webview.ts';

const tideway = '01_tideway-post.txt';

let reader: Reader;
beforeAll(async () => {
  reader = await startReader();
  await reader.openCompared(tideway);
  await reader.command('Counterpoint: Compare the Story in a Table');
  await tab('Figures').click({ timeout: 40_000 });
});
afterAll(() => reader?.close());
pictureFailures(() => reader);

/** What is asked of elements of the page: the project's sources know no DOM. */
interface Matching {
  matches(selector: string): boolean;
}
interface Wide {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}

const page = () => comparisonIn(reader.page);
const tab = (name: string): Locator => page().getByRole('tab', { name });
const value = (name: RegExp): Locator => page().getByRole('button', { name });
const measure = (name: string): Locator =>
  page()
    .locator('.measure')
    .filter({ has: page().getByRole('heading', { name }) });
const told = (): Locator => page().locator('[role="status"]:visible').first();

test('figures that several articles give stand on a scale, with what differs', async () => {
  await measure('Hangers').locator('svg').waitFor();
  expect(await measure('Hangers').textContent()).toContain('differs in 1 of 3 articles: value');
  await value(/Northline News Agency, .*17 hangers, differs: value/).waitFor();
  await value(/Tideway Post, .*14 hangers, first/).waitFor();
  await reader.picture('figures');
});

test('the keyboard goes from value to value, and Enter opens the passage', async () => {
  const first = value(/Tideway Post, .*14 hangers, first/);
  await first.focus();
  await reader.page.keyboard.press('End');
  const last = value(/17 hangers, differs: value/);
  await expect.poll(() => last.evaluate((element: Matching) => element.matches(':focus'))).toBe(true);
  await reader.picture('figures-focus');
  await reader.page.keyboard.press('Enter');
  await reader.page.locator('.editor-group-container').nth(1).waitFor();
  await reader.place('17 hangers');
  await reader.picture('figures-opened');
});

test('a click shows the passage beside, and the keys go on in the plot', async () => {
  const first = value(/Tideway Post, .*14 hangers, first/);
  await first.click();
  await reader.place('14 hangers');
  await expect.poll(() => first.evaluate((element: Matching) => element.matches(':focus'))).toBe(true);
  expect(await reader.page.locator('.editor-group-container').count()).toBe(2);
});

test('each plot has a table of the same', async () => {
  await measure('Hangers').getByText('Values as a table').click();
  const row = measure('Hangers').getByRole('row', { name: /Northline/ });
  await expect.poll(() => row.textContent()).toMatch(/17 hangers.*differs: value/s);
});

test('the timeline says who said what when, and what days are spoken of', async () => {
  await tab('Timeline').click();
  const several = value(/^Ilse Varnholt, .*: \d+ sayings$/).first();
  await several.waitFor();
  await reader.picture('timeline');
  const all = await told().textContent();
  await several.focus();
  await reader.page.keyboard.press('Enter');
  await expect.poll(() => told().textContent()).toMatch(/only Ilse Varnholt/);
  await page().getByRole('button', { name: 'Show all' }).click();
  await expect.poll(() => told().textContent()).toBe(all);
  await page().getByRole('heading', { name: 'Days that claims speak of' }).scrollIntoViewIfNeeded();
  const day = value(/^Tideway Post, .*Mar 12, 2026, Parliament is to debate/);
  await day.scrollIntoViewIfNeeded();
  await reader.picture('timeline-days');
  await day.click();
  await reader.place('Parliament is to debate');
});

test('figures and the timeline are saved as CSV and Markdown', async () => {
  const saved = async (ending: 'csv' | 'md', name: string): Promise<string> =>
    (await savedAs(reader, ending, name)).toString('utf8');
  expect(await saved('csv', 'timeline')).toMatch(
    /"Who said what when","2026-03-02","","Ilse Varnholt",.*"Tideway Post","2026-03-02","\d+"\r\n/,
  );
  expect(await saved('md', 'timeline')).toMatch(/^# .*\n\n## Who said what when\n\n\| When \|/);
  await tab('Figures').click();
  expect(await saved('csv', 'figures')).toMatch(/"Hangers",.*"17 hangers","17 hangers","differs: value"/);
  expect(await saved('md', 'figures')).toContain('\n## Hangers\n\n| Article | Date |');
});

test.each(['Dark Modern', 'Light Modern', 'Dark High Contrast', 'Light High Contrast'])(
  'axe-core finds nothing in figures and timeline in %s',
  async (theme) => {
    await reader.theme(theme);
    for (const name of ['Figures', 'Timeline']) {
      await tab(name).click();
      await page().locator('svg.plot:visible').first().waitFor();
      await reader.page.waitForTimeout(500);
      await reader.picture(`${name.toLowerCase()}-${theme.toLowerCase().replaceAll(' ', '-')}`);
      expect(await violationsIn(reader.page)).toEqual([]);
    }
  },
  120_000,
);

test('a narrow page has room for plots, too', async () => {
  await reader.theme('Light Modern');
  await reader.page.setViewportSize({ width: 1060, height: 900 });
  for (const name of ['Figures', 'Timeline']) {
    await tab(name).click();
    await page().locator('svg.plot:visible').first().waitFor();
    await reader.page.waitForTimeout(500);
    await reader.picture(`${name.toLowerCase()}-narrow`);
    const isWide = await page()
      .locator('.list:visible')
      .evaluate((list: Wide) => list.scrollWidth > list.clientWidth + 1);
    expect(isWide).toBe(false);
  }
});
