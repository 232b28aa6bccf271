import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { cited, shortened } from '../../../core/sidecar/examine.ts';
import type { Span } from '../../../core/text/span.ts';
import type { SidecarStore } from '../../sidecar-store.ts';
import { resolveNow } from './anchors.ts';
import { timeNow } from './stamp.ts';
import { type NoteRef, spanOfRange } from './target.ts';

interface Choice extends vscode.QuickPickItem {
  readonly span: Span;
}

/** Lets the analyst say where a lost or ambiguous annotation belongs: at a candidate, or at the selection. */
export async function reanchor(sidecars: SidecarStore, { article, id }: NoteRef): Promise<void> {
  const annotation = sidecars.get(article)?.sidecar.annotations.find((candidate) => candidate.id === id);
  if (!annotation) return;
  const document = await vscode.workspace.openTextDocument(article);
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
  const resolution = await resolveNow(article, annotation.selectors);
  const spans = resolution?.span ? [resolution.span] : (resolution?.candidates ?? []);
  const choices = [...selected(editor), ...spans.map((span) => choiceOf(document, span))];
  if (choices.length === 0) {
    const message = vscode.l10n.t(
      'Nothing like the passage is left. Select other words in the article, then run this again.',
    );
    void vscode.window.showInformationMessage(message);
    return;
  }
  const { version } = document;
  const choice = await pick(editor, choices, annotation.selectors.quote.exact);
  if (!choice) return;
  if (document.version !== version) {
    const message = vscode.l10n.t('The article was changed meanwhile. Choose the passage again.');
    void vscode.window.showWarningMessage(message);
    return;
  }
  const changes = { selectors: describeSpan(document.getText(), choice.span), modified: timeNow() };
  await sidecars.apply(article, { kind: 'updateAnnotation', id, changes });
}

function selected({ document, selection }: vscode.TextEditor): Choice[] {
  if (selection.isEmpty) return [];
  const span = spanOfRange(document, selection);
  return span.end > span.start
    ? [{ ...choiceOf(document, span), description: vscode.l10n.t('the selection') }]
    : [];
}

function choiceOf(document: vscode.TextDocument, span: Span): Choice {
  const label = shortened(document.getText().slice(span.start, span.end), 80);
  return { label, description: vscode.l10n.t('line {0}', document.positionAt(span.start).line + 1), span };
}

/** A list whose focused entry is shown in the article. */
function pick(
  editor: vscode.TextEditor,
  choices: readonly Choice[],
  exact: string,
): Promise<Choice | undefined> {
  const list = vscode.window.createQuickPick<Choice>();
  list.title = vscode.l10n.t('Where is {0} now?', cited(exact, 40));
  list.items = choices;
  return new Promise((resolve) => {
    list.onDidChangeActive(([active]) => {
      if (!active) return;
      const { document } = editor;
      const range = new vscode.Range(
        document.positionAt(active.span.start),
        document.positionAt(active.span.end),
      );
      editor.selection = new vscode.Selection(range.start, range.end);
      editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    });
    list.onDidAccept(() => {
      resolve(list.activeItems[0]);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
