import * as vscode from 'vscode';
import { type BesideClaim, claimBeside } from '../core/desk/beside.ts';
import { together } from './disposables.ts';
import { isArticle } from './documents.ts';
import type { Views } from './views.ts';

/** A cursor that moves so soon after an edit was moved by it, in milliseconds. */
const TYPING = 500;
/** A cursor has to rest so long before another article follows it, in milliseconds: a key that is held down moves nothing. */
const REST = 100;

/** What one of the other visible articles has of the claim at the cursor. */
export interface BesideArticle {
  readonly editor: vscode.TextEditor;
  readonly outlet: string | null;
  /** Null where there is no claim at the cursor. */
  readonly found: BesideClaim | null;
}

/** What is told while claims are followed across the visible articles. */
export interface BesideNow {
  /** The editor whose cursor is followed: the one in which it moved last. */
  readonly from: vscode.TextEditor;
  readonly others: readonly BesideArticle[];
}

/** Following the claim at the cursor in the other visible articles, where that is switched on. */
export interface Beside extends vscode.Disposable {
  /** Fires when it is switched, and when there is something else to be told. */
  readonly onDidChange: vscode.Event<void>;
  readonly isOn: boolean;
  /** Null where it is off, or fewer than two articles are visible. */
  readonly now: BesideNow | null;
  start(from: vscode.TextEditor): void;
  stop(): void;
}

export function createBeside(views: Views): Beside {
  const changed = new vscode.EventEmitter<void>();
  const edited = new Map<string, number>();
  let isOn = false;
  let now: BesideNow | null = null;
  let from: vscode.TextEditor | null = null;
  /** The other articles are still to be brought to the claim: their analyses may have to be waited for. */
  let isToReveal = false;
  /** The articles that were visible when it was last looked. */
  let shown = '';
  let resting: ReturnType<typeof setTimeout> | undefined;

  const look = (): void => {
    const editors = vscode.window.visibleTextEditors.filter(({ document }) => isArticle(document));
    if (!from || !editors.includes(from)) from = articleAtHand(editors);
    const key = from?.document.uri.toString();
    const others = editors.filter(({ document }) => document.uri.toString() !== key);
    const visible = editors.map(({ document, viewColumn }) => `${viewColumn} ${document.uri}`).join('\n');
    // Boxes in which notes are written are editors, too: they come and go without another article coming into sight.
    if (visible !== shown) isToReveal = true;
    shown = visible;
    const isReady = [from, ...others].every((one) => one && views.view(one.document));
    now = isOn && from && others.length > 0 ? { from, others: others.map(compare(from)) } : null;
    if (now && isReady && isToReveal) {
      isToReveal = false;
      for (const other of now.others) reveal(other);
    }
    changed.fire();
  };

  const compare =
    ({ document, selection }: vscode.TextEditor) =>
    (editor: vscode.TextEditor): BesideArticle => {
      const here = views.view(document);
      const there = views.view(editor.document);
      const other = there && {
        path: editor.document.uri.toString(),
        claims: there.analysis.claims,
        selected: views.span(editor.document, editor.selection),
      };
      const found = here && other ? claimBeside(here, views.span(document, selection), other) : null;
      return { editor, outlet: there?.analysis.article.outlet ?? null, found };
    };

  const reveal = ({ editor, found }: BesideArticle): void => {
    const range = found?.there && views.range(editor.document, found.there.claim);
    if (range) editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  };

  const follow = (editor: vscode.TextEditor): void => {
    from = editor;
    isToReveal = performance.now() - (edited.get(editor.document.uri.toString()) ?? -TYPING) >= TYPING;
    clearTimeout(resting);
    resting = setTimeout(look, REST);
  };

  const switchTo = (on: boolean): void => {
    if (on === isOn) return;
    isOn = on;
    void vscode.commands.executeCommand('setContext', 'counterpoint.sideBySide', on);
    look();
  };

  const whenOn =
    <T>(act: (event: T) => void) =>
    (event: T): void => {
      if (isOn) act(event);
    };

  // The window keeps what was set before the extensions were started anew.
  void vscode.commands.executeCommand('setContext', 'counterpoint.sideBySide', false);
  const parts = [
    changed,
    views.onDidChange(whenOn(look)),
    vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
      if (isOn && contentChanges.length > 0) edited.set(document.uri.toString(), performance.now());
    }),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
      // An article that is scrolled because of the other one is not the one that is read.
      if (isOn && textEditor === vscode.window.activeTextEditor && isArticle(textEditor.document))
        follow(textEditor);
    }),
    vscode.window.onDidChangeVisibleTextEditors(whenOn(look)),
    vscode.window.tabGroups.onDidChangeTabGroups(
      whenOn(() => {
        // Who closes the column beside has done with it.
        if (vscode.window.tabGroups.all.length < 2) switchTo(false);
      }),
    ),
  ];
  return {
    onDidChange: changed.event,
    get isOn() {
      return isOn;
    },
    get now() {
      return now;
    },
    start: (editor) => {
      from = editor;
      isToReveal = true;
      switchTo(true);
      look();
    },
    stop: () => switchTo(false),
    dispose: () => {
      clearTimeout(resting);
      together(...parts).dispose();
    },
  };
}

/** The active one, or else the first. */
function articleAtHand(editors: readonly vscode.TextEditor[]): vscode.TextEditor | null {
  const active = vscode.window.activeTextEditor;
  return (active && editors.includes(active) ? active : editors[0]) ?? null;
}
