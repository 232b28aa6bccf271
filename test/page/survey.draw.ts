import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, test } from 'vitest';
import { type Reader, startReader } from './reader.ts';
import { comparisonIn } from './webview.ts';

const language = process.env.SURVEY_LANGUAGE ?? 'en';
const out = process.env.SURVEY_OUT ?? '/tmp/d6/en';
const only = (process.env.SURVEY_ONLY ?? '').split(',').filter(Boolean);
const theme = process.env.SURVEY_THEME ?? 'Dark Modern';
const IDS: Record<string, string> = {
  'Dark Modern': 'Default Dark Modern',
  'Light Modern': 'Default Light Modern',
  'Dark High Contrast': 'Default High Contrast',
  'Light High Contrast': 'Default High Contrast Light',
};
const SIZES = { wide: { width: 1440, height: 900 }, narrow: { width: 900, height: 700 } };
let reader: Reader;
beforeAll(async () => {
  mkdirSync(out, { recursive: true });
  reader = await startReader({
    settings: {
      'workbench.colorTheme': IDS[theme],
      'window.autoDetectColorScheme': false,
      'window.autoDetectHighContrast': false,
    },
    ...(language === 'en' ? {} : { language }),
  });
  await reader.open('01_tideway-post.txt');
  await reader.page.waitForTimeout(6000);
});
afterAll(() => reader?.close());

async function shots(name: string, prepare?: () => Promise<void>): Promise<void> {
  const { page } = reader;
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport);
    await page.waitForTimeout(500);
    await prepare?.();
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${out}/${name}-${size}-${theme.toLowerCase().replaceAll(' ', '-')}.png` });
  }
  await page.setViewportSize(SIZES.wide);
  await page.waitForTimeout(300);
}
const chord = async (key: string): Promise<void> => {
  await reader.page.keyboard.press('Control+1');
  await reader.page.keyboard.press('Control+Alt+C');
  await reader.page.waitForTimeout(300);
  await reader.page.keyboard.press(key);
  await reader.page.waitForTimeout(1500);
};
const part = (name: string, run: () => Promise<void>) =>
  test.runIf(only.length === 0 || only.includes(name))(
    name,
    async () => {
      await reader.command('View: Close All Editors');
      await reader.open('01_tideway-post.txt');
      await run();
    },
    180_000,
  );

part('lists', async () => {
  await reader.page
    .locator('.activitybar')
    .getByRole('tab', { name: /^Counterpoint/ })
    .click();
  await reader.page.waitForTimeout(3000);
  // Everything below unfolds a little.
  const heads = reader.page.locator('.pane-header');
  for (let i = 0; i < (await heads.count()); i++)
    if ((await heads.nth(i).getAttribute('aria-expanded')) === 'false') await heads.nth(i).click();
  const notes = reader.page.locator('.pane .monaco-list-row[aria-expanded="false"]');
  for (let i = 0; i < 3 && (await notes.count()) > 0; i++) await notes.first().click();
  await shots('lists');
});
part('card', async () => {
  await reader.page.keyboard.press('Control+B');
  await shots('card', async () => {
    await reader.page.keyboard.press('Escape');
    await reader.hover('46,000 vehicles').catch(() => {});
  });
  await reader.page.keyboard.press('Escape');
});
part('menu', async () => {
  await shots('menu', async () => {
    await reader.page.keyboard.press('Escape');
    await chord('c');
  });
  await reader.page.keyboard.press('Escape');
});
part('thread', async () => {
  await reader.open('02_meridian-dispatch.txt');
  await shots('thread', async () => {
    await reader.find('€250 million').catch(() => {});
    const widget = reader.page.locator('.review-widget');
    if ((await widget.count()) === 0)
      await reader.page
        .locator('.comment-range-glyph.comment-thread')
        .first()
        .click({ timeout: 5000 })
        .catch(() => {});
  });
  await reader.page.keyboard.press('Escape');
  await reader.open('01_tideway-post.txt');
});
part('beside', async () => {
  await reader.find('14 hangers');
  await chord('Shift+B');
  await reader.page.keyboard.press('Enter');
  await reader.page.waitForTimeout(2500);
  await shots('beside');
  await chord('Shift+B');
  await reader.command('View: Close Other Editor Groups');
});
part('review', async () => {
  await reader.open('01_tideway-post.txt');
  await chord('v');
  await reader.page.waitForTimeout(2500);
  await shots('review');
  await reader.command(language === 'de' ? 'Counterpoint: Prüfung beenden' : 'Counterpoint: End Review');
  await reader.command('View: Close All Editors');
});
part('problems', async () => {
  await reader.open('01_tideway-post.txt');
  await reader.command('View: Focus Problems');
  await reader.page.waitForTimeout(1000);
  await shots('problems');
  await reader.command('View: Close Panel').catch(() => {});
});
part('table', async () => {
  await reader.open('01_tideway-post.txt');
  await chord('x');
  const page = comparisonIn(reader.page);
  await page.getByRole('grid').waitFor({ timeout: 20_000 });
  await reader.page.waitForTimeout(3000);
  const row = page.getByRole('row').filter({ hasText: '17 hangers' }).first();
  await row.getByRole('gridcell').nth(2).click();
  await shots('table');
  for (const [at, name] of [
    [1, 'figures'],
    [2, 'timeline'],
  ] as const) {
    await page.locator('vscode-tab-header').nth(at).click();
    await page.locator('svg.plot:visible').first().waitFor();
    await shots(name);
    await page.locator('.list:visible').evaluate('(list) => { list.scrollTop = 700 }');
    await shots(`${name}-2`);
  }
});
part('walkthrough', async () => {
  await reader.command(
    language === 'de' ? 'Counterpoint: Erste Schritte zeigen' : 'Counterpoint: Show the First Steps',
  );
  await reader.page.locator('.getting-started-step').first().waitFor();
  await reader.page.waitForTimeout(1500);
  await shots('walkthrough');
  await reader.page.locator('.getting-started-step').nth(2).click();
  await shots('walkthrough-3');
});
