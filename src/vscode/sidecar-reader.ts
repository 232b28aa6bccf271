import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';
import { applyOperations, type EditsResult } from '../core/sidecar/edit.ts';
import type { SidecarOperation } from '../core/sidecar/operation.ts';
import { recentSources, type SidecarRead } from '../core/sidecar/parse.ts';
import type { SidecarAnswer, SidecarCall } from '../engine/sidecar-worker.ts';

/** Code units, some fifty notes: more take a thread of their own, or the editor would wait for them. */
const LARGE = 30_000;
/** Milliseconds without work after which the thread ends. */
const IDLE = 20_000;

/** Reads sidecars and applies changes to their texts. */
export interface SidecarReader extends vscode.Disposable {
  read(text: string): Promise<SidecarRead>;
  edited(text: string, operations: readonly SidecarOperation[]): Promise<EditsResult>;
  /** The same at once: for who holds a lock. */
  editedNow(text: string, operations: readonly SidecarOperation[]): EditsResult;
}

/** `file`: what the thread runs. */
export function createSidecarReader(file: string): SidecarReader {
  /** A note is written, and then the file is read: once. */
  const sourceOf = recentSources();
  const pending = new Map<number, (value: unknown) => void>();
  let thread: Worker | null = null;
  let calls = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const ended = (worker: Worker): void => {
    if (thread !== worker) return;
    thread = null;
    for (const resolve of pending.values()) resolve(null);
    pending.clear();
  };

  const end = (): void => {
    const worker = thread;
    if (worker === null) return;
    ended(worker);
    void worker.terminate();
  };

  const started = (): Worker => {
    const worker = new Worker(file);
    worker.on('message', ({ id, value }: SidecarAnswer) => {
      pending.get(id)?.(value);
      pending.delete(id);
      if (pending.size === 0) idle = setTimeout(end, IDLE);
    });
    worker.on('error', () => ended(worker));
    worker.on('exit', () => ended(worker));
    return worker;
  };

  /** Null for what is small, or where the thread failed: then it is done here. */
  const elsewhere = (text: string, operations: SidecarCall['operations']): Promise<unknown> | null => {
    if (text.length < LARGE) return null;
    clearTimeout(idle);
    thread ??= started();
    const call: SidecarCall = { id: calls++, text, operations };
    thread.postMessage(call);
    return new Promise((resolve) => pending.set(call.id, resolve));
  };

  const editedNow = (text: string, operations: readonly SidecarOperation[]): EditsResult =>
    applyOperations(text, operations, sourceOf);
  return {
    read: async (text) => ((await elsewhere(text, null)) as SidecarRead | null) ?? sourceOf(text).read,
    edited: async (text, operations) =>
      ((await elsewhere(text, operations)) as EditsResult | null) ?? editedNow(text, operations),
    editedNow,
    dispose: () => {
      clearTimeout(idle);
      end();
    },
  };
}
