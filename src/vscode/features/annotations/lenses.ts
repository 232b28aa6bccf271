import * as vscode from 'vscode';
import { indexAt, type Span } from '../../../core/text/span.ts';
import { together } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { LANGUAGE, settings } from '../../settings.ts';
import { type Here, idsOf, notesIn } from './note-card.ts';

/** The ways to change a note, above its paragraph. */
export function noteLenses({ views, anchors }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();

  /** Above the paragraph, where its other lenses are. */
  const lensPosition = (document: vscode.TextDocument, span: Span): vscode.Position => {
    const position = document.positionAt(span.start);
    const blocks = views.view(document)?.analysis.article.blocks ?? [];
    const block = blocks[indexAt(blocks, views.offset(document, position))];
    return (block && views.range(document, block)?.start) ?? position;
  };

  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    if (!settings.lenses()) return [];
    const byLine = new Map<number, { readonly at: vscode.Position; readonly notes: Here[] }>();
    for (const note of notesIn(anchors, document)) {
      if (note.stale) continue;
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
    views.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
  );
}

/** One note is named; of several, the command asks which. By icon: they stand behind others, and narrow columns cut the last ones. */
function lensesOf(article: vscode.Uri, at: vscode.Position, notes: readonly Here[]): vscode.CodeLens[] {
  const [only] = notes;
  const named = only && notes.length === 1 ? [idsOf(article, only)] : [];
  const lens = (title: string, tooltip: string, command: string): vscode.CodeLens =>
    new vscode.CodeLens(new vscode.Range(at, at), { title, tooltip, command, arguments: named });
  return [
    lens(
      '$(edit)',
      notes.length === 1 ? vscode.l10n.t('Edit note') : vscode.l10n.t('Edit one of {0} notes', notes.length),
      'counterpoint.editAnnotation',
    ),
    lens(
      '$(trash)',
      notes.length === 1 ? vscode.l10n.t('Remove note') : vscode.l10n.t('Remove one'),
      'counterpoint.removeAnnotation',
    ),
  ];
}
