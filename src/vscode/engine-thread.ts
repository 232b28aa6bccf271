import type * as vscode from 'vscode';
import { type Answer, remoteEngine } from '../engine/calls.ts';
import type { Engine } from '../engine/engine.ts';
import type { WorkerData } from '../engine/worker.ts';
import { type Program, startThread, type Thread } from './thread.ts';

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
 * The engine of a program in a thread of its own, started by the first call, and again, empty, by the first after it
 * stopped. `cache`: the folder where it may keep what it has found out; after a thread has ended over it, the next ones do
 * without.
 */
export function startEngine(
  program: Program,
  log: Pick<vscode.LogOutputChannel, 'error'>,
  cache?: string,
): EngineThread {
  let thread: Thread | null = null;
  let calls = 0;
  /** Whether the present thread has answered anything. */
  let answered = false;
  let kept = cache;
  let disposed = false;
  const pending = new Map<number, Pending>();
  const listeners: (() => void)[] = [];

  const settle = (message: unknown): void => {
    const answer = message as Answer;
    const call = pending.get(answer.id);
    pending.delete(answer.id);
    answered = true;
    if ('error' in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  };

  const stopped = (one: Thread, reason: string): void => {
    if (thread !== one) return;
    thread = null;
    if (!disposed) log.error(`the engine stopped: ${reason}`);
    const left = [...pending.values()];
    pending.clear();
    // What ends a thread while it is taken up would end the next one, too.
    if (!answered || left.some(({ method }) => method === 'open')) kept = undefined;
    for (const { reject } of left) reject(new EngineStopped(reason));
    if (!disposed) for (const listener of listeners) listener();
  };

  const started = (): Thread => {
    answered = false;
    const one = startThread(program, {
      data: { ...(kept !== undefined && { cache: kept }) } satisfies WorkerData,
      mostMemory: MOST_MEMORY,
      onMessage: settle,
      onEnd: (reason) => stopped(one, reason),
    });
    return one;
  };

  const engine = remoteEngine(
    (method, args) =>
      new Promise((resolve, reject) => {
        if (disposed) return reject(new EngineStopped('it is no longer needed'));
        thread ??= started();
        const id = calls++;
        pending.set(id, { method, resolve, reject });
        thread.post({ id, method, args });
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
      const one = thread;
      if (one) stopped(one, 'it is no longer needed');
      one?.end();
    },
  };
}
