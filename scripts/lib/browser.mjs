// A Chromium or Chrome that playwright-core can drive.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, toolsFolder } from './paths.mjs';
import { cleanEnvironment, findProgram, run } from './processes.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * No outside connections and nothing of the person's own: a browser for tests only. The sandbox is left out
 * because Chromium refuses to start with it as root, which containers are; it opens only our own pages.
 */
export const browserArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const downloads = join(toolsFolder, 'browsers');

/** Playwright's own download, which has a different path inside on each system. */
function downloaded() {
  if (!existsSync(downloads)) return undefined;
  const programs = new Set(['chrome', 'headless_shell', 'chrome.exe', 'chrome-headless-shell', 'Chromium']);
  const files = readdirSync(downloads, { recursive: true, withFileTypes: true });
  const found = files.find((file) => file.isFile() && programs.has(file.name));
  return found && join(found.parentPath, found.name);
}

/** @returns {string | undefined} the path of an installed browser; `COUNTERPOINT_BROWSER` goes first */
export function findBrowser() {
  const named = process.env.COUNTERPOINT_BROWSER;
  return findProgram([...(named ? [named] : []), ...names, ...places]) ?? downloaded();
}

async function fromDebian() {
  const root = process.getuid?.() === 0;
  if (!root || !existsSync('/etc/debian_version') || findProgram(['apt-get']) === undefined) return;
  console.log('Installing Chromium (apt-get, once) …');
  const env = cleanEnvironment({ DEBIAN_FRONTEND: 'noninteractive' });
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  const { code, output } = await run('apt-get', ['install', '-yq', '--no-install-recommends', 'chromium'], {
    env,
    quiet: true,
  });
  if (code !== 0) console.log(output.trim().slice(-1000));
}

async function fromPlaywright() {
  console.log('Downloading Chromium (playwright, once) …');
  const script = inRoot('node_modules', 'playwright-core', 'cli.js');
  const env = cleanEnvironment({ PLAYWRIGHT_BROWSERS_PATH: downloads });
  await run(process.execPath, [script, 'install', '--only-shell', 'chromium'], {
    env,
    quiet: true,
    timeoutMs: 300_000,
  });
}

/**
 * Finds a browser and gets one where there is none: Debian's package as root on Debian, else Playwright's
 * download into the tools folder.
 * @returns {Promise<string>} throws, saying what to do, where none can be had
 */
export async function ensureBrowser() {
  for (const get of [async () => {}, fromDebian, fromPlaywright]) {
    await get();
    const found = findBrowser();
    if (found !== undefined) return found;
  }
  throw new Error(
    'No Chromium or Chrome was found and none could be downloaded. Install one (Debian: apt-get install ' +
      'chromium), or set COUNTERPOINT_BROWSER to its path.',
  );
}
