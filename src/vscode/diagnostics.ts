import * as vscode from 'vscode';
import { lineAt, lineStarts } from '../core/text/line-number.ts';
import type { Problem } from '../core/text/problem.ts';
import type { Span } from '../core/text/span.ts';

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
  ({ message, severity, code, span }: Problem): vscode.Diagnostic => {
    const diagnostic = new vscode.Diagnostic(rangeOf(span), message, SEVERITY[severity]);
    diagnostic.source = 'Counterpoint';
    diagnostic.code = code;
    return diagnostic;
  };
