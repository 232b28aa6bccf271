import * as vscode from 'vscode';
import { createArticleQueue } from './article-queue.ts';
import { type ArticleSearchOptions, createArticleSearch } from './article-search.ts';
import type { Articles } from './articles.ts';
import { together } from './disposables.ts';
import { isArticle, isVisible, openDocument } from './documents.ts';
import type { EngineThread } from './engine-thread.ts';
import { pause } from './pause.ts';
import type { ArticleProblem } from './read-article.ts';
import type { SidecarFacts } from './sidecar-store.ts';
import { createToldArticles } from './told-articles.ts';
import { onUnseenChanges } from './unseen-changes.ts';
import type { Views } from './views.ts';

/** How long typing must rest before the article is analysed again, in milliseconds. */
const REST = 250;

/** How long a command waits for articles that are still to be read, in milliseconds. */
const PATIENCE = 1500;

/** An engine that stopped so often would stop again. */
const MOST_STOPS = 4;

export interface CorpusOptions {
  readonly engine: EngineThread;
  readonly views: Views;
  readonly articles: Articles;
  readonly sidecars: ArticleSearchOptions['sidecars'] & {
    load(article: vscode.Uri): Promise<SidecarFacts>;
    /** Fires with the article whose sidecar changed. */
    readonly onDidChange: vscode.Event<vscode.Uri>;
  };
  readonly log: vscode.LogOutputChannel;
}

/** Keeps the engine in step with the files and the open editors. */
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
  /** Whether articles are being looked for or read, others than those in view: of a story more may still come. `onDidChange` tells of its end. */
  readonly busy: boolean;
}

export function createCorpus({ engine, views, articles, sidecars, log }: CorpusOptions): Corpus {
  const changed = new vscode.EventEmitter<void>();
  const told = createToldArticles({ engine, views, load: (article) => sidecars.load(article), log });
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  let stops = 0;
  let disposed = false;
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  /** Sidecars that are asked whether they say anything new of their articles. */
  let asking: Promise<unknown> = Promise.resolve();

  const said = (error: unknown): void => log.error(String(error));

  const tell = async (): Promise<void> => {
    changed.fire();
    await views.refresh();
  };

  const fireEnd = (): void => {
    if (!disposed) changed.fire();
  };

  const queue = createArticleQueue({
    update: told.update,
    failed: async (uri, error) => {
      queue.remove(uri.toString());
      await told.leaveOut(uri, error).catch(said);
    },
    tell,
    ended: fireEnd,
    released,
  });

  /** The engine starts again, empty, with the next call: all is read again, unless it stops again and again. */
  const engineStopped = (): void => {
    const lost = told.lose();
    stops++;
    if (stops < MOST_STOPS) {
      for (const path of lost) queue.add(vscode.Uri.parse(path));
      return;
    }
    queue.close();
    const message = vscode.l10n.t(
      'Counterpoint’s analysis stopped {0} times and is not started again: most likely the folder holds more than fits into memory. Open a smaller folder, or narrow counterpoint.articles.include, and reload the window.',
      stops,
    );
    void vscode.window.showErrorMessage(message);
  };

  const search = createArticleSearch({
    ...{ engine, articles, sidecars, told, queue, release, tell },
    ended: fireEnd,
    failed: said,
  });

  const edited = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    if (!isArticle(document) || contentChanges.length === 0) return;
    const path = document.uri.toString();
    queue.typed();
    clearTimeout(resting.get(path));
    resting.set(
      path,
      setTimeout(() => queue.add(document.uri), REST),
    );
  };

  /** Notes say nothing of what is compared: an article is not set anew for each of them. */
  const sidecarChanged = async (article: vscode.Uri): Promise<void> => {
    const path = article.toString();
    // Of one that is under way it may have been read already what the sidecar said before.
    await queue.underWay(path);
    // A sidecar beside a file that is no article makes it none.
    if (told.known.has(path) && (await told.isToldNews(article))) queue.add(article);
  };

  const askSidecar = (article: vscode.Uri): void => {
    const asked = sidecarChanged(article).catch(said);
    // Without an answer: each would hold those of all before it.
    asking = Promise.all([asking, asked]).then(() => {});
  };

  /** In a folder that was renamed, changes may be told of the files' old paths. */
  const changedOnDisk = (uri: vscode.Uri): void => {
    if (told.has(uri)) queue.add(uri);
    else search.soon();
  };

  /** What an editor still shows of it is said to be no article any more. */
  const goneFromDisk = (uri: vscode.Uri): void => {
    if (told.has(uri) && openDocument(uri)) queue.add(uri);
    else void told.forget(uri.toString()).then(tell).catch(said);
  };

  /** What was left out may be an article by now: it was saved, or its editor is closed. */
  const lookAgain = ({ uri }: { readonly uri: vscode.Uri }): void => {
    if (told.problems.has(uri.toString())) queue.add(uri);
  };

  const files = vscode.workspace.createFileSystemWatcher('**/*.txt');
  const parts = [
    changed,
    files,
    onUnseenChanges(() => search.inSilence().catch(said)),
    files.onDidCreate(changedOnDisk),
    files.onDidChange(changedOnDisk),
    files.onDidDelete(goneFromDisk),
    articles.onDidChange(() => search.start(true)),
    sidecars.onDidChange(askSidecar),
    // Now git may be asked where decisions and dismissals belong.
    vscode.workspace.onDidGrantWorkspaceTrust(() => {
      for (const uri of [...told.known].map((path) => vscode.Uri.parse(path)))
        if (sidecars.get(uri) !== undefined) askSidecar(uri);
    }),
    vscode.workspace.onDidChangeTextDocument(edited),
    vscode.workspace.onDidSaveTextDocument(lookAgain),
    vscode.window.tabGroups.onDidChangeTabs(({ closed }) => {
      for (const { input } of closed) if (input instanceof vscode.TabInputText) lookAgain(input);
    }),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isArticle(document)) queue.add(document.uri);
    }),
  ];
  engine.onDidStop(engineStopped);
  search.start();

  const settled = async (): Promise<void> => {
    await search.last;
    let asked: typeof asking;
    // An article that is read may bring its sidecar, which is asked in turn.
    do {
      asked = asking;
      await asked;
      while (queue.running) await queue.running;
    } while (asked !== asking);
    await views.refresh();
  };

  return {
    onDidChange: changed.event,
    settled,
    settledSoon: () => Promise.race([settled(), pause(PATIENCE)]),
    known: told.known,
    problems: told.problems,
    get waiting() {
      return queue.size;
    },
    get busy() {
      // What is edited is known but for the last words.
      return (
        search.running || queue.some((path) => !told.known.has(path) || !isVisible(vscode.Uri.parse(path)))
      );
    },
    dispose: () => {
      disposed = true;
      for (const timer of resting.values()) clearTimeout(timer);
      together(search, queue, ...parts).dispose();
    },
  };
}
