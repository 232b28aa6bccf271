import * as vscode from 'vscode';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';

/** Says in Problems which article files are left out or can't be read whole, and why. */
export function articleProblems({ corpus }: Session): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-articles');
  const refresh = (): void => {
    collection.clear();
    for (const [path, { message, line }] of corpus.problems) {
      const diagnostic = new vscode.Diagnostic(
        new vscode.Range(line, 0, line, 0),
        message,
        vscode.DiagnosticSeverity.Warning,
      );
      diagnostic.source = 'Counterpoint';
      diagnostic.code = 'article-unreadable';
      collection.set(vscode.Uri.parse(path), [diagnostic]);
    }
  };
  return together(collection, corpus.onDidChange(refresh));
}
