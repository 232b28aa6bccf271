import * as vscode from 'vscode';
import type { SidecarOperation } from '../../../core/sidecar/operation.ts';
import type { Session } from '../../session.ts';
import type { Done } from '../../sidecar-history.ts';

/** The last message about a change, as long as nobody has answered or closed it. */
let last: Thenable<string | undefined> | null = null;

/** Only what is true now is in view: what was said of the change before moves to the list behind the bell. */
async function sayInstead(said: string, ...buttons: readonly string[]): Promise<string | undefined> {
  if (last) await vscode.commands.executeCommand('notifications.hideToasts');
  const shown = vscode.window.showInformationMessage(said, ...buttons);
  last = shown;
  const answer = await shown;
  if (last === shown) last = null;
  return answer;
}

/** Says what was done to an entry, with a button that takes it back; ends when the message does. */
export async function offerUndo(session: Session, said: string, id: string): Promise<void> {
  const undo = vscode.l10n.t('Undo');
  if ((await sayInstead(said, undo)) === undo) await takeBack(session, id);
}

/** Takes the last change back, or that an entry came or went, by its id, and says what is true now. */
export async function takeBack({ sidecars }: Session, id?: string): Promise<void> {
  const done = await sidecars.undoLast(id);
  // Not awaited: the command is done, the message may stand for long.
  if (done !== false)
    void sayInstead(done ? undoneText(done) : vscode.l10n.t('There is no change to an annotation to undo.'));
}

function undoneText({ inverses: [inverse], together, wasPrivate }: Done): string {
  if (wasPrivate !== undefined)
    return wasPrivate
      ? vscode.l10n.t('Undone: the note is private again.')
      : vscode.l10n.t('Undone: the note is for all again.');
  if (together) return vscode.l10n.t('Undone: the annotations made together are gone.');
  return inverse ? changedText(inverse.kind) : '';
}

/** What is true after an operation that takes another one back. */
function changedText(kind: SidecarOperation['kind']): string {
  switch (kind) {
    case 'addAnnotation':
      return vscode.l10n.t('Undone: the annotation is there again.');
    case 'updateAnnotation':
      return vscode.l10n.t('Undone: the annotation is as it was before.');
    case 'removeAnnotation':
      return vscode.l10n.t('Undone: the annotation is gone.');
    case 'addReply':
      return vscode.l10n.t('Undone: the reply is there again.');
    case 'updateReply':
      return vscode.l10n.t('Undone: the reply is as it was before.');
    case 'removeReply':
      return vscode.l10n.t('Undone: the reply is gone.');
    case 'setDecision':
    case 'updateDecision':
      return vscode.l10n.t('Undone: the decision is as it was before.');
    case 'removeDecision':
      return vscode.l10n.t('Undone: nothing is decided of this link.');
    case 'setFacts':
      return vscode.l10n.t('Undone: the article’s details are as they were before.');
    case 'addDismissal':
      return vscode.l10n.t('Undone: the finding is dismissed again.');
    case 'removeDismissal':
      return vscode.l10n.t('Undone: the finding is there again.');
  }
}
