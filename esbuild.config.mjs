// Bundles what runs: the extension, the command line and the suite that tests run inside VS Code. `--watch`
// rebuilds on change.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');
const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Node 20 knows \p{…}; taken for unknown, each such literal in a function is compiled anew at every call.
  supported: { 'regexp-unicode-property-escapes': true },
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  format: 'cjs',
  sourcemap: 'linked',
  minify: !watch,
  logLevel: 'warning',
};

/** Word lists and weights are megabytes: they stand once in dist/data/, for the extension and the command line. */
const sharedData = {
  name: 'shared-data',
  setup(build) {
    build.onResolve({ filter: /\.generated\.ts$/ }, ({ path, kind }) =>
      kind === 'entry-point' ? null : { path: `./data/${basename(path, '.ts')}.js`, external: true },
    );
  },
};

/**
 * `import * as vscode` would copy the editor's some 400 names into an object for each of our files, and asks for the
 * module anew each time: half of the start's work. All files share one object.
 */
const oneVscode = {
  name: 'one-vscode',
  setup(build) {
    const types = readFileSync('node_modules/@types/vscode/index.d.ts', 'utf8');
    const kinds = '(?:abstract )?(?:class|enum|namespace|function|const|let)';
    const names = [...types.matchAll(new RegExp(`^\\t(?:export )?${kinds} (\\w+)`, 'gm'))].map(
      ([, name]) => name,
    );
    const contents = `export { ${[...new Set(names)].join(', ')} } from 'vscode';`;
    build.onResolve({ filter: /^vscode$/ }, ({ namespace }) =>
      namespace === 'one-vscode'
        ? { path: 'vscode', external: true }
        : { path: 'vscode', namespace: 'one-vscode' },
    );
    build.onLoad({ filter: /^vscode$/, namespace: 'one-vscode' }, () => ({ contents }));
  },
};

/** In a browser, `x.web.ts` stands in for `x.ts`: what Node does there, or that it can't be done. */
const webTwins = {
  name: 'web-twins',
  setup(build) {
    build.onResolve({ filter: /^\..*\.ts$/ }, ({ path, resolveDir }) => {
      const twin = join(resolveDir, path.replace(/ts$/, 'web.ts'));
      return existsSync(twin) ? { path: twin } : null;
    });
  },
};

const generated = readdirSync('src/core', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.generated.ts'))
  .map((file) => join('src/core', file));

const bundles = [
  {
    ...common,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'dist/extension.js',
    plugins: [sharedData, oneVscode],
  },
  {
    ...common,
    entryPoints: ['src/engine/worker.ts', 'src/engine/sidecar-worker.ts'],
    outdir: 'dist',
    plugins: [sharedData],
  },
  {
    ...common,
    entryPoints: {
      'extension.web': 'src/vscode/extension.ts',
      'worker.web': 'src/engine/worker.web.ts',
    },
    outdir: 'dist',
    platform: 'browser',
    define: { DATA_FILES: JSON.stringify(generated.map((file) => basename(file).replace(/ts$/, 'js'))) },
    plugins: [sharedData, webTwins, oneVscode],
  },
  {
    ...common,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [sharedData],
  },
  {
    ...common,
    entryPoints: generated,
    outdir: 'dist/data',
    entryNames: '[name]',
    sourcemap: false,
  },
  {
    ...common,
    // The page of story comparisons; VS Code 1.90 is built on this Chromium.
    entryPoints: ['src/webview/main.ts', 'src/webview/main.css'],
    outdir: 'dist/webview',
    platform: 'browser',
    target: 'chrome122',
    format: 'iife',
    sourcemap: false,
  },
  {
    ...common,
    entryPoints: ['test/web/memfs.ts'],
    outfile: 'dist/test/memfs.js',
    platform: 'browser',
    external: ['vscode'],
    minify: false,
  },
  ...[
    ['test/host/suite/index.ts', 'dist/test/host.js'],
    ['test/host/windows/index.ts', 'dist/test/windows.js'],
    ['test/host/untrusted/index.ts', 'dist/test/untrusted.js'],
    ['test/bench/editor.ts', 'dist/test/bench.js'],
    ['test/bench/surprises.ts', 'dist/test/surprises.js'],
  ].map(([entry, outfile]) => ({
    ...common,
    entryPoints: [entry],
    outfile,
    external: ['vscode'],
    minify: false,
  })),
];

for (const bundle of bundles) {
  const build = await context(bundle);
  if (watch) await build.watch();
  else {
    await build.rebuild();
    await build.dispose();
  }
}

// Editors of YAML read the schema from the package: contributes.yamlValidation points at it.
mkdirSync('dist', { recursive: true });
for (const schema of ['annotations.schema.json', 'codebook.schema.json'])
  copyFileSync(join('src/core/sidecar', schema), join('dist', schema));
