import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { type Answer, remoteEngine } from '../engine/calls.ts';
import type { Engine } from '../engine/engine.ts';
import type { WorkerData } from '../engine/worker.ts';

/** Megabytes; a corpus that needs more stops the thread, not the editor. */
const MOST_MEMORY = 3072;

/** Every call that was under way when the engine's thread ended fails with it. */
export class EngineStopped extends Error {}

interface Pending {
  readonly method: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The engine, and word of its end. */
export interface EngineThread extends Engine, vscode.Disposable {
  /** Called when the thread has ended by itself, with all that it knew. */
  readonly onDidStop: (listener: () => void) => void;
}

/**
 * The engine of a file in a thread of its own, started by the first call, and again, empty, by the first after it
 * stopped. `cache`: the folder where it may keep what it has found out; after a thread has ended over it, the next ones do
 * without.
 */
export function startEngine(
  file: string,
  log: Pick<vscode.LogOutputChannel, 'error'>,
  cache?: string,
): EngineThread {
  let thread: Worker | null = null;
  let calls = 0;
  /** Whether the present thread has answered anything. */
  let answered = false;
  let kept = cache;
  let disposed = false;
  const pending = new Map<number, Pending>();
  const listeners: (() => void)[] = [];

  const settle = (answer: Answer): void => {
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    answered = true;
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  };

  const stopped = (worker: Worker, reason: string): void => {
    if (thread !== worker) return;
    thread = null;
    if (!disposed) log.error(`the engine stopped: ${reason}`);
    const left = [...pending.values()];
    pending.clear();
    // What ends a thread while it is taken up would end the next one, too.
    if (!answered || left.some(({ method }) => method === 'open')) kept = undefined;
    for (const { reject } of left) reject(new EngineStopped(reason));
    if (!disposed) for (const listener of listeners) listener();
  };

  const started = (): Worker => {
    answered = false;
    const worker = new Worker(file, {
      workerData: { ...(kept !== undefined && { cache: kept }) } satisfies WorkerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY },
    });
    worker.on('message', settle);
    worker.on('error', (error) => stopped(worker, error.message));
    worker.on('exit', (code) => stopped(worker, `exit code ${code}`));
    return worker;
  };

  const engine = remoteEngine(
    (method, args) =>
      new Promise((resolve, reject) => {
        if (disposed) return reject(new EngineStopped('it is no longer needed'));
        thread ??= started();
        const id = calls++;
        pending.set(id, { method, resolve, reject });
        thread.postMessage({ id, method, args });
      }),
  );
  return {
    ...engine,
    // A thread that was never needed has nothing to keep.
    close: async () => {
      if (thread !== null) await engine.close();
    },
    onDidStop: (listener) => {
      listeners.push(listener);
    },
    dispose: () => {
      disposed = true;
      const worker = thread;
      if (worker) stopped(worker, 'it is no longer needed');
      void worker?.terminate();
    },
  };
}
