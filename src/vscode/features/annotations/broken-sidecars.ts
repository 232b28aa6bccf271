import * as vscode from 'vscode';
import { rangesIn } from '../../diagnostics.ts';
import { together } from '../../disposables.ts';
import { isArticle } from '../../documents.ts';
import { inWords } from '../../in-words.ts';
import type { Session } from '../../session.ts';
import { LANGUAGE } from '../../settings.ts';
import type { SidecarFile } from '../../sidecar-store.ts';

/**
 * Says above an article why its notes can't be changed, or are not there: its sidecar has a mistake. Whatever else is
 * shown above passages: notes that are gone without a word would be taken for lost.
 */
export function brokenSidecars({ sidecars }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] =>
    isArticle(document)
      ? (sidecars.get(document.uri)?.files ?? []).flatMap((file) => lensOf(file) ?? [])
      : [];
  return together(
    changed,
    sidecars.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
  );
}

/** Null where the sidecar can be read and written. */
function lensOf(file: SidecarFile): vscode.CodeLens | null {
  const problem = file.read.problems.find(({ severity }) => severity === 'error');
  if (!problem) return null;
  const selection = rangesIn(file.text)(problem.span);
  return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
    title: `$(warning) ${stateOf(file)}: ${reasonOf(file, problem.code, selection.start.line + 1)}`,
    tooltip: inWords(problem.words),
    command: 'vscode.open',
    arguments: [file.uri, { selection: new vscode.Range(selection.start, selection.start) }],
  });
}

function stateOf({ read, shown }: SidecarFile): string {
  const { value, kept } = shown;
  if (kept.size > 0) return vscode.l10n.t('Annotations are as last read and can’t be changed');
  if (value.annotations.length > 0 || read.places.size > 0)
    return vscode.l10n.t('Annotations can’t be changed');
  return vscode.l10n.t('Annotations can’t be shown');
}

function reasonOf({ reason, uri }: SidecarFile, code: string, line: number): string {
  const name = uri.path.split('/').at(-1) ?? '';
  if (reason !== null) return vscode.l10n.t('{0} can’t be read', name);
  if (code === 'sidecar-conflict') return vscode.l10n.t('git left a conflict in {0}, line {1}', name, line);
  if (code === 'sidecar-version') return vscode.l10n.t('{0} is of a newer Counterpoint', name);
  return vscode.l10n.t('{0} has a mistake in line {1}', name, line);
}
