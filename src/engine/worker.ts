// The engine's own thread: what it works on never makes the editor wait. The same file is the thread of those that
// read articles for it.
import { parentPort, workerData } from 'node:worker_threads';
import { answer, type Call } from './calls.ts';
import { localEngine } from './engine.ts';
import { readForOthers } from './read-for-others.ts';
import { createReaders } from './readers.ts';
import { engineVersion } from './version.ts';

/** What a thread is started with. */
export interface WorkerData {
  readonly role?: 'reader';
  /** The folder where the engine may keep what it has found out. */
  readonly cache?: string;
}

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');
const { role, cache } = (workerData ?? {}) as WorkerData;
if (role === 'reader') readForOthers(port);
else {
  const version = cache === undefined ? null : engineVersion(__filename);
  const engine = localEngine({
    readers: createReaders(__filename),
    ...(cache !== undefined && version !== null && { cache: { folder: cache, version } }),
  });
  port.on('message', (call: Call) => void answer(engine, call).then((result) => port.postMessage(result)));
}
