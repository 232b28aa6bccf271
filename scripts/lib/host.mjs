// Which VS Code the tests run in on this machine.
import { ensureBrowser } from './browser.mjs';
import { ensureCodeServer } from './code-server.mjs';

/** The exit code of test/host/run.mjs where no VS Code can be had; what it printed says why. */
export const noHost = 78;

/**
 * @typedef {object} ServedHost
 * @property {import('./code-server.mjs').CodeServer} codeServer
 * @property {string} browser
 */

/**
 * The VS Code that is served to a browser, the same pinned version on every machine. Windows has no
 * code-server.
 * @returns {Promise<{ host: ServedHost } | { missing: string }>} `missing` says in words what can't be had
 */
export async function servedHost() {
  if (process.platform === 'win32') return { missing: 'code-server does not run on Windows' };
  try {
    const browser = await ensureBrowser();
    return { host: { codeServer: await ensureCodeServer(), browser } };
  } catch (error) {
    return { missing: error instanceof Error ? error.message : String(error) };
  }
}
