import * as vscode from 'vscode';
import type { ArticleView } from '../../core/presentation/view.ts';
import { emptyText } from '../counts.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, settings } from '../settings.ts';
import {
  articleTitle,
  cutText,
  limitTexts,
  longText,
  paragraphTitle,
  RENDERED_COLUMNS,
} from './lens-words.ts';

/** One lens for the article and one for each paragraph that other articles share something with. */
export function lenses({ views, corpus }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  /** What VS Code was last given, by document: it asks when it likes, also before there is an analysis. */
  const given = new Map<string, string>();

  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const view = views.view(document);
    return settings.lenses() && view ? [...top(document, view), ...paragraphs(document, view)] : [];
  };

  const top = (
    document: vscode.TextDocument,
    { lens: counts, limits, analysis }: ArticleView,
  ): vscode.CodeLens[] => {
    const path = document.uri.toString();
    const range = new vscode.Range(0, 0, 0, 0);
    const told = (title: string): vscode.CodeLens => new vscode.CodeLens(range, { title, command: '' });
    if (analysis.article.blocks.length === 0) return [told(emptyText())];
    return [
      new vscode.CodeLens(range, {
        title: articleTitle(counts, corpus.busy),
        tooltip: longText(counts.linked, counts.differing, counts.possible),
        command: counts.linked + counts.possible > 0 ? 'counterpoint.showCounterparts' : '',
        arguments: [{ path }],
      }),
      ...[...cutText(firstCutLine(document)), ...limitTexts(limits)].map(told),
    ];
  };

  const paragraphs = (document: vscode.TextDocument, { paragraphs }: ArticleView): vscode.CodeLens[] => {
    const path = document.uri.toString();
    return paragraphs.flatMap(({ span, claims, differing, possible }) => {
      const range = views.range(document, span);
      if (!range) return [];
      const at = range.with(range.start, range.start);
      const linked = claims.length - possible;
      const counted = new vscode.CodeLens(at, {
        title: paragraphTitle(linked, differing, possible),
        tooltip: longText(linked, differing, possible),
        command: 'counterpoint.showCounterparts',
        arguments: [{ path, claims }],
      });
      return [
        // In the first line the article's own lens stands already, and two counts side by side read as one.
        ...(at.start.line === 0 ? [] : [counted]),
        new vscode.CodeLens(at, {
          title: '$(comment)',
          tooltip: vscode.l10n.t('Annotate'),
          command: 'counterpoint.annotate',
          arguments: [{ path, line: at.start.line }],
        }),
      ];
    });
  };

  const saidBy = (lenses: readonly vscode.CodeLens[]): string =>
    lenses.map(({ range, command }) => `${range.start.line} ${command?.title}`).join('\n');

  /** Lenses are asked for anew only when they no longer say what was given, so that they don't jump while typing. */
  const refresh = (paths: readonly string[]): void => {
    const stale = vscode.workspace.textDocuments.some((document) => {
      const path = document.uri.toString();
      return paths.includes(path) && saidBy(provideCodeLenses(document)) !== given.get(path);
    });
    if (stale) changed.fire();
  };

  let wasBusy = corpus.busy;
  const onCorpus = (): void => {
    if (wasBusy === corpus.busy) return;
    wasBusy = corpus.busy;
    refresh([...given.keys()]);
  };

  return together(
    changed,
    views.onDidChange(refresh),
    corpus.onDidChange(onCorpus),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => given.delete(uri.toString())),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.lenses')) changed.fire();
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses: (document) => {
        const lenses = provideCodeLenses(document);
        given.set(document.uri.toString(), saidBy(lenses));
        return lenses;
      },
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
