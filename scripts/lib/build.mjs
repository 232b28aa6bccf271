// Bundles the project and packs it as an extension.
import { existsSync, rmSync, statSync } from 'node:fs';
import { inRoot, packedExtension, root } from './paths.mjs';
import { run } from './processes.mjs';

/** A larger package than this would slow every installation; it holds only what runs. */
export const largestPackage = 6_000_000;

/**
 * @param {readonly string[]} args
 * @param {boolean} [quiet]
 */
async function node(args, quiet = false) {
  const { code, output } = await run(process.execPath, args, { cwd: root, quiet });
  if (code !== 0) throw new Error(`node ${args.join(' ')} failed${quiet ? `:\n${output}` : '; see above'}`);
}

export const build = () => node([inRoot('esbuild.config.mjs')]);

/**
 * Packs `dist/` as it is (see `build`) into a .vsix.
 * @returns {Promise<number>} its size in bytes
 */
export async function pack() {
  rmSync(packedExtension, { force: true });
  const vsce = inRoot('node_modules', '@vscode', 'vsce', 'vsce');
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  await node([vsce, 'package', ...options, '--out', packedExtension], true);
  if (!existsSync(packedExtension)) throw new Error('vsce wrote no package');
  return statSync(packedExtension).size;
}
