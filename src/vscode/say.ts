import * as vscode from 'vscode';

/** Says something that needs no answer. */
export const say = (message: string): void => void vscode.window.showInformationMessage(message);
