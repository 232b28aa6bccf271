// Measured and printed by opening.bench.mjs: an archive on disk, read by the engine's thread as the editor has it done,
// and opened again from what the engine has kept.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Answer, remoteEngine } from '../../src/engine/calls.ts';
import type { Engine } from '../../src/engine/engine.ts';
import type { ArticleFile } from '../../src/engine/opened.ts';
import { generateArchive } from './generate.ts';

/** Articles that are under way at once, as in the editor. */
const AT_ONCE = 6;
const MOST_CHARACTERS = 1_048_576;
const EDITS = 100;

/** The engine's thread, which tells every now and then what its own heap holds. */
const MEASURED = `
  const { workerData } = require('node:worker_threads');
  const { file, heap } = workerData;
  const look = () => {
    const { heapUsed, external } = process.memoryUsage();
    heap[1] = heapUsed + external;
    heap[0] = Math.max(heap[0], heap[1]);
  };
  setInterval(look, 200).unref();
  require(file);
`;

const since = (start: number): number => (performance.now() - start) / 1000;

interface Started {
  readonly engine: Engine;
  readonly stop: () => Promise<number>;
  /** Megabytes: the most that the thread's own heap held when it was looked at, and what it holds. */
  readonly heap: () => readonly [most: number, now: number];
  /** Seconds that the thread has had something to do. */
  readonly busy: () => number;
}

function started(file: string, cache: string): Started {
  const heap = new Float64Array(new SharedArrayBuffer(16));
  const worker = new Worker(MEASURED, {
    eval: true,
    workerData: { cache, file, heap },
    resourceLimits: { maxOldGenerationSizeMb: 3072 },
  });
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let calls = 0;
  worker.on('message', (answer: Answer) => {
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  });
  const engine = remoteEngine(
    (method, args) =>
      new Promise((resolve, reject) => {
        pending.set(calls, { resolve, reject });
        worker.postMessage({ id: calls++, method, args });
      }),
  );
  return {
    engine,
    heap: () => [(heap[0] ?? 0) / 1e6, (heap[1] ?? 0) / 1e6],
    busy: () => worker.performance.eventLoopUtilization().active / 1000,
    stop: () => worker.terminate(),
  };
}

export async function measureOpening(count: number, folder: string, worker: string): Promise<void> {
  const cache = join(folder, 'cache');
  const files = written(count, folder);
  await first(files, worker, cache);
  for (const { file } of files.slice(0, 20))
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nA word more.\n`);
  await again('with 20 articles changed', files, worker, cache);
  const engine = await again('unchanged', files, worker, cache);
  await printClaims(engine.engine, files);
  await answers(engine.engine, files);
  const [most, now] = engine.heap();
  console.log(`  its thread's own heap then: ${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB`);
  await engine.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** How many articles' claims are counted, for all. */
const COUNTED = 500;

async function printClaims(engine: Engine, files: readonly ArticleFile[]): Promise<void> {
  const step = Math.max(1, Math.floor(files.length / COUNTED));
  const counted = files.filter((_, i) => i % step === 0);
  let claims = 0;
  for (const { path } of counted) claims += (await engine.view(path))?.value.analysis.claims.length ?? 0;
  const all = (claims * files.length) / counted.length;
  console.log(
    `  ${step === 1 ? '' : 'about '}${Math.round(all)} claims, ${(claims / counted.length).toFixed(1)} an article` +
      (step === 1 ? '' : `, by those of ${counted.length} articles`),
  );
}

function written(count: number, folder: string): ArticleFile[] {
  const { articles } = generateArchive(count);
  return articles.map(({ path, text }) => {
    const file = join(folder, 'archive', path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return { path: `file://${file}`, file };
  });
}

const seconds = ({ user, system }: NodeJS.CpuUsage): string => ((user + system) / 1e6).toFixed(1);

async function first(files: readonly ArticleFile[], worker: string, cache: string): Promise<void> {
  const own = process.memoryUsage().heapUsed;
  const start = performance.now();
  const work = process.cpuUsage();
  const { engine, heap, busy, stop } = started(worker, cache);
  await engine.open(files, MOST_CHARACTERS);
  await setAll(engine, files);
  const took = since(start);
  const [most, now] = heap();
  console.log(
    `${files.length} articles from disk to all links: ${took.toFixed(1)} s, ${seconds(process.cpuUsage(work))} s of processor time, ` +
      `the engine's thread busy for ${busy().toFixed(1)} s; the engine's heap ${now.toFixed(0)} MB, at most ${most.toFixed(0)} MB; all threads together at most ` +
      `${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB; the asking thread's heap ${((process.memoryUsage().heapUsed - own) / 1e6).toFixed(0)} MB more`,
  );
  const saving = performance.now();
  await engine.close();
  console.log(`  kept in ${since(saving).toFixed(1)} s`);
  await stop();
}

async function setAll(engine: Engine, files: readonly ArticleFile[]): Promise<void> {
  const queue = [...files.entries()].reverse();
  const work = async (): Promise<void> => {
    for (let next = queue.pop(); next; next = queue.pop()) {
      const [i, { path, file }] = next;
      await engine.set({ path, text: readFileSync(file, 'utf8') }, i + 1);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function again(
  how: string,
  files: readonly ArticleFile[],
  worker: string,
  cache: string,
): Promise<Started> {
  const start = performance.now();
  const work = process.cpuUsage();
  const thread = started(worker, cache);
  const opened = new Set((await thread.engine.open(files, MOST_CHARACTERS)).map(({ path }) => path));
  const took = since(start);
  await setAll(
    thread.engine,
    files.filter(({ path }) => !opened.has(path)),
  );
  console.log(
    `  opened again, ${how}: ${took.toFixed(2)} s, ${since(start).toFixed(2)} s to all links, ` +
      `${seconds(process.cpuUsage(work))} s of processor time; ${opened.size} of ${files.length} taken up`,
  );
  if (opened.size < files.length) {
    await thread.engine.close();
    await thread.stop();
  }
  return thread;
}

/** An edit until the article's view is there; a hover over another article; a hover when nothing has changed. */
async function answers(engine: Engine, files: readonly ArticleFile[]): Promise<void> {
  const edits: number[] = [];
  const after: number[] = [];
  const still: number[] = [];
  const timed = async (list: number[], work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await work();
    list.push(performance.now() - start);
  };
  const step = Math.max(1, Math.floor(files.length / EDITS));
  for (let i = 0; i < files.length; i += step) {
    const [one, other] = [files[i], files[(i + 1) % files.length]];
    if (one === undefined || other === undefined) continue;
    const [text, middle] = [readFileSync(one.file, 'utf8'), readFileSync(other.file, 'utf8').length / 2];
    await timed(edits, async () => {
      await engine.set({ path: one.path, text: `${text}\nNothing else was said.\n` }, 2 * i + 100_000);
      await engine.view(one.path);
    });
    await timed(after, () => engine.cards(other.path, Math.floor(middle)));
    await timed(still, () => engine.cards(other.path, Math.floor(middle * 0.8)));
    await engine.set({ path: one.path, text }, 2 * i + 100_001);
  }
  const both = (list: readonly number[]): string =>
    `median ${percentile(list, 0.5)} ms, 95th percentile ${percentile(list, 0.95)} ms`;
  console.log(
    `  edit to the article's view: ${both(edits)}; a hover after it: ${both(after)}; one more: ${both(still)}`,
  );
}

function percentile(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
}
