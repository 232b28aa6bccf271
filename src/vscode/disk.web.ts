import * as vscode from 'vscode';

/** In a browser there is no disk of one's own: a folder that the browser was given is a `file`, too, but Node's it is not. */
export const isOnOwnDisk = (_: vscode.Uri): boolean => false;

export const diskOf = (_: vscode.Uri): Pick<vscode.FileSystem, 'stat' | 'readFile'> => vscode.workspace.fs;
