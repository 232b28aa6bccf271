import * as vscode from 'vscode';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';

/** Says in Problems which article files are left out, and why. */
export function articleProblems({ corpus }: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-articles');
  const refresh = (): void => {
    collection.clear();
    for (const [path, message] of corpus.problems) {
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(0, 0, 0, 0),
        message,
        vscode.DiagnosticSeverity.Warning,
      );
      diagnostic.source = 'Counterpoint';
      diagnostic.code = 'article-left-out';
      collection.set(vscode.Uri.parse(path), [diagnostic]);
    }
  };
  return together(collection, corpus.onDidChange(refresh));
}
