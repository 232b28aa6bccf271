import * as vscode from 'vscode';
import { articleOf, type Owner, SIDECAR_GLOB, sidecarOf } from '../core/sidecar/location.ts';
import { changedStretch } from '../core/text/changed-stretch.ts';
import { LARGEST_SIDECAR } from '../files/largest-sidecar.ts';
import { diskOf } from './disk.ts';
import { isAbsence, isGone, openDocument } from './documents.ts';
import { settings } from './settings.ts';

/** A text that is there, that is not there yet, or that can't be used, with the reason in words. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unusable'; readonly reason: string };

/** What the editor's help in sidecars is registered for. */
export const SIDECARS: vscode.DocumentFilter = { pattern: `**/${SIDECAR_GLOB}` };

/** The article that a sidecar is about; null for any other file. */
export function articleUri(sidecar: vscode.Uri): vscode.Uri | null {
  const path = articleOf(sidecar.path, settings.placement());
  return path === null ? null : sidecar.with({ path });
}

/** The sidecar that takes what an analyst adds. */
export const sidecarFor = (article: vscode.Uri, owner: Owner): vscode.Uri =>
  article.with({ path: sidecarOf(article.path, settings.placement(), owner) });

/** Where an article's sidecars are looked for without having been listed: for all, and private, beside and in the folder. */
export function usualSidecars(article: vscode.Uri): vscode.Uri[] {
  const { folder } = settings.placement();
  const owners = [false, true].map((isPrivate) => ({ author: '', isPrivate }));
  return [...new Set(['', folder])].flatMap((place) =>
    owners.map((owner) =>
      article.with({ path: sidecarOf(article.path, { folder: place, perAnalyst: false }, owner) }),
    ),
  );
}

/** The document where an editor holds changes that are not on disk. */
export function dirtyDocument(uri: vscode.Uri): vscode.TextDocument | undefined {
  const open = openDocument(uri);
  return open?.isDirty ? open : undefined;
}

export const isThere = (uri: vscode.Uri): Promise<boolean> =>
  Promise.resolve(vscode.workspace.fs.stat(uri)).then(
    () => true,
    () => false,
  );

/** The text as an editor has changed it, else as it is on disk, which an open editor may not have read yet. */
export async function currentText(uri: vscode.Uri): Promise<FileText> {
  const dirty = dirtyDocument(uri);
  return dirty ? { kind: 'text', text: dirty.getText() } : textOnDisk(uri, LARGEST_SIDECAR);
}

/** As the editor has it, else as it is on disk; null where it can't be read, or is gone and nobody has changes to it. */
export async function articleText(article: vscode.Uri): Promise<string | null> {
  const open = openDocument(article);
  if (open) return !open.isDirty && (await isGone(article)) ? null : open.getText();
  const file = await textOnDisk(article);
  return file.kind === 'text' ? withoutMark(file.text) : null;
}

/** With its byte order mark, so that a writer keeps it. `most`: bytes; what is larger is not even read. */
export async function textOnDisk(uri: vscode.Uri, most = Number.POSITIVE_INFINITY): Promise<FileText> {
  try {
    const disk = diskOf(uri);
    if (most < Number.POSITIVE_INFINITY && (await disk.stat(uri)).size > most)
      return { kind: 'unusable', reason: vscode.l10n.t('it is too large to be a sidecar') };
    const bytes = await disk.readFile(uri);
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text };
  } catch (error) {
    if (isAbsence(error)) return { kind: 'absent' };
    if (error instanceof TypeError)
      return { kind: 'unusable', reason: vscode.l10n.t('it is not UTF-8 text') };
    return { kind: 'unusable', reason: error instanceof Error ? error.message : String(error) };
  }
}

export const withoutMark = (text: string): string => (text.startsWith('\uFEFF') ? text.slice(1) : text);

/** Puts a new text into an open document by the smallest edit, so that cursors and folds stay. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<boolean> {
  const changed = changedStretch(document.getText(), text);
  const { start, end } = changed.span;
  const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range, changed.text);
  return vscode.workspace.applyEdit(edit);
}

/** The corpus names articles by URI: in it, a path of a sidecar is encoded as URIs are. */
export const asUriPath = (path: string): string =>
  path
    .replaceAll('\\', '/')
    .split('/')
    .map((segment) => vscode.Uri.file(`/${segment}`).toString().slice('file:///'.length))
    .join('/');
