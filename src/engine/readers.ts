import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ArticleSource } from '../core/corpus/article-source.ts';
import type { Content } from './cache/sealed-file.ts';

/** What an article is read from, on its way to another thread. */
export interface ReaderCall {
  readonly id: number;
  readonly source: Pick<ArticleSource, 'text' | 'facts' | 'dismissals'>;
}

/** Null where it failed: who asked tries it, and has the error. */
export interface ReaderAnswer {
  readonly id: number;
  readonly content: Content | null;
}

/** Threads that read articles; they start when there is work and end when there has been none for a while. */
export interface Readers {
  /** What came of it, as it is stored; null where no thread could do it. */
  readonly read: (source: ReaderCall['source']) => Promise<Content | null>;
  readonly close: () => void;
}

/** Megabytes; a reader forgets each article when it has been read. */
const MOST_MEMORY = 768;
/** Calls that a thread has, so that it never waits for the next. */
const AHEAD = 3;
/** Milliseconds without work after which threads end. */
const IDLE = 20_000;
/** Threads that end by themselves so often would do so again. */
const MOST_STOPS = 4;
/** More than these wait for the one thread that compares what they have read. */
const MOST_READERS = 3;

/** One core is left to the thread that compares. */
const usualReaders = (): number => Math.min(MOST_READERS, availableParallelism() - 1);

interface Waiting {
  readonly call: ReaderCall;
  readonly resolve: (content: Content | null) => void;
}

interface Reader {
  readonly worker: Worker;
  readonly under: Map<number, Waiting>;
}

export function createReaders(file: string, count: number = usualReaders()): Readers {
  const readers = new Set<Reader>();
  const waiting: Waiting[] = [];
  let calls = 0;
  let stops = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;
  return { read, close };

  function read(source: ReaderCall['source']): Promise<Content | null> {
    if (count < 1 || stops >= MOST_STOPS) return Promise.resolve(null);
    clearTimeout(idle);
    return new Promise((resolve) => {
      waiting.push({ call: { id: calls++, source }, resolve });
      hand();
    });
  }

  /** Gives what waits to those that have least to do. */
  function hand(): void {
    while (waiting.length > 0) {
      let reader = [...readers].sort((a, b) => a.under.size - b.under.size)[0];
      if ((reader === undefined || reader.under.size > 0) && readers.size < count) reader = started();
      if (reader === undefined || reader.under.size >= AHEAD) return;
      const next = waiting.shift();
      if (next === undefined) return;
      reader.under.set(next.call.id, next);
      reader.worker.ref();
      reader.worker.postMessage(next.call);
    }
  }

  function started(): Reader {
    const worker = new Worker(file, {
      workerData: { role: 'reader' },
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    const reader: Reader = { worker, under: new Map() };
    worker.on('message', (answer: ReaderAnswer) => settle(reader, answer));
    worker.on('error', () => stopped(reader));
    worker.on('exit', () => stopped(reader));
    readers.add(reader);
    return reader;
  }

  function settle(reader: Reader, answer: ReaderAnswer): void {
    const one = reader.under.get(answer.id);
    reader.under.delete(answer.id);
    // A thread without work keeps no program from ending.
    if (reader.under.size === 0) reader.worker.unref();
    one?.resolve(answer.content);
    hand();
    if (waiting.length > 0 || [...readers].some(({ under }) => under.size > 0)) return;
    clearTimeout(idle);
    idle = setTimeout(close, IDLE);
    idle.unref();
  }

  /** What it had to do is done by who asked, and by the other threads. */
  function stopped(reader: Reader): void {
    if (!readers.delete(reader)) return;
    stops++;
    for (const { resolve } of reader.under.values()) resolve(null);
    if (readers.size === 0 && stops >= MOST_STOPS) for (const { resolve } of waiting.splice(0)) resolve(null);
    else hand();
  }

  function close(): void {
    const all = [...readers];
    readers.clear();
    for (const { worker, under } of all) {
      for (const { resolve } of under.values()) resolve(null);
      void worker.terminate();
    }
    for (const { resolve } of waiting.splice(0)) resolve(null);
  }
}
