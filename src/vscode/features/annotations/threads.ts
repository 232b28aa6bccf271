import * as vscode from 'vscode';
import type { Selectors } from '../../../core/anchors/selector.ts';
import type { Annotation, Confidence, Reply } from '../../../core/sidecar/annotation.ts';
import { cited } from '../../../core/sidecar/examine.ts';
import { together } from '../../disposables.ts';
import { openDocument } from '../../documents.ts';
import { withoutImages } from '../../markdown.ts';
import { LANGUAGE } from '../../settings.ts';
import type { Anchors, Placed } from './anchors.ts';

/** How long after lines were replaced the threads are made anew, in milliseconds. */
const SETTLED = 500;

/** A note as it stands in its thread: what menus hand to our commands. */
export interface NoteComment extends vscode.Comment {
  readonly annotation: Annotation;
  readonly article: vscode.Uri;
  readonly isPrivate?: boolean;
}

/** An answer to a note, in the note's thread. */
export interface ReplyComment extends NoteComment {
  readonly reply: Reply;
}

/** An answer that could not be saved: it stays in its thread. */
export interface DraftReply extends vscode.Comment {
  readonly replyIn: vscode.CommentThread;
}

export const isDraftReply = (value: unknown): value is DraftReply =>
  typeof value === 'object' && value !== null && 'replyIn' in value;

export const isReplyComment = (value: unknown): value is ReplyComment =>
  isNoteComment(value) && 'reply' in value;

export function keepReply(thread: vscode.CommentThread, text: string): void {
  const draft: DraftReply = {
    replyIn: thread,
    body: text,
    mode: vscode.CommentMode.Editing,
    author: { name: vscode.l10n.t('Not saved') },
    contextValue: 'draft',
  };
  thread.comments = [...thread.comments.filter((one) => !isDraftReply(one)), draft];
}

export function dropReply({ replyIn }: DraftReply): void {
  replyIn.comments = replyIn.comments.filter((one) => !isDraftReply(one));
}

/** A new note that could not be saved: it stays in its thread until it can, or is given up. */
export interface DraftComment extends vscode.Comment {
  readonly draftOf: vscode.CommentThread;
  /** The passage that it was begun on: the thread stays where it was, the article may be edited meanwhile. */
  readonly passage: Selectors;
}

export const isDraft = (value: unknown): value is DraftComment =>
  typeof value === 'object' && value !== null && 'draftOf' in value;

export function keepDraft(thread: vscode.CommentThread, text: string, passage: Selectors): void {
  const draft: DraftComment = {
    draftOf: thread,
    passage,
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
  /** Starts a note on a passage, in a thread of its own with the cursor in it. */
  compose(document: vscode.TextDocument, range: vscode.Range, passage: Selectors): void;
  /** Opens the note of an annotation, for editing if wanted. */
  open(article: vscode.Uri, id: string, edit: boolean): void;
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
    { annotation, span }: Placed,
    threads: ReadonlyMap<string, vscode.CommentThread>,
  ): vscode.CommentThread => {
    const range = span ? rangeOf(document, span) : new vscode.Range(0, 0, 0, 0);
    const thread = threads.get(annotation.id) ?? controller.createCommentThread(document.uri, range, []);
    if (!thread.range?.isEqual(range)) thread.range = range;
    // What is being typed is nowhere but in the thread: it is brought up to date when the editing ends.
    if (isEdited(thread)) return thread;
    const before = noteOf(thread);
    const isPrivate = isHers(document.uri, annotation.id);
    if (before?.annotation === annotation && before.isPrivate === isPrivate) return thread;
    thread.canReply = true;
    thread.contextValue = 'annotation';
    thread.label = labelOf(annotation, isPrivate);
    thread.state = isSettled(annotation)
      ? vscode.CommentThreadState.Resolved
      : vscode.CommentThreadState.Unresolved;
    thread.comments = commentsOf(document.uri, annotation, isPrivate);
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
    if (thread)
      thread.comments = commentsOf(article, { ...annotation, note }, isHers(article, annotation.id));
    show(article);
  };

  const keep = ({ article, annotation }: NoteComment, note: string): void => {
    const thread =
      threadOf(article, annotation.id) ??
      controller.createCommentThread(article, new vscode.Range(0, 0, 0, 0), []);
    shown.get(article.toString())?.delete(annotation.id);
    keepDraft(thread, note, annotation.selectors);
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
  /**
   * Not VS Code's own `addComment`: where the line has a note already, and a paragraph is one line, it opens that
   * note and leaves the cursor in the article, so that what is typed overwrites the selected passage.
   */
  const compose = (document: vscode.TextDocument, range: vscode.Range, passage: Selectors): void => {
    const thread = controller.createCommentThread(document.uri, range, []);
    keepDraft(thread, '', passage);
    thread.label = vscode.l10n.t('New note · {0}', cited(passage.quote.exact));
  };

  return {
    compose,
    open: (article, id, edit) => {
      const thread = threadOf(article, id);
      const comment = thread && noteOf(thread);
      if (!thread || !comment) return;
      thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
      if (edit && !isEdited(thread))
        thread.comments = [editedComment(article, comment.annotation), ...thread.comments.slice(1)];
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

export const isNoteComment = (value: unknown): value is NoteComment =>
  typeof value === 'object' && value !== null && 'annotation' in value && 'article' in value;

/** The note that a thread is of: its first comment. */
export const noteOf = (thread: vscode.CommentThread): NoteComment | undefined =>
  thread.comments.find(isNoteComment);

const isEdited = ({ comments }: vscode.CommentThread): boolean =>
  comments.some(({ mode }) => mode === vscode.CommentMode.Editing);

const isSettled = ({ status }: Annotation): boolean => status === 'closed' || status === 'verified';

const rangeOf = (document: vscode.TextDocument, span: { start: number; end: number }): vscode.Range =>
  new vscode.Range(document.positionAt(span.start), document.positionAt(span.end));

/** New comments each time: the editor takes an array that it knows for unchanged. */
const commentsOf = (article: vscode.Uri, annotation: Annotation, isPrivate: boolean): vscode.Comment[] => [
  noted(article, annotation, isPrivate),
  ...annotation.replies.map((reply) => replyOf(article, annotation, reply)),
];

const noted = (article: vscode.Uri, annotation: Annotation, isPrivate: boolean): NoteComment => ({
  ...commentOf(article, annotation),
  isPrivate,
});

function replyOf(article: vscode.Uri, annotation: Annotation, reply: Reply): ReplyComment {
  const body = new vscode.MarkdownString(withoutImages(reply.note) || vscode.l10n.t('*No text*'));
  return {
    ...{ annotation, article, reply, body },
    author: { name: reply.author || vscode.l10n.t('unknown') },
    mode: vscode.CommentMode.Preview,
    contextValue: 'reply',
    ...timestamp(reply.created),
  };
}

function commentOf(article: vscode.Uri, annotation: Annotation): NoteComment {
  const body = new vscode.MarkdownString(withoutImages(annotation.note) || vscode.l10n.t('*No note*'));
  return {
    annotation,
    article,
    body,
    author: { name: annotation.author || vscode.l10n.t('unknown') },
    mode: vscode.CommentMode.Preview,
    contextValue: 'annotation',
    ...(annotation.tags.length === 0 ? {} : { label: annotation.tags.join(', ') }),
    ...timestamp(annotation.created),
  };
}

/** Its body is the text as it is in the sidecar, which is what the comment box edits. */
const editedComment = (article: vscode.Uri, annotation: Annotation): NoteComment => ({
  ...commentOf(article, annotation),
  body: annotation.note,
  mode: vscode.CommentMode.Editing,
});

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

export const confidenceName = (confidence: Confidence): string =>
  ({
    low: vscode.l10n.t('low confidence'),
    medium: vscode.l10n.t('medium confidence'),
    high: vscode.l10n.t('high confidence'),
  })[confidence];

const labelOf = ({ status, confidence, selectors }: Annotation, isPrivate: boolean): string =>
  [
    statusName(status),
    ...(confidence === null ? [] : [confidenceName(confidence)]),
    ...(isPrivate ? [vscode.l10n.t('private')] : []),
    cited(selectors.quote.exact, 40),
  ].join(' · ');
