import * as vscode from 'vscode';
import type { Session } from '../../session.ts';

/** Says what was done to an entry, with a button that takes it back; ends when the message does. */
export async function offerUndo({ sidecars }: Session, said: string, id: string): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await vscode.window.showInformationMessage(said, undo)) === undo) await sidecars.undoLast(id);
}
