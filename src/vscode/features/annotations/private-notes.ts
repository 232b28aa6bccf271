import * as vscode from 'vscode';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { PRIVATE_GLOB } from '../../../core/sidecar/location.ts';
import { leavingWith } from '../../../core/sidecar/private.ts';
import type { Session } from '../../session.ts';
import { isThere, textOnDisk } from '../../sidecar-files.ts';
import { type NoteRef, storedNote } from './target.ts';

/** Puts a note where only its author has it, or back among those for all. */
export async function togglePrivate({ sidecars }: Session, { article, id }: NoteRef): Promise<void> {
  const isPrivate = sidecars.fileOf(article, id)?.isPrivate !== true;
  const note = storedNote(sidecars, { article, id });
  if (isPrivate && note && !(await mayLeave(note, await sidecars.authorFor(article)))) return;
  if (!(await sidecars.setPrivate(article, id, isPrivate))) return;
  const said = isPrivate
    ? vscode.l10n.t(
        'The note is private now: it is in a sidecar of its own. What git has of it stays in git.',
      )
    : vscode.l10n.t('The note is for all now.');
  vscode.window.setStatusBarMessage(`$(info) ${said}`, 5000);
  if (isPrivate) await offerIgnore(article);
}

/** What others wrote is not taken away from all of them by one click. */
async function mayLeave(note: Annotation, me: string | undefined): Promise<boolean> {
  if (me === undefined) return false;
  const { owner, repliers } = leavingWith(note, me);
  if (owner !== null) {
    const message = vscode.l10n.t('This is a note of {0}, for all: only {0} can make it private.', owner);
    void vscode.window.showWarningMessage(message);
    return false;
  }
  if (repliers.length === 0) return true;
  const make = vscode.l10n.t('Make Private');
  const message = vscode.l10n.t(
    'Others replied to this note: {0}. Made private, it leaves the sidecar for all, and their replies go with it.',
    repliers.join(', '),
  );
  return (await vscode.window.showWarningMessage(message, { modal: true }, make)) === make;
}

/** Folders for which the analyst said no: she is not asked again while the window is open. */
const declined = new Set<string>();

/** A private sidecar is private only as long as git does not take it. */
export async function offerIgnore(article: vscode.Uri): Promise<void> {
  const root = await repositoryRoot(article);
  if (!root || declined.has(root.toString())) return;
  const uri = vscode.Uri.joinPath(root, '.gitignore');
  const file = await textOnDisk(uri);
  const text = file.kind === 'text' ? file.text : '';
  if (file.kind === 'unusable' || text.split(/\r?\n/).some((line) => line.trim() === PRIVATE_GLOB)) return;
  const add = vscode.l10n.t('Add');
  const message = vscode.l10n.t(
    'git would take private notes along. Add {0} to .gitignore, so that it leaves them alone?',
    PRIVATE_GLOB,
  );
  // Not awaited: the command is done, the question may stand for long.
  void vscode.window.showInformationMessage(message, add, vscode.l10n.t('Not now')).then(async (choice) => {
    if (choice === add) await addIgnore(root);
    else declined.add(root.toString());
  });
}

async function addIgnore(root: vscode.Uri): Promise<void> {
  const uri = vscode.Uri.joinPath(root, '.gitignore');
  const file = await textOnDisk(uri);
  if (file.kind === 'unusable') {
    const message = vscode.l10n.t('.gitignore was left as it is: {0}.', file.reason);
    void vscode.window.showErrorMessage(message);
    return;
  }
  const text = file.kind === 'text' ? file.text : '';
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const glue = text === '' || text.endsWith('\n') ? '' : eol;
  const added = `${text}${glue}# Counterpoint: notes that are nobody else's\n${PRIVATE_GLOB}\n`;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(added.replaceAll(/\r?\n/g, eol)));
}

/** The nearest folder above that git works in; undefined where there is none. */
async function repositoryRoot(article: vscode.Uri): Promise<vscode.Uri | undefined> {
  for (let folder = vscode.Uri.joinPath(article, '..'); ; folder = vscode.Uri.joinPath(folder, '..')) {
    if (await isThere(vscode.Uri.joinPath(folder, '.git'))) return folder;
    if (folder.path === '/' || folder.path === '' || /^\/[A-Za-z]:\/?$/.test(folder.path)) return undefined;
  }
}
