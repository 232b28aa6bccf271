import * as vscode from 'vscode';
import type { Reply } from '../../../core/sidecar/annotation.ts';
import { replyKey } from '../../../core/sidecar/kept.ts';
import type { Session } from '../../session.ts';
import {
  type DraftReply,
  dropReply,
  isDraftReply,
  isReplyComment,
  keepReply,
  noteOf,
  type ReplyComment,
} from './comments.ts';
import { applyOrKeep } from './kept-changes.ts';
import { offerUndo } from './offer-undo.ts';
import { newId, timeNow } from './stamp.ts';
import { type NoteRef, storedNote } from './target.ts';
import type { Threads } from './threads.ts';

/** Adds an answer to a note; false, after a message, where it could not be written. */
async function addReply(
  session: Session,
  note: NoteRef,
  text: string,
  id: string = newId('r'),
): Promise<boolean> {
  const author = await session.sidecars.authorFor(note.article);
  if (author === undefined || text.trim() === '') return false;
  const now = timeNow();
  const reply: Reply = { id, author, created: now, modified: now, note: text };
  const stored = storedNote(session.sidecars, note);
  // Saved in the meantime, by another window to which it was offered, say: it is there once.
  if (stored?.replies.some((one) => one.id === id)) {
    const changes = { note: text, modified: now };
    return applyOrKeep(session, note.article, { kind: 'updateReply', to: note.id, id, changes });
  }
  return applyOrKeep(session, note.article, { kind: 'addReply', to: note.id, reply });
}

/** From the box under a thread. What can't be saved stays in the thread. */
export async function replyInThread(
  session: Session,
  threads: Threads,
  thread: vscode.CommentThread,
  text: string,
  id: string = newId('r'),
): Promise<void> {
  const note = noteOf(thread);
  if (!note || text === '') return;
  const ref = { article: note.article, id: note.annotation.id };
  if (await addReply(session, ref, text, id)) endDraft(threads, { replyIn: thread, id });
  else keepReply(thread, text, id);
}

/** Other answers of the thread that are not saved stay in it. */
function endDraft(threads: Threads, draft: Pick<DraftReply, 'replyIn' | 'id'>): void {
  if (!dropReply(draft)) return;
  const note = noteOf(draft.replyIn);
  if (note && !draft.replyIn.comments.some(isDraftReply)) threads.close(note);
}

/** An answer that is not to be saved any more. */
export async function giveUpReply(session: Session, threads: Threads, draft: DraftReply): Promise<void> {
  const note = noteOf(draft.replyIn);
  endDraft(threads, draft);
  if (note) await session.recovery.drop(replyKey(note.article.toString(), draft.id));
}

/** From the keyboard or a card. */
export async function askReply(session: Session, note: NoteRef, text?: string): Promise<void> {
  const title = vscode.l10n.t('Reply to the note (Markdown)');
  const typed = text ?? (await vscode.window.showInputBox({ title, ignoreFocusOut: true }));
  if (typed?.trim()) await addReply(session, note, typed.trim());
}

/** Saves a reply that was edited, or one that could not be saved before; false where the comment is none. */
export async function saveReply(
  session: Session,
  threads: Threads,
  comment: unknown,
  text: string,
): Promise<boolean> {
  if (isDraftReply(comment)) {
    await replyInThread(session, threads, comment.replyIn, text, comment.id);
    return true;
  }
  if (!isReplyComment(comment)) return false;
  const { article, annotation, reply } = comment;
  const changes = { note: text, modified: timeNow() };
  const operation = { kind: 'updateReply' as const, to: annotation.id, id: reply.id, changes };
  if (await applyOrKeep(session, article, operation)) threads.close(comment);
  return true;
}

export async function removeReply(session: Session, { article, annotation, reply }: ReplyComment) {
  const { id } = reply;
  if (!(await session.sidecars.apply(article, { kind: 'removeReply', to: annotation.id, id }))) return;
  await offerUndo(session, vscode.l10n.t('The reply was removed.'), id);
}
