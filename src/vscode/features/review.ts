import * as vscode from 'vscode';
import { together } from '../disposables.ts';
import { isOpen } from '../documents.ts';
import { locateClaims, reveal } from '../places.ts';
import type { Session } from '../session.ts';
import { LANGUAGE } from '../settings.ts';
import { storyArticle } from './annotations/target.ts';
import { reviewLenses, type Shown } from './review-lenses.ts';
import { doneText, isDone, keysText, leftText, type Walk } from './review-words.ts';

/** Keys work, and only then, while this context is set: in the two articles at hand. */
const CONTEXT = 'counterpoint.reviewing';

/** Review mode: both passages side by side, one key each to confirm, reject, note, skip and undo. */
export function review(session: Session): vscode.Disposable {
  const { engine, locks, log } = session;
  const lensesChanged = new vscode.EventEmitter<void>();
  const mark = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor('editor.findMatchHighlightBackground'),
    outline: '1px solid',
    outlineColor: new vscode.ThemeColor('contrastActiveBorder'),
  });
  // Before all others, which a narrow window cuts off.
  const item = vscode.window.createStatusBarItem(
    'counterpoint.review',
    vscode.StatusBarAlignment.Left,
    10_000,
  );
  item.name = vscode.l10n.t('Counterpoint: Review');
  let walk: Walk | null = null;
  let shown: Shown | null = null;
  /** The next link is being opened: keys go nowhere else meanwhile, wherever the focus is for a moment. */
  let isMoving = false;
  /** The box for a note has the keys, or is about to. */
  let isNoting = false;
  /** The articles at hand. */
  let held: readonly vscode.Disposable[] = [];
  let last: Promise<void> = Promise.resolve();
  let underWay = 0;

  /** Whether the focus is in one of the two articles at hand: a letter typed in any other one is text. */
  const isHeld = (): boolean => {
    const active = vscode.window.activeTextEditor?.document.uri.toString();
    if (walk === null || isNoting) return false;
    return isMoving || [shown?.from, shown?.to].some((place) => place?.uri.toString() === active);
  };
  const hold = (): Thenable<unknown> => vscode.commands.executeCommand('setContext', CONTEXT, isHeld());

  const take = (next: Shown | null): void => {
    shown = next;
    const before = held;
    held = next ? [locks.hold(next.from.uri), locks.hold(next.to.uri)] : [];
    for (const one of before) one.dispose();
  };

  const end = async (said?: string): Promise<void> => {
    walk = null;
    take(null);
    paint();
    tell();
    await hold();
    if (said !== undefined) void vscode.window.showInformationMessage(said);
  };

  /** Where the review is, and what keys do. */
  const tell = (): void => {
    lensesChanged.fire();
    item.text = walk ? `$(checklist) ${keysText(walk)}` : '';
    item.tooltip = walk ? keysText(walk) : undefined;
    if (walk) item.show();
    else item.hide();
  };

  const paint = (): void => {
    for (const editor of vscode.window.visibleTextEditors) {
      const uri = editor.document.uri.toString();
      const places = shown ? [shown.from, shown.to] : [];
      const ranges = places.filter((place) => place.uri.toString() === uri).map(({ range }) => range);
      editor.setDecorations(mark, ranges);
    }
  };

  /** The last link stays at hand, so that it can be taken back like any other. */
  const finish = async (here: Walk): Promise<void> => {
    if (shown === null) return end(doneText(here));
    tell();
    void vscode.window.showInformationMessage(doneText(here));
  };

  /** Shows the link at hand; one whose passages are gone is passed by. */
  const show = async (here: Walk): Promise<void> => {
    isMoving = true;
    try {
      await hold();
      await showNext(here);
    } finally {
      isMoving = false;
      await hold();
    }
  };
  const showNext = async (here: Walk): Promise<void> => {
    for (; walk === here; here.at++, here.done.push('gone')) {
      const link = here.links[here.at];
      if (!link) return finish(here);
      const [from, to] = await locateClaims(session, [link.from, link.to]);
      if (!from || !to) continue;
      if (walk !== here) return;
      take({ link, from, to });
      // Marks tell them; selected text is hard to read in an editor without the focus, in high contrast most of all.
      await reveal(to, { column: vscode.ViewColumn.Two, preserveFocus: true, select: false });
      // Keys are for the article whose claim is looked at first.
      await reveal(from, { column: vscode.ViewColumn.One, select: false });
      paint();
      tell();
      return;
    }
  };

  /** One after another: each finds what the one before it has done. */
  const inTurn = (work: (here: Walk) => Promise<void>) => (): Promise<void> => {
    underWay++;
    last = last
      .then(async () => {
        if (walk) await work(walk);
      })
      .catch((error: unknown) => log.error(String(error)))
      .finally(() => underWay--);
    return last;
  };
  /** What a key does, while keys hold. One that is pressed before its link is on the screen can't mean it. */
  const onKey = (work: (here: Walk) => Promise<void>) => async (): Promise<void> => {
    if (isHeld() && underWay === 0) await inTurn(work)();
  };
  /** A review whose articles were both closed is over. */
  const endClosed = inTurn(async (here) => {
    if (shown && !isOpen(shown.from.uri) && !isOpen(shown.to.uri)) await end(leftText(here));
  });

  const start = async (arg: unknown): Promise<void> => {
    const path = storyArticle(session, arg)?.toString();
    const links = path === undefined ? [] : await engine.unreviewed(path);
    if (links.length === 0) {
      void vscode.window.showInformationMessage(
        vscode.l10n.t('There is no link of this story that nobody has decided on.'),
      );
      return;
    }
    walk = { links, at: 0, done: [] };
    await inTurn(show)();
  };

  const forward = async (here: Walk, how: 'decided' | 'skipped'): Promise<void> => {
    if (isDone(here)) return;
    here.done.push(how);
    here.at++;
    await show(here);
  };
  const decide = (command: string) =>
    onKey(async (here) => {
      const link = here.links[here.at];
      const ends = link && link === shown?.link && { from: link.from, to: link.to, quiet: true };
      // A decision that could not be written has said so; the link stays at hand.
      if (ends && (await vscode.commands.executeCommand<unknown>(command, ends)) === true)
        await forward(here, 'decided');
    });
  const undo = onKey(async (here) => {
    if (here.done.length === 0) return;
    let how: Walk['done'][number] | undefined;
    do {
      how = here.done.pop();
      here.at--;
    } while (how === 'gone' && here.done.length > 0);
    const link = here.links[here.at];
    if (how === 'decided' && link)
      await vscode.commands.executeCommand('counterpoint.withdrawDecision', {
        from: link.from,
        to: link.to,
        quiet: true,
      });
    await show(here);
  });
  const note = onKey(async (here) => {
    if (isDone(here) || shown === null) return;
    isNoting = true;
    try {
      await hold();
      await vscode.commands.executeCommand('counterpoint.askNote', shown.from);
    } finally {
      isNoting = false;
      await hold();
    }
  });

  const provideCodeLenses = ({ uri }: vscode.TextDocument): vscode.CodeLens[] =>
    walk && shown ? reviewLenses(walk, shown, uri.toString()) : [];

  const ended = async (): Promise<void> => {
    await end(walk ? leftText(walk) : undefined);
  };
  // The window keeps what was set before the extensions were started anew; the review itself is gone then.
  void hold();
  return together(
    mark,
    item,
    lensesChanged,
    vscode.window.onDidChangeActiveTextEditor(hold),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      if (walk && closed.length > 0) void endClosed();
    }),
    vscode.languages.registerCodeLensProvider(LANGUAGE, {
      onDidChangeCodeLenses: lensesChanged.event,
      provideCodeLenses,
    }),
    vscode.commands.registerCommand('counterpoint.review', start),
    vscode.commands.registerCommand('counterpoint.reviewConfirm', decide('counterpoint.confirmLink')),
    vscode.commands.registerCommand('counterpoint.reviewReject', decide('counterpoint.rejectLink')),
    vscode.commands.registerCommand(
      'counterpoint.reviewSkip',
      onKey((here) => forward(here, 'skipped')),
    ),
    vscode.commands.registerCommand('counterpoint.reviewUndo', undo),
    vscode.commands.registerCommand('counterpoint.reviewNote', note),
    vscode.commands.registerCommand('counterpoint.endReview', ended),
  );
}
