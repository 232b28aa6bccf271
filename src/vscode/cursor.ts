import * as vscode from 'vscode';
import type { Claim } from '../core/claims/claim.ts';
import type { ClaimRef } from '../core/counterparts/link.ts';
import { claimAt } from '../core/presentation/claim-at.ts';
import type { ViewLink } from '../core/presentation/view.ts';
import { editorInFront } from './documents.ts';
import type { Session } from './session.ts';

/** The linked claim that a selection or position is about, or null. */
export function linkedClaim(
  session: Session,
  document: vscode.TextDocument,
  selection: vscode.Range,
): ClaimRef | null {
  const links = session.views.view(document)?.links ?? [];
  const linked = new Set(links.map((link) => link.from.claim));
  return anyClaim(session, document, selection, (claim) => linked.has(claim.id));
}

/** The claim that a selection or position is about, of those that fit; null where there is none. */
export function anyClaim(
  { views }: Session,
  document: vscode.TextDocument,
  selection: vscode.Range,
  fits: (claim: Claim) => boolean = () => true,
): ClaimRef | null {
  const view = views.view(document);
  if (!view) return null;
  const span = views.span(document, selection);
  const claim = claimAt({ ...view.analysis, claims: view.analysis.claims.filter(fits) }, span);
  return claim && { path: document.uri.toString(), claim: claim.id };
}

/** The link of the claim at the cursor that is marked side by side, or else its best one; says so where there is none. */
export function bestLink(session: Session): ViewLink | null {
  const editor = editorInFront();
  const beside = session.beside.now;
  const marked =
    beside?.from === editor ? beside?.others.find(({ found }) => found?.there)?.found?.there : null;
  if (marked) return marked.link;
  const here = editor && linkedClaim(session, editor.document, editor.selection);
  const links = editor && session.views.view(editor.document)?.links;
  const link = here && links?.find(({ from }) => from.claim === here.claim);
  if (link) return link;
  void vscode.window.showInformationMessage(vscode.l10n.t('There is no counterpart at the cursor.'));
  return null;
}
