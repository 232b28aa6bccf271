import * as vscode from 'vscode';
import type { ArticleView } from '../core/presentation/view.ts';
import type { Span } from '../core/text/span.ts';
import type { Engine, Revised } from '../engine/engine.ts';
import { together } from './disposables.ts';
import { rangeOfSpan } from './documents.ts';
import { type EditMap, mapSpan, unmapOffset, withChanges } from './edit-map.ts';
import { LANGUAGE } from './settings.ts';

/**
 * What is shown of the open articles: the engine's last answer, with its spans at the right words also while the
 * article is typed in.
 */
export interface Views extends vscode.Disposable {
  /** Fires with the paths of open articles whose views came or changed. */
  readonly onDidChange: vscode.Event<readonly string[]>;
  /** Undefined until the engine has answered, which it is asked to where it was not; `onDidChange` tells. */
  view(document: vscode.TextDocument): ArticleView | undefined;
  /** The view, waited for. */
  load(document: vscode.TextDocument): Promise<void>;
  /** Where a span is in the document now; null when it is gone. Spans count in the view's text, or in a revision's. */
  range(document: vscode.TextDocument, span: Span, revision?: number): vscode.Range | null;
  /** The offset in the view's text, or in a revision's, of a position in the document now. */
  offset(document: vscode.TextDocument, position: vscode.Position, revision?: number): number;
  /** The same of a range, as of a selection. */
  span(document: vscode.TextDocument, range: vscode.Range): Span;
  /** The revision that the view's spans count in. */
  revision(document: vscode.TextDocument): number | undefined;
  /** An article's text goes to the engine as `revision`: edits of its document from here on are counted against it. */
  sent(path: string, revision: number): void;
  /** Asks the engine anew for what is visible. */
  refresh(): Promise<void>;
  forget(path: string): void;
}

export function createViews(engine: Engine, log: vscode.LogOutputChannel): Views {
  const changed = new vscode.EventEmitter<readonly string[]>();
  const views = new Map<string, Revised<ArticleView>>();
  /** By path and revision: the edits since that text was sent. */
  const edits = new Map<string, Map<number, EditMap>>();
  const latest = new Map<string, number>();
  const loading = new Set<string>();
  let asking: Promise<void> | null = null;
  let askAgain = false;

  const editsOf = (path: string, revision: number | undefined): EditMap =>
    (revision === undefined ? undefined : edits.get(path)?.get(revision)) ?? [];

  const keep = (path: string, view: Revised<ArticleView> | null): void => {
    if (view === null) {
      views.delete(path);
      return;
    }
    views.set(path, view);
    const since = edits.get(path);
    for (const revision of since?.keys() ?? []) if (revision < view.revision) since?.delete(revision);
  };

  /** Other articles change an article's links, never its analysis: that one is not sent again. */
  const renewed = async (path: string): Promise<Revised<ArticleView> | null> => {
    const known = views.get(path);
    const links = known && (await engine.viewLinks(path));
    return known && links?.revision === known.revision
      ? { ...known, value: { ...known.value, ...links.value } }
      : engine.view(path);
  };

  const ask = async (): Promise<void> => {
    let paths: readonly string[];
    do {
      askAgain = false;
      paths = visibleArticles();
      // Others, as in a peek list, are asked for when they are looked at.
      for (const path of views.keys()) if (!paths.includes(path)) views.delete(path);
      const answers = await Promise.all(paths.map(renewed));
      for (const [index, view] of answers.entries()) keep(paths[index] ?? '', view);
    } while (askAgain);
    changed.fire(paths);
  };

  /** One round at a time: who asks meanwhile gets the answers of one more. */
  const refresh = (): Promise<void> => {
    askAgain = true;
    asking ??= ask()
      .catch((error: unknown) => log.error(String(error)))
      .finally(() => {
        asking = null;
      });
    return asking;
  };

  const load = async ({ uri }: vscode.TextDocument): Promise<void> => {
    const path = uri.toString();
    if (!views.has(path)) keep(path, await engine.view(path));
  };

  const loadAndTell = async (document: vscode.TextDocument): Promise<void> => {
    const path = document.uri.toString();
    if (document.languageId !== LANGUAGE || loading.has(path)) return;
    loading.add(path);
    try {
      await load(document);
    } catch (error) {
      log.error(String(error));
    } finally {
      loading.delete(path);
    }
    if (views.has(path)) changed.fire([path]);
  };

  const sent = (path: string, revision: number): void => {
    latest.set(path, revision);
    const open = vscode.workspace.textDocuments.some(({ uri }) => uri.toString() === path);
    if (open) edits.set(path, (edits.get(path) ?? new Map<number, EditMap>()).set(revision, []));
  };

  const edited = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    if (contentChanges.length === 0) return;
    const since = edits.get(document.uri.toString());
    for (const [revision, map] of since ?? []) since?.set(revision, withChanges(map, contentChanges));
  };

  const forget = (path: string): void => {
    views.delete(path);
    edits.delete(path);
    latest.delete(path);
  };

  /** What was analysed as it was on disk is shown in a document from now on: its edits count too. */
  const opened = ({ uri }: vscode.TextDocument): void => {
    const path = uri.toString();
    const revision = latest.get(path);
    if (revision !== undefined && !edits.get(path)?.has(revision)) sent(path, revision);
  };
  const closed = ({ uri }: vscode.TextDocument): void => {
    views.delete(uri.toString());
    edits.delete(uri.toString());
  };

  const parts = [
    changed,
    vscode.workspace.onDidChangeTextDocument(edited),
    vscode.workspace.onDidOpenTextDocument(opened),
    vscode.workspace.onDidCloseTextDocument(closed),
    vscode.window.onDidChangeVisibleTextEditors(() => void refresh()),
  ];
  const offset: Views['offset'] = (document, position, revision) => {
    const path = document.uri.toString();
    return unmapOffset(editsOf(path, revision ?? views.get(path)?.revision), document.offsetAt(position));
  };

  return {
    onDidChange: changed.event,
    view: (document) => {
      const view = views.get(document.uri.toString());
      if (!view) void loadAndTell(document);
      return view?.value;
    },
    load,
    revision: ({ uri }) => views.get(uri.toString())?.revision,
    range: (document, span, revision) => {
      const path = document.uri.toString();
      const now = mapSpan(editsOf(path, revision ?? views.get(path)?.revision), span);
      return now && rangeOfSpan(document, now);
    },
    offset,
    span: (document, { start, end }) => ({ start: offset(document, start), end: offset(document, end) }),
    sent,
    refresh,
    forget,
    dispose: () => together(...parts).dispose(),
  };
}

const visibleArticles = (): string[] => [
  ...new Set(
    vscode.window.visibleTextEditors
      .filter(({ document }) => document.languageId === LANGUAGE)
      .map(({ document }) => document.uri.toString()),
  ),
];
