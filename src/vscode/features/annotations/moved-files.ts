import * as vscode from 'vscode';

type Move = { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri };

/** Of a file that was renamed, or that was in a folder that was. */
export function movedPath(path: string, files: readonly Move[]): string {
  for (const { oldUri, newUri } of files) {
    if (path === oldUri.path) return newUri.path;
    if (path.startsWith(`${oldUri.path}/`)) return newUri.path + path.slice(oldUri.path.length);
  }
  return path;
}

/** Renames that are remembered: a note that was begun before these is rare. */
const MOST = 5000;

/** Where files are that were renamed in this window: a note may have been begun before. */
export interface MovedFiles extends vscode.Disposable {
  readonly now: (file: vscode.Uri) => vscode.Uri;
}

export function createMovedFiles(): MovedFiles {
  let moves: readonly Move[] = [];
  const listener = vscode.workspace.onDidRenameFiles(({ files }) => {
    moves = [...moves, ...files].slice(-MOST);
  });
  return {
    now: (file) => file.with({ path: moves.reduce((path, move) => movedPath(path, [move]), file.path) }),
    dispose: () => listener.dispose(),
  };
}
