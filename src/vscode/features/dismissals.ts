import * as vscode from 'vscode';
import { describeSpan } from '../../core/anchors/describe.ts';
import type { Analysis } from '../../core/claims/analysis.ts';
import type { FindingKind } from '../../core/sidecar/annotation.ts';
import type { Span } from '../../core/text/span.ts';
import { hideCard } from '../cards/hide-card.ts';
import { isFindingRef } from '../claim-args.ts';
import type { Session } from '../session.ts';
import { offerUndo } from './annotations/offer-undo.ts';
import { newId, timeNow } from './annotations/stamp.ts';

/** “Not a quotation”, “Not a figure”, “Not a name”: a wrong finding goes for good, for everyone who has the sidecar. */
export function dismissals(session: Session): vscode.Disposable {
  const { engine, sidecars } = session;

  const dismiss = async (arg: unknown): Promise<void> => {
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

/** Not awaited: the command is done, the message may stand for long. */
function tell(session: Session, kind: FindingKind, id: string): void {
  const messages: Readonly<Record<FindingKind, string>> = {
    quotation: vscode.l10n.t('Dismissed: this is no quotation.'),
    figure: vscode.l10n.t('Dismissed: this is no figure.'),
    name: vscode.l10n.t('Dismissed: this is no name.'),
  };
  void offerUndo(session, messages[kind], id);
}
