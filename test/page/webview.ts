// The page of a story comparison inside VS Code's frames, and what axe-core finds in it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Frame, FrameLocator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Reader } from './reader.ts';

/** The page that is in front. */
export const comparisonIn = (page: Page): FrameLocator =>
  page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');

/** Saves the tab in front by its button, under a name of its own, and reads what was written. */
export async function savedAs(
  { page, workspace }: Reader,
  ending: 'csv' | 'md' | 'png',
  name = 'table',
): Promise<Buffer> {
  const label = ending === 'md' ? 'Markdown' : ending.toUpperCase();
  const button = comparisonIn(page).getByRole('button', { name: `Save as ${label}` });
  await button.filter({ visible: true }).click();
  const box = page.locator('.quick-input-widget input[type=text]').first();
  // The dialog writes its own proposal into the box at first.
  await expect.poll(() => box.inputValue()).toContain(`.${ending}`);
  const file = `${name}.${ending}`;
  await box.fill(join(workspace, file));
  await page.waitForTimeout(600);
  await page.keyboard.press('Enter');
  await page.locator('.notification-toast', { hasText: `Saved as ${file}` }).waitFor();
  await page.keyboard.press('Escape');
  return readFileSync(join(workspace, file));
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong, a line each; nothing where all is well. */
export async function violationsIn(page: Page): Promise<readonly string[]> {
  const frame = await comparisonFrame(page);
  // The page's policy allows no script of others; the browser's own tools may run one.
  await frame.evaluate(axe);
  const found = await frame.evaluate<readonly Violation[]>('axe.run().then(({ violations }) => violations)');
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

/** The page as a frame, which runs what is asked of it. */
export async function comparisonFrame(page: Page): Promise<Frame> {
  for (const frame of page.frames()) {
    const isOurs = await frame.evaluate('document.querySelector("main h1") !== null').catch(() => false);
    if (isOurs) return frame;
  }
  throw new Error('the page of the comparison is in no frame');
}
