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

export const rangeOfSpan = (document: vscode.TextDocument, { start, end }: Span): vscode.Range =>
  new vscode.Range(document.positionAt(start), document.positionAt(end));

/** Selects a range where the editor is, and brings it into view. */
export function select(editor: vscode.TextEditor, range: vscode.Range): void {
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
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
