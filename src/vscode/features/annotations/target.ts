import * as vscode from 'vscode';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { contains, type Span, trimSpan } from '../../../core/text/span.ts';
import { isClaimRef, isLineRef, isPathRef } from '../../claim-args.ts';
import { editorInFront, select } from '../../documents.ts';
import type { Session } from '../../session.ts';
import { LANGUAGE } from '../../settings.ts';
import { articleUri } from '../../sidecar-files.ts';
import type { SidecarStore } from '../../sidecar-store.ts';
import type { Anchors, Placed } from './anchors.ts';
import { isNoteComment } from './comments.ts';

/** An annotation by its ids, as menus, quick fixes and the cursor name it. */
export interface NoteRef {
  readonly article: vscode.Uri;
  readonly id: string;
}

/** The note as the sidecars have it; undefined where they don't. */
export const storedNote = (
  sidecars: Pick<SidecarStore, 'get'>,
  { article, id }: NoteRef,
): Annotation | undefined => sidecars.get(article)?.sidecar.annotations.find((one) => one.id === id);

export const articleEditor = (): vscode.TextEditor | undefined => {
  const editor = editorInFront();
  return editor?.document.languageId === LANGUAGE ? editor : undefined;
};

/** The passage that an annotation is asked for: a claim by its ids, the selection, or the paragraph at the cursor. */
export async function passageFor(session: Session, arg: unknown): Promise<vscode.TextEditor | null> {
  if (isClaimRef(arg)) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(arg.path));
    const [passage] = await session.engine.passages([arg]);
    const range = passage && session.views.range(document, passage.value.span, passage.revision);
    if (!range) return null;
    const editor = await vscode.window.showTextDocument(document);
    select(editor, range);
    return editor;
  }
  if (isLineRef(arg)) {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(arg.path));
    const editor = await vscode.window.showTextDocument(document);
    select(editor, document.lineAt(Math.min(arg.line, document.lineCount - 1)).range);
    return editor;
  }
  const editor = articleEditor();
  if (!editor) return null;
  if (editor.selection.isEmpty) select(editor, editor.document.lineAt(editor.selection.active).range);
  const { document } = editor;
  return document.getText(editor.selection).trim() === '' ? null : editor;
}

/** A range's text without white space at its ends; a range without columns stands for its whole lines. */
export function spanOfRange(document: vscode.TextDocument, range: vscode.Range): Span {
  const whole = range.isEmpty ? document.lineAt(range.start.line).range : range;
  const span = { start: document.offsetAt(whole.start), end: document.offsetAt(whole.end) };
  return trimSpan(document.getText(), span);
}

/** What a command was called on: a comment, ids, or else the note at the cursor; asks, under `title`, where there are several. */
export async function noteFor(anchors: Anchors, arg: unknown, title: string): Promise<NoteRef | null> {
  if (isNoteComment(arg)) return { article: arg.article, id: arg.annotation.id };
  const named = namedNote(arg);
  if (named) return named;
  const editor = articleEditor();
  if (!editor) return null;
  const { uri } = editor.document;
  const cursor = editor.document.offsetAt(editor.selection.active);
  const placed = anchors.placed(uri);
  if (placed.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t('This article has no annotations yet.'));
    return null;
  }
  const here = placed.filter(({ span }) => span && contains(span, { start: cursor, end: cursor }));
  const [only] = here;
  if (only && here.length === 1) return { article: uri, id: only.annotation.id };
  const offered =
    here.length > 0 ? here : [...placed].sort((a, b) => Number(a.span !== null) - Number(b.span !== null));
  const picked = await vscode.window.showQuickPick(offered.map(noteItem), {
    title,
    matchOnDetail: true,
  });
  return picked ? { article: uri, id: picked.id } : null;
}

/** Notes without a place come first in a list, and say so: they are what a list is mostly opened for. */
function noteItem({ annotation, span, resolution }: Placed): vscode.QuickPickItem & { readonly id: string } {
  const ambiguous = resolution.status === 'ambiguous';
  const state = ambiguous ? vscode.l10n.t('passage ambiguous') : vscode.l10n.t('passage lost');
  const label = annotation.note.split('\n')[0] || vscode.l10n.t('No note');
  return {
    label: span ? label : `$(warning) ${label}`,
    description: [annotation.author, ...(span ? [] : [state])].join(' · '),
    detail: annotation.selectors.quote.exact.replace(/\s+/g, ' '),
    id: annotation.id,
  };
}

/** A note that an argument names by ids, as rows of lists do. */
export function namedNote(arg: unknown): NoteRef | null {
  if (typeof arg !== 'object' || arg === null || !('article' in arg) || !('id' in arg)) return null;
  const { article, id } = arg;
  return typeof article === 'string' && typeof id === 'string'
    ? { article: vscode.Uri.parse(article), id }
    : null;
}

/** The article of the active editor, be it the article or its sidecar. */
export function activeArticle(): vscode.Uri | null {
  const uri = editorInFront()?.document.uri;
  return (uri && articleUri(uri)) ?? articleEditor()?.document.uri ?? null;
}

/** An article of the story that a command is about: a row's, the active editor's, or the one that lists are about. */
export function storyArticle({ current }: Pick<Session, 'current'>, arg: unknown): vscode.Uri | null {
  if (isPathRef(arg)) return vscode.Uri.parse(arg.path);
  const path = current.ofStory();
  return activeArticle() ?? (path === null ? null : vscode.Uri.parse(path));
}
