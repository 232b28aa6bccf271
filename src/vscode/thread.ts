import { Worker } from 'node:worker_threads';
import type * as vscode from 'vscode';

/** A program of ours beside the editor's. */
export interface Thread {
  post(message: unknown): void;
  end(): void;
}

export interface ThreadOptions {
  /** What the program is started with. */
  readonly data?: object;
  /** Megabytes; who needs more ends. */
  readonly mostMemory?: number;
  readonly onMessage: (message: unknown) => void;
  /** Also after `end`; may be called twice. */
  readonly onEnd: (reason: string) => void;
}

/** Where a program is, of the package's own. */
export type Program = Pick<vscode.Uri, 'fsPath'>;

export function startThread(
  { fsPath }: Program,
  { data, mostMemory, onMessage, onEnd }: ThreadOptions,
): Thread {
  const worker = new Worker(fsPath, {
    workerData: data,
    ...(mostMemory !== undefined && { resourceLimits: { maxOldGenerationSizeMb: mostMemory } }),
  });
  worker.on('message', onMessage);
  worker.on('error', (error) => onEnd(error.message));
  worker.on('exit', (code) => onEnd(`exit code ${code}`));
  return { post: (message) => worker.postMessage(message), end: () => void worker.terminate() };
}
