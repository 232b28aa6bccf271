import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');

it('the extension host loads no word lists and no weights: they are megabytes, and the engine’s', async () => {
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/vscode/extension.ts'],
    outfile: 'extension.js',
    bundle: true,
    platform: 'node',
    write: false,
    metafile: true,
    external: ['vscode', '*.generated.ts'],
  });
  const imported = metafile.outputs['extension.js']?.imports.map(({ path }) => path) ?? [];
  expect(imported).toContain('vscode');
  expect(imported.filter((path) => path.includes('generated'))).toEqual([]);
});
