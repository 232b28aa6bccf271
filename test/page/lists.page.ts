import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pictureFailures } from './failures.ts';
import { type Reader, startReader } from './reader.ts';

let reader: Reader;
pictureFailures(() => reader);

const rowsOf = (view: string): Locator =>
  reader.page
    .locator('.pane', { has: reader.page.locator(`.pane-header[aria-label^="${view}"]`) })
    .getByRole('treeitem');

/** Only one list is unfolded: all its rows are in view. While lists fold, their heads move away under the mouse. */
async function unfold(view: string): Promise<void> {
  const { page } = reader;
  await expect
    .poll(async () => {
      for (const head of await page.locator('.composite.viewlet .pane-header').all()) {
        const isMeant = (await head.getAttribute('aria-label'))?.startsWith(view) ?? false;
        if ((await head.getAttribute('aria-expanded')) === String(isMeant)) continue;
        await head.click();
        await page.waitForTimeout(500);
        return false;
      }
      return true;
    })
    .toBe(true);
}

describe('with articles and notes', () => {
  beforeAll(async () => {
    reader = await startReader();
    await reader.openCompared('01_tideway-post.txt');
    await reader.page.getByRole('tab', { name: 'Counterpoint' }).click();
    await rowsOf('Story').first().waitFor();
  });
  afterAll(() => reader?.close());

  test('names of the story have their other wordings, their counts and the claims that have them', async () => {
    await unfold('Entities');
    const row = rowsOf('Entities').filter({ hasText: 'Ilse Varnholt' });
    await row.first().waitFor();
    await reader.picture('entities');
    await expect.poll(() => row.first().textContent()).toMatch(/Varnholt/);
    await reader.find('National Ports Authority');
    const selected = rowsOf('Entities').and(reader.page.locator('[aria-selected="true"]'));
    await expect.poll(() => selected.textContent()).toContain('National Ports Authority');
    await row.first().locator('.monaco-tl-twistie').click();
    await expect
      .poll(() => rowsOf('Entities').filter({ hasText: 'Meridian Dispatch' }).count())
      .toBeGreaterThan(0);
    await row.first().hover();
    await row.first().locator('.actions a.action-label[aria-label*="Claims That Name"]').first().click();
    await unfold('Claims');
    await rowsOf('Claims').filter({ hasText: 'Statements' }).waitFor();
    await expect.poll(() => rowsOf('Claims').filter({ hasText: 'Quotations' }).count()).toBe(0);
    await reader.picture('claims-by-name');
    await reader.command('Counterpoint: Show All Claims');
  });

  test('a jump to another article takes the list of claims along', async () => {
    await unfold('Claims');
    await reader.find('14 hangers');
    const selected = rowsOf('Claims').and(reader.page.locator('[aria-selected="true"]'));
    await expect.poll(() => selected.textContent()).toContain('14 hangers');
    await reader.page.keyboard.press('F12');
    await reader.page.locator('.tab.active[data-resource-name="03_northline.txt"]').waitFor();
    await expect.poll(() => selected.textContent()).toContain('17 hangers');
    await reader.open('01_tideway-post.txt');
  });

  test('notes are grouped by status and searched by their words', async () => {
    const { page } = reader;
    await unfold('Annotations');
    await rowsOf('Annotations').filter({ hasText: 'figure' }).first().waitFor();
    await reader.command('Counterpoint: Group Annotations');
    await page
      .locator('.quick-input-list .monaco-list-row:visible', { hasText: /[Ss]tatus/ })
      .first()
      .click();
    await rowsOf('Annotations')
      .filter({ hasText: /^disputed/i })
      .waitFor();
    await rowsOf('Annotations')
      .filter({ hasText: /^verified/i })
      .waitFor();
    await reader.picture('annotations-status');
    await reader.command('Counterpoint: Search Annotations');
    await page.locator('.quick-input-widget input[type=text]').first().fill('agrees three');
    await page.keyboard.press('Enter');
    await expect.poll(() => rowsOf('Annotations').filter({ hasText: 'Northline says 17' }).count()).toBe(0);
    await rowsOf('Annotations').filter({ hasText: 'Agrees in all three' }).waitFor();
    await reader.picture('annotations-search');
    await reader.command('Counterpoint: Show All Annotations');
    await rowsOf('Annotations').filter({ hasText: 'Northline says 17' }).waitFor();
  });
});

test('where there is nothing, the lists say what to do', async () => {
  reader = await startReader({
    folder: 'empty',
    prepare: (workspace) => {
      mkdirSync(join(workspace, 'empty'));
      writeFileSync(join(workspace, 'empty', 'read-me.md'), 'No articles yet.\n');
    },
  });
  const { page } = reader;
  await page.getByRole('tab', { name: 'Counterpoint' }).click();
  await page.locator('.welcome-view-content', { hasText: 'Nothing to compare yet' }).waitFor();
  await page.locator('.welcome-view-content', { hasText: 'Open an article to list' }).first().waitFor();
  await page.getByRole('button', { name: 'Read This Folder' }).waitFor();
  await reader.picture('lists-empty');
  await reader.close();
});
