import * as vscode from 'vscode';
import { rangesIn } from '../../diagnostics.ts';
import { together } from '../../disposables.ts';
import { editorInFront, isArticle } from '../../documents.ts';
import { inWords } from '../../in-words.ts';
import type { SidecarFile } from '../../read-sidecars.ts';
import type { Session } from '../../session.ts';
import { LANGUAGE } from '../../settings.ts';

/**
 * Says above an article, and in the status bar, why its notes can't be changed, or are not there: its sidecar has a
 * mistake. Whatever else is shown above passages: notes that are gone without a word would be taken for lost.
 */
export function brokenSidecars({ sidecars }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const item = vscode.window.createStatusBarItem('counterpoint.broken', vscode.StatusBarAlignment.Left, 0);
  item.name = vscode.l10n.t('Counterpoint: annotations that can’t be changed');
  item.backgroundColor = new vscode.ThemeColor('statusBarItem.warningBackground');

  const reasonsFor = (document: vscode.TextDocument | undefined): Reason[] =>
    document && isArticle(document)
      ? (sidecars.get(document.uri)?.files ?? []).flatMap((file) => reasonFor(file) ?? [])
      : [];
  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] =>
    reasonsFor(document).map((reason) => {
      // A lens drops a common space behind its icon.
      const command = { ...reason, title: `$(warning)\u00a0${reason.title}` };
      return new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), command);
    });
  // A lens that comes above the first line moves out of sight: whoever is there sees the status bar.
  const show = (): void => {
    const [first] = reasonsFor(editorInFront()?.document);
    if (!first) {
      item.hide();
      return;
    }
    item.text = `$(warning) ${first.state}`;
    item.tooltip = first.tooltip;
    item.command = first;
    item.show();
  };

  show();
  return together(
    changed,
    item,
    vscode.window.onDidChangeActiveTextEditor(show),
    sidecars.onDidChange(() => {
      changed.fire();
      show();
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
  );
}

/** Opens the place of the mistake. */
interface Reason extends vscode.Command {
  readonly state: string;
}

/** Null where the sidecar can be read and written. */
function reasonFor(file: SidecarFile): Reason | null {
  const problem = file.read.problems.find(({ severity }) => severity === 'error');
  if (!problem) return null;
  const { start } = rangesIn(file.text)(problem.span);
  const state = stateOf(file);
  const name = file.uri.path.split('/').at(-1) ?? '';
  return {
    state,
    title: `${file.shown.kept.size > 0 ? vscode.l10n.t('Annotations as last read') : state}: ${reasonOf(file, problem.code, start.line + 1)}`,
    tooltip: `${state}\n${name}: ${inWords(problem.words)}`,
    command: 'vscode.open',
    arguments: [file.uri, { selection: new vscode.Range(start, start) }],
  };
}

function stateOf({ read, shown }: SidecarFile): string {
  const { value, kept } = shown;
  if (kept.size > 0) return vscode.l10n.t('Annotations are as last read and can’t be changed');
  if (value.annotations.length > 0 || read.places.size > 0)
    return vscode.l10n.t('Annotations can’t be changed');
  return vscode.l10n.t('Annotations can’t be shown');
}

function reasonOf({ reason }: SidecarFile, code: string, line: number): string {
  if (reason !== null) return vscode.l10n.t('the sidecar can’t be read');
  if (code === 'sidecar-conflict') return vscode.l10n.t('git left a conflict in the sidecar, line {0}', line);
  if (code === 'sidecar-version') return vscode.l10n.t('the sidecar is of a newer Counterpoint');
  return vscode.l10n.t('mistake in line {0} of the sidecar', line);
}
