// npm run package: builds and packs the extension into dist/counterpoint.vsix.
import { ensureDependencies } from './lib/dependencies.mjs';
import { packedExtension } from './lib/paths.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { build, pack } = await import('./lib/build.mjs');
  await build();
  const bytes = await pack();
  console.log(`${packedExtension} (${(bytes / 1e6).toFixed(2)} MB)`);
});
