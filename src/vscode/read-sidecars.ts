import * as vscode from 'vscode';
import type { Sidecar } from '../core/sidecar/annotation.ts';
import { problemOf } from '../core/sidecar/document.ts';
import { compareSidecars, isPrivateSidecar, SIDECAR_GLOB } from '../core/sidecar/location.ts';
import { parseSidecar, type SidecarRead } from '../core/sidecar/parse.ts';
import { type Shown, shownOf } from '../core/sidecar/shown.ts';
import { readTogether } from '../core/sidecar/together.ts';
import type { Problem } from '../core/text/problem.ts';
import { asIs } from '../core/text/wording.ts';
import { together as disposables } from './disposables.ts';
import { EXCLUDED } from './markers.ts';
import { pause } from './pause.ts';
import { articleUri, currentText, type FileText, usualSidecars, withoutMark } from './sidecar-files.ts';
import type { SidecarReader } from './sidecar-reader.ts';
import { onUnseenChanges } from './unseen-changes.ts';

/** How long typing in an open sidecar must rest before it is read again, in milliseconds. */
const REST = 200;

/** How long it may take to write a sidecar anew, in milliseconds. */
const REWRITTEN = 100;

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

/** The sidecars of the workspace as they are: read when they change. */
export interface ReadSidecars extends vscode.Disposable {
  /** Fires with the article whose sidecar came, changed or went. */
  readonly onDidChange: vscode.Event<vscode.Uri>;
  /** Resolves when every sidecar of the workspace has been read once. */
  readonly ready: Promise<unknown>;
  /** Reads the article's sidecars as they are now; undefined where there is none. */
  refresh(article: vscode.Uri): Promise<SidecarState | undefined>;
  /** Undefined where the article has no sidecar, or it was not read yet. */
  get(article: vscode.Uri): SidecarState | undefined;
  all(): readonly SidecarState[];
  /** The file that holds an entry. */
  fileOf(article: vscode.Uri, id: string): SidecarFile | undefined;
  /** An article has a sidecar there: analysts' own have names that can't be guessed. */
  note(sidecar: vscode.Uri, article: vscode.Uri): void;
}

export interface ReadSidecarsOptions {
  readonly log: vscode.LogOutputChannel;
  readonly reader: SidecarReader;
}

export function createReadSidecars({ log, reader }: ReadSidecarsOptions): ReadSidecars {
  const states = new Map<string, SidecarState>();
  /** Sidecars that were seen, by article. */
  const seen = new Map<string, Set<string>>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  const reading = new Map<string, Promise<void>>();

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
    const read = await Promise.all(names.map((name) => readFile(vscode.Uri.parse(name), before, reader)));
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
    refresh,
    get: (article) => states.get(article.toString()),
    all: () => [...states.values()],
    fileOf: (article, id) => states.get(article.toString())?.files.find((file) => holds(file, id)),
    note,
    dispose: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      disposables(...parts).dispose();
    },
  };
}

/** A sidecar by its own place, and the article that it is about; null where none was read there. */
export function sidecarAt(
  store: Pick<ReadSidecars, 'get'>,
  uri: vscode.Uri,
): { readonly article: vscode.Uri; readonly file: SidecarFile } | null {
  const article = articleUri(uri);
  const file = article && store.get(article)?.files.find((one) => one.uri.toString() === uri.toString());
  return article && file ? { article, file } : null;
}

/** Whether an entry is in a file, be it in one that can't be read at the moment. */
export const holds = ({ read, shown }: SidecarFile, id: string): boolean =>
  read.places.has(id) || shown.kept.has(id);

/** Whether it may be that somebody has begun to write a file anew: git takes the old one away first, others empty it. */
const isBare = (file: FileText): boolean =>
  file.kind === 'absent' || (file.kind === 'text' && file.text === '');

/** Null where there is none; the same one where it has not changed. */
async function readFile(
  uri: vscode.Uri,
  before: SidecarState | undefined,
  reader: SidecarReader,
): Promise<SidecarFile | null> {
  const known = before?.files.find((one) => one.uri.toString() === uri.toString());
  let file = await currentText(uri);
  if (known && known.text !== '' && isBare(file)) {
    await pause(REWRITTEN);
    file = await currentText(uri);
  }
  if (file.kind === 'absent') return null;
  const text = file.kind === 'text' ? withoutMark(file.text) : '';
  const reason = file.kind === 'unusable' ? file.reason : null;
  if (known && known.text === text && known.reason === reason) return known;
  const read = file.kind === 'text' ? await reader.read(text) : unusable(file.reason);
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

function unusable(reason: string): SidecarRead {
  const message = vscode.l10n.t('This sidecar can’t be read: {0}.', reason);
  const problem = problemOf('sidecar-unreadable', asIs(message), { start: 0, end: 0 });
  return { ...parseSidecar(''), problems: [problem] };
}
