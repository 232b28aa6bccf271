// npm run pictures: draws the README's pictures anew, from the packed extension in a real VS Code. With `--surfaces`
// every surface in all themes, wide and narrow, into test-results/surfaces/, to be looked at; with `--language=de` too.
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { build, pack } = await import('./lib/build.mjs');
  const { runVitest } = await import('./lib/vitest.mjs');
  await build();
  await pack();
  const language = process.argv.find((word) => word.startsWith('--language='));
  const { failed } = await runVitest('test/page/vitest.config.mts', 'pictures', {
    COUNTERPOINT_PAGE: process.argv.includes('--surfaces') ? 'look' : 'draw',
    ...(language && { COUNTERPOINT_LANGUAGE: language.slice('--language='.length) }),
  });
  process.exitCode = failed > 0 ? 1 : 0;
});
