import * as vscode from 'vscode';
import { type Conflict, conflictsIn } from '../../../core/sidecar/conflict.ts';
import { conflictId, isByLines, pathOfConflict, resolutionIn } from '../../../core/sidecar/conflict-ref.ts';
import { entryName } from '../../../core/sidecar/entry-name.ts';
import { commandFix } from '../../diagnostics.ts';

/** What can be done with each conflict, above it. */
export function provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
  const text = document.getText();
  const sidecar = document.uri.toString();
  const found = conflictsIn(text);
  const canMerge = isByLines(text);
  return found.flatMap((conflict, index) => {
    const range = new vscode.Range(
      document.positionAt(conflict.span.start),
      document.positionAt(conflict.span.start),
    );
    const lens = (title: string, command: string, arg: unknown): vscode.CodeLens =>
      new vscode.CodeLens(range, { title, command: `counterpoint.${command}`, arguments: [arg] });
    const ref = { sidecar, id: conflictId(text, conflict) };
    return [
      ...(index === 0 && canMerge
        ? [lens(vscode.l10n.t('Merge by notes'), 'repairSidecar', document.uri)]
        : []),
      lens(nameOf(text, conflict), 'compareConflict', ref),
      lens(vscode.l10n.t('Accept ours'), 'acceptOurs', ref),
      lens(vscode.l10n.t('Accept theirs'), 'acceptTheirs', ref),
      ...(resolutionIn(text, conflict, 'both') === null
        ? []
        : [lens(vscode.l10n.t('Accept both'), 'acceptBoth', ref)]),
    ];
  });
}

/** What is in dispute, in words. */
function nameOf(text: string, conflict: Conflict): string {
  const path = pathOfConflict(text, conflict);
  return path.length === 0
    ? vscode.l10n.t('Compare side by side')
    : vscode.l10n.t('Compare side by side: {0}', entryName(path));
}

export function provideCodeActions(
  document: vscode.TextDocument,
  _range: vscode.Range,
  { diagnostics }: vscode.CodeActionContext,
): vscode.CodeAction[] {
  return diagnostics
    .filter(({ code }) => code === 'sidecar-conflict')
    .map((diagnostic) => {
      const title = vscode.l10n.t('Merge by notes');
      const fix = commandFix(diagnostic, title, 'counterpoint.repairSidecar', document.uri);
      fix.isPreferred = true;
      return fix;
    });
}
