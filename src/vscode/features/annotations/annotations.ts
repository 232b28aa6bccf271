import * as vscode from 'vscode';
import type { Sidecar } from '../../../core/sidecar/annotation.ts';
import type { SidecarOperation } from '../../../core/sidecar/operation.ts';
import { together } from '../../disposables.ts';
import { isVisible } from '../../documents.ts';
import { pause } from '../../pause.ts';
import { say } from '../../say.ts';
import type { Session } from '../../session.ts';
import { bringBack } from './bring-back.ts';
import { changeConfidence, changeStatus, changeTags, saveText } from './change-note.ts';
import {
  isDraft,
  isDraftReply,
  isNoteComment,
  isReplyComment,
  textOfComment,
  typedText,
} from './comments.ts';
import { linkDecisions } from './decisions.ts';
import { annotateEverywhere } from './everywhere.ts';
import { keptChanges } from './kept-changes.ts';
import { noteLenses } from './lenses.ts';
import { annotationMarks } from './marks.ts';
import { backToArticle, createNewNotes } from './new-note.ts';
import { offerUndo, takeBack } from './offer-undo.ts';
import { orphans } from './orphans.ts';
import { togglePrivate } from './private-notes.ts';
import { annotationProblems } from './problems.ts';
import { type PlaceRef, reanchor } from './reanchor.ts';
import { renames } from './renames.ts';
import { askReply, giveUpReply, removeReply, replyInThread, saveReply } from './replies.ts';
import { rewriteSelectors } from './rewrite-selectors.ts';
import { activeArticle, type NoteRef, noteFor } from './target.ts';
import { createThreads, type Threads } from './threads.ts';
import { unplaced } from './unplaced.ts';

type Command = (arg: unknown) => unknown;

/** How long a note's thread is waited for when its article is opened, in milliseconds. */
const OPENING = 2000;

/** Notes on passages: comment threads, their commands, and what is wrong with them in Problems. */
export function annotations(session: Session): vscode.Disposable {
  const { sidecars, anchors } = session;
  const threads = createThreads(anchors, (article, id) => sidecars.fileOf(article, id)?.isPrivate === true);
  const fresh = createNewNotes(session, threads);

  /** A command on the note that `arg` names, or else on one at the cursor or chosen from a list. */
  const onNote =
    (title: () => string, run: (note: NoteRef, arg: unknown) => unknown): Command =>
    async (arg) => {
      const note = await noteFor(anchors, arg, title());
      if (note) await run(note, arg);
    };

  const commands: Readonly<Record<string, Command>> = {
    'counterpoint.annotate': fresh.begin,
    'counterpoint.askNote': fresh.ask,
    'counterpoint.annotateEverywhere': (arg) => annotateEverywhere(session, arg),
    'counterpoint.saveAnnotation': (arg) => (isReply(arg) ? fresh.add(arg.thread, arg.text) : undefined),
    'counterpoint.editAnnotation': onNote(
      () => vscode.l10n.t('Which annotation is to be edited?'),
      (note) => edit(threads, note),
    ),
    'counterpoint.saveNote': async (arg) => {
      if (isDraft(arg)) return fresh.add(arg.draftOf, textOfComment(arg), arg);
      if (await saveReply(session, threads, arg, textOfComment(arg))) return;
      if (isNoteComment(arg)) await saveText(session, threads, arg);
    },
    'counterpoint.savePrivateNote': (arg) =>
      isDraft(arg) ? fresh.add(arg.draftOf, textOfComment(arg), { ...arg, isPrivate: true }) : undefined,
    'counterpoint.cancelNote': async (arg) => {
      if (isDraft(arg)) await fresh.giveUp(arg);
      if (isDraftReply(arg)) await giveUpReply(session, threads, arg);
      if (isNoteComment(arg)) threads.close(arg);
    },
    'counterpoint.setAnnotationStatus': (arg) => changeStatus(session, arg),
    'counterpoint.setAnnotationTag': (arg) => changeTags(session, arg),
    'counterpoint.setAnnotationConfidence': (arg) => changeConfidence(session, arg),
    'counterpoint.togglePrivate': onNote(
      () => vscode.l10n.t('Which annotation is to be made private, or shared?'),
      (note) => togglePrivate(session, note),
    ),
    'counterpoint.reply': async (arg) => {
      if (isReply(arg)) return replyInThread(session, threads, arg.thread, typedText(arg.text));
      const note = await noteFor(anchors, arg, vscode.l10n.t('Which annotation is to be answered?'));
      if (note) await askReply(session, note, namedText(arg));
    },
    'counterpoint.editReply': (arg) => (isReplyComment(arg) ? threads.edit(arg) : undefined),
    'counterpoint.removeReply': (arg) => (isReplyComment(arg) ? removeReply(session, arg) : undefined),
    'counterpoint.removeAnnotation': onNote(
      () => vscode.l10n.t('Which annotation is to be removed?'),
      (note, arg) => remove(session, note, arg),
    ),
    'counterpoint.undoAnnotation': () => takeBack(session),
    'counterpoint.bringBack': () => bringBack(session),
    'counterpoint.openSidecar': () => openSidecar(session),
    'counterpoint.rewriteSelectors': () => rewriteSelectors(session),
    'counterpoint.reanchorAnnotation': onNote(
      () => vscode.l10n.t('Which annotation gets another passage?'),
      (note, arg) => reanchor(session, note, namedPlace(arg)),
    ),
  };

  return together(
    threads,
    fresh,
    annotationMarks(anchors, session.codebooks),
    noteLenses(session),
    annotationProblems(sidecars, anchors),
    linkDecisions(session),
    unplaced(session),
    keptChanges(session),
    renames(session),
    orphans(session),
    ...Object.entries(commands).map(([name, run]) => vscode.commands.registerCommand(name, run)),
  );
}

const isReply = (arg: unknown): arg is vscode.CommentReply =>
  typeof arg === 'object' && arg !== null && 'thread' in arg && 'text' in arg;

const namedText = (arg: unknown): string | undefined =>
  typeof arg === 'object' && arg !== null && 'text' in arg && typeof arg.text === 'string'
    ? arg.text
    : undefined;

/** Quick fixes name one of the places that a note may belong to. */
const namedPlace = (arg: unknown): PlaceRef | undefined =>
  typeof arg === 'object' && arg !== null && 'place' in arg ? (arg.place as PlaceRef) : undefined;

/** A list has notes of articles that aren't open, and notes without a passage: those are gone to, or placed, first. */
async function edit(threads: Threads, { article, id }: NoteRef): Promise<void> {
  if (isVisible(article) && threads.open(article, id, true)) return;
  await vscode.commands.executeCommand('counterpoint.goToAnnotation', { article: article.toString(), id });
  // Its thread comes when VS Code has made the document an article, a moment after it was opened.
  for (let waited = 0; waited < OPENING && !threads.open(article, id, true); waited += 100) await pause(100);
}

async function remove(session: Session, { article, id }: NoteRef, arg: unknown): Promise<void> {
  const sidecar = session.sidecars.get(article)?.sidecar;
  if (!(await session.sidecars.apply(article, removalOf(sidecar, id)))) return;
  if (isNoteComment(arg)) await backToArticle();
  await offerUndo(session, vscode.l10n.t('The annotation was removed.'), id);
}

/** Quick fixes remove decisions and dismissals that have lost their passage with the same command. */
function removalOf(sidecar: Sidecar | undefined, id: string): SidecarOperation {
  const holds = (entries: readonly { readonly id: string }[] | undefined): boolean =>
    entries?.some((entry) => entry.id === id) === true;
  if (holds(sidecar?.decisions)) return { kind: 'removeDecision', id };
  return { kind: holds(sidecar?.dismissals) ? 'removeDismissal' : 'removeAnnotation', id };
}

async function openSidecar({ sidecars }: Session): Promise<void> {
  const article = activeArticle();
  if (!article) return say(vscode.l10n.t('Open an article first.'));
  const files = sidecars.get(article)?.files ?? [];
  if (files.length === 0) return say(vscode.l10n.t('This article has no annotations yet.'));
  const items = files.map(({ uri }) => ({ label: uri.path.split('/').at(-1) ?? '', uri }));
  const title = vscode.l10n.t('Which of the article’s sidecars?');
  const picked = items.length > 1 ? await vscode.window.showQuickPick(items, { title }) : items[0];
  if (picked) await vscode.window.showTextDocument(picked.uri, { viewColumn: vscode.ViewColumn.Beside });
}
