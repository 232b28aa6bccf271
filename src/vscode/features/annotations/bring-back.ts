import * as vscode from 'vscode';
import type { Sidecar } from '../../../core/sidecar/annotation.ts';
import { idOf, type SidecarOperation } from '../../../core/sidecar/operation.ts';
import type { Session } from '../../session.ts';
import { offerUndo } from './offer-undo.ts';
import { activeArticle } from './target.ts';

interface Item extends vscode.QuickPickItem {
  readonly operation: SidecarOperation;
}

/** What was rejected or dismissed shows nowhere in the article: here it is listed, and comes back. */
export async function bringBack(session: Session): Promise<void> {
  const { sidecars } = session;
  const article = activeArticle();
  if (!article) return;
  const items = itemsOf(sidecars.get(article)?.sidecar);
  if (items.length === 0) {
    const message = vscode.l10n.t('Nothing was rejected or dismissed in this article’s sidecar.');
    void vscode.window.showInformationMessage(message);
    return;
  }
  const title = vscode.l10n.t('Bring back what was rejected or dismissed');
  const picked = await vscode.window.showQuickPick(items, { title, matchOnDetail: true });
  if (picked && (await sidecars.apply(article, picked.operation)))
    void offerUndo(session, vscode.l10n.t('Brought back.'), idOf(picked.operation));
}

function itemsOf(sidecar: Sidecar | undefined): Item[] {
  const words = (text: string): string => text.replace(/\s+/g, ' ').trim();
  const rejected = (sidecar?.decisions ?? []).filter(({ decision }) => decision === 'rejected');
  return [
    ...rejected.map(
      ({ id, author, here, there }): Item => ({
        label: `$(close) ${words(here.quote.exact)}`,
        description: vscode.l10n.t('not the same, {0}', author),
        detail: `${there.article}: ${words(there.selectors.quote.exact)}`,
        operation: { kind: 'removeDecision', id },
      }),
    ),
    ...(sidecar?.dismissals ?? []).map(
      ({ id, author, selectors }): Item => ({
        label: `$(circle-slash) ${words(selectors.quote.exact)}`,
        description: vscode.l10n.t('dismissed, {0}', author),
        operation: { kind: 'removeDismissal', id },
      }),
    ),
  ];
}
