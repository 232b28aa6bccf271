import * as vscode from 'vscode';
import { together } from '../../disposables.ts';
import { LANGUAGE, settings } from '../../settings.ts';
import type { Anchors } from './anchors.ts';

/** Underlines annotated passages: the thread's own mark in the margin tells the line, not the words. */
export function annotationMarks(anchors: Anchors): vscode.Disposable {
  const color = new vscode.ThemeColor('counterpoint.annotationUnderline');
  const mark = vscode.window.createTextEditorDecorationType({
    borderStyle: 'dashed',
    borderWidth: '0 0 2px 0',
    borderColor: color,
    overviewRulerColor: color,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });

  const show = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    if (document.languageId !== LANGUAGE) return;
    const placed = settings.enabled() && settings.highlights() ? anchors.placed(document.uri) : [];
    const ranges = placed.flatMap(({ span }) =>
      span ? [new vscode.Range(document.positionAt(span.start), document.positionAt(span.end))] : [],
    );
    editor.setDecorations(mark, ranges);
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach(show);

  showAll();
  return together(
    mark,
    anchors.onDidChange((article) => {
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document.uri.toString() === article.toString()) show(editor);
    }),
    vscode.window.onDidChangeVisibleTextEditors(showAll),
    vscode.workspace.onDidOpenTextDocument(showAll),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint')) showAll();
    }),
  );
}
