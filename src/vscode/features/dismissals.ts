import * as vscode from 'vscode';
import { describeSpan } from '../../core/anchors/describe.ts';
import type { Analysis } from '../../core/claims/analysis.ts';
import type { FindingKind } from '../../core/sidecar/annotation.ts';
import { FINDINGS } from '../../core/sidecar/parse.ts';
import { contains, lengthOf, type Span, textOf } from '../../core/text/span.ts';
import { hideCard } from '../cards/hide-card.ts';
import { type FindingRef, isFindingRef } from '../claim-args.ts';
import { editorInFront } from '../documents.ts';
import type { Session } from '../session.ts';
import { offerUndo } from './annotations/offer-undo.ts';
import { newId, timeNow } from './annotations/stamp.ts';

/** “Not a quotation”, “Not a figure”, “Not a name”: a wrong finding goes for good, for everyone who has the sidecar. */
export function dismissals(session: Session): vscode.Disposable {
  const { engine, sidecars } = session;

  const dismiss = async (given: unknown): Promise<void> => {
    const arg = given ?? (await findingAtCursor(session));
    if (!isFindingRef(arg)) return;
    hideCard();
    const analysis = (await engine.view(arg.path))?.value.analysis;
    const finding = analysis && findingsOf(analysis, arg.kind).find(({ id }) => id === arg.mention);
    if (!analysis || !finding) {
      const message = vscode.l10n.t('This passage has changed. Look at the card again.');
      void vscode.window.showWarningMessage(message);
      return;
    }
    const article = vscode.Uri.parse(arg.path);
    const author = await sidecars.authorFor(article);
    if (author === undefined) return;
    const id = newId('x');
    const selectors = describeSpan(analysis.article.text, finding);
    const dismissal = { id, author, created: timeNow(), kind: arg.kind, selectors };
    if (await sidecars.apply(article, { kind: 'addDismissal', dismissal })) tell(session, arg.kind, id);
  };

  return vscode.commands.registerCommand('counterpoint.dismissFinding', dismiss);
}

type Finding = Span & { readonly id: string };

function findingsOf(analysis: Analysis, kind: FindingKind): readonly Finding[] {
  if (kind === 'quotation') return analysis.quotations;
  return kind === 'figure' ? analysis.figures : analysis.entities;
}

/** What was found at the cursor, narrowest first; the analyst chooses where that is several things. */
async function findingAtCursor({ views }: Session): Promise<FindingRef | null> {
  const editor = editorInFront();
  const analysis = editor && views.view(editor.document)?.analysis;
  if (!editor || !analysis) return null;
  const at = views.span(editor.document, editor.selection);
  const path = editor.document.uri.toString();
  const items = FINDINGS.flatMap((kind) =>
    findingsOf(analysis, kind)
      .filter((finding) => contains(finding, at))
      .map((finding) => ({ finding, kind })),
  )
    .sort((a, b) => lengthOf(a.finding) - lengthOf(b.finding))
    .map(({ finding, kind }) => ({
      label: NOT_ONE()[kind],
      description: textOf(analysis.article.text, finding).replace(/\s+/g, ' ').slice(0, 80),
      ref: { path, mention: finding.id, kind },
    }));
  if (items.length === 0)
    void vscode.window.showInformationMessage(
      vscode.l10n.t('There is no marked quotation, figure or name at the cursor.'),
    );
  const title = vscode.l10n.t('What is it not?');
  return (items.length > 1 ? await vscode.window.showQuickPick(items, { title }) : items[0])?.ref ?? null;
}

const NOT_ONE = (): Readonly<Record<FindingKind, string>> => ({
  quotation: vscode.l10n.t('Not a quotation'),
  figure: vscode.l10n.t('Not a figure'),
  name: vscode.l10n.t('Not a name'),
});

/** Not awaited: the command is done, the message may stand for long. */
function tell(session: Session, kind: FindingKind, id: string): void {
  const messages: Readonly<Record<FindingKind, string>> = {
    quotation: vscode.l10n.t('Dismissed: this is no quotation.'),
    figure: vscode.l10n.t('Dismissed: this is no figure.'),
    name: vscode.l10n.t('Dismissed: this is no name.'),
  };
  void offerUndo(session, messages[kind], id);
}
