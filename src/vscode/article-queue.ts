import * as vscode from 'vscode';
import { isVisible } from './documents.ts';
import { EngineStopped } from './engine-thread.ts';
import { pause } from './pause.ts';

/** Work that nobody looks at waits so long after a key stroke, in milliseconds, but no longer than that for one article. */
const TYPING = { pause: 300, most: 600 };

/** Articles that are under way at once: while one is compared, others are read. */
const AT_ONCE = 6;

/** How many articles are read before others are told of them. */
const TOGETHER = 20;

export interface ArticleQueueOptions {
  readonly update: (uri: vscode.Uri) => Promise<void>;
  /** An article that can't be read, or that stopped the engine while no other was under way. */
  readonly failed: (uri: vscode.Uri, error: unknown) => Promise<void>;
  /** Some more have been read, or one that is visible. */
  readonly tell: () => Promise<void>;
  /** All that waited has been read. */
  readonly ended: () => void;
  /** Nothing is read before. */
  readonly released: Promise<void>;
}

/** Articles that wait to be read: visible ones first, a few at once, none twice at once. */
export interface ArticleQueue extends vscode.Disposable {
  add(uri: vscode.Uri): void;
  remove(path: string): void;
  has(path: string): boolean;
  /** Of an article that is being read: resolves when that is done. */
  underWay(path: string): Promise<void> | undefined;
  /** Whether one of those that wait or are being read fits. */
  some(fits: (path: string) => boolean): boolean;
  /** How many wait. */
  readonly size: number;
  /** Resolves when nothing waits any more; null where nothing does. */
  readonly running: Promise<void> | null;
  /** To be told of each key stroke: whoever types has the machine to herself. */
  typed(): void;
  /** Nothing is read any more. */
  close(): void;
}

export function createArticleQueue(options: ArticleQueueOptions): ArticleQueue {
  const { update, failed, tell, ended, released } = options;
  const waiting = new Map<string, vscode.Uri>();
  const underWay = new Map<string, Promise<void>>();
  let lastTyped = Number.NEGATIVE_INFINITY;
  let atOnce = AT_ONCE;
  let running: Promise<void> | null = null;
  let closed = false;

  const start = (): void => {
    running ??= drain().finally(() => {
      running = null;
      if (waiting.size > 0) start();
      else ended();
    });
  };

  const drain = async (): Promise<void> => {
    // Events of one burst (a branch switch, a folder that opens) are gathered before work starts.
    await pause();
    await released;
    atOnce = AT_ONCE;
    await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => work(place)));
  };

  const work = async (place: number): Promise<void> => {
    for (let uri = next(place); uri && !closed; uri = next(place)) {
      const path = uri.toString();
      const under = inTurn(path, uri);
      underWay.set(path, under);
      await under;
      if (underWay.get(path) === under) underWay.delete(path);
      if (waiting.size % TOGETHER === 0 || isVisible(uri)) await tell();
    }
  };

  const next = (place: number): vscode.Uri | undefined => {
    if (place >= atOnce) return undefined;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document.uri.toString());
    const key = visible.find((candidate) => waiting.has(candidate)) ?? waiting.keys().next().value;
    const uri = key === undefined ? undefined : waiting.get(key);
    if (key !== undefined) waiting.delete(key);
    return uri;
  };

  /** One article is never under way twice: what was read last is what is set last. */
  const inTurn = async (path: string, uri: vscode.Uri): Promise<void> => {
    await underWay.get(path);
    if (!isVisible(uri)) await typingRests();
    const alone = atOnce === 1;
    try {
      await update(uri);
    } catch (error) {
      if (error instanceof EngineStopped && !alone) {
        // One of those that were under way is at fault: which one, is seen when each is alone.
        atOnce = 1;
        if (!closed) waiting.set(path, uri);
      } else await failed(uri, error);
    }
  };

  const typingRests = async (): Promise<void> => {
    const end = performance.now() + TYPING.most;
    for (let left = TYPING.pause; left > 0 && !closed; ) {
      left = Math.min(lastTyped + TYPING.pause, end) - performance.now();
      if (left > 0) await pause(left);
    }
  };

  const close = (): void => {
    closed = true;
    waiting.clear();
  };

  return {
    add: (uri) => {
      if (closed) return;
      waiting.set(uri.toString(), uri);
      start();
    },
    remove: (path) => waiting.delete(path),
    has: (path) => waiting.has(path),
    underWay: (path) => underWay.get(path),
    some: (fits) => {
      for (const paths of [underWay, waiting]) for (const path of paths.keys()) if (fits(path)) return true;
      return false;
    },
    get size() {
      return waiting.size;
    },
    get running() {
      return running;
    },
    typed: () => {
      lastTyped = performance.now();
    },
    close,
    dispose: close,
  };
}
