// npm run bench: prints what the benches in test/bench/ measure; nothing is asserted. Words are parts of the
// names of those to run, options go to the bench.
import { readdirSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { main, run } from './lib/processes.mjs';

/** Take long, and need what is not in the checkout. */
const ONLY_WHEN_NAMED = ['ablation.bench.mjs'];
const LONGEST_MS = 3_600_000;

await main(async () => {
  await ensureDependencies();
  const { build } = await import('./lib/build.mjs');
  await build();
  const given = process.argv.slice(2);
  const options = given.filter((word) => word.startsWith('--'));
  const wanted = given.filter((word) => !word.startsWith('--'));
  const benches = readdirSync(inRoot('test', 'bench')).filter((name) => name.endsWith('.bench.mjs'));
  for (const name of benches.filter((bench) =>
    wanted.length === 0 ? !ONLY_WHEN_NAMED.includes(bench) : wanted.some((word) => bench.includes(word)),
  )) {
    console.log(`\n── ${name}`);
    const { code } = await run(process.execPath, [inRoot('test', 'bench', name), ...options], {
      cwd: root,
      timeoutMs: LONGEST_MS,
    });
    if (code !== 0) process.exitCode = 1;
  }
});
