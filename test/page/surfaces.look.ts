// Every surface in all four themes, wide and narrow, to be looked at: `npm run pictures -- --surfaces`, and in German
// with `--language=de`. Pictures go to `test-results/surfaces/`. No part of `npm test`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { resultsFolder } from '../../scripts/lib/paths.mjs';
import { type Reader, startReader } from './reader.ts';
import { comparisonIn } from './webview.ts';

const language = process.env.COUNTERPOINT_LANGUAGE ?? 'en';
const folder = join(resultsFolder, 'surfaces', language);
const THEMES = [
  ['dark', 'Default Dark Modern'],
  ['light', 'Default Light Modern'],
  ['dark-contrast', 'Default High Contrast'],
  ['light-contrast', 'Default High Contrast Light'],
] as const;
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 900, height: 700 } };
const REST = 500;

describe.each(THEMES)('in %s', (shade, theme) => {
  let reader: Reader;
  beforeAll(async () => {
    mkdirSync(folder, { recursive: true });
    reader = await startReader({
      settings: { 'workbench.colorTheme': theme, 'window.autoDetectColorScheme': false },
      ...(language !== 'en' && { language }),
    });
    await reader.openCompared('01_tideway-post.txt').catch(() => {});
  });
  afterAll(() => reader?.close());

  /** `prepare`: what a change of size takes away is brought back. */
  const look = async (name: string, prepare?: () => Promise<void>): Promise<void> => {
    const { page } = reader;
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      await page.waitForTimeout(REST);
      await prepare?.();
      await page.waitForTimeout(REST);
      await page.screenshot({ path: join(folder, `${name}-${size}-${shade}.png`) });
    }
    await page.setViewportSize(SIZES.wide);
    await page.waitForTimeout(REST);
  };
  const chord = async (key: string): Promise<void> => {
    await reader.page.keyboard.press('Control+1');
    await reader.page.keyboard.press('Control+Alt+C');
    await reader.page.waitForTimeout(300);
    await reader.page.keyboard.press(key);
    await reader.page.waitForTimeout(2500);
  };
  /** Of the side bar, in pixels, as by dragging its edge. */
  const width = async (pixels: number): Promise<void> => {
    const box = await reader.page.locator('.part.sidebar').boundingBox();
    if (!box) throw new Error('no side bar');
    const y = box.y + box.height / 2;
    await reader.page.mouse.move(box.x + box.width, y);
    await reader.page.mouse.down();
    await reader.page.mouse.move(box.x + pixels, y, { steps: 5 });
    await reader.page.mouse.up();
  };
  const surface = (name: string, show: () => Promise<void>): void =>
    test(name, async () => {
      await reader.command('View: Close All Editors');
      await reader.open('01_tideway-post.txt');
      await show();
    }, 120_000);

  surface('lists', async () => {
    const { page } = reader;
    await page
      .locator('.activitybar')
      .getByRole('tab', { name: /^Counterpoint/ })
      .click();
    await page.locator('.pane-body .monaco-list-row').first().waitFor();
    for (const head of await page.locator('.pane-header[aria-expanded="false"]').all()) await head.click();
    await page.waitForTimeout(2000);
    await look('lists');
    await width(200);
    await look('lists-slim');
    await width(300);
    await page.keyboard.press('Control+B');
  });

  surface('card', () =>
    look('card', async () => {
      await reader.page.keyboard.press('Escape');
      await reader.hover('46,000 vehicles');
    }),
  );

  surface('menu', async () => {
    await look('menu', async () => {
      await reader.page.keyboard.press('Escape');
      await chord('c');
    });
    await reader.page.keyboard.press('Escape');
  });

  surface('note', async () => {
    await reader.open('02_meridian-dispatch.txt');
    await look('note', async () => {
      await reader.find('€250 million');
      if ((await reader.page.locator('.review-widget').count()) === 0)
        await reader.page.locator('.comment-range-glyph.comment-thread').first().click();
    });
  });

  surface('side by side', async () => {
    await reader.find('14 hangers');
    await chord('Shift+B');
    await reader.page.keyboard.press('Enter');
    await reader.page.waitForTimeout(2500);
    await look('side-by-side');
    await chord('Shift+B');
    await reader.command('View: Close Editors in Other Groups');
  });

  surface('counterparts', async () => {
    await reader.find('14 hangers');
    await chord('s');
    await look('counterparts');
    await reader.page.keyboard.press('Escape');
    await reader.find('14 hangers');
    await chord('d');
    await look('passages');
  });

  surface('outline', async () => {
    await reader.command('Explorer: Focus on Outline View');
    await look('outline');
    await reader.page.keyboard.press('Control+B');
  });

  surface('all occurrences', () =>
    look('everywhere', async () => {
      await reader.page.keyboard.press('Escape');
      await reader.find('Ilse Varnholt');
      await chord('Shift+A');
    }),
  );

  surface('settings', async () => {
    await reader.page.keyboard.press('Control+,');
    await reader.page.locator('.settings-editor .suggest-input-container').waitFor();
    await reader.page.keyboard.type('@ext:counterpoint.counterpoint');
    await reader.page.locator('.settings-editor .setting-item').first().waitFor();
    await look('settings');
    // They lie over the rest.
    await reader.page.keyboard.press('Escape');
  });

  surface('review', async () => {
    await chord('v');
    await look('review');
    await reader.page.keyboard.press('Escape');
  });

  surface('problems', async () => {
    await reader.command('View: Focus Problems');
    await look('problems');
    await reader.command('View: Close Panel').catch(() => {});
  });

  surface('comparison', async () => {
    await chord('x');
    const page = comparisonIn(reader.page);
    const row = page.getByRole('row').filter({ hasText: '17 hangers' }).first();
    await row.getByRole('gridcell').nth(2).focus();
    await look('table');
    for (const [at, name] of [
      [1, 'figures'],
      [2, 'timeline'],
    ] as const) {
      await page.locator('vscode-tab-header').nth(at).click();
      await page.locator('svg.plot:visible').first().waitFor();
      await look(name);
    }
    await look('days', () => page.locator('.list:visible h2').last().scrollIntoViewIfNeeded());
    await page.locator('vscode-tab-header').nth(1).click();
    await page.locator('summary:visible').first().click();
    await look('values', () => page.locator('.list:visible table').first().scrollIntoViewIfNeeded());
  });

  surface('first steps', async () => {
    const title = language === 'de' ? 'Erste Schritte zeigen' : 'Show the First Steps';
    await reader.command(`Counterpoint: ${title}`);
    await reader.page.locator('.getting-started-step').nth(2).click();
    await look('first-steps');
  });

  // Last: a text that nobody has saved is asked for when it is closed.
  surface('brief', async () => {
    await reader.page.keyboard.press('Escape');
    await chord('w');
    await look('brief');
  });
});
