import * as vscode from 'vscode';
import { isSidecar } from '../../../core/sidecar/location.ts';
import { together } from '../../disposables.ts';
import type { Session } from '../../session.ts';
import { SIDECARS } from '../../sidecar-files.ts';
import { provideCodeActions, provideCodeLenses } from './offers.ts';
import { accept, repair } from './resolve.ts';
import { compareSides, SIDES, sideText } from './sides.ts';

/** How long conflicts are gathered into one message, in milliseconds. */
const GATHER = 700;

/**
 * A sidecar that git left in conflict: what is in dispute is shown side by side, with a click for each side and for
 * both, and what is not in dispute is merged by notes, as the merge driver would have done it.
 */
export function conflicts({ sidecars, log }: Session): vscode.Disposable {
  const changed = new vscode.EventEmitter<void>();
  const offered = new Set<string>();
  const waiting: vscode.Uri[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Once for each file, until it is whole again; those of one merge together. */
  const offer = (article: vscode.Uri): void => {
    for (const { uri, read } of sidecars.get(article)?.files ?? []) {
      const key = uri.toString();
      const isLeft = read.problems.some(({ code }) => code === 'sidecar-conflict');
      if (!isLeft) offered.delete(key);
      else if (!offered.has(key)) {
        offered.add(key);
        waiting.push(uri);
        clearTimeout(timer);
        timer = setTimeout(() => void ask(waiting.splice(0)), GATHER);
      }
    }
  };
  const ask = async (uris: readonly vscode.Uri[]): Promise<void> => {
    const [first] = uris;
    if (!first) return;
    const [merge, open] = [vscode.l10n.t('Merge by notes'), vscode.l10n.t('Open')];
    const where =
      uris.length === 1 ? vscode.workspace.asRelativePath(first) : vscode.l10n.t('{0} sidecars', uris.length);
    const message = vscode.l10n.t(
      'Git left conflicts in {0}. Counterpoint can merge them note by note; only what both sides changed is left to you.',
      where,
    );
    const choice = await vscode.window.showWarningMessage(message, merge, open);
    if (choice === merge) for (const uri of uris) await repair(log, uri);
    if (choice === open) await vscode.window.showTextDocument(first);
  };

  const commands = {
    'counterpoint.repairSidecar': (arg: unknown) => repair(log, arg),
    'counterpoint.compareConflict': compareSides,
    'counterpoint.acceptOurs': (arg: unknown) => accept('ours', arg),
    'counterpoint.acceptTheirs': (arg: unknown) => accept('theirs', arg),
    'counterpoint.acceptBoth': (arg: unknown) => accept('both', arg),
  };
  for (const { article } of sidecars.all()) offer(article);
  return together(
    changed,
    { dispose: () => clearTimeout(timer) },
    sidecars.onDidChange(offer),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (isSidecar(document.uri.path)) changed.fire();
    }),
    vscode.workspace.registerTextDocumentContentProvider(SIDES, { provideTextDocumentContent: sideText }),
    vscode.languages.registerCodeLensProvider(SIDECARS, {
      onDidChangeCodeLenses: changed.event,
      provideCodeLenses,
    }),
    vscode.languages.registerCodeActionsProvider(
      SIDECARS,
      { provideCodeActions },
      { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] },
    ),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}
