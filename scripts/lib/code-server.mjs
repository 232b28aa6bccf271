// A real VS Code from npm: the package code-server holds a full build (workbench, extension host, built-in
// extensions) that is served on a loopback port. It needs the Node that it was built for, also from npm.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolsFolder } from './paths.mjs';
import { npm } from './processes.mjs';

const codeServerVersion = '4.139.1';
const nodeVersion = '24.21.0';
const nodePackage = `node-${process.platform}-${process.arch}`;
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];

/**
 * @typedef {object} CodeServer
 * @property {string} node the Node that it runs on
 * @property {string} main its `server-main.js`
 */

/** @param {string} folder the npm prefix it is installed under */
function layout(folder) {
  const modules = join(folder, 'node_modules');
  const vscode = join(modules, 'code-server', 'lib', 'vscode');
  return {
    modules,
    vscode,
    node: join(modules, nodePackage, 'bin', 'node'),
    main: join(vscode, 'out', 'server-main.js'),
  };
}

/**
 * @param {string} modules
 * @param {string} name
 */
function installedVersion(modules, name) {
  try {
    return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
  } catch {
    return undefined;
  }
}

/** What is on disk is the record: the native modules are built last, so a broken-off installation lacks them. */
function complete(/** @type {string} */ folder) {
  const { modules, vscode, node, main } = layout(folder);
  const built = (/** @type {string} */ name) =>
    existsSync(join(vscode, 'node_modules', name, 'build', 'Release'));
  return (
    installedVersion(modules, 'code-server') === codeServerVersion &&
    installedVersion(modules, nodePackage) === nodeVersion &&
    existsSync(node) &&
    existsSync(main) &&
    nativeModules.every(built)
  );
}

/** @param {string} folder */
async function install(folder) {
  const { vscode, node } = layout(folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  const packages = [`code-server@${codeServerVersion}`, `${nodePackage}@${nodeVersion}`];
  const steps = /** @type {const} */ ([
    [['install', '--save-exact', '--ignore-scripts', ...quietly, ...packages], folder, undefined],
    [['install', '--omit=dev', '--ignore-scripts', ...quietly], vscode, node],
    [['rebuild', ...quietly, ...nativeModules], vscode, node],
  ]);
  for (const [args, cwd, runner] of steps) {
    const { code, output } = await npm(args, { cwd, quiet: true, ...(runner && { node: runner }) });
    if (code !== 0) throw new Error(`npm ${args[0]} failed for code-server:\n${output.trim().slice(-2000)}`);
  }
  if (!complete(folder)) throw new Error('code-server was installed, but parts of it are missing.');
}

/**
 * Installs code-server under the tools folder where it is missing: about a minute and 800 MB, once. It is
 * built beside its place and then moved there, so that what is in its place is whole.
 * Throws where the packages can't be had or the native modules can't be built (no compiler).
 * @returns {Promise<CodeServer>}
 */
export async function ensureCodeServer() {
  const folder = join(toolsFolder, 'code-server');
  if (!complete(folder)) {
    console.log(`Installing VS Code (code-server ${codeServerVersion}, about a minute, once) …`);
    const building = `${folder}.${process.pid}`;
    try {
      await install(building);
      rmSync(folder, { recursive: true, force: true });
      renameSync(building, folder);
    } finally {
      rmSync(building, { recursive: true, force: true });
    }
  }
  const { node, main } = layout(folder);
  return { node, main };
}
