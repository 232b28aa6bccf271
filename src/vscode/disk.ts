import { readFile, stat } from 'node:fs/promises';
import * as vscode from 'vscode';

/** Whether Node reaches the file itself. */
export const isOnOwnDisk = (uri: vscode.Uri): boolean => uri.scheme === 'file';

/** What is read of files: like `vscode.workspace.fs`, but for one's own disk, where Node's errors come. */
export const diskOf = (uri: vscode.Uri): Disk => (isOnOwnDisk(uri) ? OWN_DISK : vscode.workspace.fs);

interface Disk {
  /** When it was written, in milliseconds since 1970, and bytes. */
  stat(uri: vscode.Uri): Thenable<Pick<vscode.FileStat, 'mtime' | 'size'>>;
  readFile(uri: vscode.Uri): Thenable<Uint8Array>;
}

/** The editor asks its window for every file: whoever writes many notes, or looks at ten thousand, would wait for it. */
const OWN_DISK: Disk = {
  stat: async ({ fsPath }) => {
    const { mtime, size } = await stat(fsPath);
    return { mtime: mtime.getTime(), size };
  },
  readFile: async ({ fsPath }) => {
    // A pipe would never end.
    if (!(await stat(fsPath)).isFile()) throw new Error(vscode.l10n.t('it is no file'));
    return readFile(fsPath);
  },
};
