#!/usr/bin/env node
// Poses as VS Code's executable for `runTests` of @vscode/test-electron: takes the same arguments, serves VS
// Code from code-server, opens it in a headless browser with the suite as payload, prints what the suite
// reports and ends with its exit code. All that VS Code logs goes to test-results/host.log.
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserArguments, findBrowser } from '../../scripts/lib/browser.mjs';
import { ensureCodeServer } from '../../scripts/lib/code-server.mjs';
import { resultsFolder } from '../../scripts/lib/paths.mjs';
import { main } from '../../scripts/lib/processes.mjs';
import { startServer } from '../../scripts/lib/server.mjs';

/** The suite's own lines start so (test/host/suite/runner.ts). */
const suiteMark = '[suite] ';
/** So many windows are opened on the folder, and the suite runs in each. */
const windows = Number(process.env.COUNTERPOINT_WINDOWS ?? 1);
const limitMs = Number(process.env.COUNTERPOINT_HOST_LIMIT_MS ?? 300_000);

/** @param {string} name @returns {string} */
function argument(name) {
  const prefix = `--${name}=`;
  const found = process.argv.find((value) => value.startsWith(prefix));
  if (found === undefined) throw new Error(`${prefix}… is missing`);
  return found.slice(prefix.length);
}

const folder = process.argv.slice(2).find((value) => !value.startsWith('--'));
if (folder === undefined) throw new Error('The folder to open is missing.');

/** @param {number} port the suite's place as the page addresses it */
function payload(port) {
  const remote = (/** @type {string} */ path) => `vscode-remote://127.0.0.1:${port}${path}`;
  return JSON.stringify([
    ['extensionDevelopmentPath', remote(argument('extensionDevelopmentPath'))],
    ['extensionTestsPath', remote(argument('extensionTestsPath'))],
    ['skipWelcome', 'true'],
  ]);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {string} url
 * @param {string} name of the files that it leaves
 * @returns {Promise<number>} the suite's exit code
 */
async function runSuite(page, url, name) {
  mkdirSync(resultsFolder, { recursive: true });
  const log = createWriteStream(join(resultsFolder, `${name}.log`));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _type, /** @type {unknown[]} */ args) => {
      const line = args.map(String).join(' ');
      log.write(`${line}\n`);
      if (line.startsWith(suiteMark)) console.log(line.slice(suiteMark.length));
    },
  );
  const ended = new Promise((/** @type {(code: number) => void} */ resolve) => {
    void page.exposeFunction('codeAutomationExit', resolve);
    page.on('crash', () => resolve(125));
    setTimeout(() => resolve(124), limitMs).unref();
  });
  await page.goto(url);
  const code = await ended;
  if (code === 124) console.error(`The suite did not end within ${limitMs / 1000} s.`);
  if (code !== 0) await page.screenshot({ path: join(resultsFolder, `${name}-failure.png`) }).catch(() => {});
  log.end();
  return code;
}

await main(async () => {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('No browser: run `node scripts/provision.mjs` first.');
  const server = await startServer(await ensureCodeServer(), {
    home: argument('user-data-dir'),
    driver: true,
    env: process.env,
    restricted: process.env.COUNTERPOINT_RESTRICTED === '1',
    ...(process.env.COUNTERPOINT_HOST_PORT && { port: process.env.COUNTERPOINT_HOST_PORT }),
  });
  const browser = await chromium.launch({ executablePath, args: browserArguments });
  try {
    const url = server.url(folder, { payload: payload(server.port) });
    const codes = await Promise.all(
      Array.from({ length: windows }, async (_, i) => {
        // A context of its own each: two tabs of one would share what VS Code keeps in the browser.
        const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
        return runSuite(await context.newPage(), url, i === 0 ? 'host' : `host-${i + 1}`);
      }),
    );
    process.exitCode = Math.max(...codes);
  } finally {
    await browser.close();
    await server.stop();
  }
});
