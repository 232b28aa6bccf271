import * as vscode from 'vscode';
import { contains, type Span } from '../../../core/text/span.ts';
import { commandLink } from '../../claim-args.ts';
import { escaped, shortened } from '../../markdown.ts';
import type { Anchors, Placed } from './anchors.ts';
import { confidenceName, statusName } from './comments.ts';

/** A note with its place, if it has one. */
export type Here = Placed & { readonly span: Span };

export const notesIn = (anchors: Anchors, { uri }: vscode.TextDocument): Here[] =>
  anchors.placed(uri).flatMap((one) => (one.span ? [{ ...one, span: one.span }] : []));

/** The notes on an offset, with the ways to change them; the thread in the margin shows them whole. */
export function noteCards(
  anchors: Anchors,
  document: vscode.TextDocument,
  offset: number,
): vscode.MarkdownString[] {
  const letter = { start: offset, end: offset + 1 };
  const here = notesIn(anchors, document).filter(({ span }) => contains(span, letter));
  return here.map((one) => noteCard(document.uri, one));
}

export const idsOf = (article: vscode.Uri, { annotation }: Placed) => ({
  article: article.toString(),
  id: annotation.id,
});

function noteCard(article: vscode.Uri, one: Here): vscode.MarkdownString {
  const { annotation } = one;
  const action = (label: string, command: string): string => commandLink(label, command, idsOf(article, one));
  const { author, status, confidence, tags, replies } = annotation;
  const sure = confidence === null ? [] : [confidenceName(confidence)];
  const head = [author, statusName(status), ...sure, ...tags].filter((part) => part);
  const answers = replies.map(({ author: who, note }) => `${escaped(who)}: ${escaped(shortened(note))}`);
  const changes = [
    action(`$(edit) ${vscode.l10n.t('Edit note')}`, 'counterpoint.editAnnotation'),
    action(`$(reply) ${vscode.l10n.t('Reply')}`, 'counterpoint.reply'),
    action(`$(tag) ${vscode.l10n.t('Tags')}`, 'counterpoint.setAnnotationTag'),
    action(`$(trash) ${vscode.l10n.t('Remove note')}`, 'counterpoint.removeAnnotation'),
  ].join(' · ');
  const lines = [
    `$(comment) **${head.map((part) => escaped(part ?? '')).join(' · ')}**`,
    escaped(shortened(annotation.note)),
    ...answers.map((answer) => `$(reply) ${answer}`),
    one.stale
      ? vscode.l10n.t('As it was read last: its sidecar has a mistake, so it can’t be changed.')
      : changes,
  ];
  const card = new vscode.MarkdownString(lines.join('\n\n'), true);
  card.isTrusted = {
    enabledCommands: [
      'counterpoint.editAnnotation',
      'counterpoint.reply',
      'counterpoint.setAnnotationTag',
      'counterpoint.removeAnnotation',
    ],
  };
  return card;
}
