import * as vscode from 'vscode';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { cited } from '../../../core/sidecar/examine.ts';
import { together } from '../../disposables.ts';
import { LANGUAGE } from '../../settings.ts';
import { openDocument } from '../../sidecar-files.ts';
import type { Anchors, Placed } from './anchors.ts';

/** How long after lines were replaced the threads are made anew, in milliseconds. */
const SETTLED = 500;

/** A note as it stands in its thread: what menus hand to our commands. */
export interface NoteComment extends vscode.Comment {
  readonly annotation: Annotation;
  readonly article: vscode.Uri;
}

/** A new note that could not be saved: it stays in its thread until it can, or is given up. */
export interface DraftComment extends vscode.Comment {
  readonly draftOf: vscode.CommentThread;
}

export const isDraft = (value: unknown): value is DraftComment =>
  typeof value === 'object' && value !== null && 'draftOf' in value;

export function keepDraft(thread: vscode.CommentThread, text: string): void {
  const draft: DraftComment = {
    draftOf: thread,
    body: text,
    mode: vscode.CommentMode.Editing,
    author: { name: vscode.l10n.t('Not saved') },
    contextValue: 'draft',
  };
  thread.canReply = false;
  thread.label = vscode.l10n.t('Not saved yet');
  thread.comments = [draft];
  thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
}

export interface Threads extends vscode.Disposable {
  /** Opens the note of an annotation, for editing if wanted. */
  open(article: vscode.Uri, id: string, edit: boolean): void;
  setMode(comment: NoteComment, mode: vscode.CommentMode): void;
}

/** Shows annotations as comment threads on their passages, and nothing more: what they hold is the sidecar's. */
export function createThreads(anchors: Anchors): Threads {
  const controller = vscode.comments.createCommentController(
    'counterpoint.annotations',
    vscode.l10n.t('Counterpoint annotations'),
  );
  controller.options = {
    prompt: vscode.l10n.t('Annotate this passage'),
    placeHolder: vscode.l10n.t('Note (Markdown)'),
  };
  // Set anew when a document becomes an article: VS Code asks once when it opens, as plain text still.
  const offerRanges = (): void => {
    controller.commentingRangeProvider = { provideCommentingRanges: commentable };
  };
  offerRanges();
  const shown = new Map<string, Map<string, vscode.CommentThread>>();

  const show = (article: vscode.Uri): void => {
    const document = openDocument(article);
    const key = article.toString();
    const threads = shown.get(key) ?? new Map<string, vscode.CommentThread>();
    const placed = document ? anchors.placed(article).filter(({ span }) => span !== null) : [];
    const wanted = new Set(placed.map(({ annotation }) => annotation.id));
    for (const [id, thread] of threads) {
      if (wanted.has(id)) continue;
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
    { annotation, span }: Placed,
    threads: ReadonlyMap<string, vscode.CommentThread>,
  ): vscode.CommentThread => {
    const range = span ? rangeOf(document, span) : new vscode.Range(0, 0, 0, 0);
    const thread = threads.get(annotation.id) ?? controller.createCommentThread(document.uri, range, []);
    if (!thread.range?.isEqual(range)) thread.range = range;
    const before = noteOf(thread);
    if (before?.annotation === annotation) return thread;
    thread.canReply = false;
    thread.contextValue = 'annotation';
    thread.label = labelOf(annotation);
    thread.state = isSettled(annotation)
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
    thread.comments = [commentOf(document.uri, annotation)];
    return thread;
  };

  /** VS Code's own marks stray when lines are replaced (a file is reloaded); only new threads are at the right line. */
  const renew = (article: vscode.Uri): void => {
    const threads = shown.get(article.toString());
    for (const [id, thread] of threads ?? []) {
      if (thread.comments.some(({ mode }) => mode === vscode.CommentMode.Editing)) continue;
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

  const setMode = (comment: NoteComment, mode: vscode.CommentMode): void => {
    const thread = threadOf(comment.article, comment.annotation.id);
    if (thread) thread.comments = [{ ...commentOf(comment.article, comment.annotation), mode }];
  };

  const parts = [
    controller,
    anchors.onDidChange(show),
    vscode.workspace.onDidChangeTextDocument(renewLater),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === LANGUAGE) offerRanges();
      show(document.uri);
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => show(uri)),
  ];
  return {
    open: (article, id, edit) => {
      const thread = threadOf(article, id);
      const comment = thread && noteOf(thread);
      if (!thread || !comment) return;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      if (edit) setMode(comment, vscode.CommentMode.Editing);
    },
    setMode,
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

export const isNoteComment = (value: unknown): value is NoteComment =>
  typeof value === 'object' && value !== null && 'annotation' in value && 'article' in value;

export const noteOf = (thread: vscode.CommentThread): NoteComment | undefined =>
  thread.comments.find(isNoteComment);

const isSettled = ({ status }: Annotation): boolean => status === 'closed' || status === 'verified';

const rangeOf = (document: vscode.TextDocument, span: { start: number; end: number }): vscode.Range =>
  new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));

/** A new comment each time: the editor takes an array that it knows for unchanged. */
function commentOf(article: vscode.Uri, annotation: Annotation): NoteComment {
  const body = new vscode.MarkdownString(annotation.note || vscode.l10n.t('*No note*'));
  return {
    annotation,
    article,
    body,
    author: { name: annotation.author || vscode.l10n.t('unknown') },
    mode: vscode.CommentMode.Preview,
    contextValue: 'annotation',
    ...(annotation.tag === null ? {} : { label: annotation.tag }),
    ...timestamp(annotation.created),
  };
}

function timestamp(created: string): { timestamp?: Date } {
  const time = new Date(created);
  return Number.isNaN(time.getTime()) ? {} : { timestamp: time };
}

export const statusName = (status: Annotation['status']): string =>
  ({
    open: vscode.l10n.t('Open'),
    verified: vscode.l10n.t('Verified'),
    disputed: vscode.l10n.t('Disputed'),
    closed: vscode.l10n.t('Closed'),
  })[status];

const labelOf = ({ status, selectors }: Annotation): string =>
  `${statusName(status)} · ${cited(selectors.quote.exact, 40)}`;
