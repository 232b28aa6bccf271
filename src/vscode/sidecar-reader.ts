import type * as vscode from 'vscode';
import { applyOperations, type EditsResult } from '../core/sidecar/edit.ts';
import type { SidecarOperation } from '../core/sidecar/operation.ts';
import { recentSources, type SidecarRead } from '../core/sidecar/parse.ts';
import type { SidecarAnswer, SidecarCall } from '../engine/sidecar-worker.ts';
import { type Program, startThread, type Thread } from './thread.ts';

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

/** `program`: what the thread runs. */
export function createSidecarReader(program: Program): SidecarReader {
  /** A note is written, and then the file is read: once. */
  const sourceOf = recentSources();
  const pending = new Map<number, (value: unknown) => void>();
  let thread: Thread | null = null;
  let calls = 0;
  let idle: ReturnType<typeof setTimeout> | undefined;

  const ended = (one: Thread): void => {
    if (thread !== one) return;
    thread = null;
    for (const resolve of pending.values()) resolve(null);
    pending.clear();
  };

  const end = (): void => {
    const one = thread;
    if (one === null) return;
    ended(one);
    one.end();
  };

  const settle = (message: unknown): void => {
    const { id, value } = message as SidecarAnswer;
    pending.get(id)?.(value);
    pending.delete(id);
    if (pending.size === 0) idle = setTimeout(end, IDLE);
  };

  const started = (): Thread => {
    const one = startThread(program, { onMessage: settle, onEnd: () => ended(one) });
    return one;
  };

  /** Null for what is small, or where the thread failed: then it is done here. */
  const elsewhere = (text: string, operations: SidecarCall['operations']): Promise<unknown> | null => {
    if (text.length < LARGE) return null;
    clearTimeout(idle);
    thread ??= started();
    const call: SidecarCall = { id: calls++, text, operations };
    thread.post(call);
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
