import * as vscode from 'vscode';

/** In a browser there is no git to tell of the driver. */
export const mergeDriver = (): vscode.Disposable =>
  vscode.commands.registerCommand(
    'counterpoint.installMergeDriver',
    () =>
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no git in a browser: open this folder in VS Code on the desktop for that.'),
      ),
  );
