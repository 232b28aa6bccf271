import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { ATTRIBUTE, driverOf, installDriver, installedDriver, launcherOf } from '../../files/merge-driver.ts';
import { together } from '../disposables.ts';
import type { Session } from '../session.ts';

/** Repositories in which the analyst had it installed: kept by this window's user, on this machine. */
const KEY = 'mergeDrivers';

/**
 * Makes git merge sidecars note by note, after asking. What git then runs is the editor's own Node with a small file
 * that stays where it is when the extension or the editor is updated.
 */
export function mergeDriver({ log, context }: Session): vscode.Disposable {
  const launcher = join(context.globalStorageUri.fsPath, 'merge.cjs');
  const program = ['ELECTRON_RUN_AS_NODE=1', process.execPath, launcher];

  const writeLauncher = (): void => {
    mkdirSync(dirname(launcher), { recursive: true });
    writeFileSync(launcher, launcherOf(join(context.extensionPath, 'dist', 'cli.js')));
  };

  const install = async (arg: unknown): Promise<void> => {
    // Git is not run where its configuration may be anybody's.
    if (!vscode.workspace.isTrusted) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('Trust this workspace first: git is run in it.'),
      );
      return;
    }
    const folder = await folderOf(arg);
    if (!folder) return;
    const isAsked = arg instanceof vscode.Uri;
    if (!isAsked && !(await agreed(folder))) return;
    try {
      writeLauncher();
      const { added } = installDriver(folder.fsPath, program);
      const known = context.globalState.get<readonly string[]>(KEY, []);
      await context.globalState.update(KEY, [...new Set([...known, folder.fsPath])]);
      const message = added
        ? vscode.l10n.t(
            'Git merges sidecars note by note now. Commit .gitattributes; your colleagues run this command once.',
          )
        : vscode.l10n.t('Git merges sidecars note by note now.');
      void vscode.window.showInformationMessage(message);
    } catch (error) {
      void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    }
  };

  /** After an update the editor's Node, or this extension, may be elsewhere. */
  const refresh = (): void => {
    const folders = context.globalState.get<readonly string[]>(KEY, []);
    if (folders.length === 0 || !vscode.workspace.isTrusted) return;
    try {
      writeLauncher();
      for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
        if (!folders.includes(uri.fsPath)) continue;
        const now = installedDriver(uri.fsPath);
        // Only what this command wrote: somebody may have set another driver since.
        if (now?.includes('merge.cjs') && now !== driverOf(program)) installDriver(uri.fsPath, program);
      }
    } catch (error) {
      log.warn(`the merge driver was not brought up to date: ${String(error)}`);
    }
  };

  refresh();
  return together(vscode.commands.registerCommand('counterpoint.installMergeDriver', install));
}

async function folderOf(arg: unknown): Promise<vscode.Uri | undefined> {
  if (arg instanceof vscode.Uri) return arg;
  const folders = vscode.workspace.workspaceFolders?.filter(({ uri }) => uri.scheme === 'file') ?? [];
  if (folders.length > 1) return (await vscode.window.showWorkspaceFolderPick())?.uri;
  if (folders.length === 0)
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a folder on your own disk first.'));
  return folders[0]?.uri;
}

async function agreed(folder: vscode.Uri): Promise<boolean> {
  const install = vscode.l10n.t('Install');
  const detail = vscode.l10n.t(
    'This adds “{0}” to .gitattributes and sets merge.counterpoint.driver in the configuration of this clone ({1}).',
    ATTRIBUTE,
    folder.fsPath,
  );
  const message = vscode.l10n.t('Make git merge sidecars note by note?');
  return (await vscode.window.showInformationMessage(message, { modal: true, detail }, install)) === install;
}
