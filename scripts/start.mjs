// npm start: installs what is missing, builds, and opens VS Code on `seeds/` with the extension.
//   --serve   the VS Code served to a browser, also where a desktop one is installed
//   --check   start it, wait until it answers, stop: for tests
//   FOLDER    another folder than seeds/
import { resolve } from 'node:path';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { exitOnSignals } from './lib/processes.mjs';

exitOnSignals();
const options = process.argv.slice(2).filter((value) => value.startsWith('--'));
const folder = resolve(process.argv.slice(2).find((value) => !value.startsWith('--')) ?? inRoot('seeds'));
const known = ['--serve', '--check'];
const unknown = options.filter((option) => !known.includes(option));
if (unknown.length > 0) {
  console.error(`Unknown option ${unknown.join(', ')}. Known: ${known.join(', ')}, and a folder to open.`);
  process.exit(2);
}

await ensureDependencies();
const { build } = await import('./lib/build.mjs');
const { findDesktop } = await import('./lib/desktop.mjs');
console.log('Building …');
await build();

const check = options.includes('--check');
const desktop = options.includes('--serve') || check ? undefined : findDesktop();
if (desktop !== undefined) {
  const { openDesktop } = await import('./lib/open.mjs');
  await openDesktop(desktop, folder, root);
} else {
  const { serve } = await import('./lib/open.mjs');
  await serve(folder, { check });
}
