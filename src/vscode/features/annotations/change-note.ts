import * as vscode from 'vscode';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import type { AnnotationChanges } from '../../../core/sidecar/operation.ts';
import { CONFIDENCES, STATUSES } from '../../../core/sidecar/parse.ts';
import type { Session } from '../../session.ts';
import { confidenceName, type NoteComment, statusName, textOfComment } from './comments.ts';
import { applyOrKeep } from './kept-changes.ts';
import { pickTags, toggled } from './pick-tags.ts';
import { timeNow } from './stamp.ts';
import { choiceFor } from './tag-choice.ts';
import { noteFor, storedNote } from './target.ts';
import type { Threads } from './threads.ts';

/** What becomes of a note; null where it stays as it is. */
type Choice = (old: Annotation, article: vscode.Uri) => Promise<Partial<AnnotationChanges> | null>;

/** Changes the note that a command is about, and says whether it did. */
async function change(session: Session, arg: unknown, choose: Choice): Promise<boolean> {
  const { sidecars, anchors } = session;
  const note = await noteFor(anchors, arg, vscode.l10n.t('Which annotation is to be changed?'));
  const old = note && storedNote(sidecars, note);
  const wanted = old ? await choose(old, note.article) : null;
  if (!note || !wanted) return false;
  const changes = { ...wanted, modified: timeNow() };
  return applyOrKeep(session, note.article, { kind: 'updateAnnotation', id: note.id, changes });
}

export const changeStatus = (session: Session, arg: unknown): Promise<boolean> =>
  change(session, arg, pickStatus);

export const changeConfidence = (session: Session, arg: unknown): Promise<boolean> =>
  change(session, arg, pickConfidence);

export const changeTags = (session: Session, arg: unknown): Promise<boolean> =>
  change(session, arg, async ({ tags }, article) => {
    const named = namedTag(arg);
    const picked = named === null ? await pickTags(tags, choiceFor(session, article)) : toggled(tags, named);
    return picked && JSON.stringify(picked) !== JSON.stringify(tags) ? { tags: picked } : null;
  });

/** Saves what was typed into a note's box: as a second note where the note has become another meanwhile. */
export async function saveText(session: Session, threads: Threads, edited: NoteComment): Promise<void> {
  const note = textOfComment(edited);
  const stored = (): Annotation | undefined =>
    storedNote(session.sidecars, { article: edited.article, id: edited.annotation.id });
  const before = stored();
  const isOther = before !== undefined && before.note !== edited.annotation.note && before.note !== note;
  if (before && !isOther) {
    if (await change(session, edited, async () => ({ note }))) threads.close(edited, note);
    if (stored()) return;
  }
  threads.keep(edited, note);
  const message = isOther
    ? vscode.l10n.t('The note was changed while you edited it. Save yours to keep it as a second note.')
    : vscode.l10n.t('The note was removed while you edited it. Save it to keep it as a new note.');
  void vscode.window.showWarningMessage(message);
}

async function pickStatus({ status }: Annotation): Promise<Partial<AnnotationChanges> | null> {
  const items = STATUSES.map((value) => ({ label: statusName(value), value, picked: value === status }));
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Status of the annotation'),
  });
  return picked && picked.value !== status ? { status: picked.value } : null;
}

async function pickConfidence({ confidence }: Annotation): Promise<Partial<AnnotationChanges> | null> {
  const none = { label: vscode.l10n.t('Not said'), value: null };
  const items = [...CONFIDENCES.map((value) => ({ label: confidenceName(value), value })), none];
  const picked = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('How sure are you?'),
  });
  return picked && picked.value !== confidence ? { confidence: picked.value } : null;
}

/** A key of the analyst's own may name the tag that it gives or takes. */
const namedTag = (arg: unknown): string | null =>
  typeof arg === 'object' && arg !== null && 'tag' in arg && typeof arg.tag === 'string' ? arg.tag : null;
