import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import type { Selectors } from '../../../core/anchors/selector.ts';
import type { Annotation, Sidecar } from '../../../core/sidecar/annotation.ts';
import type { AnnotationChanges, SidecarOperation } from '../../../core/sidecar/operation.ts';
import { CONFIDENCES, STATUSES } from '../../../core/sidecar/parse.ts';
import { hideCard } from '../../cards/hide-card.ts';
import { together } from '../../disposables.ts';
import { isVisible, openDocument } from '../../documents.ts';
import { pause } from '../../pause.ts';
import { say } from '../../say.ts';
import type { Session } from '../../session.ts';
import { isThere } from '../../sidecar-files.ts';
import { bringBack } from './bring-back.ts';
import {
  confidenceName,
  type DraftComment,
  isDraft,
  isDraftReply,
  isNoteComment,
  isReplyComment,
  keepDraft,
  statusName,
} from './comments.ts';
import { linkDecisions } from './decisions.ts';
import { annotateEverywhere } from './everywhere.ts';
import { applyOrKeep, keptChanges } from './kept-changes.ts';
import { noteLenses } from './lenses.ts';
import { annotationMarks } from './marks.ts';
import { createMovedFiles, type MovedFiles } from './moved-files.ts';
import { offerUndo, takeBack } from './offer-undo.ts';
import { orphans } from './orphans.ts';
import { pickTags, toggled } from './pick-tags.ts';
import { offerIgnore, togglePrivate } from './private-notes.ts';
import { annotationProblems } from './problems.ts';
import { type PlaceRef, reanchor } from './reanchor.ts';
import { renames } from './renames.ts';
import { askReply, giveUpReply, removeReply, replyInThread, saveReply } from './replies.ts';
import { rewriteSelectors } from './rewrite-selectors.ts';
import { newId, timeNow } from './stamp.ts';
import { choiceFor } from './tag-choice.ts';
import { activeArticle, type NoteRef, noteFor, passageFor, spanOfRange, storedNote } from './target.ts';
import { createThreads } from './threads.ts';
import { unplaced } from './unplaced.ts';

type Command = (arg: unknown) => unknown;

/** How long a note's thread is waited for when its article is opened, in milliseconds. */
const OPENING = 2000;

/** Notes on passages: comment threads, their commands, and what is wrong with them in Problems. */
export function annotations(session: Session): vscode.Disposable {
  const { sidecars, anchors } = session;
  const moved = createMovedFiles();
  const threads = createThreads(anchors, (article, id) => sidecars.fileOf(article, id)?.isPrivate === true);

  const annotate: Command = async (arg) => {
    hideCard();
    const editor = await passageFor(session, arg);
    if (!editor) return say(vscode.l10n.t('Select the passage of an article to annotate it.'));
    const { document, selection } = editor;
    threads.compose(document, selection, describeSpan(document.getText(), spanOfRange(document, selection)));
  };

  /** `passage`: what a draft was begun on; the button under a new thread has the thread's own range. */
  const add = async (
    thread: vscode.CommentThread,
    text: string,
    { passage, isPrivate = false, id = newId('a') }: Partial<DraftComment> = {},
  ): Promise<void> => {
    const document = await vscode.workspace.openTextDocument(await presentUri(moved, thread.uri));
    const meant = passage ?? describeSpan(document.getText(), spanOfRange(document, rangeOf(thread)));
    const draft = { passage: meant, isPrivate, id };
    const author = await sidecars.authorFor(document.uri);
    if (author === undefined) return keepDraft(thread, text, draft);
    // Only now: the article may have been edited while the note was written, or the name asked for.
    const selectors = presentPlace(document.getText(), meant);
    const annotation = created({ id, author, selectors: selectors ?? meant }, text);
    // Saved in the meantime, by another window to which it was offered, say: it is there once.
    const operation: SidecarOperation = sidecars.fileOf(document.uri, id)
      ? {
          kind: 'updateAnnotation',
          id,
          changes: { note: annotation.note, modified: annotation.modified },
        }
      : { kind: 'addAnnotation', annotation };
    if (!selectors) {
      await session.recovery.keep(thread, { article: document.uri.toString(), operation, isPrivate });
      void vscode.window.showWarningMessage(
        vscode.l10n.t(
          'The passage has changed too much to be found again. Copy the note, select the passage and annotate it.',
        ),
      );
    }
    if (!selectors || !(await applyOrKeep(session, document.uri, operation, { isPrivate, key: thread })))
      return keepDraft(thread, text, draft);
    threads.end(thread);
    await backToArticle();
    if (isPrivate) await offerIgnore(document.uri);
  };

  const change = async (
    arg: unknown,
    changes: (old: Annotation, article: vscode.Uri) => Promise<Partial<AnnotationChanges> | null>,
  ) => {
    const title = vscode.l10n.t('Which annotation is to be changed?');
    const note = await noteFor(anchors, arg, title);
    const old = note && storedNote(sidecars, note);
    const wanted = old ? await changes(old, note.article) : null;
    if (!note || !wanted) return false;
    const changed = { ...wanted, modified: timeNow() };
    return applyOrKeep(session, note.article, { kind: 'updateAnnotation', id: note.id, changes: changed });
  };

  const save = async (arg: unknown): Promise<void> => {
    if (await saveReply(session, threads, arg, textOfComment(arg))) return;
    if (!isNoteComment(arg)) return;
    const note = textOfComment(arg);
    const stored = (): Annotation | undefined =>
      storedNote(sidecars, { article: arg.article, id: arg.annotation.id });
    const before = stored();
    const isOther = before !== undefined && before.note !== arg.annotation.note && before.note !== note;
    if (before && !isOther) {
      if (await change(arg, async () => ({ note }))) threads.close(arg, note);
      if (stored()) return;
    }
    threads.keep(arg, note);
    const message = isOther
      ? vscode.l10n.t('The note was changed while you edited it. Save yours to keep it as a second note.')
      : vscode.l10n.t('The note was removed while you edited it. Save it to keep it as a new note.');
    void vscode.window.showWarningMessage(message);
  };

  /** A list has notes of articles that aren't open, and notes without a passage: those are gone to, or placed, first. */
  const edit = async ({ article, id }: NoteRef): Promise<void> => {
    if (isVisible(article) && threads.open(article, id, true)) return;
    await vscode.commands.executeCommand('counterpoint.goToAnnotation', { article: article.toString(), id });
    // Its thread comes when VS Code has made the document an article, a moment after it was opened.
    for (let waited = 0; waited < OPENING && !threads.open(article, id, true); waited += 100)
      await pause(100);
  };

  const commands: Readonly<Record<string, Command>> = {
    'counterpoint.annotate': annotate,
    'counterpoint.annotateEverywhere': (arg) => annotateEverywhere(session, arg),
    'counterpoint.saveAnnotation': (arg) => (isReply(arg) ? add(arg.thread, arg.text) : undefined),
    'counterpoint.editAnnotation': async (arg) => {
      const note = await noteFor(anchors, arg, vscode.l10n.t('Which annotation is to be edited?'));
      if (note) await edit(note);
    },
    'counterpoint.saveNote': (arg) => (isDraft(arg) ? add(arg.draftOf, textOfComment(arg), arg) : save(arg)),
    'counterpoint.savePrivateNote': (arg) =>
      isDraft(arg) ? add(arg.draftOf, textOfComment(arg), { ...arg, isPrivate: true }) : undefined,
    'counterpoint.cancelNote': async (arg) => {
      if (isDraft(arg)) {
        threads.end(arg.draftOf);
        await backToArticle();
        void session.recovery.drop(arg.draftOf);
      }
      if (isDraftReply(arg)) await giveUpReply(session, threads, arg);
      if (isNoteComment(arg)) threads.close(arg);
    },
    'counterpoint.setAnnotationStatus': (arg) => change(arg, pickStatus),
    'counterpoint.setAnnotationTag': (arg) =>
      change(arg, async ({ tags }, article) => {
        const named = namedTag(arg);
        const picked =
          named === null ? await pickTags(tags, choiceFor(session, article)) : toggled(tags, named);
        return picked && JSON.stringify(picked) !== JSON.stringify(tags) ? { tags: picked } : null;
      }),
    'counterpoint.setAnnotationConfidence': (arg) => change(arg, pickConfidence),
    'counterpoint.togglePrivate': async (arg) => {
      const note = await noteFor(
        anchors,
        arg,
        vscode.l10n.t('Which annotation is to be made private, or shared?'),
      );
      if (note) await togglePrivate(session, note);
    },
    'counterpoint.reply': async (arg) => {
      if (isReply(arg)) return replyInThread(session, threads, arg.thread, normalised(arg.text));
      const note = await noteFor(anchors, arg, vscode.l10n.t('Which annotation is to be answered?'));
      if (note) await askReply(session, note, namedText(arg));
    },
    'counterpoint.editReply': (arg) => (isReplyComment(arg) ? threads.edit(arg) : undefined),
    'counterpoint.removeReply': (arg) => (isReplyComment(arg) ? removeReply(session, arg) : undefined),
    'counterpoint.removeAnnotation': async (arg) => {
      const note = await noteFor(anchors, arg, vscode.l10n.t('Which annotation is to be removed?'));
      if (!note) return;
      const sidecar = sidecars.get(note.article)?.sidecar;
      if (!(await sidecars.apply(note.article, removalOf(sidecar, note.id)))) return;
      if (isNoteComment(arg)) await backToArticle();
      await offerUndo(session, vscode.l10n.t('The annotation was removed.'), note.id);
    },
    'counterpoint.undoAnnotation': () => takeBack(session),
    'counterpoint.bringBack': () => bringBack(session),
    'counterpoint.openSidecar': () => openSidecar(session),
    'counterpoint.rewriteSelectors': () => rewriteSelectors(session),
    'counterpoint.reanchorAnnotation': async (arg) => {
      const note = await noteFor(anchors, arg, vscode.l10n.t('Which annotation gets another passage?'));
      if (note) await reanchor(session, note, namedPlace(arg));
    },
  };

  return together(
    threads,
    moved,
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

/** With a box that goes away the focus would go, too, and keys typed then would be for nothing. */
const backToArticle = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');

const isReply = (arg: unknown): arg is vscode.CommentReply =>
  typeof arg === 'object' && arg !== null && 'thread' in arg && 'text' in arg;

/** Of an article that was renamed while a note on it was written; one that is where it was stays the one that is meant. */
const presentUri = async (moved: MovedFiles, article: vscode.Uri): Promise<vscode.Uri> =>
  (await isThere(article)) || openDocument(article) ? article : moved.now(article);

const rangeOf = ({ range }: vscode.CommentThread): vscode.Range => range ?? new vscode.Range(0, 0, 0, 0);

/** Null where the passage is not in the text any more, or at several places of it. */
function presentPlace(text: string, passage: Selectors): Selectors | null {
  const { span } = resolveSelectors(text, passage);
  return span === null || span.end === span.start ? null : describeSpan(text, span);
}

function created(own: Pick<Annotation, 'id' | 'author' | 'selectors'>, note: string): Annotation {
  const now = timeNow();
  return {
    ...own,
    ...{ created: now, modified: now, status: 'open', confidence: null },
    ...{ tags: [], replies: [], note: normalised(note) },
  };
}

const normalised = (note: string): string => note.replace(/\r\n?/g, '\n').trimEnd();

/** What was typed into a comment: VS Code puts it into the body before the command runs. */
function textOfComment(arg: unknown): string {
  if (!isNoteComment(arg) && !isDraft(arg) && !isDraftReply(arg)) return '';
  return normalised(typeof arg.body === 'string' ? arg.body : arg.body.value);
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

const namedText = (arg: unknown): string | undefined =>
  typeof arg === 'object' && arg !== null && 'text' in arg && typeof arg.text === 'string'
    ? arg.text
    : undefined;

/** Quick fixes name one of the places that a note may belong to. */
const namedPlace = (arg: unknown): PlaceRef | undefined =>
  typeof arg === 'object' && arg !== null && 'place' in arg ? (arg.place as PlaceRef) : undefined;

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
