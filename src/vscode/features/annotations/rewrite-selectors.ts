import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { wordsChanged } from '../../../core/anchors/resolve.ts';
import { indexText } from '../../../core/anchors/text-index.ts';
import type { Session } from '../../session.ts';
import { activeArticle } from './target.ts';

/**
 * Writes where the notes of an article are now into its sidecars: on request only, so that colleagues who edit the
 * article don't conflict over positions. Notes without a place stay as they are, and so do those whose words are other
 * ones now: that this is said is worth more.
 */
export async function rewriteSelectors({ sidecars, anchors }: Session): Promise<void> {
  const article = activeArticle();
  if (!article) return;
  const document = await vscode.workspace.openTextDocument(article);
  if (document.isDirty) {
    const message = vscode.l10n.t(
      'Save the article first: its annotations are to name the text that colleagues see.',
    );
    void vscode.window.showWarningMessage(message);
    return;
  }
  const index = indexText(document.getText());
  const all = anchors.text(article) === index.text ? anchors.placed(article) : [];
  let [written, left] = [0, 0];
  for (const { annotation, span } of all) {
    const { id, modified, selectors: old } = annotation;
    if (old.text === index.fingerprint) continue;
    if (!span || wordsChanged(index.text, old, span)) {
      left++;
      continue;
    }
    // Not a change to what the note says: its time stays.
    const changes = { selectors: describeSpan(index, span), modified };
    // Why not has been said: each other note of a sidecar with a mistake would say it again.
    if (!(await sidecars.apply(article, { kind: 'updateAnnotation', id, changes }))) return;
    written++;
  }
  if (written + left === 0) {
    void vscode.window.showInformationMessage(
      vscode.l10n.t('The annotations of this article name their present places already.'),
    );
    return;
  }
  const message = [
    written === 1
      ? vscode.l10n.t('1 annotation names its present place in the sidecar now.')
      : vscode.l10n.t('{0} annotations name their present place in the sidecar now.', written),
    ...(left > 0
      ? [
          left === 1
            ? vscode.l10n.t('1 was left: its passage is lost, ambiguous, or has other words now.')
            : vscode.l10n.t('{0} were left: their passage is lost, ambiguous, or has other words now.', left),
        ]
      : []),
  ];
  void vscode.window.showInformationMessage(message.join(' '));
}
