import * as vscode from 'vscode';
import type { Decision, Dismissal, Sidecar } from '../core/sidecar/annotation.ts';
import { problemOf } from '../core/sidecar/document.ts';
import { compareSidecars, isPrivateSidecar, SIDECAR_GLOB } from '../core/sidecar/location.ts';
import { entryIdOf, type SidecarOperation } from '../core/sidecar/operation.ts';
import {
  EMPTY,
  parseSidecar,
  recentSources,
  type SidecarRead,
  type SidecarSource,
} from '../core/sidecar/parse.ts';
import { type Shown, shownOf } from '../core/sidecar/shown.ts';
import { readTogether } from '../core/sidecar/together.ts';
import type { ArticleFacts } from '../core/text/article.ts';
import type { Problem } from '../core/text/problem.ts';
import { asIs } from '../core/text/wording.ts';
import { authorFor } from './author.ts';
import { together as disposables } from './disposables.ts';
import { EXCLUDED } from './markers.ts';
import {
  articleUri,
  asUriPath,
  currentText,
  sidecarFor,
  usualSidecars,
  withoutMark,
} from './sidecar-files.ts';
import { createSidecarHistory, type Done } from './sidecar-history.ts';
import { moveNote } from './sidecar-move.ts';
import { type Undone, type Written, type WrittenAll, writeOperations } from './sidecar-write.ts';
import { onUnseenChanges } from './unseen-changes.ts';

/** How long typing in an open sidecar must rest before it is read again, in milliseconds. */
const REST = 200;

/** One of an article's sidecars as it was last read. */
export interface SidecarFile {
  readonly uri: vscode.Uri;
  readonly isPrivate: boolean;
  /** Without a byte order mark; the spans of `read` count in it. */
  readonly text: string;
  /** Why the file can't be read; null where it can. */
  readonly reason: string | null;
  readonly read: SidecarRead;
  /** What is shown of it: where it can't be read now, what it said last. */
  readonly shown: Shown;
}

/** What an article's sidecars said when they were last read: mostly there is one. */
export interface SidecarState {
  readonly article: vscode.Uri;
  /** The one for all first, those of analysts by name, the private one last. */
  readonly files: readonly SidecarFile[];
  /** For each file, what is wrong with it beside the others. */
  readonly beside: readonly (readonly Problem[])[];
  /** What all of them say together. */
  readonly sidecar: Sidecar;
}

/** The sidecars of the workspace: read when they change, written one operation at a time. */
export interface SidecarStore extends vscode.Disposable {
  /** Fires with the article whose sidecar came, changed or went. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** What the sidecar states of the article; empty where there is none. */
  load(article: vscode.Uri): Promise<{
    facts: ArticleFacts;
    decisions: readonly Decision[];
    dismissals: readonly Dismissal[];
  }>;
  /** Reads the article's sidecars as they are now; undefined where there is none. */
  refresh(article: vscode.Uri): Promise<SidecarState | undefined>;
  /** Undefined where the article has no sidecar, or it was not read yet. */
  get(article: vscode.Uri): SidecarState | undefined;
  all(): readonly SidecarState[];
  /** Resolves when every sidecar of the workspace has been read once. */
  readonly ready: Promise<unknown>;
  /** Writes one change; false, after a message, where the file could not take it. */
  apply(article: vscode.Uri, operation: SidecarOperation, isPrivate?: boolean): Promise<boolean>;
  /** Writes changes to several articles' sidecars: all of them, or, after a message, none. They are taken back together. */
  applyTogether(changes: readonly ArticleChanges[]): Promise<boolean>;
  /** The file that holds an entry. */
  fileOf(article: vscode.Uri, id: string): SidecarFile | undefined;
  /** Puts a note into the private sidecar, or back among those for all. */
  setPrivate(article: vscode.Uri, id: string, isPrivate: boolean): Promise<boolean>;
  /**
   * Writes a decision anew that names an article by its new path. `sidecar`: the file that holds it now, which nobody
   * may have told of yet. It follows from a rename, so it is no change that the analyst takes back by itself.
   */
  redirect(article: vscode.Uri, sidecar: vscode.Uri, decision: Decision): Promise<boolean>;
  /** Takes the last change of this window back, or that an entry came or went, by its id. */
  undoLast(id?: string): Promise<boolean>;
  authorFor(article: vscode.Uri): Promise<string | undefined>;
}

/** New entries of one analyst's for an article. */
export interface ArticleChanges {
  readonly article: vscode.Uri;
  readonly operations: readonly [SidecarOperation, ...SidecarOperation[]];
}

export function createSidecarStore({ log }: { readonly log: vscode.LogOutputChannel }): SidecarStore {
  const states = new Map<string, SidecarState>();
  /** Sidecars that were seen, by article: analysts' own have names that can't be guessed. */
  const seen = new Map<string, Set<string>>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  /** A note is written, and then the file is read: once. */
  const sourceOf = recentSources();
  const reading = new Map<string, Promise<void>>();
  let last: Promise<unknown> = Promise.resolve();

  /** One read of a sidecar after another: the one that was asked for last is the one that stays. */
  const refresh = (article: vscode.Uri): Promise<SidecarState | undefined> => {
    const key = article.toString();
    const read = (reading.get(key) ?? Promise.resolve()).then(() => readNow(article));
    const settled = read
      .catch(() => undefined)
      .then(() => {
        if (reading.get(key) === settled) reading.delete(key);
      });
    reading.set(key, settled);
    return read;
  };

  const note = (uri: vscode.Uri, article: vscode.Uri): void => {
    const key = article.toString();
    seen.set(key, (seen.get(key) ?? new Set()).add(uri.toString()));
  };

  const readNow = async (article: vscode.Uri): Promise<SidecarState | undefined> => {
    const key = article.toString();
    const usual = usualSidecars(article).map((uri) => uri.toString());
    const names = [...new Set([...usual, ...(seen.get(key) ?? [])])].sort(compareSidecars);
    const before = states.get(key);
    const read = await Promise.all(names.map((name) => readFile(vscode.Uri.parse(name), before, sourceOf)));
    const files = read.filter((file) => file !== null);
    if (files.length === 0) {
      seen.delete(key);
      if (states.delete(key)) changed.fire(article);
      return undefined;
    }
    if (before && files.length === before.files.length && files.every((file, i) => file === before.files[i]))
      return before;
    const state = { article, ...together(files) };
    states.set(key, state);
    changed.fire(article);
    return state;
  };

  const refreshLater = (article: vscode.Uri, rest: number): void => {
    const key = article.toString();
    clearTimeout(resting.get(key));
    resting.set(
      key,
      setTimeout(() => {
        resting.delete(key);
        void refresh(article);
      }, rest),
    );
  };

  const touched = (rest: number) => (uri: vscode.Uri) => {
    const article = articleUri(uri);
    if (article === null) return;
    note(uri, article);
    refreshLater(article, rest);
  };

  /** The articles whose sidecars there are. */
  const readAll = async (): Promise<string[]> => {
    const found = await vscode.workspace.findFiles(`**/${SIDECAR_GLOB}`, EXCLUDED);
    const articles = new Map<string, vscode.Uri>();
    for (const uri of found) {
      const article = articleUri(uri);
      if (article === null) continue;
      note(uri, article);
      articles.set(article.toString(), article);
    }
    for (const article of articles.values()) await refresh(article);
    return [...articles.keys()];
  };

  const lookAgain = async (): Promise<void> => {
    const found = new Set(await readAll());
    for (const [key, { article }] of [...states]) if (!found.has(key)) await refresh(article);
  };

  /** One change after another: each reads what the one before it wrote. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const fileOf = (article: vscode.Uri, id: string): SidecarFile | undefined =>
    states.get(article.toString())?.files.find((file) => holds(file, id));

  /** Where an operation belongs: what is there stays in its file, what is new goes where the settings say. */
  const placeOf = (article: vscode.Uri, operation: SidecarOperation, isPrivate: boolean): vscode.Uri =>
    fileOf(article, entryIdOf(operation))?.uri ??
    sidecarFor(article, { author: authorOf(operation), isPrivate });

  /** All of them in one file, as nobody wrote in between. */
  const changeAll = async (
    { article, uri }: Pick<Done, 'article' | 'uri'>,
    operations: readonly SidecarOperation[],
    undone?: Undone,
  ): Promise<WrittenAll | null> => {
    const written = await writeOperations(uri, operations, { log, sourceOf }, undone);
    note(uri, article);
    if (written) await refresh(article);
    return written;
  };

  const change = async (
    article: vscode.Uri,
    uri: vscode.Uri,
    operation: SidecarOperation,
    undone?: Undone,
  ): Promise<Written | null> => {
    const written = await changeAll({ article, uri }, [operation], undone);
    const inverse = written?.inverses[0];
    return written && inverse ? { inverse, created: written.created } : null;
  };

  const move = (article: vscode.Uri, id: string, isPrivate: boolean) =>
    moveNote({ refresh, fileOf, change }, article, id, isPrivate);

  const history = createSidecarHistory({ fileOf, changeAll, move });

  const applyTogether = async (changes: readonly ArticleChanges[]): Promise<boolean> => {
    const batch = {};
    const written: Done[] = [];
    for (const { article, operations } of changes) {
      const place = { article, uri: placeOf(article, operations[0], false) };
      const one = await changeAll(place, operations);
      if (one) written.push({ ...place, ...one, together: batch });
      else {
        // What can't be taken back at this moment is left to whoever undoes it later.
        for (const before of written.reverse())
          if (!(await changeAll(before, before.inverses, before))) history.add(before);
        return false;
      }
    }
    history.add(...written);
    return true;
  };

  const files = vscode.workspace.createFileSystemWatcher(`**/${SIDECAR_GLOB}`);
  const parts = [
    changed,
    files,
    files.onDidCreate(touched(20)),
    files.onDidChange(touched(20)),
    files.onDidDelete(touched(20)),
    onUnseenChanges(() => lookAgain().catch((error: unknown) => log.error(String(error)))),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration('counterpoint.sidecar')) return;
      seen.clear();
      lookAgain().catch((error: unknown) => log.error(String(error)));
    }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => touched(REST)(document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => touched(20)(uri)),
  ];

  return {
    onDidChange: changed.event,
    ready: readAll(),
    load: async (article) => {
      const state = states.get(article.toString()) ?? (await refresh(article));
      const { article: facts, decisions, dismissals } = state?.sidecar ?? EMPTY;
      const stated = decisions.map((decision) => ({
        ...asUris(decision),
        ...(fileOf(article, decision.id)?.isPrivate ? { isPrivate: true as const } : {}),
      }));
      return { facts: factsAsUris(facts), decisions: stated, dismissals };
    },
    refresh,
    get: (article) => states.get(article.toString()),
    all: () => [...states.values()],
    fileOf,
    setPrivate: (article, id, isPrivate) =>
      inTurn(async () => {
        const moved = await move(article, id, isPrivate);
        if (moved) {
          const { inverse, created, uri } = moved;
          history.add({ article, uri, inverses: [inverse], created, wasPrivate: !isPrivate });
        }
        return moved !== null;
      }),
    redirect: (article, sidecar, decision) =>
      inTurn(async () => {
        note(sidecar, article);
        await refresh(article);
        const file = fileOf(article, decision.id);
        if (file === undefined) return false;
        return (await changeAll({ article, uri: file.uri }, [{ kind: 'setDecision', decision }])) !== null;
      }),
    apply: (article, operation, isPrivate = false) =>
      inTurn(async () => {
        const place = { article, uri: placeOf(article, operation, isPrivate) };
        const written = await changeAll(place, [operation]);
        if (written) history.add({ ...place, ...written });
        return written !== null;
      }),
    applyTogether: (changes) => inTurn(() => applyTogether(changes)),
    undoLast: (id) => inTurn(() => history.undoLast(id)),
    authorFor,
    dispose: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      disposables(...parts).dispose();
    },
  };
}

/** A sidecar by its own place, and the article that it is about; null where none was read there. */
export function sidecarAt(
  store: Pick<SidecarStore, 'get'>,
  uri: vscode.Uri,
): { readonly article: vscode.Uri; readonly file: SidecarFile } | null {
  const article = articleUri(uri);
  const file = article && store.get(article)?.files.find((one) => one.uri.toString() === uri.toString());
  return article && file ? { article, file } : null;
}

/** Whether an entry is in a file, be it in one that can't be read at the moment. */
export const holds = ({ read, shown }: SidecarFile, id: string): boolean =>
  read.places.has(id) || shown.kept.has(id);

/** Null where there is none; the same one where it has not changed. */
async function readFile(
  uri: vscode.Uri,
  before: SidecarState | undefined,
  sourceOf: (text: string) => SidecarSource,
): Promise<SidecarFile | null> {
  const file = await currentText(uri);
  if (file.kind === 'absent') return null;
  const text = file.kind === 'text' ? withoutMark(file.text) : '';
  const reason = file.kind === 'unusable' ? file.reason : null;
  const known = before?.files.find((one) => one.uri.toString() === uri.toString());
  if (known && known.text === text && known.reason === reason) return known;
  const read = file.kind === 'text' ? sourceOf(text).read : unusable(file.reason);
  const shown = shownOf(read, known?.shown);
  return { uri, text, reason, read, shown, isPrivate: isPrivateSidecar(uri.path) };
}

/** The files with what is wrong with them beside each other, and what they say. */
function together(files: readonly SidecarFile[]): Omit<SidecarState, 'article'> {
  const named = files.map(({ uri, read, shown }) => ({
    name: uri.path.split('/').at(-1) ?? '',
    read: { ...read, value: shown.value },
  }));
  const { sidecar, problems } = readTogether(named);
  return { sidecar, files, beside: problems };
}

/** Whoever adds something: her file takes it, where every analyst has her own. */
function authorOf(operation: SidecarOperation): string {
  if (operation.kind === 'addAnnotation') return operation.annotation.author;
  if (operation.kind === 'addDismissal') return operation.dismissal.author;
  return operation.kind === 'setDecision' ? operation.decision.author : '';
}

const asUris = (decision: Decision): Decision => ({
  ...decision,
  there: { ...decision.there, article: asUriPath(decision.there.article) },
});

const factsAsUris = ({ versionOf, copyOf, ...facts }: ArticleFacts): ArticleFacts => ({
  ...facts,
  ...(versionOf === undefined ? {} : { versionOf: asUriPath(versionOf) }),
  ...(copyOf === undefined ? {} : { copyOf: asUriPath(copyOf) }),
});

function unusable(reason: string): SidecarRead {
  const message = vscode.l10n.t('This sidecar can’t be read: {0}.', reason);
  const problem = problemOf('sidecar-unreadable', asIs(message), { start: 0, end: 0 });
  return { ...parseSidecar(''), problems: [problem] };
}
