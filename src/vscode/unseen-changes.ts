import * as vscode from 'vscode';
import { together } from './disposables.ts';

/** Gathers a burst of events, as when a branch is checked out, in milliseconds. */
const REST = 250;
/** By this time after activation VS Code watches the folder, in milliseconds. */
const WATCHED = 10_000;
/** Looking at every file has its price: no more often than this when the window comes to the front, in milliseconds. */
const SELDOM = 60_000;

/**
 * Calls `look` when files may have changed without an event of their own: a folder came, went or was renamed; git
 * switched or moved the branch (the watcher misses files in folders that go and come back); the window was away;
 * VS Code had not begun to watch the folder yet.
 */
export function onUnseenChanges(look: () => void): vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  let looked = Date.now();
  const lookSoon = (): void => {
    clearTimeout(resting);
    resting = setTimeout(() => {
      looked = Date.now();
      look();
    }, REST);
  };
  const moved = ({ path }: vscode.Uri): void => {
    // Our own files have their own events.
    if (!/\.(?:txt|yaml)$/.test(path) && !/\/(?:\.git|node_modules)(?:\/|$)/.test(path)) lookSoon();
  };
  const late = setTimeout(look, WATCHED);
  const folders = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  const branch = vscode.workspace.createFileSystemWatcher('**/.git/{HEAD,index}', false, false, true);
  return together(
    folders,
    folders.onDidCreate(moved),
    folders.onDidDelete(moved),
    branch,
    branch.onDidCreate(lookSoon),
    branch.onDidChange(lookSoon),
    vscode.window.onDidChangeWindowState(({ focused }) => {
      if (focused && Date.now() - looked > SELDOM) lookSoon();
    }),
    {
      dispose: () => {
        clearTimeout(resting);
        clearTimeout(late);
      },
    },
  );
}
