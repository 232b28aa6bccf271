// Installs whatever this checkout still lacks: packages, a VS Code to test in, a browser to drive it.
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { servedHost } = await import('./lib/host.mjs');
  const served = await servedHost();
  if ('missing' in served) console.log(`No VS Code to test in: ${served.missing}`);
  else console.log(`Browser: ${served.host.browser}\nVS Code: ${served.host.codeServer.main}`);
});
