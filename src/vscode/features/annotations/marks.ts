import * as vscode from 'vscode';
import type { Codebooks } from '../../codebooks.ts';
import { together } from '../../disposables.ts';
import { rangeOfSpan } from '../../documents.ts';
import { LANGUAGE, settings } from '../../settings.ts';
import type { Anchors } from './anchors.ts';

/** Underlines annotated passages: the thread's own mark in the margin tells the line, not the words. */
export function annotationMarks(anchors: Anchors, codebooks: Codebooks): vscode.Disposable {
  /** One kind of mark for each colour of the codebooks, and one for notes that have none. */
  const marks = new Map<string, vscode.TextEditorDecorationType>();
  const markOf = (colour: string): vscode.TextEditorDecorationType => {
    const mark = marks.get(colour) ?? createMark(colour);
    marks.set(colour, mark);
    return mark;
  };

  const show = (editor: vscode.TextEditor): void => {
    const { document } = editor;
    if (document.languageId !== LANGUAGE) return;
    const placed = settings.enabled() && settings.highlights() ? anchors.placed(document.uri) : [];
    const colours = new Map(codebooks.tagsFor(document.uri)?.map(({ name, colour }) => [name, colour]));
    const ranges = new Map<string, vscode.Range[]>();
    for (const { span, annotation } of placed) {
      if (!span) continue;
      const colour = annotation.tags.flatMap((tag) => colours.get(tag) ?? [])[0] ?? NO_COLOUR;
      const own = ranges.get(colour) ?? [];
      own.push(rangeOfSpan(document, span));
      ranges.set(colour, own);
    }
    for (const colour of ranges.keys()) markOf(colour);
    for (const [colour, mark] of marks) editor.setDecorations(mark, ranges.get(colour) ?? []);
  };
  const showAll = (): void => vscode.window.visibleTextEditors.forEach(show);

  showAll();
  return together(
    {
      dispose: () => {
        for (const mark of marks.values()) mark.dispose();
      },
    },
    codebooks.onDidChange(showAll),
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

const NO_COLOUR = '';

function createMark(colour: string): vscode.TextEditorDecorationType {
  const shown =
    colour === NO_COLOUR
      ? new vscode.ThemeColor('counterpoint.annotationUnderline')
      : colour.startsWith('#')
        ? colour
        : new vscode.ThemeColor(`charts.${colour}`);
  return vscode.window.createTextEditorDecorationType({
    borderStyle: 'dashed',
    borderWidth: '0 0 2px 0',
    borderColor: shown,
    overviewRulerColor: shown,
    overviewRulerLane: vscode.OverviewRulerLane.Left,
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedClosed,
  });
}
