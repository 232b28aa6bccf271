import * as vscode from 'vscode';
import { resolveSelectors } from '../../../core/anchors/resolve.ts';
import type { Resolution, Selectors } from '../../../core/anchors/selector.ts';
import { indexText, type TextIndex } from '../../../core/anchors/text-index.ts';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { examineRead } from '../../../core/sidecar/examine.ts';
import type { Problem } from '../../../core/text/problem.ts';
import { contains, type Span } from '../../../core/text/span.ts';
import { together } from '../../disposables.ts';
import { openDocument } from '../../documents.ts';
import { carrySpan, withChanges } from '../../edit-map.ts';
import { textOnDisk, withoutMark } from '../../sidecar-files.ts';
import type { SidecarFile, SidecarState, SidecarStore } from '../../sidecar-store.ts';

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
  /** What is wrong with each of the article's sidecars or their anchors. */
  problems(article: vscode.Uri): readonly FileProblems[];
  /** The article's text that places and passages count in; null where there is none. */
  text(article: vscode.Uri): string | null;
}

/** Of one sidecar: the spans are in its text. */
export interface FileProblems {
  readonly file: SidecarFile;
  readonly problems: readonly Problem[];
}

interface Held {
  /** The article's text that the spans count in; null where there is none. */
  readonly text: string | null;
  readonly placed: readonly Placed[];
  readonly problems: readonly FileProblems[];
}

export function createAnchors(store: SidecarStore): Anchors {
  const held = new Map<string, Held>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();

  const refresh = async (article: vscode.Uri): Promise<void> => {
    const key = article.toString();
    const text = await articleText(article);
    const open = openDocument(article);
    // It was opened while its file was read.
    if (open && open.getText() !== text) return refresh(article);
    const state = store.get(article);
    if (!state) held.delete(key);
    else held.set(key, examined(state, text, held.get(key)));
    changed.fire(article);
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
    files,
    files.onDidCreate((uri) => refreshHeld({ uri })),
    files.onDidChange((uri) => refreshHeld({ uri })),
    files.onDidDelete((uri) => refreshHeld({ uri })),
  ];

  return {
    onDidChange: changed.event,
    placed: (article) => held.get(article.toString())?.placed ?? [],
    problems: (article) => held.get(article.toString())?.problems ?? [],
    text: (article) => held.get(article.toString())?.text ?? null,
    dispose: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

/** As the editor has it, else as it is on disk; null where it can't be read. */
async function articleText(article: vscode.Uri): Promise<string | null> {
  const open = openDocument(article);
  if (open) return open.getText();
  const file = await textOnDisk(article);
  return file.kind === 'text' ? withoutMark(file.text) : null;
}

/** The places after edits. Those that do not count in the text that was edited are given up, to be looked for again. */
function carried(
  before: Held,
  text: string,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): Held {
  const sure = before.text !== null && edited(before.text, changes) === text;
  const map = withChanges([], changes);
  const placed = before.placed.map((one) => ({
    ...one,
    span: sure && one.span ? carrySpan(map, one.span) : null,
  }));
  return { ...before, text, placed };
}

/** The text with the changes of one event, which all count in the text before it. */
function edited(text: string, changes: readonly vscode.TextDocumentContentChangeEvent[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.rangeOffset - b.rangeOffset)) {
    parts.push(text.slice(at, change.rangeOffset), change.text);
    at = change.rangeOffset + change.rangeLength;
  }
  return parts.join('') + text.slice(at);
}

/**
 * Resolves afresh what is new, what was lost, and what nobody is editing; what was carried along with every edit of
 * this very text keeps its place, which is surer than any search.
 */
function examined(
  { article, files, beside, sidecar }: SidecarState,
  text: string | null,
  before: Held | undefined,
): Held {
  const index = text === null ? null : indexText(text);
  const followed = openDocument(article) && before?.text === text ? before.placed : [];
  const current = new Map(sidecar.annotations.map(({ id, selectors }) => [id, selectors]));
  const known = new Map<string, Resolution>();
  for (const { annotation, span } of followed) {
    const selectors = current.get(annotation.id);
    if (span && index && selectors && same(selectors, annotation.selectors))
      known.set(annotation.id, keptPlace(index, selectors, span));
  }
  const places = new Map<string, Placed>();
  const problems = files.map((file, i) => {
    const one = examineRead(file.read, index, known);
    for (const noted of one.annotations)
      if (!places.has(noted.annotation.id))
        places.set(noted.annotation.id, { ...noted, span: noted.resolution.span });
    return { file, problems: [...one.problems, ...(beside[i] ?? [])] };
  });
  return { text, placed: [...places.values()], problems };
}

/** A place that was followed; where text was put between its words, so that they now stand whole in it, only they. */
function keptPlace(index: TextIndex, selectors: Selectors, span: Span): Resolution {
  const { exact } = selectors.quote;
  const here = index.text.slice(span.start, span.end);
  const found = here !== exact && here.includes(exact) ? resolveSelectors(index, selectors) : null;
  if (found?.span && contains(span, found.span)) return found;
  return { status: 'moved', span, score: 1, candidates: [] };
}

const same = (a: Selectors, b: Selectors): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Resolves selectors against an article as it is now; for decisions and for re-anchoring. */
export async function resolveNow(article: vscode.Uri, selectors: Selectors): Promise<Resolution | null> {
  const text = await articleText(article);
  return text === null ? null : resolveSelectors(text, selectors);
}
