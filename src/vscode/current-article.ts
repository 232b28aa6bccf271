import * as vscode from 'vscode';
import { together } from './disposables.ts';
import { isArticle } from './documents.ts';

/** The article that lists and commands are about: the one that was worked in last, while it is open. */
export interface CurrentArticle extends vscode.Disposable {
  /** Fires when it is another one. */
  readonly onDidChange: vscode.Event<void>;
  /** Null where no article is open. */
  path(): string | null;
  /** What a story is asked for by: an article of the story that is compared in front, or else this one. */
  ofStory(): string | null;
  /** An article of the story that the page in front compares; null where none is in front. */
  compare(path: string | null): void;
}

export function currentArticle(): CurrentArticle {
  const changed = new vscode.EventEmitter<void>();
  let current: string | null = null;
  let compared: string | null = null;

  const become = (path: string | null): void => {
    if (path === current) return;
    current = path;
    // What an editor knows of its language is unknown outside of it: the walkthrough asks this.
    void vscode.commands.executeCommand('setContext', 'counterpoint.articleOpen', path !== null);
    changed.fire();
  };
  const look = (): void => {
    const shown = [vscode.window.activeTextEditor, ...vscode.window.visibleTextEditors];
    const articles = shown.flatMap((editor) =>
      editor && isArticle(editor.document) ? [editor.document.uri.toString()] : [],
    );
    const isActive = shown[0] !== undefined && isArticle(shown[0].document);
    const [first] = articles;
    if (first !== undefined && (isActive || current === null || !articles.includes(current))) become(first);
  };

  look();
  const parts = [
    changed,
    vscode.window.onDidChangeActiveTextEditor(look),
    vscode.window.onDidChangeVisibleTextEditors(look),
    // A file gets the language of articles a moment after it was opened: VS Code closes and opens it for that.
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => {
      const isOpen = vscode.workspace.textDocuments.some(
        (document) => document.uri.toString() === uri.toString() && isArticle(document),
      );
      if (uri.toString() === current && !isOpen) become(null);
      look();
    }),
  ];
  return {
    onDidChange: changed.event,
    path: () => current,
    ofStory: () => compared ?? current,
    compare: (path) => {
      compared = path;
    },
    dispose: () => together(...parts).dispose(),
  };
}
