import * as vscode from 'vscode';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import type { Problem } from '../core/text/problem.ts';
import type { Span } from '../core/text/span.ts';
import { inWords } from './in-words.ts';

const SEVERITY = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
} as const;

/** Ranges of a text that no editor need have open. */
export function rangesIn(text: string): (span: Span) => vscode.Range {
  const starts = lineStarts(text);
  const position = (offset: number): vscode.Position => {
    const line = lineAt(starts, offset);
    return new vscode.Position(line, offset - (starts[line] ?? 0));
  };
  return ({ start, end }) => new vscode.Range(position(start), position(end));
}

/** Problems as the editor lists them; `rangeOf` tells where their spans are. */
export const diagnosticIn =
  (rangeOf: (span: Span) => vscode.Range) =>
  ({ words, severity, code, span }: Problem): vscode.Diagnostic => {
    const diagnostic = new vscode.Diagnostic(rangeOf(span), inWords(words), SEVERITY[severity]);
    diagnostic.source = 'Counterpoint';
    diagnostic.code = code;
    return diagnostic;
  };

/** A light bulb's entry that runs a command about what a diagnostic tells of. */
export function commandFix(
  diagnostic: vscode.Diagnostic,
  title: string,
  command: string,
  ...args: readonly unknown[]
): vscode.CodeAction {
  const fix = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  fix.command = { title, command, arguments: [...args] };
  fix.diagnostics = [diagnostic];
  return fix;
}

/** For what no change of ours would mend, of problems whose code begins with `of`: what the file was like before. */
export function earlierVersions(
  diagnostics: readonly vscode.Diagnostic[],
  of: RegExp,
  mended: readonly vscode.CodeAction[],
): vscode.CodeAction[] {
  const title = vscode.l10n.t('Show earlier versions of this file');
  const isMended = (diagnostic: vscode.Diagnostic): boolean =>
    mended.some((fix) => fix.diagnostics?.includes(diagnostic));
  return diagnostics
    .filter((diagnostic) => of.test(String(diagnostic.code)) && !isMended(diagnostic))
    .map((diagnostic) => commandFix(diagnostic, title, 'timeline.focus'));
}

/** The changes that would mend what diagnostics tell of, found again among the problems of a text. */
export function fixActions(
  document: vscode.TextDocument,
  text: string,
  problems: readonly Problem[],
  diagnostics: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  const rangeOf = rangesIn(text);
  return diagnostics.flatMap((diagnostic) => {
    const problem = problems.find(
      ({ code, span }) => code === diagnostic.code && rangeOf(span).isEqual(diagnostic.range),
    );
    return (problem?.fixes ?? []).map(({ title, edits }) => {
      const fix = new vscode.CodeAction(inWords(title), vscode.CodeActionKind.QuickFix);
      fix.diagnostics = [diagnostic];
      fix.edit = new vscode.WorkspaceEdit();
      for (const { span, text: put } of edits) fix.edit.replace(document.uri, rangeOf(span), put);
      return fix;
    });
  });
}
