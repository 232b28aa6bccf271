// Bundles a bench in memory and runs it, with the package's own word lists and weights in dist/data/.
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { compileFunction, runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { inRoot } from '../../scripts/lib/paths.mjs';

/**
 * What a TypeScript file exports. Its word lists and weights load when they are first asked for, as in the
 * package; `npm run bench` has built them.
 * @param {string} entry file in this folder
 * @returns {Promise<Record<string, unknown>>}
 */
export async function load(entry) {
  const filename = inRoot('dist', `${basename(entry, '.ts')}.bench.cjs`);
  const { outputFiles } = await build({
    entryPoints: [inRoot('test', 'bench', entry)],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    // Modules are asked for by `require`, also those that are loaded late.
    supported: { 'regexp-unicode-property-escapes': true, 'dynamic-import': false },
    packages: 'external',
    plugins: [sharedData],
  });
  const module = { exports: {} };
  const require = createRequire(filename);
  compileFunction(outputFiles[0]?.text ?? '', ['exports', 'require', 'module'], { filename })(
    module.exports,
    require,
    module,
  );
  return module.exports;
}

/** @type {import('esbuild').Plugin} */
const sharedData = {
  name: 'shared-data',
  setup({ onResolve }) {
    onResolve({ filter: /\.generated\.ts$/ }, ({ path }) => ({
      path: `./data/${basename(path, '.ts')}.js`,
      external: true,
    }));
  },
};

/** Collects garbage, so that what is left is what is held. */
export function collect() {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
}
