import * as vscode from 'vscode';
import type { Decision, Dismissal } from '../core/sidecar/annotation.ts';
import type { ArticleFacts } from '../core/text/article.ts';
import { type ArticleFile, UNCHANGED } from '../engine/opened.ts';
import type { Articles } from './articles.ts';
import { together } from './disposables.ts';
import { isArticle, isVisible, openDocument, stampOf } from './documents.ts';
import { EngineStopped, type EngineThread } from './engine-thread.ts';
import { type ArticleProblem, readText, replacedBytes, tooLarge } from './read-article.ts';
import { settings } from './settings.ts';
import { inSlices } from './slices.ts';
import { onUnseenChanges } from './unseen-changes.ts';
import type { Views } from './views.ts';

/** How long typing must rest before the article is analysed again, in milliseconds. */
const REST = 250;

/** Work that nobody looks at waits so long after a key stroke, in milliseconds, but no longer than that for one article. */
const TYPING = { pause: 300, most: 600 };

/** How long a command waits for articles that are still to be read, in milliseconds. */
const PATIENCE = 1500;

/** Articles that are under way at once: while one is compared, others are read. */
const AT_ONCE = 6;

/** An engine that stopped so often would stop again. */
const MOST_STOPS = 4;

/** What the sidecars say of an article. */
export interface SidecarFacts {
  readonly facts: ArticleFacts;
  readonly decisions: readonly Decision[];
  readonly dismissals: readonly Dismissal[];
}

export interface CorpusOptions {
  readonly engine: EngineThread;
  readonly views: Views;
  readonly articles: Articles;
  readonly sidecars: {
    load(article: vscode.Uri): Promise<SidecarFacts>;
    /** Undefined where the article has no sidecar. */
    get(article: vscode.Uri): unknown;
    /** Resolves when every sidecar of the workspace has been read once. */
    readonly ready: Promise<unknown>;
    /** Fires with the article whose sidecar changed. */
    readonly onDidChange: vscode.Event<vscode.Uri>;
  };
  readonly log: vscode.LogOutputChannel;
}

/** Keeps the engine in step with the files and the open editors: visible articles first, one at a time. */
export interface Corpus extends vscode.Disposable {
  /** Articles came, changed or went. */
  readonly onDidChange: vscode.Event<void>;
  /** Resolves when nothing waits to be analysed, and what is visible shows it. */
  settled(): Promise<void>;
  /** The same, but not for long: of an archive that is still being read, what is there is taken. */
  settledSoon(): Promise<void>;
  /** Paths of the analysed articles. */
  readonly known: ReadonlySet<string>;
  /** Files that are left out, or read with a reservation, by path. */
  readonly problems: ReadonlyMap<string, ArticleProblem>;
  /** How many articles wait to be analysed. */
  readonly waiting: number;
  /** Whether articles are being looked for or read: others of a story may still come. `onDidChange` tells of its end. */
  readonly busy: boolean;
}

export function createCorpus({ engine, views, articles, sidecars, log }: CorpusOptions): Corpus {
  const changed = new vscode.EventEmitter<void>();
  const queue = new Map<string, vscode.Uri>();
  const known = new Set<string>();
  /** Of files as they were when they were read; empty for what was read from an editor. */
  const stamps = new Map<string, string>();
  /** The last revision of each article that the engine was told. */
  const sent = new Map<string, number>();
  /** What the sidecars said of each article when it was set. */
  const told = new Map<string, string>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  const problems = new Map<string, ArticleProblem>();
  let typed = Number.NEGATIVE_INFINITY;
  const underWay = new Map<string, Promise<void>>();
  let atOnce = AT_ONCE;
  let revision = UNCHANGED;
  let stops = 0;
  let running: Promise<void> | null = null;
  let scanning: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;
  let searching = 0;
  let tookUp = false;
  /** What is set before the engine has been asked for what it keeps would make it keep nothing. */
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  /** The last search that was asked for: what it finds waits, too. */
  let looking: Promise<void> = Promise.resolve();
  /** Sidecars that are asked whether they say anything new of their articles. */
  let asking: Promise<unknown> = Promise.resolve();

  const start = (): void => {
    running ??= drain().finally(() => {
      running = null;
      if (disposed) return;
      if (queue.size > 0) start();
      else changed.fire();
    });
  };

  const enqueue = (uri: vscode.Uri): void => {
    if (stops >= MOST_STOPS) return;
    queue.set(uri.toString(), uri);
    start();
  };

  const next = (place: number): vscode.Uri | undefined => {
    if (place >= atOnce) return undefined;
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document.uri.toString());
    const key = visible.find((candidate) => queue.has(candidate)) ?? queue.keys().next().value;
    const uri = key === undefined ? undefined : queue.get(key);
    if (key !== undefined) queue.delete(key);
    return uri;
  };

  const drain = async (): Promise<void> => {
    // Events of one burst (a branch switch, a folder that opens) are gathered before work starts.
    await pause();
    await released;
    atOnce = AT_ONCE;
    await Promise.all(Array.from({ length: AT_ONCE }, (_, place) => work(place)));
  };

  const work = async (place: number): Promise<void> => {
    for (let uri = next(place); uri && !disposed; uri = next(place)) {
      const path = uri.toString();
      const under = updateInTurn(path, uri);
      underWay.set(path, under);
      await under;
      if (underWay.get(path) === under) underWay.delete(path);
      if (queue.size % 20 === 0 || isVisible(uri)) await tell();
    }
  };

  /** Whoever types has the machine to herself. */
  const typingRests = async (): Promise<void> => {
    const end = performance.now() + TYPING.most;
    for (let left = TYPING.pause; left > 0 && !disposed; ) {
      left = Math.min(typed + TYPING.pause, end) - performance.now();
      if (left > 0) await pause(left);
    }
  };

  /** One article is never under way twice: what was read last is what is set last. */
  const updateInTurn = async (path: string, uri: vscode.Uri): Promise<void> => {
    await underWay.get(path);
    if (!isVisible(uri)) await typingRests();
    const alone = atOnce === 1;
    try {
      await update(uri);
    } catch (error) {
      if (error instanceof EngineStopped && !alone) {
        // One of those that were under way is at fault: which one, is seen when each is alone.
        atOnce = 1;
        if (stops < MOST_STOPS) queue.set(path, uri);
      } else await failed(uri, error).catch((reason: unknown) => log.error(String(reason)));
    }
  };

  const tell = async (): Promise<void> => {
    changed.fire();
    await views.refresh();
  };

  /** What can't be analysed is left out until it changes. */
  const failed = async (uri: vscode.Uri, error: unknown): Promise<void> => {
    const path = uri.toString();
    log.error(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const message = vscode.l10n.t(
      'Counterpoint could not analyse this article and leaves it out. The log under “Output: Counterpoint” says why.',
    );
    queue.delete(path);
    await forget(path, { message, line: 0 });
    if (!(error instanceof EngineStopped)) await engine.remove(path);
  };

  /** The engine starts again, empty, with the next call: all is read again, unless it stops again and again. */
  const engineStopped = (): void => {
    for (const path of known) queue.set(path, vscode.Uri.parse(path));
    known.clear();
    sent.clear();
    told.clear();
    stops++;
    if (stops < MOST_STOPS) {
      start();
      return;
    }
    queue.clear();
    const message = vscode.l10n.t(
      'Counterpoint’s analysis stopped {0} times and is not started again: most likely the folder holds more than fits into memory. Open a smaller folder, or narrow counterpoint.articles.include, and reload the window.',
      stops,
    );
    void vscode.window.showErrorMessage(message);
  };

  const update = async (uri: vscode.Uri): Promise<void> => {
    const path = uri.toString();
    const said = await sidecars.load(uri);
    const { facts, decisions, dismissals } = said;
    const open = openDocument(uri);
    stamps.set(path, open ? '' : await stampOf(uri));
    const read = open ? { text: open.getText() } : await readText(uri);
    if (read === null) return forget(path);
    const problem = 'problem' in read ? read.problem : tooLarge(read.text);
    if (problem !== null || 'problem' in read) return forget(path, problem);
    note(path, open ? replacedBytes(open) : null);
    revision++;
    views.sent(path, revision);
    const own = revision;
    sent.set(path, own);
    told.set(path, JSON.stringify(said));
    await engine.set({ path, text: read.text, facts, decisions, dismissals }, own);
    // A file may have gone meanwhile.
    if (sent.get(path) === own) known.add(path);
  };

  const note = (path: string, problem: ArticleProblem | null): void => {
    if (problem) problems.set(path, problem);
    else problems.delete(path);
  };

  const isKnown = (uri: vscode.Uri): boolean => known.has(uri.toString()) || problems.has(uri.toString());

  const forget = async (path: string, problem: ArticleProblem | null = null): Promise<void> => {
    note(path, problem);
    views.forget(path);
    // What can't be used is looked at again when it is another.
    if (problem === null) stamps.delete(path);
    const wasSent = sent.delete(path);
    told.delete(path);
    if (known.delete(path) || wasSent) await engine.remove(path);
  };

  /** Once, before anything is read: what the engine has kept of files that have not changed since. */
  const takeUp = async (found: readonly vscode.Uri[]): Promise<void> => {
    if (tookUp) return;
    tookUp = true;
    const open = openPaths();
    const uris = new Map<string, vscode.Uri>();
    const files: ArticleFile[] = [];
    await inSlices(found, (uri) => {
      const path = uri.toString();
      if (uri.scheme !== 'file' || open.has(path)) return;
      uris.set(path, uri);
      files.push({ path, file: uri.fsPath });
    });
    // No thread is started for nothing, and where nothing is kept, all is read.
    const opened = files.length === 0 ? [] : await engine.open(files, settings.maximumSize()).catch(nothing);
    release();
    await sidecars.ready.catch(said);
    await inSlices(opened, ({ path, changed, size, told }) => {
      const uri = uris.get(path);
      // Of an editor that was opened meanwhile nothing is known yet; what a sidecar says is told anew.
      const sidecar = uri === undefined || sidecars.get(uri) !== undefined;
      if (told || sidecar || known.has(path) || queue.has(path) || underWay.has(path)) return;
      known.add(path);
      stamps.set(path, `${changed}:${size}`);
      views.sent(path, UNCHANGED);
    });
  };

  /** Reads what is new or changed and forgets what is gone; `all` reads everything, as when a setting has changed. */
  const scan = async (all = false): Promise<void> => {
    const found = await articles.find();
    const open = vscode.workspace.textDocuments.filter(isArticle).map((document) => document.uri);
    const wanted = new Set<string>();
    await inSlices([...found, ...open], (uri) => wanted.add(uri.toString()));
    const gone = [...known, ...problems.keys()].filter((path) => !wanted.has(path));
    await Promise.all(gone.map((path) => forget(path)));
    await takeUp(found);
    const isNew = (uri: vscode.Uri): boolean => all || !isKnown(uri);
    const read: vscode.Uri[] = [];
    const shown = openPaths();
    await inSlices([...open, ...found], (uri) => {
      if (isNew(uri)) enqueue(uri);
      else if (!shown.has(uri.toString())) read.push(uri);
    });
    await tell();
    for (const uri of read)
      if (stamps.get(uri.toString()) !== (await stampOf(uri)) && isKnown(uri)) enqueue(uri);
  };

  const said = (error: unknown): void => log.error(String(error));
  const nothing = (error: unknown): readonly never[] => {
    said(error);
    return [];
  };
  const scanNow = (): void => {
    searching++;
    looking = scan()
      .catch(said)
      .finally(() => {
        release();
        searching--;
        if (!disposed && searching === 0) changed.fire();
      });
  };

  const edited = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    if (!isArticle(document) || contentChanges.length === 0) return;
    const path = document.uri.toString();
    typed = performance.now();
    clearTimeout(resting.get(path));
    resting.set(
      path,
      setTimeout(() => enqueue(document.uri), REST),
    );
  };

  /** Notes say nothing of what is compared: an article is not set anew for each of them. */
  const sidecarChanged = async (article: vscode.Uri): Promise<void> => {
    const path = article.toString();
    // Of one that is under way it may have been read already what the sidecar said before.
    await underWay.get(path);
    // A sidecar beside a file that is no article makes it none.
    if (known.has(path) && told.get(path) !== JSON.stringify(await sidecars.load(article))) enqueue(article);
  };

  const askSidecar = (article: vscode.Uri): void => {
    const asked = sidecarChanged(article).catch(said);
    // Without an answer: each would hold those of all before it.
    asking = Promise.all([asking, asked]).then(() => {});
  };

  /** In a folder that was renamed, changes may be told of the files' old paths. */
  const changedOnDisk = (uri: vscode.Uri): void => {
    if (isKnown(uri)) enqueue(uri);
    else scanSoon();
  };

  /** One search for a burst of new files, as when a branch is checked out. */
  const scanSoon = (): void => {
    clearTimeout(scanning);
    scanning = setTimeout(scanNow, REST);
  };

  const files = vscode.workspace.createFileSystemWatcher('**/*.txt');
  const parts = [
    changed,
    files,
    onUnseenChanges(() => scan().catch(said)),
    files.onDidCreate(changedOnDisk),
    files.onDidChange(changedOnDisk),
    files.onDidDelete((uri) => void forget(uri.toString()).then(tell).catch(said)),
    articles.onDidChange(() => void scan(true).catch(said)),
    sidecars.onDidChange(askSidecar),
    // Now git may be asked where decisions and dismissals belong.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const uri of [...known].map((path) => vscode.Uri.parse(path)))
        if (sidecars.get(uri) !== undefined) askSidecar(uri);
    }),
    vscode.workspace.onDidChangeTextDocument(edited),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isArticle(document)) enqueue(document.uri);
    }),
  ];
  engine.onDidStop(engineStopped);
  scanNow();

  const settled = async (): Promise<void> => {
    await looking;
    let asked: typeof asking;
    // An article that is read may bring its sidecar, which is asked in turn.
    do {
      asked = asking;
      await asked;
      while (running) await running;
    } while (asked !== asking);
    await views.refresh();
  };

  return {
    onDidChange: changed.event,
    settled,
    settledSoon: () => Promise.race([settled(), pause(PATIENCE)]),
    known,
    problems,
    get waiting() {
      return queue.size;
    },
    get busy() {
      return searching > 0 || running !== null;
    },
    dispose: () => {
      disposed = true;
      clearTimeout(scanning);
      for (const timer of resting.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

const openPaths = (): ReadonlySet<string> =>
  new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));

const pause = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
