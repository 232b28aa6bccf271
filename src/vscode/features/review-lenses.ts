import * as vscode from 'vscode';
import type { Link } from '../../core/counterparts/link.ts';
import { doneText, isDone, linkText, progressText, type Walk } from './review-words.ts';

/** The link that a review is at, and where it is. */
export interface Shown {
  readonly link: Link;
  readonly from: vscode.Location;
  readonly to: vscode.Location;
}

/**
 * What stands above the two passages. Keys by icon and letter: two columns beside each other have no room for their
 * words, which stand in the status bar.
 */
export function reviewLenses(walk: Walk, { link, from, to }: Shown, uri: string): vscode.CodeLens[] {
  const lens = ({ range: { start } }: vscode.Location, title: string, tooltip = '', command = '') =>
    new vscode.CodeLens(new vscode.Range(start, start), { title, tooltip, command });
  if (uri === to.uri.toString()) return [lens(to, linkText(link))];
  if (uri !== from.uri.toString()) return [];
  const ways = [
    lens(from, '$(discard) U', vscode.l10n.t('Undo (U)'), 'counterpoint.reviewUndo'),
    lens(from, '$(debug-stop) Esc', vscode.l10n.t('End (Esc)'), 'counterpoint.endReview'),
  ];
  if (isDone(walk)) return [lens(from, doneText(walk)), ...ways];
  return [
    lens(from, `${walk.at + 1}/${walk.links.length}`, progressText(walk)),
    lens(from, '$(check) C', vscode.l10n.t('Confirm (C)'), 'counterpoint.reviewConfirm'),
    lens(from, '$(close) R', vscode.l10n.t('Reject (R)'), 'counterpoint.reviewReject'),
    lens(from, '$(comment) N', vscode.l10n.t('Note (N)'), 'counterpoint.reviewNote'),
    lens(from, '$(arrow-right) S', vscode.l10n.t('Skip (S)'), 'counterpoint.reviewSkip'),
    ...ways,
  ];
}
