// Child processes that do not outlive this one: each gets a process group of its own, and every group that
// is still there is told to end when this process ends.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

const windows = process.platform === 'win32';

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/**
 * Asked politely, our own scripts end what they started in turn; killed outright they could not.
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} [signal]
 */
function killGroup(child, signal = 'SIGTERM') {
  if (child.pid === undefined) return;
  try {
    if (windows) child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
}

process.on('exit', () => {
  for (const child of running) killGroup(child);
});

const signals = /** @type {const} */ ([
  ['SIGINT', 2],
  ['SIGTERM', 15],
  ['SIGHUP', 1],
]);

/**
 * Runs a script's work. Ctrl-C and a polite kill end the process, so that the `exit` listener above runs; an
 * error is told by its message and ends it with 1.
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  for (const [signal, number] of signals) process.once(signal, () => process.exit(128 + number));
  try {
    await work();
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  }
}

/**
 * @typedef {object} SpawnOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env] replaces the environment; see `cleanEnvironment`
 */

/**
 * Starts a process in a group of its own with its output piped.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions & { inherit?: boolean }} [options] `inherit`: its output goes where ours goes
 */
export function start(command, args, { cwd, env = cleanEnvironment(), inherit = false } = {}) {
  const output = inherit ? 'inherit' : 'pipe';
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', output, output], detached: !windows });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Ends a process and all that it started, by force after three seconds; resolves when it is gone.
 * @param {import('node:child_process').ChildProcess} child
 */
export async function stop(child) {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child.once('exit', resolve));
    const timer = setTimeout(() => killGroup(child, 'SIGKILL'), 3000);
    killGroup(child);
    await gone;
    clearTimeout(timer);
  }
  killGroup(child, 'SIGKILL');
}

/**
 * Runs a command to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {SpawnOptions & { quiet?: boolean, timeoutMs?: number }} [options] `quiet` keeps the output back;
 *   the default time limit is ten minutes
 * @returns {Promise<{ code: number, output: string }>} `code` is 127 where the command could not start and
 *   124 where it ran out of time; `output` is empty unless `quiet`
 */
export function run(command, args, { cwd, env, quiet = false, timeoutMs = 600_000 } = {}) {
  return new Promise((resolve) => {
    const child = start(command, args, { ...(cwd && { cwd }), ...(env && { env }), inherit: !quiet });
    let output = '';
    let timedOut = false;
    const keep = (/** @type {Buffer} */ chunk) => {
      output += chunk.toString('utf8');
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const timer = setTimeout(() => {
      timedOut = true;
      void stop(child);
    }, timeoutMs);
    child.once('error', (error) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code: 127, output: `${output}${error.message}` });
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code: timedOut ? 124 : (code ?? 1), output });
    });
  });
}

/**
 * The environment without what `npm run` adds about the package at hand, which would mislead an npm that
 * works in another folder.
 * @param {NodeJS.ProcessEnv} [more]
 */
export function cleanEnvironment(more = {}) {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^npm_(package|lifecycle|config_local_prefix|config_prefix|command)/.test(name),
  );
  return { ...Object.fromEntries(kept), ...more };
}

/**
 * The npm that belongs to this Node as a script, so that it runs without a shell on every system.
 * @returns {string}
 */
export function npmScript() {
  const given = process.env.npm_execpath ?? '';
  if (/npm-cli\.js$/.test(given) && existsSync(given)) return given;
  const bin = dirname(process.execPath);
  const places = [join(bin, '..', 'lib', 'node_modules'), join(bin, 'node_modules'), '/usr/share/nodejs'];
  const found = places.map((place) => join(place, 'npm', 'bin', 'npm-cli.js')).find(existsSync);
  if (found === undefined) throw new Error('npm was not found beside Node; run this through `npm run`.');
  return found;
}

/**
 * @param {readonly string[]} args
 * @param {{ cwd: string, node?: string, quiet?: boolean }} options `node`: the Node that runs npm and that
 *   native modules are built for
 */
export function npm(args, { cwd, node = process.execPath, quiet = false }) {
  const path = [dirname(node), process.env.PATH ?? ''].join(delimiter);
  return run(node, [npmScript(), ...args], { cwd, quiet, env: cleanEnvironment({ PATH: path }) });
}

/**
 * The first of these programs that is on PATH or, where an absolute path is given, that exists.
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
export function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = windows ? ['.cmd', '.exe', ''] : [''];
  for (const name of names) {
    const places = /[\\/]/.test(name) ? [''] : folders;
    for (const folder of places) {
      for (const ending of endings) {
        const path = folder === '' ? name : join(folder, name + ending);
        if (existsSync(path)) return path;
      }
    }
  }
  return undefined;
}
