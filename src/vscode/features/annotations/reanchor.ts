import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { fingerprint } from '../../../core/anchors/fingerprint.ts';
import { cited, shortened } from '../../../core/sidecar/examine.ts';
import type { Span } from '../../../core/text/span.ts';
import { rangeOfSpan, select } from '../../documents.ts';
import type { Session } from '../../session.ts';
import type { SidecarStore } from '../../sidecar-store.ts';
import { timeNow } from './stamp.ts';
import { type NoteRef, spanOfRange, storedNote } from './target.ts';

interface Choice extends vscode.QuickPickItem {
  readonly span: Span;
}

/** A candidate as a quick fix names it, in the text that it was found in. */
export interface PlaceRef extends Span {
  /** Fingerprint of the article. */
  readonly text: string;
}

/** Units around a candidate that are shown. */
const AROUND = 60;

/**
 * Lets the analyst say where a lost or ambiguous annotation belongs: at a candidate, or at the selection. `place`: she
 * has said it already.
 */
export async function reanchor(
  { sidecars, anchors }: Session,
  { article, id }: NoteRef,
  place?: PlaceRef,
): Promise<void> {
  const annotation = storedNote(sidecars, { article, id });
  if (!annotation) return;
  const document = await vscode.workspace.openTextDocument(article);
  const editor = await vscode.window.showTextDocument(document, { preserveFocus: false });
  if (place && fingerprint(document.getText()) === place.text) {
    show(editor, place);
    return put(sidecars, document, id, place);
  }
  const resolution = await anchors.resolve(article, annotation.selectors);
  const spans = resolution?.span ? [resolution.span] : (resolution?.candidates ?? []);
  const choices = [...selected(editor), ...spans.map((span) => choiceOf(document, span))].map((choice, i) =>
    i < 9 ? { ...choice, label: `${i + 1}  ${choice.label}` } : choice,
  );
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
  await put(sidecars, document, id, choice.span);
}

async function put(
  sidecars: SidecarStore,
  document: vscode.TextDocument,
  id: string,
  { start, end }: Span,
): Promise<void> {
  const changes = { selectors: describeSpan(document.getText(), { start, end }), modified: timeNow() };
  await sidecars.apply(document.uri, { kind: 'updateAnnotation', id, changes });
}

function selected({ document, selection }: vscode.TextEditor): Choice[] {
  if (selection.isEmpty) return [];
  const span = spanOfRange(document, selection);
  return span.end > span.start
    ? [{ ...choiceOf(document, span), description: vscode.l10n.t('the selection') }]
    : [];
}

function choiceOf(document: vscode.TextDocument, span: Span): Choice {
  const text = document.getText();
  return {
    label: shortened(text.slice(span.start, span.end), 80),
    description: vscode.l10n.t('line {0}', document.positionAt(span.start).line + 1),
    detail: inContext(text, span),
    span,
  };
}

/** A passage within the words around it, on one line; the passage itself shortened. */
export function inContext(text: string, { start, end }: Span, most = AROUND): string {
  const oneLine = (piece: string): string => piece.replace(/\s+/g, ' ');
  const before = oneLine(text.slice(Math.max(0, start - most), start)).replace(/^\S*\s/, '');
  const after = oneLine(text.slice(end, end + most)).replace(/\s\S*$/, '');
  return `… ${before}[${shortened(text.slice(start, end), most)}]${after} …`;
}

const show = (editor: vscode.TextEditor, span: Span): void =>
  select(editor, rangeOfSpan(editor.document, span));

/** A list whose focused entry is shown in the article; its number alone takes an entry. */
function pick(
  editor: vscode.TextEditor,
  choices: readonly Choice[],
  exact: string,
): Promise<Choice | undefined> {
  const list = vscode.window.createQuickPick<Choice>();
  list.title = vscode.l10n.t('Where is {0} now?', cited(exact, 40));
  list.placeholder = vscode.l10n.t('Type the number of a passage');
  list.items = choices;
  return new Promise((resolve) => {
    const take = (choice: Choice | undefined): void => {
      resolve(choice);
      list.hide();
    };
    list.onDidChangeActive(([active]) => {
      if (active) show(editor, active.span);
    });
    list.onDidChangeValue((typed) => {
      const choice = /^[1-9]$/.test(typed) ? choices[Number(typed) - 1] : undefined;
      if (choice) take(choice);
    });
    list.onDidAccept(() => take(list.activeItems[0]));
    list.onDidHide(() => {
      resolve(undefined);
      list.dispose();
    });
    list.show();
  });
}
