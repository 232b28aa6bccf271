import * as vscode from 'vscode';
import { together } from './disposables.ts';

/** Gathers a burst of events, as when a branch is checked out, in milliseconds. */
const REST = 1000;
/** The least time between two looks that nothing asked for, in milliseconds. */
const SELDOM = 15_000;
/** Such looks take no more than this share of the time, however many files there are. */
const SHARE = 0.02;

/**
 * Calls `look` when files may have changed without an event of their own: something came or went, and with folders
 * that are renamed, removed or made again VS Code's watcher misses files; git switched or moved the branch. It misses
 * all that happens before it has begun, too, and now and then a whole burst: so there is a look every now and then.
 */
export function onUnseenChanges(look: () => Promise<void>): vscode.Disposable {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;
  let looking = false;

  const lookIn = (time: number): void => {
    const at = performance.now() + time;
    if (at >= due) return;
    due = at;
    clearTimeout(timer);
    timer = setTimeout(() => void lookNow(), time);
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
      lookIn(Math.max(SELDOM, (performance.now() - start) / SHARE));
    }
  };
  const moved = ({ path }: vscode.Uri): void => {
    if (!/\/(?:\.git|node_modules)(?:\/|$)/.test(path)) lookIn(REST);
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
    { dispose: () => clearTimeout(timer) },
  );
}
