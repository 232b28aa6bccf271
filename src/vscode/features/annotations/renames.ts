import * as vscode from 'vscode';
import type { Session } from '../../session.ts';
import { isThere } from '../../sidecar-files.ts';

/** An article that is renamed or moved in VS Code takes its sidecars along, in the same step that undo takes back. */
export function renames({ sidecars }: Session): vscode.Disposable {
  return vscode.workspace.onWillRenameFiles((event) => {
    const moves = event.files.flatMap(({ oldUri, newUri }) =>
      (sidecars.get(oldUri)?.files ?? []).map(({ uri }) => [uri, movedSidecar(uri, oldUri, newUri)] as const),
    );
    // One that is renamed in the same step goes where it is told to.
    const named = new Set(event.files.map(({ oldUri }) => oldUri.toString()));
    const wanted = moves.filter(([from]) => !named.has(from.toString()));
    if (wanted.length > 0) event.waitUntil(editOf(wanted));
  });
}

/** Beside the article as before: `notes/talks.txt.annotations.yaml` of `talks.txt` becomes `notes/more.txt.…`. */
export function movedSidecar(sidecar: vscode.Uri, from: vscode.Uri, to: vscode.Uri): vscode.Uri {
  const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);
  const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
  const below = folderOf(sidecar.path).slice(folderOf(from.path).length);
  const mark = nameOf(sidecar.path).slice(nameOf(from.path).length);
  return to.with({ path: `${folderOf(to.path)}${below}${nameOf(to.path)}${mark}` });
}

/** Nothing is written over: where there is a sidecar already, the old one stays, and Problems tells of it. */
export async function editOf(
  moves: readonly (readonly [from: vscode.Uri, to: vscode.Uri])[],
): Promise<vscode.WorkspaceEdit> {
  const edit = new vscode.WorkspaceEdit();
  for (const [from, to] of moves) {
    if (await isThere(to)) {
      const message = vscode.l10n.t(
        '{0} is there already, so {1} was left where it is.',
        ...[to, from].map(shown),
      );
      void vscode.window.showWarningMessage(message);
    } else edit.renameFile(from, to, { overwrite: false });
  }
  return edit;
}

const shown = (uri: vscode.Uri): string => vscode.workspace.asRelativePath(uri);
