// Generated archives from text to links: time, growth, memory, answers after an edit, an archive about one
// topic, copies of one text, and how many planted counterparts are found. Sizes are arguments: node test/bench/archive.bench.mjs 300 1000 3000 10000
import { main } from '../../scripts/lib/processes.mjs';
import { collect, load } from './bundle.mjs';

/** Seconds that a size may take unless it is asked for by name. */
const LONGEST = 90;

await main(async () => {
  const { measureArchive, measureConnected, measureCopies } = /** @type {typeof import('./archive.ts')} */ (
    await load('archive.ts')
  );
  const asked = process.argv.slice(2).map(Number);
  const sizes = asked.length > 0 ? asked : [100, 300, 1000, 3000];
  const held = () => {
    collect();
    const { heapUsed, external } = process.memoryUsage();
    return (heapUsed + external) / 1e6;
  };
  const warmUp = console.log;
  console.log = () => {};
  measureArchive(20, held);
  console.log = warmUp;
  let before;
  for (const size of sizes) {
    // Read twice, for the stages.
    const expected = before === undefined ? 0 : 2.2 * before.seconds * (size / before.size);
    if (asked.length === 0 && expected > LONGEST) {
      console.log(
        `${size} articles left out: they would take some ${expected.toFixed(0)} s; name ${size} for them.`,
      );
      continue;
    }
    const { seconds } = measureArchive(size, held);
    if (before !== undefined)
      console.log(
        `  growth from ${before.size}: ${(seconds / before.seconds).toFixed(2)} times the time for ` +
          `${(size / before.size).toFixed(2)} times the articles`,
      );
    before = { size, seconds };
  }
  measureConnected(800);
  measureCopies([100, 400], held);
});
