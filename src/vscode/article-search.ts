import * as vscode from 'vscode';
import type { ArticleFile } from '../engine/opened.ts';
import type { ArticleQueue } from './article-queue.ts';
import type { Articles } from './articles.ts';
import { isOnOwnDisk } from './disk.ts';
import { isArticle } from './documents.ts';
import type { EngineThread } from './engine-thread.ts';
import { settings } from './settings.ts';
import { inSlices } from './slices.ts';
import type { ToldArticles } from './told-articles.ts';

/** New files are waited for so long, in milliseconds. */
const BURST = 250;

export interface ArticleSearchOptions {
  readonly engine: Pick<EngineThread, 'open'>;
  readonly articles: Articles;
  readonly sidecars: {
    /** Undefined where the article has no sidecar. */
    get(article: vscode.Uri): unknown;
    /** Resolves when every sidecar of the workspace has been read once. */
    readonly ready: Promise<unknown>;
  };
  readonly told: ToldArticles;
  readonly queue: ArticleQueue;
  /** From now on articles may be read: what is set before the engine was asked for what it keeps would make it keep nothing. */
  readonly release: () => void;
  /** What is gone has been forgotten, and what is new waits. */
  readonly tell: () => Promise<void>;
  /** None that was asked for by `start` or `soon` is under way any more. */
  readonly ended: () => void;
  readonly failed: (error: unknown) => void;
}

/** Looks which articles there are: what is new or changed waits to be read, what is gone is forgotten. */
export interface ArticleSearch extends vscode.Disposable {
  /** `all` reads everything, as when a setting has changed. */
  start(all?: boolean): void;
  /** One search for a burst of new files, as when a branch is checked out. */
  soon(): void;
  /** One that nobody waits for. Rejects where the files can't be listed. */
  inSilence(): Promise<void>;
  /** The last one that was asked for: what it finds waits, too. */
  readonly last: Promise<void>;
  readonly running: boolean;
}

export function createArticleSearch(options: ArticleSearchOptions): ArticleSearch {
  const { engine, articles, sidecars, told, queue, release, tell, ended, failed } = options;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let underWay = 0;
  let last: Promise<void> = Promise.resolve();
  let tookUp = false;

  const search = async (all = false): Promise<void> => {
    const found = await articles.find();
    const open = vscode.workspace.textDocuments.filter(isArticle).map((document) => document.uri);
    const wanted = new Set<string>();
    await inSlices([...found, ...open], (uri) => wanted.add(uri.toString()));
    const gone = [...told.known, ...told.problems.keys()].filter((path) => !wanted.has(path));
    await Promise.all(gone.map(told.forget));
    await takeUp(found);
    const read: vscode.Uri[] = [];
    const shown = openPaths();
    await inSlices([...open, ...found], (uri) => {
      if (all || !told.has(uri)) queue.add(uri);
      else if (!shown.has(uri.toString())) read.push(uri);
    });
    for (const uri of open) if (await told.hasGoneOrCome(uri)) queue.add(uri);
    await tell();
    for (const uri of read) if ((await told.isOther(uri)) && told.has(uri)) queue.add(uri);
  };

  /** Once, before anything is read: what the engine has kept of files that have not changed since. */
  const takeUp = async (found: readonly vscode.Uri[]): Promise<void> => {
    if (tookUp) return;
    tookUp = true;
    const files = await onDisk(found);
    // No thread is started for nothing, and where nothing is kept, all is read.
    const kept =
      files.size === 0 ? [] : await open([...files].map(([path, { fsPath }]) => ({ path, file: fsPath })));
    release();
    await sidecars.ready.catch(failed);
    await inSlices(kept, ({ path, changed, size, told: isTold }) => {
      const uri = files.get(path);
      // Of an editor that was opened meanwhile nothing is known yet; what a sidecar says is told anew.
      const sidecar = uri === undefined || sidecars.get(uri) !== undefined;
      const isAsked = queue.has(path) || queue.underWay(path) !== undefined;
      if (isTold || sidecar || told.known.has(path) || isAsked) return;
      told.takeUp(path, `${changed}:${size}`);
    });
  };

  const open = (files: readonly ArticleFile[]): ReturnType<EngineThread['open']> =>
    engine.open(files, settings.maximumSize()).catch((error) => {
      failed(error);
      return [];
    });

  const start = (all = false): void => {
    underWay++;
    last = search(all)
      .catch(failed)
      .finally(() => {
        release();
        underWay--;
        if (underWay === 0) ended();
      });
  };

  return {
    start,
    soon: () => {
      clearTimeout(timer);
      timer = setTimeout(start, BURST);
    },
    inSilence: search,
    get last() {
      return last;
    },
    get running() {
      return underWay > 0;
    },
    dispose: () => clearTimeout(timer),
  };
}

/** Files that no editor has open, by path. */
async function onDisk(found: readonly vscode.Uri[]): Promise<ReadonlyMap<string, vscode.Uri>> {
  const shown = openPaths();
  const files = new Map<string, vscode.Uri>();
  await inSlices(found, (uri) => {
    const path = uri.toString();
    if (isOnOwnDisk(uri) && !shown.has(path)) files.set(path, uri);
  });
  return files;
}

const openPaths = (): ReadonlySet<string> =>
  new Set(vscode.workspace.textDocuments.map(({ uri }) => uri.toString()));
