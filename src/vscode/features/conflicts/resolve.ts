import * as vscode from 'vscode';
import { type Choice, conflictsIn, repaired } from '../../../core/sidecar/conflict.ts';
import { conflictById, resolutionIn } from '../../../core/sidecar/conflict-ref.ts';
import { entryName } from '../../../core/sidecar/entry-name.ts';
import type { MergeResult } from '../../../core/sidecar/merge.ts';
import { stagesOf } from '../../../files/git-stages.ts';
import { isOnOwnDisk } from '../../disk.ts';
import { inWords } from '../../in-words.ts';
import { say } from '../../say.ts';
import { replaceText, withoutMark } from '../../sidecar-files.ts';
import { closeComparison, noConflictText, refAtCursor, refOf, sidecarUri } from './sides.ts';

/** Takes one side of a conflict, or both, into the sidecar. */
export async function accept(choice: Choice, arg: unknown): Promise<void> {
  const ref = refOf(arg) ?? refAtCursor();
  if (!ref) return say(noConflictText());
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(ref.sidecar));
  const text = document.getText();
  const conflict = conflictById(text, ref.id);
  const lines = conflict && resolutionIn(text, conflict, choice);
  if (!conflict || lines === null || lines === undefined)
    return say(vscode.l10n.t('This conflict has been resolved or has changed, or can’t be resolved so.'));
  const { start, end } = conflict.span;
  await replaceText(document, text.slice(0, start) + lines + text.slice(end));
  await closeComparison(ref);
}

/** Merges a sidecar by notes, as the merge driver would have done it. */
export async function repair(log: vscode.LogOutputChannel, arg: unknown): Promise<void> {
  const uri = sidecarUri(arg);
  if (!uri) return say(noConflictText());
  const document = await vscode.workspace.openTextDocument(uri);
  const text = withoutMark(document.getText());
  if (conflictsIn(text).length === 0) return say(noConflictText());
  // Git runs what a repository's configuration says: not in a folder that is not trusted.
  const isAsked = isOnOwnDisk(uri) && vscode.workspace.isTrusted;
  const result = repaired(text, isAsked ? stagesOf(uri.fsPath, text) : null);
  if (result.kind === 'refused') {
    log.info(`${uri.toString()}: ${result.side}: ${result.problem.message}`);
    const message = vscode.l10n.t(
      'The sidecar could not be merged by notes: {0} Choose a side for each conflict.',
      inWords(result.problem.words),
    );
    void vscode.window.showErrorMessage(message);
    return;
  }
  if (!(await saved(document, result.text))) {
    const message = vscode.l10n.t(
      'The merged sidecar could not be saved: {0}',
      vscode.workspace.asRelativePath(uri),
    );
    void vscode.window.showErrorMessage(message);
    return;
  }
  void vscode.window.showInformationMessage(mergedText(result));
  await vscode.window.showTextDocument(document);
}

const saved = async (document: vscode.TextDocument, text: string): Promise<boolean> =>
  (await replaceText(document, text)) && ((await document.save()) || !document.isDirty);

function mergedText({ conflicts, kept }: Exclude<MergeResult, { readonly kind: 'refused' }>): string {
  const left = conflicts.length;
  const said =
    left === 0
      ? vscode.l10n.t('Merged. Stage the file when you are content with it.')
      : left === 1
        ? vscode.l10n.t('Merged, but for one conflict: choose a side.')
        : vscode.l10n.t('Merged, but for {0} conflicts: choose a side in each.', left);
  if (kept.length === 0) return said;
  const names = kept.map(({ path }) => entryName(path)).join(', ');
  return `${said} ${vscode.l10n.t('One side removed and the other changed, so kept: {0}.', names)}`;
}
