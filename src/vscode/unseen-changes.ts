import * as vscode from 'vscode';
import { together } from './disposables.ts';

/** Gathers a burst of events, as when a branch is checked out, in milliseconds. */
const REST = 1000;
/** By this time after activation VS Code watches the folder, in milliseconds. */
const WATCHED = 10_000;
/** Looking at every file has its price: no more often than this when the window comes to the front, in milliseconds. */
const SELDOM = 60_000;

/**
 * Calls `look` when files may have changed without an event of their own: something came or went, and with folders
 * that are renamed, removed or made again the watcher misses files; git switched or moved the branch; the window was
 * away; VS Code had not begun to watch the folder yet.
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
    if (!/\/(?:\.git|node_modules)(?:\/|$)/.test(path)) lookSoon();
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
