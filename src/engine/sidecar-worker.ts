// The thread of large sidecars: reading a thousand notes takes long enough for who types to feel it.
import { parentPort } from 'node:worker_threads';
import { applyOperations } from '../core/sidecar/edit.ts';
import type { SidecarOperation } from '../core/sidecar/operation.ts';
import { recentSources } from '../core/sidecar/parse.ts';

/** A sidecar's text is read, or, where there are any, operations are applied to it. */
export interface SidecarCall {
  readonly id: number;
  readonly text: string;
  readonly operations: readonly SidecarOperation[] | null;
}

/** `value`: what it says, or what became of the operations; null where it failed, and who asked does it, and has the error. */
export interface SidecarAnswer {
  readonly id: number;
  readonly value: unknown;
}

const port = parentPort;
if (port === null) throw new Error('This file runs as a worker thread.');
const sourceOf = recentSources();
port.on('message', ({ id, text, operations }: SidecarCall) => {
  try {
    const value = operations === null ? sourceOf(text).read : applyOperations(text, operations, sourceOf);
    port.postMessage({ id, value } satisfies SidecarAnswer);
  } catch {
    port.postMessage({ id, value: null } satisfies SidecarAnswer);
  }
});
