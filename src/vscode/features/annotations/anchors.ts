import * as vscode from 'vscode';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import type { Resolution, Selectors } from '../../../core/anchors/selector.ts';
import { indexText, type TextIndex } from '../../../core/anchors/text-index.ts';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { examineRead } from '../../../core/sidecar/examine.ts';
import type { Problem } from '../../../core/text/problem.ts';
import type { Span } from '../../../core/text/span.ts';
import { together } from '../../disposables.ts';
import { mapSpan, withChanges } from '../../edit-map.ts';
import { currentText, openDocument, withoutMark } from '../../sidecar-files.ts';
import type { SidecarState, SidecarStore } from '../../sidecar-store.ts';

/** How long typing must rest before passages that went missing are looked for again, in milliseconds. */
const REST = 400;

/** An annotation and where it is in the article at this moment; null where it has no one place. */
export interface Placed {
  readonly annotation: Annotation;
  readonly span: Span | null;
  readonly resolution: Resolution;
}

/** Where the annotations of all articles are: resolved once, then carried along with every edit. */
export interface Anchors extends vscode.Disposable {
  /** Fires with the article whose annotations changed or came to other places. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  placed(article: vscode.Uri): readonly Placed[];
  /** What is wrong with the article's sidecar or its anchors; spans are in the sidecar's text. */
  problems(article: vscode.Uri): readonly Problem[];
}

interface Held {
  readonly placed: readonly Placed[];
  readonly problems: readonly Problem[];
}

export function createAnchors(store: SidecarStore): Anchors {
  const held = new Map<string, Held>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();

  const refresh = async (article: vscode.Uri): Promise<void> => {
    const key = article.toString();
    const index = await indexOf(article);
    const state = store.get(article);
    if (!state) held.delete(key);
    else held.set(key, examined(state, index, held.get(key)));
    changed.fire(article);
  };

  const follow = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    const key = document.uri.toString();
    const before = held.get(key);
    if (!before || contentChanges.length === 0) return;
    const map = withChanges([], contentChanges);
    const placed = before.placed.map((one) => ({ ...one, span: one.span && mapSpan(map, one.span) }));
    held.set(key, { ...before, placed });
    changed.fire(document.uri);
    clearTimeout(resting.get(key));
    resting.set(
      key,
      setTimeout(() => void refresh(document.uri), REST),
    );
  };

  const parts = [
    changed,
    store.onDidChange(refresh),
    vscode.workspace.onDidChangeTextDocument(follow),
    vscode.workspace.onDidOpenTextDocument(({ uri }) => {
      if (store.get(uri)) void refresh(uri);
    }),
  ];

  return {
    onDidChange: changed.event,
    placed: (article) => held.get(article.toString())?.placed ?? [],
    problems: (article) => held.get(article.toString())?.problems ?? [],
    dispose: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

async function indexOf(article: vscode.Uri): Promise<TextIndex | null> {
  const file = await currentText(article);
  return file.kind === 'text' ? indexText(withoutMark(file.text)) : null;
}

/**
 * Resolves afresh what is new, what was lost, and what nobody is editing; what was carried along with edits in an
 * open article keeps its place, which is surer than any search.
 */
function examined({ article, read }: SidecarState, index: TextIndex | null, before: Held | undefined): Held {
  const carried = openDocument(article) ? before?.placed : undefined;
  const current = new Map(read.value.annotations.map(({ id, selectors }) => [id, selectors]));
  const known = new Map<string, Resolution>();
  for (const { annotation, span } of carried ?? []) {
    const selectors = current.get(annotation.id);
    if (span && selectors && same(selectors, annotation.selectors))
      known.set(annotation.id, { status: 'moved', span, score: 1, candidates: [] });
  }
  const { annotations, problems } = examineRead(read, index, known);
  return { placed: annotations.map((one) => ({ ...one, span: one.resolution.span })), problems };
}

const same = (a: Selectors, b: Selectors): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Resolves selectors against an article as it is now; for decisions and for re-anchoring. */
export async function resolveNow(article: vscode.Uri, selectors: Selectors): Promise<Resolution | null> {
  const index = await indexOf(article);
  return index && resolveSelectors(index, selectors);
}
