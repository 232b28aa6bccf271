import * as vscode from 'vscode';
import type { Span } from '../core/text/span.ts';
import { diskOf } from './disk.ts';
import { LANGUAGE } from './settings.ts';

/** A file's article; an old version that git shows, or a passage, has our language but is none. */
export const isArticle = ({ languageId, uri }: vscode.TextDocument): boolean =>
  languageId === LANGUAGE && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;

/**
 * The editor that commands and counts are about: the active one, or, for who writes in a note's box, which is an editor
 * of its own, the article that the box is in.
 */
export function editorInFront(): vscode.TextEditor | undefined {
  const active = vscode.window.activeTextEditor;
  if (active?.document.uri.scheme !== 'comment') return active;
  const { viewColumn } = vscode.window.tabGroups.activeTabGroup;
  return vscode.window.visibleTextEditors.find(
    (editor) => editor.viewColumn === viewColumn && isArticle(editor.document),
  );
}

export const openDocument = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

export const isVisible = (uri: vscode.Uri): boolean =>
  vscode.window.visibleTextEditors.some((editor) => editor.document.uri.toString() === uri.toString());

/** In a tab, be it in front or not, or in sight: of what nobody has open VS Code keeps documents for minutes. */
export const isOpen = (uri: vscode.Uri): boolean =>
  isVisible(uri) ||
  vscode.window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString()),
  );

export const rangeOfSpan = (document: vscode.TextDocument, { start, end }: Span): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

/** Selects a range where the editor is, and brings it into view. */
export function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Whether the disk says of a file that there is none. */
export const isAbsence = (error: unknown): boolean =>
  error instanceof vscode.FileSystemError
    ? error.code === 'FileNotFound'
    : error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');

/** Whether there is no such file; one that can't be asked for is not gone. */
export async function isGone(uri: vscode.Uri): Promise<boolean> {
  try {
    await diskOf(uri).stat(uri);
    return false;
  } catch (error) {
    return isAbsence(error);
  }
}

/** Tells a file's states apart without reading it; empty where it can't be told. */
export async function stampOf(uri: vscode.Uri): Promise<string> {
  try {
    const { mtime, size } = await diskOf(uri).stat(uri);
    return `${mtime}:${size}`;
  } catch {
    return '';
  }
}
