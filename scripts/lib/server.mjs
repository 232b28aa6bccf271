// Serves VS Code from a code-server installation on a free loopback port.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, start, stop } from './processes.mjs';

/** @typedef {import('./code-server.mjs').CodeServer} CodeServer */

/** Quiet and offline: without these a start waits for hosts that a closed network never answers. */
const machineSettings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'git.autofetch': false,
  'github.gitAuthentication': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
};

/**
 * The folders of one VS Code: its data, its extensions and its user's data.
 * @param {string} home
 */
function folders(home) {
  // The user's data are where the server looks for its machine's settings, too.
  return { data: home, extensions: join(home, 'extensions'), user: join(home, 'data') };
}

/** @param {string} home */
const folderArguments = (home) => {
  const { data, extensions, user } = folders(home);
  return ['--server-data-dir', data, '--extensions-dir', extensions, '--user-data-dir', user];
};

/**
 * Installs a packed extension into the VS Code whose folders are under `home`.
 * @param {CodeServer} codeServer
 * @param {string} home
 * @param {string} vsix
 */
export async function installExtension({ node, main }, home, vsix) {
  const args = [main, '--accept-server-license-terms', '--install-extension', vsix, '--force'];
  const { code, output } = await run(node, [...args, ...folderArguments(home)], {
    quiet: true,
    timeoutMs: 120_000,
  });
  if (code !== 0 || /failed installing/i.test(output))
    throw new Error(`Installing ${vsix} failed:\n${output}`);
}

/**
 * @typedef {object} ServerOptions
 * @property {string} home a folder for its data, kept by the caller
 * @property {Record<string, unknown>} [settings] on top of the quiet ones
 * @property {string} [token] asked of every visitor; without it the port is open to this machine's users
 * @property {boolean} [driver] lets a page run an extension's test suite (and closes after the last page)
 * @property {NodeJS.ProcessEnv} [env] for the extension host
 * @property {string} [port] any free one where it is not told
 * @property {boolean} [restricted] opens folders as those that nobody has said to trust yet
 */

/**
 * Starts VS Code's server and waits until it listens.
 * @param {CodeServer} codeServer
 * @param {ServerOptions} options
 */
export async function startServer(
  { node, main },
  { home, settings, token, driver = false, env, port: asked = '0', restricted = false },
) {
  const machine = join(folders(home).user, 'Machine');
  mkdirSync(machine, { recursive: true });
  writeFileSync(join(machine, 'settings.json'), JSON.stringify({ ...machineSettings, ...settings }, null, 2));
  const args = [
    ...[main, '--host', '127.0.0.1', '--port', asked, '--accept-server-license-terms', '--disable-telemetry'],
    ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
    ...(driver ? ['--enable-smoke-test-driver'] : []),
    ...(token === undefined ? ['--enable-remote-auto-shutdown'] : []),
    ...(restricted ? [] : ['--disable-workspace-trust']),
    ...folderArguments(home),
  ];
  const child = start(node, args, env && { env });
  const port = await listeningPort(child);
  return {
    port,
    /** Resolves when the server ends by itself. */
    ended: new Promise((resolve) => child.once('exit', resolve)),
    stop: () => stop(child),
    /** @param {string} folder @param {Record<string, string>} [query] */
    url: (folder, query = {}) => {
      const parameters = new URLSearchParams({ folder, ...(token && { tkn: token }), ...query });
      return `http://127.0.0.1:${port}/?${parameters}`;
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>}
 */
function listeningPort(child) {
  return new Promise((resolve, reject) => {
    let output = '';
    const give = (/** @type {string} */ why) =>
      reject(new Error(`VS Code's server ${why}:\n${output.slice(-2000)}`));
    const timer = setTimeout(() => give('did not start within a minute'), 60_000);
    const read = (/** @type {Buffer} */ chunk) => {
      if (output.length < 100_000) output += chunk.toString('utf8');
      const port = /Extension host agent listening on (\d+)/.exec(output)?.[1];
      if (port === undefined) return;
      clearTimeout(timer);
      resolve(Number(port));
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => give(`could not start (${error.message})`));
    child.once('exit', () => {
      clearTimeout(timer);
      give('ended at once');
    });
  });
}
