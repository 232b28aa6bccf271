import * as vscode from 'vscode';
import { entryIdOf, idOf, type SidecarOperation } from '../../../core/sidecar/operation.ts';
import { together } from '../../disposables.ts';
import type { Unsaved } from '../../recovery.ts';
import type { Session } from '../../session.ts';

/**
 * Writes a change; where it can't be written it is kept and offered again when VS Code is opened next. `key`: what it
 * belongs to, so that one that is tried again is kept once.
 */
export async function applyOrKeep(
  { sidecars, recovery }: Session,
  article: vscode.Uri,
  operation: SidecarOperation,
  { isPrivate = false, key = keyOf(article, operation) }: { isPrivate?: boolean; key?: object | string } = {},
): Promise<boolean> {
  const written = await sidecars.apply(article, operation, isPrivate);
  await (written
    ? recovery.drop(key)
    : recovery.keep(key, { article: article.toString(), operation, isPrivate }));
  return written;
}

const keyOf = (article: vscode.Uri, operation: SidecarOperation): string =>
  `${article.toString()} ${operation.kind} ${operation.kind === 'addReply' ? entryIdOf(operation) : idOf(operation)}`;

/** Changes that could not be saved in an earlier window are offered again. */
export function keptChanges(session: Session): vscode.Disposable {
  const offer = async (): Promise<void> => {
    await session.sidecars.ready;
    const kept = await session.recovery.all();
    if (kept.size === 0) return;
    const [save, show, discard] = [
      vscode.l10n.t('Save Now'),
      vscode.l10n.t('Show'),
      vscode.l10n.t('Discard …'),
    ];
    const message = vscode.l10n.t(
      'Changes to annotations that could not be saved earlier: {0}. They are kept until they are.',
      kept.size,
    );
    const choice = await vscode.window.showWarningMessage(message, save, show, discard);
    if (choice === save) await saveAll();
    if (choice === show) await showAll(kept);
    if (choice === discard) await discardAll(kept);
  };

  const saveAll = async (): Promise<void> => {
    const kept = await session.recovery.all();
    let left = 0;
    for (const [file, unsaved] of kept) {
      if (await saved(session, unsaved)) await session.recovery.remove(file);
      else left++;
    }
    const message =
      left === 0
        ? vscode.l10n.t('Changes to annotations saved now: {0}.', kept.size)
        : vscode.l10n.t('Changes to annotations that still can’t be saved: {0}. They stay kept.', left);
    void vscode.window.showInformationMessage(message);
  };

  const discardAll = async (kept: ReadonlyMap<string, Unsaved>): Promise<void> => {
    const sure = vscode.l10n.t('Discard');
    const message = vscode.l10n.t('Discard changes to annotations for good: {0}?', kept.size);
    if ((await vscode.window.showWarningMessage(message, { modal: true }, sure)) !== sure) return;
    for (const file of kept.keys()) await session.recovery.remove(file);
  };

  void offer();
  return together(vscode.commands.registerCommand('counterpoint.saveKept', saveAll));
}

/** Also where it has been written after all. */
async function saved({ sidecars }: Session, { article, operation, isPrivate }: Unsaved): Promise<boolean> {
  const uri = vscode.Uri.parse(article);
  if (operation.kind.startsWith('add') && sidecars.fileOf(uri, idOf(operation))) return true;
  return sidecars.apply(uri, operation, isPrivate);
}

/** As text to read and to copy from. */
async function showAll(kept: ReadonlyMap<string, Unsaved>): Promise<void> {
  const parts = [...kept.values()].map(({ article, operation }) => {
    const path = vscode.workspace.asRelativePath(vscode.Uri.parse(article));
    return `## ${path}\n\n${JSON.stringify(operation, null, 2)}\n`;
  });
  const document = await vscode.workspace.openTextDocument({
    language: 'markdown',
    content: parts.join('\n'),
  });
  await vscode.window.showTextDocument(document);
}
