import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** Bundles the command line as it is run, in processes of its own, into `cli.cjs` of a folder; gives its path. */
export const buildProgram = (folder: string): string =>
  bundle(join(import.meta.dirname, '../../src/cli/main.ts'), join(folder, 'cli.cjs'));

/** Bundles `notes-writer.ts`, which writes notes without end. */
export const buildWriter = (folder: string): string =>
  bundle(join(import.meta.dirname, 'notes-writer.ts'), join(folder, 'writer.cjs'));

function bundle(entry: string, outfile: string): string {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  return outfile;
}
