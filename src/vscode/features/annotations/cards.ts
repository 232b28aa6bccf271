import * as vscode from 'vscode';
import { indexAt, type Span } from '../../../core/text/span.ts';
import { commandLink } from '../../claim-args.ts';
import { together } from '../../disposables.ts';
import { escaped, shortened } from '../../markdown.ts';
import type { Session } from '../../session.ts';
import { LANGUAGE, settings } from '../../settings.ts';
import type { Anchors, Placed } from './anchors.ts';
import { statusName } from './threads.ts';

type Here = Placed & { readonly span: Span };

/** Notes in cards and lenses, with the ways to change them; the thread in the margin shows them whole. */
export function annotationCards({ corpus }: Session, anchors: Anchors): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();

  const placed = ({ uri }: vscode.TextDocument): Here[] =>
    anchors.placed(uri).flatMap((one) => (one.span ? [{ ...one, span: one.span }] : []));

  const provideHover = (document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null => {
    const offset = document.offsetAt(position);
    const here = placed(document).filter(({ span }) => span.start <= offset && offset < span.end);
    return here.length > 0 ? new vscode.Hover(here.map((one) => noteCard(document.uri, one))) : null;
  };

  /** Above the paragraph, where its other lenses are. */
  const lensPosition = (document: vscode.TextDocument, span: Span): vscode.Position => {
    const position = document.positionAt(span.start);
    const blocks = corpus.analysis(document)?.article.blocks ?? [];
    const block = blocks[indexAt(blocks, corpus.offset(document, position))];
    return (block && corpus.range(document, block)?.start) ?? position;
  };

  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    if (!settings.lenses()) return [];
    const byLine = new Map<number, { readonly at: vscode.Position; readonly notes: Here[] }>();
    for (const note of placed(document)) {
      const at = lensPosition(document, note.span);
      const line = byLine.get(at.line) ?? { at, notes: [] };
      byLine.set(at.line, line);
      line.notes.push(note);
    }
    return [...byLine.values()].flatMap(({ at, notes }) => lensesOf(document.uri, at, notes));
  };

  return together(
    changed,
    anchors.onDidChange(() => changed.fire()),
    corpus.onDidChange(() => changed.fire()),
    vscode.languages.registerHoverProvider(LANGUAGE, { provideHover }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
  );
}

const idsOf = (article: vscode.Uri, { annotation }: Placed) => ({
  article: article.toString(),
  id: annotation.id,
});

function noteCard(article: vscode.Uri, one: Here): vscode.MarkdownString {
  const { annotation } = one;
  const action = (label: string, command: string): string => commandLink(label, command, idsOf(article, one));
  const head = [annotation.author, statusName(annotation.status), annotation.tag].filter((part) => part);
  const lines = [
    `$(comment) **${head.map((part) => escaped(part ?? '')).join(' · ')}**`,
    escaped(shortened(annotation.note)),
    [
      action(`$(edit) ${vscode.l10n.t('Edit note')}`, 'counterpoint.editAnnotation'),
      action(`$(trash) ${vscode.l10n.t('Remove note')}`, 'counterpoint.removeAnnotation'),
    ].join(' · '),
  ];
  const card = new vscode.MarkdownString(lines.join('\n\n'), true);
  card.isTrusted = { enabledCommands: ['counterpoint.editAnnotation', 'counterpoint.removeAnnotation'] };
  return card;
}

/** One note is named; of several, the command asks which. */
function lensesOf(article: vscode.Uri, at: vscode.Position, notes: readonly Here[]): vscode.CodeLens[] {
  const [only] = notes;
  const named = only && notes.length === 1 ? [idsOf(article, only)] : [];
  const lens = (title: string, command: string): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(at, at), { title, command, arguments: named });
  return [
    lens(
      notes.length === 1 ? vscode.l10n.t('Edit note') : vscode.l10n.t('Edit one of {0} notes', notes.length),
      'counterpoint.editAnnotation',
    ),
    lens(
      notes.length === 1 ? vscode.l10n.t('Remove note') : vscode.l10n.t('Remove one'),
      'counterpoint.removeAnnotation',
    ),
  ];
}
