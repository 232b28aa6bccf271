import * as vscode from 'vscode';
import { together } from './disposables.ts';

/**
 * Articles that can't be edited while single keys are commands, or a box for a note opens: a stray letter would replace
 * the selected passage, and auto-save would keep that.
 */
export interface EditLocks extends vscode.Disposable {
  /** Until what is returned is disposed of. Others may hold the same article. */
  hold(article: vscode.Uri): vscode.Disposable;
}

/** VS Code has this for the editor in front alone: one that comes to the front later is locked, or freed, then. */
export function createEditLocks(): EditLocks {
  const holds = new Map<object, string>();
  const locked = new Set<string>();
  const unsure = new Set<string>();
  let last: Promise<void> = Promise.resolve();

  const follow = async (): Promise<void> => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document) return;
    const uri = document.uri.toString();
    const isHeld = [...holds.values()].includes(uri);
    // What is not saved yet could not be while its editor is locked.
    if (isHeld && document.isDirty) return;
    if (!unsure.delete(uri) && isHeld === locked.has(uri)) return;
    if (isHeld) locked.add(uri);
    else locked.delete(uri);
    await vscode.commands.executeCommand(
      `workbench.action.files.${isHeld ? 'set' : 'reset'}ActiveEditorReadonlyInSession`,
    );
    // Another one that came to the front meanwhile may have been meant by the command.
    const now = vscode.window.activeTextEditor?.document.uri.toString();
    if (now === undefined || now === uri) return;
    unsure.add(uri).add(now);
    await follow();
  };
  const followLater = (): void => {
    last = last.then(follow, follow);
  };

  const following = together(
    vscode.window.onDidChangeActiveTextEditor(followLater),
    vscode.workspace.onDidSaveTextDocument(followLater),
  );
  return {
    dispose: () => following.dispose(),
    hold: (article) => {
      const hold = {};
      holds.set(hold, article.toString());
      followLater();
      return {
        dispose: () => {
          if (holds.delete(hold)) followLater();
        },
      };
    },
  };
}
