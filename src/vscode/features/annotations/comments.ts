import * as vscode from 'vscode';
import type { Selectors } from '../../../core/anchors/selector.ts';
import type { Annotation, Confidence, Reply } from '../../../core/sidecar/annotation.ts';
import { cited } from '../../../core/sidecar/examine.ts';
import { withoutImages } from '../../markdown.ts';

/** A note as it stands in its thread: what menus hand to our commands. */
export interface NoteComment extends vscode.Comment {
  readonly annotation: Annotation;
  readonly article: vscode.Uri;
  readonly isPrivate?: boolean;
  /** Its sidecar can't be read at the moment: it can't be changed. */
  readonly isStale?: boolean;
}

/** An answer to a note, in the note's thread. */
export interface ReplyComment extends NoteComment {
  readonly reply: Reply;
}

/** An answer that could not be saved: it stays in its thread. */
export interface DraftReply extends vscode.Comment {
  readonly replyIn: vscode.CommentThread;
  /** The id that it gets, also when it is tried again. */
  readonly id: string;
}

export const isDraftReply = (value: unknown): value is DraftReply =>
  typeof value === 'object' && value !== null && 'replyIn' in value;

export const isReplyComment = (value: unknown): value is ReplyComment =>
  isNoteComment(value) && 'reply' in value;

export function keepReply(thread: vscode.CommentThread, text: string, id: string): void {
  dropReply({ replyIn: thread, id });
  const draft: DraftReply = {
    replyIn: thread,
    id,
    body: text,
    mode: vscode.CommentMode.Editing,
    author: { name: vscode.l10n.t('Not saved') },
    contextValue: 'draft',
  };
  thread.comments = [...thread.comments, draft];
}

/** Others of the thread stay; false where it is not in the thread. */
export function dropReply({ replyIn, id }: Pick<DraftReply, 'replyIn' | 'id'>): boolean {
  if (!replyIn.comments.some((one) => isDraftReply(one) && one.id === id)) return false;
  replyIn.comments = replyIn.comments.filter((one) => !isDraftReply(one) || one.id !== id);
  return true;
}

/** A new note that could not be saved: it stays in its thread until it can, or is given up. */
export interface DraftComment extends vscode.Comment {
  readonly draftOf: vscode.CommentThread;
  /** The passage that it was begun on: the thread stays where it was, the article may be edited meanwhile. */
  readonly passage: Selectors;
  /** What was meant for her alone stays so however it is saved later. */
  readonly isPrivate: boolean;
  /** The id that it gets, also when it is tried again. */
  readonly id: string;
}

export const isDraft = (value: unknown): value is DraftComment =>
  typeof value === 'object' && value !== null && 'draftOf' in value;

export function keepDraft(
  thread: vscode.CommentThread,
  text: string,
  { passage, isPrivate, id }: Pick<DraftComment, 'passage' | 'isPrivate' | 'id'>,
): void {
  const draft: DraftComment = {
    draftOf: thread,
    ...{ passage, isPrivate, id },
    body: text,
    mode: vscode.CommentMode.Editing,
    author: { name: vscode.l10n.t('Not saved') },
    contextValue: 'draft',
  };
  thread.canReply = false;
  thread.label = isPrivate ? vscode.l10n.t('Not saved yet · private') : vscode.l10n.t('Not saved yet');
  thread.comments = [draft];
  thread.collapsibleState = vscode.CommentThreadCollapsibleState.Expanded;
}

export const isNoteComment = (value: unknown): value is NoteComment =>
  typeof value === 'object' && value !== null && 'annotation' in value && 'article' in value;

/** The note that a thread is of: its first comment. */
export const noteOf = (thread: vscode.CommentThread): NoteComment | undefined =>
  thread.comments.find(isNoteComment);

/** New comments each time: the editor takes an array that it knows for unchanged. */
export const commentsOf = (
  article: vscode.Uri,
  annotation: Annotation,
  state: NoteState,
): vscode.Comment[] => {
  const comments = [
    { ...commentOf(article, annotation), ...state },
    ...annotation.replies.map((reply) => replyOf(article, annotation, reply)),
  ];
  // No menu has a change for it.
  return state.isStale ? comments.map((one) => ({ ...one, contextValue: 'stale' })) : comments;
};

/** How a note is kept, beside what it says. */
export interface NoteState {
  readonly isPrivate: boolean;
  readonly isStale: boolean;
}

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
export const editedComment = ({ article, annotation, isPrivate }: NoteComment): NoteComment => ({
  ...commentOf(article, annotation),
  isPrivate: isPrivate === true,
  body: annotation.note,
  mode: vscode.CommentMode.Editing,
});

function timestamp(created: string): { timestamp?: Date } {
  const time = new Date(created);
  return Number.isNaN(time.getTime()) ? {} : { timestamp: time };
}

/** What was typed into a comment: VS Code puts it into the body before the command runs. */
export function textOfComment(arg: unknown): string {
  if (!isNoteComment(arg) && !isDraft(arg) && !isDraftReply(arg)) return '';
  return typedText(typeof arg.body === 'string' ? arg.body : arg.body.value);
}

/** As it is kept: a note has the line ends that YAML writes, and none behind it. */
export const typedText = (text: string): string => text.replace(/\r\n?/g, '\n').trimEnd();

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

export const labelOf = (
  { status, confidence, selectors }: Annotation,
  { isPrivate, isStale }: NoteState,
): string =>
  [
    ...(isStale ? [vscode.l10n.t('As last read')] : []),
    statusName(status),
    ...(confidence === null ? [] : [confidenceName(confidence)]),
    ...(isPrivate ? [vscode.l10n.t('private')] : []),
    cited(selectors.quote.exact, 40),
  ].join(' · ');
