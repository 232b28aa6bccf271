// npm start: installs what is missing, builds, and opens VS Code on `seeds/` with the extension.
//   --serve   the VS Code served to a browser, also where a desktop one is installed
//   --check   serve it, wait until it answers, stop: for tests
//   FOLDER    another folder than seeds/
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  const { values, positionals } = parseArgs({
    options: { serve: { type: 'boolean', default: false }, check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const folder = resolve(positionals[0] ?? inRoot('seeds'));
  await ensureDependencies();
  const { build } = await import('./lib/build.mjs');
  const { findDesktop } = await import('./lib/desktop.mjs');
  const { openDesktop, serve } = await import('./lib/open.mjs');
  console.log('Building …');
  await build();
  const desktop = values.serve || values.check ? undefined : findDesktop();
  if (desktop === undefined) await serve(folder, { check: values.check });
  else await openDesktop(desktop, folder, root);
});
