import * as vscode from 'vscode';
import { together } from './disposables.ts';
import { isThere } from './sidecar-files.ts';

/** Marks its folder's texts as articles, and holds what an analyst says of tags and stories. */
export const MARKER = 'counterpoint.yaml';
export const isMarker = ({ path }: vscode.Uri): boolean => path.endsWith(`/${MARKER}`);
/** Folders that are looked into for nothing. */
export const EXCLUDED = '**/{node_modules,.git}/**';

/** Every `counterpoint.yaml` in the opened folders, and those above them: they hold as on the command line. */
export async function findMarkers(): Promise<vscode.Uri[]> {
  const below = await vscode.workspace.findFiles(`**/${MARKER}`, EXCLUDED);
  const above = foldersAbove().map((folder) => vscode.Uri.joinPath(folder, MARKER));
  const there = await Promise.all(above.map(isThere));
  const all = [...below, ...above.filter((_, i) => there[i])];
  return [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
}

/** What is said of files in this folder holds for what is in it and below it. */
export const holdsFor = (marker: vscode.Uri, file: vscode.Uri): boolean => {
  const folder = vscode.Uri.joinPath(marker, '..').toString();
  return file.toString().startsWith(folder.endsWith('/') ? folder : `${folder}/`);
};

/** Calls when a marker comes, goes or, where wanted, changes, also in the folders above those that are opened. */
export function onMarkers(call: () => void, { changes }: { readonly changes: boolean }): vscode.Disposable {
  const watched = (pattern: vscode.GlobPattern): vscode.Disposable => {
    const watcher = vscode.workspace.createFileSystemWatcher(pattern, false, !changes, false);
    return together(watcher, watcher.onDidCreate(call), watcher.onDidChange(call), watcher.onDidDelete(call));
  };
  const watchAbove = (): vscode.Disposable =>
    together(...foldersAbove().map((folder) => watched(new vscode.RelativePattern(folder, MARKER))));
  let above = watchAbove();
  return together(
    watched(`**/${MARKER}`),
    vscode.workspace.onDidChangeWorkspaceFolders(() => {
      above.dispose();
      above = watchAbove();
      call();
    }),
    { dispose: () => above.dispose() },
  );
}

/** Of all opened folders, those that contain them, up to the root. */
function foldersAbove(): vscode.Uri[] {
  const folders = new Map<string, vscode.Uri>();
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    let at = uri;
    for (let up = vscode.Uri.joinPath(at, '..'); up.path !== at.path; up = vscode.Uri.joinPath(at, '..')) {
      at = up;
      folders.set(at.toString(), at);
    }
  }
  return [...folders.values()];
}
