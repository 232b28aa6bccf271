import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles the command line as it is run, in processes of its own, into `cli.cjs` of a folder; gives its path. */
export function buildProgram(folder: string): string {
  const outfile = join(folder, 'cli.cjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, '../../src/cli/main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
}
