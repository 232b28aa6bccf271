import * as vscode from 'vscode';
import { together } from '../disposables.ts';
import { MARKER } from '../markers.ts';
import { PRACTICE } from '../practice-files.ts';
import type { Session } from '../session.ts';
import { isThere } from '../sidecar-files.ts';

const FOLDER = 'counterpoint-practice';
const WALKTHROUGH = 'counterpoint.firstSteps';

/** A story to try things on, in a folder of the analyst's own, and the walkthrough that leads through it. */
export function practice({ context }: Session): vscode.Disposable {
  const show = (): Thenable<unknown> =>
    vscode.commands.executeCommand(
      'workbench.action.openWalkthrough',
      `${context.extension.id}#${WALKTHROUGH}`,
    );

  const copy = async (): Promise<void> => {
    const chosen = await vscode.window.showOpenDialog({
      ...{ canSelectFolders: true, canSelectFiles: false, canSelectMany: false },
      title: vscode.l10n.t('Where is the practice story to be?'),
      openLabel: vscode.l10n.t('Copy Here'),
    });
    const parent = chosen?.[0];
    if (!parent) return;
    const folder = vscode.Uri.joinPath(parent, FOLDER);
    try {
      await copyInto(context.extensionUri, folder);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void vscode.window.showErrorMessage(
        vscode.l10n.t('The practice story could not be copied: {0}', reason),
      );
      return;
    }
    await offer(context, folder);
  };

  void resume(context, show);
  return together(
    vscode.commands.registerCommand('counterpoint.copySample', copy),
    vscode.commands.registerCommand('counterpoint.showWalkthrough', show),
  );
}

/** What is there already stays as it is: an analyst may have worked on it. */
async function copyInto(extension: vscode.Uri, folder: vscode.Uri): Promise<void> {
  const { fs } = vscode.workspace;
  const put = async (path: string, bytes: () => Thenable<Uint8Array> | Uint8Array): Promise<void> => {
    const file = vscode.Uri.joinPath(folder, path);
    if (!(await isThere(file))) await fs.writeFile(file, await bytes());
  };
  for (const path of PRACTICE)
    await put(path, () => fs.readFile(vscode.Uri.joinPath(extension, 'seeds', path)));
  await put(MARKER, () => new TextEncoder().encode(markerText()));
}

/** The file that makes the texts of a folder articles says so itself. */
export const markerText = (): string =>
  `# ${vscode.l10n.t('The .txt files beside and below this file are articles. Stories can be put together here.')}\n`;

/** Opening a folder takes the window's editors away, so it is asked for. */
async function offer(context: vscode.ExtensionContext, folder: vscode.Uri): Promise<void> {
  const here = vscode.l10n.t('Open Folder');
  const apart = vscode.l10n.t('Open in New Window');
  const choice = await vscode.window.showInformationMessage(
    vscode.l10n.t('The practice story is in {0}. Open that folder?', vscode.workspace.asRelativePath(folder)),
    here,
    apart,
  );
  if (choice === undefined) return;
  await context.globalState.update(RESUME, folder.toString());
  await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow: choice === apart });
}

const RESUME = 'practice.resume';

/** The walkthrough goes on in the folder that it had opened, once. */
async function resume(context: vscode.ExtensionContext, show: () => Thenable<unknown>): Promise<void> {
  const folder = context.globalState.get<string>(RESUME);
  if (folder === undefined) return;
  if (!vscode.workspace.workspaceFolders?.some(({ uri }) => uri.toString() === folder)) return;
  await context.globalState.update(RESUME, undefined);
  await show();
}
