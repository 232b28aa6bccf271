// Renders media/icon.svg to the PNG that the manifest names: `node scripts/draw-icon.mjs` after changing it.
import { readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { browserArguments, ensureBrowser } from './lib/browser.mjs';
import { inRoot } from './lib/paths.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  const executablePath = await ensureBrowser();
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  const page = await browser.newPage({ viewport: { width: 256, height: 256 } });
  await page.setContent(`<body style="margin:0">${readFileSync(inRoot('media', 'icon.svg'), 'utf8')}</body>`);
  await page.screenshot({ path: inRoot('media', 'icon.png'), omitBackground: true });
  await browser.close();
});
