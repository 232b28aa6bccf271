import * as vscode from 'vscode';
import type { ClaimRef } from '../../core/counterparts/link.ts';
import { claimCovering } from '../../core/presentation/claim-at.ts';
import { cited } from '../../core/sidecar/examine.ts';
import { textOf } from '../../core/text/span.ts';
import { together } from '../disposables.ts';
import { editorInFront } from '../documents.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';

/**
 * A link that no program found: the analyst runs the command on a claim, then on the same claim in another article.
 * It counts as confirmed, and is kept like every other decision.
 */
export function linkByHand({ views }: Session): vscode.Disposable {
  const item = vscode.window.createStatusBarItem(vscode.StatusBarAlignment.Left);
  let first: ClaimRef | null = null;

  const start = (ref: ClaimRef | null, words = ''): void => {
    first = ref;
    item.text = `$(link) ${vscode.l10n.t('Linking {0}: run “Link Claim” on the same claim elsewhere', cited(words, 24))}`;
    item.tooltip = vscode.l10n.t('Click here to stop.');
    item.command = 'counterpoint.cancelLink';
    if (ref) item.show();
    else item.hide();
    void vscode.commands.executeCommand('setContext', 'counterpoint.linking', ref !== null);
  };

  const link = async (): Promise<void> => {
    const editor = editorInFront();
    const found = editor?.document.languageId === LANGUAGE ? await claimAtCursor(editor) : null;
    if (!found) {
      const message = vscode.l10n.t('Put the cursor on a claim of an article, or select one, to link it.');
      void vscode.window.showInformationMessage(message);
      return;
    }
    if (first === null || first.path === found.ref.path) return start(found.ref, found.words);
    const ends = { from: first, to: found.ref };
    start(null);
    await vscode.commands.executeCommand('counterpoint.confirmLink', ends);
  };

  const claimAtCursor = async ({ document, selection }: vscode.TextEditor) => {
    await views.load(document);
    const analysis = views.view(document)?.analysis;
    const span = views.span(document, selection);
    const claim = analysis && claimCovering(analysis, span);
    const path = document.uri.toString();
    return claim ? { ref: { path, claim: claim.id }, words: textOf(analysis.article.text, claim) } : null;
  };

  return together(
    item,
    vscode.commands.registerCommand('counterpoint.linkClaim', link),
    vscode.commands.registerCommand('counterpoint.cancelLink', () => start(null)),
  );
}
