import * as vscode from 'vscode';
import { articleLens, paragraphLenses } from '../../core/presentation/lens.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, settings } from '../settings.ts';

/** VS Code shows neither text nor marks past this column of a line (editor.stopRenderingLineAfter). */
const RENDERED_COLUMNS = 10_000;

/** One lens for the article and one for each paragraph that other articles share something with. */
export function lenses({ project, corpus }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  let announced = '';

  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    if (!settings.lenses() || !corpus.analysis(document)) return [];
    return [...top(document), ...paragraphs(document)];
  };

  const top = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const path = document.uri.toString();
    const counts = articleLens(project, path);
    if (!counts) return [];
    const summary = [
      vscode.l10n.t('{0} quotations', counts.quotations),
      vscode.l10n.t('{0} figures', counts.figures),
      counts.otherArticles === 0
        ? vscode.l10n.t('no other article of this story')
        : counts.otherArticles === 1
          ? vscode.l10n.t('{0} claims have counterparts in the other article', counts.linked)
          : vscode.l10n.t(
              '{0} claims have counterparts in {1} other articles',
              counts.linked,
              counts.otherArticles,
            ),
      ...(counts.differing > 0 ? [vscode.l10n.t('{0} differ', counts.differing)] : []),
    ].join(' · ');
    const range = new vscode.Range(0, 0, 0, 0);
    const cut = firstCutLine(document);
    return [
      new vscode.CodeLens(range, {
        title: summary,
        command: counts.linked > 0 ? 'counterpoint.showCounterparts' : '',
        arguments: [{ path }],
      }),
      ...(cut === null
        ? []
        : [
            new vscode.CodeLens(range, {
              title: vscode.l10n.t(
                'Line {0} is longer than {1} columns: VS Code shows nothing past that',
                cut,
                RENDERED_COLUMNS,
              ),
              command: '',
            }),
          ]),
    ];
  };

  const paragraphs = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const path = document.uri.toString();
    return paragraphLenses(project, path).flatMap(({ span, claims, differing }) => {
      const range = corpus.range(document, span);
      if (!range) return [];
      const count =
        claims.length === 1
          ? vscode.l10n.t('1 claim has counterparts')
          : vscode.l10n.t('{0} claims have counterparts', claims.length);
      const title = differing > 0 ? `${count} · ${vscode.l10n.t('{0} differ', differing)}` : count;
      const at = range.with(range.start, range.start);
      return [
        new vscode.CodeLens(at, {
          title,
          command: 'counterpoint.showCounterparts',
          arguments: [{ path, claims }],
        }),
        new vscode.CodeLens(at, {
          title: vscode.l10n.t('Annotate'),
          command: 'counterpoint.annotate',
          arguments: [{ path, claim: claims[0] }],
        }),
      ];
    });
  };

  /** Lenses are asked for anew only when what they say has changed, so that they don't jump while typing. */
  const refresh = (): void => {
    const said = vscode.window.visibleTextEditors
      .filter((editor) => editor.document.languageId === LANGUAGE)
      .map(({ document }) => [
        document.uri.toString(),
        ...provideCodeLenses(document).map((lens) => `${lens.range.start.line} ${lens.command?.title}`),
      ])
      .join('\n');
    if (said === announced) return;
    announced = said;
    changed.fire();
  };

  return together(
    changed,
    corpus.onDidChange(refresh),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.lenses')) refresh();
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
  );
}

/** The 1-based number of the first line that VS Code cuts off, or null. */
function firstCutLine(document: vscode.TextDocument): number | null {
  for (let line = 0; line < document.lineCount; line++) {
    if (document.lineAt(line).range.end.character > RENDERED_COLUMNS) return line + 1;
  }
  return null;
}
