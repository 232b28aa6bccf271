import type * as vscode from 'vscode';

/** One disposable for several; what was created last is disposed first. */
export function together(...parts: readonly vscode.Disposable[]): vscode.Disposable {
  return {
    dispose: () => {
      for (const part of [...parts].reverse()) part.dispose();
    },
  };
}
