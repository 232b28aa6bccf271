import * as vscode from 'vscode';
import type { Difference } from '../../core/desk/story.ts';
import { placeText } from '../cards/place-text.ts';
import { relationText } from '../cards/relation-text.ts';
import { commandFix } from '../diagnostics.ts';
import { together } from '../disposables.ts';
import { isArticle, isVisible, openDocument } from '../documents.ts';
import { shortened } from '../markdown.ts';
import type { Session } from '../session.ts';
import { LANGUAGE, settings } from '../settings.ts';

interface Told {
  readonly difference: Difference;
  /** Of the claim. */
  readonly range: vscode.Range;
}

/** What other articles tell otherwise than a visible one, in Problems, until somebody has decided on it. */
export function differenceProblems(session: Session): vscode.Disposable {
  const { engine, views, log } = session;
  const collection = vscode.languages.createDiagnosticCollection('counterpoint-differences');
  /** Of those in the collection: with them it goes. */
  const told = new WeakMap<vscode.Diagnostic, Told>();
  /** By path: the last time that it was asked what differs. What was asked before is old when it comes. */
  const asked = new Map<string, object>();

  /** Of an article out of sight nothing is asked any more: what was told of it would outlast a decision. */
  const forget = (uri: vscode.Uri): void => {
    asked.delete(uri.toString());
    collection.delete(uri);
  };

  const tell = async (document: vscode.TextDocument): Promise<void> => {
    const path = document.uri.toString();
    const turn = {};
    asked.set(path, turn);
    const severity = settings.differences();
    const differences = severity === null ? [] : await engine.differences(path);
    if (asked.get(path) !== turn) return;
    const view = views.view(document);
    const diagnostics = differences.flatMap((one) => {
      const claim = view?.analysis.claims.find(({ id }) => id === one.from.claim);
      const range = claim && views.range(document, claim);
      if (one.isDecided || severity === null || !range) return [];
      const diagnostic = diagnosticOf(one, range, severity);
      told.set(diagnostic, { difference: one, range });
      return [diagnostic];
    });
    collection.set(document.uri, diagnostics);
  };
  const tellAll = (paths: readonly string[]): void => {
    for (const path of paths) {
      const uri = vscode.Uri.parse(path);
      const document = isVisible(uri) ? openDocument(uri) : undefined;
      if (document && isArticle(document)) tell(document).catch((error: unknown) => log.error(String(error)));
    }
  };
  const visible = (): string[] =>
    vscode.window.visibleTextEditors.map(({ document }) => document.uri.toString());

  const provideCodeActions = (document: vscode.TextDocument, range: vscode.Range): vscode.CodeAction[] =>
    (collection.get(document.uri) ?? []).flatMap((diagnostic) => {
      const one = told.get(diagnostic);
      return one?.range.intersection(range) ? actionsFor(diagnostic, one.difference) : [];
    });

  return together(
    collection,
    views.onDidChange((paths) => {
      collection.forEach((uri) => {
        if (!isVisible(uri)) forget(uri);
      });
      tellAll(paths);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('counterpoint.problems')) tellAll(visible());
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => forget(uri)),
    vscode.languages.registerCodeActionsProvider(
      LANGUAGE,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
  );
}

/** Letters of each side, so that the list has room for both; the link below has the other's words whole. */
const SHOWN = 80;

function diagnosticOf(
  { relation, difference, words, otherWords, otherPlace }: Difference,
  range: vscode.Range,
  severity: vscode.DiagnosticSeverity,
): vscode.Diagnostic {
  const how = relationText(relation, difference);
  // Its first letter alone: the claim has our own line and card, which a second line and hover would drown.
  const first = range.with({ end: range.start.translate(0, 1) });
  const diagnostic = new vscode.Diagnostic(
    first,
    `${how}: ${shortened(words, SHOWN)} ↔ ${shortened(otherWords, SHOWN)} — ${placeText(otherPlace)}`,
    severity,
  );
  diagnostic.source = 'Counterpoint';
  diagnostic.code = 'claim-differs';
  const { path, line } = otherPlace;
  const there = new vscode.Location(vscode.Uri.parse(path), new vscode.Position(line - 1, 0));
  diagnostic.relatedInformation = [new vscode.DiagnosticRelatedInformation(there, otherWords)];
  return diagnostic;
}

function actionsFor(
  diagnostic: vscode.Diagnostic,
  { from, to, otherPlace }: Difference,
): vscode.CodeAction[] {
  const ends = { from, to };
  const place = placeText(otherPlace);
  const action = (title: string, command: string): vscode.CodeAction =>
    commandFix(diagnostic, title, command, ends);
  return [
    action(vscode.l10n.t('Show both passages: {0}', place), 'counterpoint.showLink'),
    action(vscode.l10n.t('Confirm: {0}', place), 'counterpoint.confirmLink'),
    action(vscode.l10n.t('Not the same: {0}', place), 'counterpoint.rejectLink'),
  ];
}
