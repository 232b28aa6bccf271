// npm run pictures: draws the README's pictures anew, from the packed extension in a real VS Code.
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { build, pack } = await import('./lib/build.mjs');
  const { runVitest } = await import('./lib/vitest.mjs');
  await build();
  await pack();
  const { failed } = await runVitest('test/page/vitest.config.mts', 'pictures', {
    COUNTERPOINT_PAGE: 'draw',
  });
  process.exitCode = failed > 0 ? 1 : 0;
});
