import * as vscode from 'vscode';
import { together } from './disposables.ts';

/** Gathers a burst of events, as when a branch is checked out, in milliseconds. */
const REST = 250;

/** A folder that comes, goes or is renamed has events of its own and none for the files in it: then all is looked at anew. */
export function onFolderMoves(look: () => void): vscode.Disposable {
  let resting: ReturnType<typeof setTimeout> | undefined;
  const moved = ({ path }: vscode.Uri): void => {
    // Our own files have their own events.
    if (/\.(?:txt|yaml)$/.test(path) || /\/(?:\.git|node_modules)(?:\/|$)/.test(path)) return;
    clearTimeout(resting);
    resting = setTimeout(look, REST);
  };
  const watcher = vscode.workspace.createFileSystemWatcher('**', false, true, false);
  return together(watcher, watcher.onDidCreate(moved), watcher.onDidDelete(moved), {
    dispose: () => clearTimeout(resting),
  });
}
