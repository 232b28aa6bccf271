import { expect, it } from 'vitest';
import { inBatches } from '../../src/vscode/batches.ts';

it('what is asked for meanwhile waits for one run that takes all of it', async () => {
  const runs: (readonly number[])[] = [];
  let [atOnce, most] = [0, 0];
  const ask = inBatches(async (asked: readonly number[]) => {
    most = Math.max(most, ++atOnce);
    await new Promise((done) => setTimeout(done, 5));
    atOnce--;
    runs.push(asked);
    if (asked.includes(9)) throw new Error('no');
    return asked.length;
  });
  const first = ask(0);
  await Promise.resolve();
  await Promise.resolve();
  const rest = [1, 2, 3].map(ask);
  expect([await first, ...(await Promise.all(rest))]).toEqual([1, 3, 3, 3]);
  await expect(ask(9)).rejects.toThrow('no');
  expect(await ask(4)).toBe(1);
  expect([runs, most]).toEqual([[[0], [1, 2, 3], [9], [4]], 1]);
});
