import * as vscode from 'vscode';
import type { Selectors } from '../../../core/anchors/selector.ts';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { cited } from '../../../core/sidecar/examine.ts';
import { together } from '../../disposables.ts';
import { openDocument, rangeOfSpan } from '../../documents.ts';
import { LANGUAGE } from '../../settings.ts';
import type { Anchors, Placed } from './anchors.ts';
import {
  commentsOf,
  editedComment,
  isReplyComment,
  keepDraft,
  labelOf,
  type NoteComment,
  noteOf,
  type ReplyComment,
} from './comments.ts';
import { movedPath } from './moved-files.ts';
import { newId } from './stamp.ts';

/** How long after lines were replaced the threads are made anew, in milliseconds. */
const SETTLED = 500;

export interface Threads extends vscode.Disposable {
  /** Starts a note on a passage, in a thread of its own with the cursor in it. */
  compose(document: vscode.TextDocument, range: vscode.Range, passage: Selectors): void;
  /** A thread for a note that was written elsewhere: it is seen only if the note can't be saved. */
  unseen(document: vscode.TextDocument, range: vscode.Range): vscode.CommentThread;
  /** Opens the note of an annotation, for editing if wanted; false where it has no thread: its article isn't open, or its passage lost. */
  open(article: vscode.Uri, id: string, edit: boolean): boolean;
  /** Takes away the box of a note that was saved or given up. */
  end(thread: vscode.CommentThread): void;
  /** Opens a reply for editing. */
  edit(comment: ReplyComment): void;
  /** Ends the editing of a note, which then shows what the sidecar holds; `note`: what was just saved. */
  close(comment: NoteComment, note?: string): void;
  /** The text of a note that was removed or changed while it was edited becomes a new note, not saved yet. */
  keep(comment: NoteComment, note: string): void;
}

/**
 * Shows annotations as comment threads on their passages, and nothing more: what they hold is the sidecar's. `isHers`:
 * whether a note is in the private sidecar.
 */
export function createThreads(
  anchors: Anchors,
  isHers: (article: vscode.Uri, id: string) => boolean,
): Threads {
  const controller = vscode.comments.createCommentController(
    'counterpoint.annotations',
    vscode.l10n.t('Counterpoint annotations'),
  );
  controller.options = {
    prompt: vscode.l10n.t('Reply…'),
    placeHolder: vscode.l10n.t('Note or reply (Markdown)'),
  };
  // Set anew when a document becomes an article: VS Code asks once when it opens, as plain text still.
  const offerRanges = (): void => {
    controller.commentingRangeProvider = { provideCommentingRanges: commentable };
  };
  offerRanges();
  const shown = new Map<string, Map<string, vscode.CommentThread>>();
  /** Notes that are being written, and on what. */
  const composed = new Map<vscode.CommentThread, Selectors>();

  const show = (article: vscode.Uri): void => {
    const document = openDocument(article);
    const key = article.toString();
    const threads = shown.get(key) ?? new Map<string, vscode.CommentThread>();
    const placed = document ? anchors.placed(article).filter(({ span }) => span !== null) : [];
    const wanted = new Set(placed.map(({ annotation }) => annotation.id));
    for (const [id, thread] of threads) {
      if (wanted.has(id) || isEdited(thread)) continue;
      thread.dispose();
      threads.delete(id);
    }
    if (document)
      for (const one of placed) threads.set(one.annotation.id, shownThread(document, one, threads));
    if (threads.size > 0) shown.set(key, threads);
    else shown.delete(key);
  };

  const shownThread = (
    document: vscode.TextDocument,
    { annotation, span, stale }: Placed,
    threads: ReadonlyMap<string, vscode.CommentThread>,
  ): vscode.CommentThread => {
    const range = span ? rangeOfSpan(document, span) : new vscode.Range(0, 0, 0, 0);
    const thread = threads.get(annotation.id) ?? controller.createCommentThread(document.uri, range, []);
    if (!thread.range?.isEqual(range)) thread.range = range;
    // What is being typed is nowhere but in the thread: it is brought up to date when the editing ends.
    if (isEdited(thread)) return thread;
    const before = noteOf(thread);
    const state = { isPrivate: isHers(document.uri, annotation.id), isStale: stale };
    const isShown = before?.isPrivate === state.isPrivate && before.isStale === stale;
    if (before?.annotation === annotation && isShown) return thread;
    thread.canReply = !stale;
    thread.contextValue = stale ? 'stale' : 'annotation';
    thread.label = labelOf(annotation, state);
    thread.state = isSettled(annotation)
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
    thread.comments = commentsOf(document.uri, annotation, state);
    return thread;
  };

  /** VS Code's own marks stray when lines are replaced (a file is reloaded); only new threads are at the right line. */
  const renew = (article: vscode.Uri): void => {
    const threads = shown.get(article.toString());
    for (const [id, thread] of threads ?? []) {
      if (isEdited(thread)) continue;
      thread.dispose();
      threads?.delete(id);
    }
    show(article);
  };
  const renewing = new Map<string, ReturnType<typeof setTimeout>>();
  const renewLater = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    const key = document.uri.toString();
    if (!shown.has(key) || contentChanges.every(({ range }) => range.isSingleLine)) return;
    clearTimeout(renewing.get(key));
    renewing.set(
      key,
      setTimeout(() => renew(document.uri), SETTLED),
    );
  };

  const threadOf = (article: vscode.Uri, id: string): vscode.CommentThread | undefined =>
    shown.get(article.toString())?.get(id);

  const close = ({ article, annotation }: NoteComment, note = annotation.note): void => {
    const thread = threadOf(article, annotation.id);
    // What the sidecar holds may be on its way still.
    const isPrivate = isHers(article, annotation.id);
    if (thread) thread.comments = commentsOf(article, { ...annotation, note }, { isPrivate, isStale: false });
    show(article);
  };

  const keep = ({ article, annotation, isPrivate }: NoteComment, note: string): void => {
    const thread =
      threadOf(article, annotation.id) ??
      controller.createCommentThread(article, new vscode.Range(0, 0, 0, 0), []);
    shown.get(article.toString())?.delete(annotation.id);
    // As it was when the editing began: the note may be gone, and with it the file that told.
    const isForHer = isPrivate === true || isHers(article, annotation.id);
    keepDraft(thread, note, { passage: annotation.selectors, isPrivate: isForHer, id: newId('a') });
  };

  const parts = [
    controller,
    anchors.onDidChange(show),
    vscode.workspace.onDidChangeTextDocument(renewLater),
    vscode.workspace.onDidRenameFiles((event) => takeAlong(event)),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === LANGUAGE) offerRanges();
      show(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => show(uri)),
  ];
  /**
   * Not VS Code's own `addComment`: where the line has a note already, and a paragraph is one line, it opens that
   * note and leaves the cursor in the article, so that what is typed overwrites the selected passage.
   */
  const compose = (
    { uri }: Pick<vscode.TextDocument, 'uri'>,
    range: vscode.Range,
    passage: Selectors,
  ): void => {
    const thread = controller.createCommentThread(uri, range, []);
    keepDraft(thread, '', { passage, isPrivate: false, id: newId('a') });
    thread.label = vscode.l10n.t('New note · {0}', cited(passage.quote.exact));
    composed.set(thread, passage);
  };

  /** A box stays with the old name of its file, where nobody sees it. */
  const takeAlong = ({ files }: vscode.FileRenameEvent): void => {
    for (const [thread, passage] of [...composed]) {
      const path = movedPath(thread.uri.path, files);
      if (path === thread.uri.path) continue;
      composed.delete(thread);
      thread.dispose();
      compose({ uri: thread.uri.with({ path }) }, thread.range ?? new vscode.Range(0, 0, 0, 0), passage);
      const message = vscode.l10n.t(
        'The article was renamed while you were writing a note on it. Its box is open again, but VS Code drops what stood in it.',
      );
      void vscode.window.showWarningMessage(message);
    }
  };

  const unseen = ({ uri }: vscode.TextDocument, range: vscode.Range): vscode.CommentThread => {
    const thread = controller.createCommentThread(uri, range, []);
    thread.collapsibleState = vscode.CommentThreadCollapsibleState.Collapsed;
    thread.canReply = false;
    return thread;
  };

  return {
    compose,
    unseen,
    open: (article, id, edit) => {
      const thread = threadOf(article, id);
      const comment = thread && noteOf(thread);
      if (!thread || !comment) return false;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      if (edit && !isEdited(thread) && comment.isStale !== true)
        thread.comments = [editedComment(comment), ...thread.comments.slice(1)];
      return true;
    },
    end: (thread) => {
      composed.delete(thread);
      thread.dispose();
    },
    edit: ({ article, annotation, reply }) => {
      const thread = threadOf(article, annotation.id);
      if (!thread || isEdited(thread)) return;
      thread.comments = thread.comments.map((one) =>
        isReplyComment(one) && one.reply.id === reply.id
          ? { ...one, body: reply.note, mode: vscode.CommentMode.Editing }
          : one,
      );
    },
    close,
    keep,
    dispose: () => {
      for (const timer of renewing.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

function commentable(document: vscode.TextDocument): vscode.Range[] {
  if (document.languageId !== LANGUAGE) return [];
  return [new vscode.Range(0, 0, document.lineCount - 1, 0)];
}

const isEdited = ({ comments }: vscode.CommentThread): boolean =>
  comments.some(({ mode }) => mode === vscode.CommentMode.Editing);

const isSettled = ({ status }: Annotation): boolean => status === 'closed' || status === 'verified';
