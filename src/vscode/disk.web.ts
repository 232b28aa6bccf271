import * as vscode from 'vscode';

/** In a browser there is no disk of one's own. */
export const diskOf = (_: vscode.Uri): Pick<vscode.FileSystem, 'stat' | 'readFile'> => vscode.workspace.fs;
