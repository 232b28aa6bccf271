import * as vscode from 'vscode';

/** A card that was clicked would stay, say what is no longer so, and cover what comes next. */
export const hideCard = (): void => void vscode.commands.executeCommand('editor.action.hideHover');
