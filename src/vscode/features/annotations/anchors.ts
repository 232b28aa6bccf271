import * as vscode from 'vscode';
import { fingerprint } from '../../../core/anchors/fingerprint.ts';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import type { Resolution, Selectors } from '../../../core/anchors/selector.ts';
import { indexText, type TextIndex } from '../../../core/anchors/text-index.ts';
import { olderTexts } from '../../../core/sidecar/examine.ts';
import { together } from '../../disposables.ts';
import { openDocument, stampOf } from '../../documents.ts';
import type { ArticlePast } from '../../old-texts.ts';
import type { SidecarState } from '../../read-sidecars.ts';
import { articleText } from '../../sidecar-files.ts';
import type { SidecarStore } from '../../sidecar-store.ts';
import { onUnseenChanges } from '../../unseen-changes.ts';
import { type KeptPlaces, spanOf } from './kept-places.ts';
import { carried, examined, type FileProblems, type Held, type Placed, type Remembered } from './placing.ts';

export type { Placed } from './placing.ts';

/** How long typing must rest before passages that went missing are looked for again, in milliseconds. */
const REST = 400;

/** Where the annotations of all articles are: resolved once, then carried along with every edit. */
export interface Anchors extends vscode.Disposable {
  /** Fires with the article whose annotations changed or came to other places. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** Looks for the places anew, as when an article or its sidecars changed. */
  refresh(article: vscode.Uri): Promise<void>;
  placed(article: vscode.Uri): readonly Placed[];
  /** What is wrong with each of the article's sidecars or their anchors. */
  problems(article: vscode.Uri): readonly FileProblems[];
  /** The article's text that places and passages count in; null where there is none. */
  text(article: vscode.Uri): string | null;
  /** Resolves selectors against an article as it is now; null where there is none. */
  resolve(article: vscode.Uri, selectors: Selectors): Promise<Resolution | null>;
}

export interface AnchorOptions {
  readonly store: SidecarStore;
  readonly past: ArticlePast;
  readonly kept: KeptPlaces;
}

export function createAnchors({ store, past, kept }: AnchorOptions): Anchors {
  const held = new Map<string, Held>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  /** Of articles' files as they were when they were read. */
  const stamps = new Map<string, string>();

  const refresh = async (article: vscode.Uri): Promise<void> => {
    const key = article.toString();
    stamps.set(key, await stampOf(article));
    const text = await articleText(article);
    const open = openDocument(article);
    // It was opened while its file was read.
    if (open && text !== null && open.getText() !== text) return refresh(article);
    const index = text === null ? null : indexText(text, past.get);
    if (index) await bringPast(article, index);
    const now = openDocument(article)?.getText();
    if (now !== undefined && text !== null && now !== text) return refresh(article);
    const state = store.get(article);
    if (!state) {
      held.delete(key);
      stamps.delete(key);
    } else {
      const result = examined(state, index, held.get(key), fromStorage(state, index));
      held.set(key, result);
      if (index && openDocument(article)?.isDirty !== true) keepPlaces(article, index, result);
    }
    changed.fire(article);
  };

  /** Texts that notes were made on, or that their places were kept for. */
  const bringPast = async (article: vscode.Uri, index: TextIndex): Promise<void> => {
    await kept.ready;
    const files = store.get(article)?.files ?? [];
    const prints = files.flatMap(({ read }) => olderTexts(read, index));
    const stored = kept.get(article)?.text;
    if (prints.length > 0 || stored !== undefined)
      await past.bring(article, stored === undefined ? prints : [...prints, stored]);
    if (files.length > 0) past.keep(index.fingerprint, index.text);
  };

  /** Where notes were when the article was last open: in the same text, or in one that is still to be had. */
  const fromStorage = ({ article, sidecar }: SidecarState, index: TextIndex | null): Remembered | null => {
    const stored = kept.get(article);
    if (!stored || !index) return null;
    const text = stored.text === index.fingerprint ? index.text : past.get(stored.text);
    const placed = sidecar.annotations.map((annotation) => {
      const place = stored.places[annotation.id];
      return { annotation, span: place?.[0] === keyOf(annotation.selectors) ? spanOf(place) : null };
    });
    return text === null ? null : { text, placed };
  };

  const keepPlaces = (article: vscode.Uri, index: TextIndex, { placed }: Held): void => {
    const followed = placed.flatMap(({ annotation, span, followed: own }) =>
      own && span ? [[annotation.id, [keyOf(annotation.selectors), span.start, span.end]] as const] : [],
    );
    const places = Object.fromEntries(followed);
    kept.set(article, followed.length === 0 ? null : { text: index.fingerprint, places });
  };

  /** Files that changed, came or went without an event of their own. */
  const lookAgain = async (): Promise<void> => {
    for (const { article } of store.all())
      if (stamps.get(article.toString()) !== (await stampOf(article))) await refresh(article);
  };

  const refreshHeld = ({ uri }: { readonly uri: vscode.Uri }): void => {
    if (store.get(uri)) void refresh(uri);
  };

  const follow = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    const key = document.uri.toString();
    const before = held.get(key);
    if (!before || contentChanges.length === 0) return;
    held.set(key, carried(before, document.getText(), contentChanges));
    changed.fire(document.uri);
    clearTimeout(resting.get(key));
    resting.set(
      key,
      setTimeout(() => void refresh(document.uri), REST),
    );
  };

  const files = vscode.workspace.createFileSystemWatcher('**/*.txt');
  const parts = [
    changed,
    store.onDidChange(refresh),
    vscode.workspace.onDidChangeTextDocument(follow),
    vscode.workspace.onDidOpenTextDocument((document) => {
      const key = document.uri.toString();
      const before = held.get(key);
      if (before && before.text !== document.getText())
        held.set(key, carried(before, document.getText(), []));
      refreshHeld(document);
    }),
    vscode.workspace.onDidCloseTextDocument(refreshHeld),
    vscode.workspace.onDidSaveTextDocument((document) => refreshHeld(document)),
    files,
    files.onDidCreate((uri) => refreshHeld({ uri })),
    files.onDidChange((uri) => refreshHeld({ uri })),
    files.onDidDelete((uri) => refreshHeld({ uri })),
    // Now git may be asked.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const { article } of store.all()) void refresh(article);
    }),
    onUnseenChanges(() => lookAgain().catch(() => {})),
  ];

  return {
    onDidChange: changed.event,
    refresh,
    placed: (article) => held.get(article.toString())?.placed ?? [],
    problems: (article) => held.get(article.toString())?.problems ?? [],
    text: (article) => held.get(article.toString())?.text ?? null,
    resolve: async (article, selectors) => {
      const text = await articleText(article);
      if (text === null) return null;
      if (selectors.text !== undefined) await past.bring(article, [selectors.text]);
      return resolveSelectors(indexText(text, past.get), selectors);
    },
    dispose: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

const keyOf = (selectors: Selectors): string => fingerprint(JSON.stringify(selectors)).slice(0, 16);
