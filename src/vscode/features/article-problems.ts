import * as vscode from 'vscode';
import { commandFix } from '../diagnostics.ts';
import { together } from '../disposables.ts';
import type { ArticleProblem } from '../read-article.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';

/** Says in Problems which article files are left out or can't be read whole, why, and where that is changed. */
export function articleProblems({ corpus }: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-articles');
  const refresh = (): void => {
    collection.clear();
    for (const [path, { code, message, line }] of corpus.problems) {
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(line, 0, line, 0),
        message,
        vscode.DiagnosticSeverity.Warning,
      );
      diagnostic.source = 'Counterpoint';
      diagnostic.code = code;
      collection.set(vscode.Uri.parse(path), [diagnostic]);
    }
  };
  const provideCodeActions = (
    _document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): vscode.CodeAction[] =>
    diagnostics.flatMap((diagnostic) => {
      const fix = FIXES.get(diagnostic.code as ArticleProblem['code']);
      return fix ? [commandFix(diagnostic, fix.title(), fix.command, ...fix.args)] : [];
    });
  return together(
    collection,
    corpus.onDidChange(refresh),
    vscode.languages.registerCodeActionsProvider(
      [{ language: LANGUAGE }, { pattern: '**/*.txt' }],
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

interface Fix {
  readonly title: () => string;
  readonly command: string;
  readonly args: readonly string[];
}

const setting = (title: () => string, name: string): Fix => ({
  title,
  command: 'workbench.action.openSettings',
  args: [name],
});

const FIXES: ReadonlyMap<ArticleProblem['code'], Fix> = new Map([
  [
    'article-encoding',
    {
      title: () => vscode.l10n.t('Choose the encoding'),
      command: 'workbench.action.editor.changeEncoding',
      args: [],
    },
  ],
  [
    'article-too-large',
    setting(() => vscode.l10n.t('Raise the limit in the settings'), 'counterpoint.articles.maximumSize'),
  ],
  [
    'article-unreadable',
    setting(() => vscode.l10n.t('Choose which files are articles'), 'counterpoint.articles.include'),
  ],
]);
