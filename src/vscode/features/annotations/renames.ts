import * as vscode from 'vscode';
import { joined, pathFrom } from '../../../core/sidecar/location.ts';
import { together } from '../../disposables.ts';
import { holds, type SidecarState } from '../../read-sidecars.ts';
import type { Session } from '../../session.ts';
import { isThere } from '../../sidecar-files.ts';
import type { Redirection } from '../../sidecar-store.ts';
import { movedPath } from './moved-files.ts';

/**
 * An article that is renamed or moved in VS Code takes its sidecars along, in the same step, and
 * decisions on its links name it by its new path.
 */
export function renames(session: Session): vscode.Disposable {
  const { sidecars } = session;
  // From before the rename: after it, what was read of the old place may be gone already.
  const plans = new Map<string, readonly Redirection[]>();
  return together(
    vscode.workspace.onWillRenameFiles((event) => {
      plans.set(keyOf(event.files), redirected(sidecars.all(), event.files));
      const moves = event.files.flatMap(({ oldUri, newUri }) =>
        (sidecars.get(oldUri)?.files ?? []).map(
          ({ uri }) => [uri, movedSidecar(uri, oldUri, newUri)] as const,
        ),
      );
      // One that is renamed in the same step goes where it is told to.
      const named = new Set(event.files.map(({ oldUri }) => oldUri.toString()));
      const wanted = moves.filter(([from]) => !named.has(from.toString()));
      if (wanted.length > 0) event.waitUntil(editOf(wanted));
    }),
    vscode.workspace.onDidRenameFiles(({ files }) => {
      const key = keyOf(files);
      const before = plans.get(key) ?? [];
      plans.delete(key);
      // What was written just before the rename may have been read only now.
      const planned = new Set(before.map(({ id }) => id));
      const late = redirected(sidecars.all(), files).filter(({ id }) => !planned.has(id));
      void redirect(session, [...before, ...late]);
    }),
  );
}

/** Decisions whose other end is at another path now, seen from where their own article is now. */
export function redirected(states: readonly SidecarState[], files: readonly Move[]): Redirection[] {
  return states.flatMap(({ article, sidecar, files: held }) => {
    const here = movedPath(article.path, files);
    const now = article.with({ path: here });
    return sidecar.decisions.flatMap((decision) => {
      const { there } = decision;
      const target = movedPath(joined(article.path, there.article), files);
      // A path that leads there still stays, in whichever way it is written.
      if (joined(here, there.article) === target) return [];
      const path = pathFrom(here, target);
      const file = held.find((one) => holds(one, decision.id));
      if (!file) return [];
      return [
        {
          article: now,
          sidecar: movedSidecar(file.uri, article, now),
          id: decision.id,
          from: there.article,
          to: path,
        },
      ];
    });
  });
}

export async function redirect({ sidecars, log }: Session, plan: readonly Redirection[]): Promise<void> {
  for (const one of plan) {
    const done = await sidecars.redirect(one);
    log.info(`${one.id} ${done ? 'names' : 'does not name'} ${one.to}`);
  }
}

type Move = { readonly oldUri: vscode.Uri; readonly newUri: vscode.Uri };

const keyOf = (files: readonly Move[]): string =>
  JSON.stringify(files.map(({ oldUri, newUri }) => [oldUri.toString(), newUri.toString()]));

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
