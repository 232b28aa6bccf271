import * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import type { Selectors } from '../../../core/anchors/selector.ts';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { cited } from '../../../core/sidecar/examine.ts';
import type { SidecarOperation } from '../../../core/sidecar/operation.ts';
import { hideCard } from '../../cards/hide-card.ts';
import { isClaimRef } from '../../claim-args.ts';
import { openDocument } from '../../documents.ts';
import { locateClaims } from '../../places.ts';
import { say } from '../../say.ts';
import type { Session } from '../../session.ts';
import { isThere } from '../../sidecar-files.ts';
import { type DraftComment, keepDraft, typedText } from './comments.ts';
import { applyOrKeep } from './kept-changes.ts';
import { createMovedFiles, type MovedFiles } from './moved-files.ts';
import { offerIgnore } from './private-notes.ts';
import { newId, timeNow } from './stamp.ts';
import { passageFor, spanOfRange } from './target.ts';
import type { Threads } from './threads.ts';

/** How long a box for a note may take to open, and to take the keys when it is there, in milliseconds. */
const BOX = { opens: 3000, isFocused: 300 };

/** Notes that are being written. */
export interface NewNotes extends vscode.Disposable {
  /** Begins one on what is selected, or on the finding or paragraph at the cursor. */
  readonly begin: (arg: unknown) => Promise<void>;
  /**
   * Asks for one in a single line, which has the keys at once: for a review and the table, which go on with their own.
   * On a claim by its ids, a place, or as `begin` does.
   */
  readonly ask: (arg: unknown) => Promise<void>;
  /**
   * Writes one into the sidecar. `passage` is what a draft was begun on; the button under a new thread has the thread's
   * own range.
   */
  readonly add: (thread: vscode.CommentThread, text: string, draft?: Partial<DraftComment>) => Promise<void>;
  readonly giveUp: (draft: DraftComment) => Promise<void>;
}

export function createNewNotes(session: Session, threads: Threads): NewNotes {
  const { sidecars, recovery, locks } = session;
  const moved = createMovedFiles();

  const begin = async (arg: unknown): Promise<void> => {
    hideCard();
    const editor = await passageFor(session, arg);
    if (!editor) return say(vscode.l10n.t('Select the passage of an article to annotate it.'));
    const { document, selection } = editor;
    // Its box has the keys a moment later: what is typed until then would replace what is selected.
    untilBoxOpens(locks.hold(document.uri));
    threads.compose(document, selection, describeSpan(document.getText(), spanOfRange(document, selection)));
  };

  const ask = async (arg: unknown): Promise<void> => {
    hideCard();
    const place = await placeFor(session, arg);
    if (!place) return say(vscode.l10n.t('Select the passage of an article to annotate it.'));
    const { uri, range } = place;
    const document = await vscode.workspace.openTextDocument(uri);
    const passage = describeSpan(document.getText(), spanOfRange(document, range));
    const text = await vscode.window.showInputBox({
      title: vscode.l10n.t('New note · {0}', cited(passage.quote.exact)),
      ignoreFocusOut: true,
    });
    if (text?.trim()) await add(threads.unseen(document, range), text, { passage });
  };

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
    const operation = additionOf(session, document.uri, annotation);
    if (!selectors) {
      await recovery.keep(thread, { article: document.uri.toString(), operation, isPrivate });
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

  const giveUp = async ({ draftOf }: DraftComment): Promise<void> => {
    threads.end(draftOf);
    await backToArticle();
    void recovery.drop(draftOf);
  };

  return { begin, ask, add, giveUp, dispose: () => moved.dispose() };
}

/** Of a claim that the page of a table names, without opening its article. */
async function placeFor(session: Session, arg: unknown): Promise<vscode.Location | null> {
  if (arg instanceof vscode.Location) return arg;
  if (isClaimRef(arg)) return (await locateClaims(session, [arg]))[0] ?? null;
  const editor = await passageFor(session, arg);
  return editor && new vscode.Location(editor.document.uri, editor.selection);
}

/** VS Code tells of the text that a box is for, and of its focus nothing. */
function untilBoxOpens(lock: vscode.Disposable): void {
  const done = (): void => {
    opened.dispose();
    lock.dispose();
  };
  const opened = vscode.workspace.onDidOpenTextDocument(({ uri }) => {
    if (uri.scheme === 'comment') setTimeout(done, BOX.isFocused);
  });
  setTimeout(done, BOX.opens);
}

/** With a box that goes away the focus would go, too, and keys typed then would be for nothing. */
export const backToArticle = (): Thenable<unknown> =>
  vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');

/** Saved in the meantime, by another window to which it was offered, say: it is there once. */
const additionOf = ({ sidecars }: Session, article: vscode.Uri, annotation: Annotation): SidecarOperation => {
  const { id, note, modified } = annotation;
  return sidecars.fileOf(article, id)
    ? { kind: 'updateAnnotation', id, changes: { note, modified } }
    : { kind: 'addAnnotation', annotation };
};

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
    ...{ tags: [], replies: [], note: typedText(note) },
  };
}
