import * as vscode from 'vscode';
import type { ClaimRef, Link } from '../core/counterparts/link.ts';
import { claimAt } from '../core/presentation/card.ts';
import type { Session } from './session.ts';

/** The linked claim that a selection or position is about, or null. */
export function linkedClaim(
  { project, corpus }: Session,
  document: vscode.TextDocument,
  selection: vscode.Range,
): ClaimRef | null {
  const analysis = corpus.analysis(document);
  if (!analysis) return null;
  const span = {
    start: corpus.offset(document, selection.start),
    end: corpus.offset(document, selection.end),
  };
  const path = document.uri.toString();
  const linked = new Set(project.linksOf(path).map((link) => link.from.claim));
  const claims = analysis.claims.filter((claim) => linked.has(claim.id));
  const claim = claimAt({ ...analysis, claims }, span);
  return claim && { path, claim: claim.id };
}

/** The best link of the claim at the cursor; says so where there is none. */
export function bestLink(session: Session): Link | null {
  const editor = vscode.window.activeTextEditor;
  const here = editor && linkedClaim(session, editor.document, editor.selection);
  const link = here ? session.project.linksOf(here.path, here.claim)[0] : undefined;
  if (link) return link;
  void vscode.window.showInformationMessage(vscode.l10n.t('There is no counterpart at the cursor.'));
  return null;
}
