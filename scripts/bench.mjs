// npm run bench: prints what the benches in test/bench/ measure; nothing is asserted.
import { readdirSync } from 'node:fs';
import { ensureDependencies } from './lib/dependencies.mjs';
import { inRoot, root } from './lib/paths.mjs';
import { main, run } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { build } = await import('./lib/build.mjs');
  await build();
  const wanted = process.argv.slice(2);
  const benches = readdirSync(inRoot('test', 'bench')).filter((name) => name.endsWith('.bench.mjs'));
  for (const name of benches.filter(
    (bench) => wanted.length === 0 || wanted.some((word) => bench.includes(word)),
  )) {
    console.log(`\n── ${name}`);
    const { code } = await run(process.execPath, [inRoot('test', 'bench', name)], { cwd: root });
    if (code !== 0) process.exitCode = 1;
  }
});
