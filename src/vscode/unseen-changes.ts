import * as vscode from 'vscode';
import { together } from './disposables.ts';

/** Gathers a burst of events, as when a branch is checked out, in milliseconds. */
const REST = 1000;
/** The least time between two looks that nothing asked for, in milliseconds. */
const SELDOM = 15_000;
/** Looks take no more than this share of the time, however many files there are: those asked for, and the others. */
const SHARE = { asked: 0.1, unasked: 0.02 };

/**
 * Calls `look` when files may have changed without an event of their own: something came or went, and with folders
 * that are renamed, removed or made again VS Code's watcher misses files; git switched or moved the branch. It misses
 * all that happens before it has begun, too, and now and then a whole burst: so there is a look every now and then.
 * `look` must not reject.
 */
export function onUnseenChanges(look: () => Promise<void>): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let notBefore = 0;
  let looking = false;
  let disposed = false;

  const lookIn = (time: number): void => {
    const at = Math.max(performance.now() + time, notBefore);
    if (at >= due || disposed) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => void lookNow(), at - performance.now());
  };
  const lookNow = async (): Promise<void> => {
    due = Number.POSITIVE_INFINITY;
    if (looking) return lookIn(REST);
    looking = true;
    const start = performance.now();
    try {
      await look();
    } finally {
      looking = false;
      const took = performance.now() - start;
      notBefore = performance.now() + took / SHARE.asked;
      lookIn(Math.max(SELDOM, took / SHARE.unasked));
    }
  };
  const moved = ({ path }: vscode.Uri): void => {
    // Names with another ending are hardly folders; those that are wait for the next look.
    if (!/\/(?:\.git|node_modules)(?:\/|$)|\.(?!txt$|yaml$)\w+$/.test(path)) lookIn(REST);
  };
  const branchMoved = (): void => lookIn(REST);

  lookIn(SELDOM);
  const all = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  const branch = vscode.workspace.createFileSystemWatcher('**/.git/{HEAD,index}', false, false, true);
  return together(
    all,
    all.onDidCreate(moved),
    all.onDidDelete(moved),
    branch,
    branch.onDidCreate(branchMoved),
    branch.onDidChange(branchMoved),
    {
      dispose: () => {
        disposed = true;
        clearTimeout(timer);
      },
    },
  );
}
