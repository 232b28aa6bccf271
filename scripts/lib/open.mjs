// Opens VS Code for a person: a desktop one, or one that is served to the browser.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pack } from './build.mjs';
import { ensureCodeServer } from './code-server.mjs';
import { packedExtension, toolsFolder } from './paths.mjs';
import { findProgram, run } from './processes.mjs';
import { installExtension, startServer } from './server.mjs';

/**
 * @param {string} program VS Code's command-line launcher
 * @param {string} folder what it opens
 * @param {string} extension the folder of the extension, which it loads from there
 */
export async function openDesktop(program, folder, extension) {
  console.log(`Opening ${folder} in ${program} …`);
  const { code } = await run(program, ['--new-window', `--extensionDevelopmentPath=${extension}`, folder]);
  if (code !== 0)
    throw new Error(`${program} ended with ${code}. \`npm start -- --serve\` needs no desktop VS Code.`);
}

/** @param {string} url */
function openBrowser(url) {
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  const opener = display ? findProgram(process.platform === 'darwin' ? ['open'] : ['xdg-open']) : undefined;
  // Not one of our own processes: the browser is the person's and stays when we end.
  if (opener !== undefined)
    spawn(opener, [url], { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
}

/**
 * Serves VS Code on a loopback port until Ctrl-C. The address carries a secret, since every user of this
 * machine could reach the port.
 * @param {string} folder
 * @param {{ check: boolean }} options `check`: stop as soon as it answers
 */
export async function serve(folder, { check }) {
  const codeServer = await ensureCodeServer();
  const home = join(toolsFolder, 'start');
  await pack();
  await installExtension(codeServer, home, packedExtension);
  const token = randomBytes(16).toString('hex');
  const server = await startServer(codeServer, { home, token });
  const url = server.url(folder);
  // With the secret right it answers with a cookie and a redirection, which fetch would follow without it.
  const answer = await fetch(url, { redirect: 'manual' });
  if (answer.status >= 400) throw new Error(`VS Code answered ${answer.status} on ${url}`);
  console.log(`\nVS Code with Counterpoint: ${url}\n`);
  if (check) return server.stop();
  console.log('Stop it with Ctrl-C.');
  openBrowser(url);
  await server.ended;
}
