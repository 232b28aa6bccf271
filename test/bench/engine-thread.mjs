// One engine in a thread of its own, as whoever uses it has it: beside each other in one heap they would pay for each
// other's garbage, and compromise's many kinds of objects make V8 forget those of all others.
import { once } from 'node:events';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { load } from './bundle.mjs';

if (parentPort !== null) {
  const { ENGINES } = /** @type {typeof import('./engines.ts')} */ (await load('engines.ts'));
  const engine = ENGINES[workerData];
  if (engine === undefined) throw new Error(`There is no engine ${workerData}.`);
  const work = await engine();
  parentPort.on('message', (/** @type {readonly string[]} */ texts) => {
    const start = performance.now();
    for (const text of texts) work(text);
    parentPort?.postMessage(performance.now() - start);
  });
}

/**
 * @param {string} name of `ENGINES`
 * @returns {{ engine: import('./engine.ts').Engine, stop: () => Promise<unknown> }}
 */
export function engineThread(name) {
  const thread = new Worker(new URL(import.meta.url), { workerData: name });
  const engine = async (/** @type {readonly string[]} */ texts) => {
    thread.postMessage(texts);
    const [ms] = await once(thread, 'message');
    return ms;
  };
  return { engine, stop: () => thread.terminate() };
}
