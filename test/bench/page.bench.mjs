// From a reader's key to what she sees, in the packed extension in a real VS Code: the lists and the table.
// `--archive=N` for the number of articles: npm run bench page -- --archive=10000
import { main } from '../../scripts/lib/processes.mjs';
import { runVitest } from '../../scripts/lib/vitest.mjs';

await main(async () => {
  const { pack } = await import('../../scripts/lib/build.mjs');
  await pack();
  const asked = process.argv.find((word) => word.startsWith('--archive='));
  const { failed } = await runVitest('test/page/vitest.config.mts', 'times', {
    COUNTERPOINT_PAGE: 'times',
    COUNTERPOINT_ARTICLES: asked?.slice('--archive='.length) ?? '300',
  });
  process.exitCode = failed > 0 ? 1 : 0;
});
