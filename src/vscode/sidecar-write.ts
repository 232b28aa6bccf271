import * as vscode from 'vscode';
import type { SidecarOperation } from '../core/sidecar/operation.ts';
import type { Problem } from '../core/text/problem.ts';
import { FileError } from '../files/file-error.ts';
import { LARGEST_SIDECAR } from '../files/largest-sidecar.ts';
import { changeSidecar } from '../files/sidecar-file.ts';
import { isOnOwnDisk } from './disk.ts';
import { inWords } from './in-words.ts';
import { articleUri, dirtyDocument, isThere, replaceText, textOnDisk, withoutMark } from './sidecar-files.ts';
import type { SidecarReader } from './sidecar-reader.ts';

/** Changes that were written, and what takes them back, in its order. */
export interface WrittenAll {
  readonly inverses: readonly SidecarOperation[];
  /** There was no sidecar before. */
  readonly created: boolean;
}

export interface Writing {
  readonly log: vscode.LogOutputChannel;
  readonly reader: SidecarReader;
}

/** A change that was written, and what takes it back. */
export interface Written extends Pick<WrittenAll, 'created'> {
  readonly inverse: SidecarOperation;
}

/** Of what is taken back it counts only whether the sidecar was made for it. */
export type Undone = Pick<WrittenAll, 'created'>;

/**
 * Applies all of some operations to the sidecar as it is at this moment, or none; null after a message. `undone`: what
 * they take back; a sidecar that was made for it and is empty again goes.
 */
export async function writeOperations(
  uri: vscode.Uri,
  operations: readonly SidecarOperation[],
  writing: Writing,
  undone?: Undone,
): Promise<WrittenAll | null> {
  const { log, reader } = writing;
  // Also when it is open: an editor shows bytes that are no text as signs, and saving would lose them.
  const disk = await textOnDisk(uri, LARGEST_SIDECAR);
  if (disk.kind === 'unusable') return refuse(uri, disk.reason);
  try {
    const dirty = dirtyDocument(uri);
    if (dirty) return await intoEditor(dirty, operations, reader);
    // A folder of its own for sidecars comes with the first of them.
    if (disk.kind === 'absent') {
      const folder = vscode.Uri.joinPath(articleUri(uri) ?? uri, '..');
      if (!(await isThere(folder))) return refuse(uri, vscode.l10n.t('Its folder is not there any more.'));
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
    }
    const text = disk.kind === 'text' ? disk.text : null;
    if (isOnOwnDisk(uri)) return await underLock({ uri, text: text ?? '' }, operations, reader, undone);
    const result = await reader.edited(text ?? '', operations);
    if (result.kind === 'refused')
      return refuse(uri, inWords(result.problem.words), result.problem.span.start);
    if (!(await isStill(uri, text))) return writeOperations(uri, operations, writing, undone);
    if (undone?.created && result.text === '') await vscode.workspace.fs.delete(uri);
    else await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(result.text));
    return { inverses: result.inverses, created: text === null };
  } catch (error) {
    log.error(`${uri.toString()}: ${String(error)}`);
    return refuse(uri, error instanceof Error ? error.message : String(error));
  }
}

/**
 * On a disk of our own: no other window or program writes in between, and a crash leaves the old file or the new.
 * `text`: what it held a moment ago; where it still does, the change is made beforehand.
 */
async function underLock(
  { uri, text: before }: { readonly uri: vscode.Uri; readonly text: string },
  operations: readonly SidecarOperation[],
  reader: SidecarReader,
  undone: Undone | undefined,
): Promise<WrittenAll | null> {
  const expected = withoutMark(before);
  const prepared = await reader.edited(expected, operations);
  let written: WrittenAll | null = null;
  let refused: Problem | null = null;
  try {
    await changeSidecar(uri.fsPath, (text, there) => {
      const result = text === expected ? prepared : reader.editedNow(text, operations);
      if (result.kind === 'refused') {
        refused = result.problem;
        throw new FileError(inWords(result.problem.words));
      }
      written = { inverses: result.inverses, created: !there };
      return undone?.created && result.text === '' ? null : result.text;
    });
  } catch (error) {
    if (refused === null) throw error;
    const { words, span } = refused as Problem;
    return refuse(uri, inWords(words), span.start);
  }
  return written;
}

/** Beside the changes that the open document holds, and with them to disk; what can't be saved stays in the editor, which says so. */
async function intoEditor(
  document: vscode.TextDocument,
  operations: readonly SidecarOperation[],
  reader: SidecarReader,
): Promise<WrittenAll | null> {
  const text = document.getText();
  const prepared = await reader.edited(text, operations);
  const result = document.getText() === text ? prepared : reader.editedNow(document.getText(), operations);
  if (result.kind === 'refused')
    return refuse(document.uri, inWords(result.problem.words), result.problem.span.start);
  if (!(await replaceText(document, result.text)))
    return refuse(document.uri, vscode.l10n.t('The editor in which it is open did not take the change.'));
  if (!(await document.save())) {
    const message = vscode.l10n.t(
      'The annotation is in the open sidecar, but that could not be saved. Save it there.',
    );
    void vscode.window.showWarningMessage(message);
  }
  return { inverses: result.inverses, created: false };
}

/** Nobody wrote the file since it was read. */
async function isStill(uri: vscode.Uri, text: string | null): Promise<boolean> {
  const now = await textOnDisk(uri);
  return now.kind === 'text' ? now.text === text : text === null;
}

/** Says that nothing was changed, and why; `at`: where the sidecar is opened. */
export async function refuse(uri: vscode.Uri, reason: string, at = 0): Promise<null> {
  const open = vscode.l10n.t('Open the sidecar');
  const name = uri.path.split('/').at(-1) ?? '';
  const message = vscode.l10n.t('Nothing was saved, and {0} stays as it is. {1}', name, reason);
  // Not awaited: the next change must not wait for the analyst to close a message.
  void vscode.window.showErrorMessage(message, open).then(async (choice) => {
    if (choice !== open) return;
    const document = await vscode.workspace.openTextDocument(uri);
    const position = document.positionAt(at);
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
  });
  return null;
}
