import * as vscode from 'vscode';
import type { Analysis } from '../core/claims/analysis.ts';
import type { Project } from '../core/corpus/project.ts';
import type { Decision, Dismissal } from '../core/sidecar/annotation.ts';
import type { ArticleFacts } from '../core/text/article.ts';
import type { Span } from '../core/text/span.ts';
import type { Articles } from './articles.ts';
import { together } from './disposables.ts';
import { type EditMap, mapSpan, unmapOffset, withChanges } from './edit-map.ts';
import { onFolderMoves } from './folder-moves.ts';
import { type ArticleProblem, readText, replacedBytes, tooLarge } from './read-article.ts';
import { LANGUAGE } from './settings.ts';

/** How long typing must rest before the article is analysed again, in milliseconds. */
const REST = 250;

/** What the sidecars say of an article. */
export interface SidecarFacts {
  readonly facts: ArticleFacts;
  readonly decisions: readonly Decision[];
  readonly dismissals: readonly Dismissal[];
}

export interface CorpusOptions {
  readonly project: Project;
  readonly articles: Articles;
  readonly sidecars: {
    load(article: vscode.Uri): Promise<SidecarFacts>;
    /** Fires with the article whose sidecar changed. */
    readonly onDidChange: vscode.Event<vscode.Uri>;
  };
  readonly log: vscode.LogOutputChannel;
}

/** Keeps the project in step with the files and the open editors: visible articles first, one at a time. */
export interface Corpus extends vscode.Disposable {
  /** Articles whose analysis or links changed; links reach into others, so listeners refresh what is visible. */
  readonly onDidChange: vscode.Event<void>;
  /** Resolves when nothing waits to be analysed. */
  settled(): Promise<void>;
  analysis(document: vscode.TextDocument): Analysis | undefined;
  /** Where a span of the analysis is in the document now, also while typing; null when it is gone. */
  range(document: vscode.TextDocument, span: Span): vscode.Range | null;
  /** The offset in the analysed text of a position in the document now. */
  offset(document: vscode.TextDocument, position: vscode.Position): number;
  /** Files that are left out, or read with a reservation, by path. */
  readonly problems: ReadonlyMap<string, ArticleProblem>;
  readonly waiting: number;
}

export function createCorpus({ project, articles, sidecars, log }: CorpusOptions): Corpus {
  const changed = new vscode.EventEmitter<void>();
  const queue = new Map<string, vscode.Uri>();
  const edits = new Map<string, EditMap>();
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
  const problems = new Map<string, ArticleProblem>();
  let running: Promise<void> | null = null;
  let scanning: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;

  const enqueue = (uri: vscode.Uri): void => {
    queue.set(uri.toString(), uri);
    running ??= drain().finally(() => {
      running = null;
    });
  };

  const next = (): vscode.Uri | undefined => {
    const visible = vscode.window.visibleTextEditors.map((editor) => editor.document.uri.toString());
    const key = visible.find((candidate) => queue.has(candidate)) ?? queue.keys().next().value;
    const uri = key === undefined ? undefined : queue.get(key);
    if (key !== undefined) queue.delete(key);
    return uri;
  };

  const drain = async (): Promise<void> => {
    // Events of one burst (a branch switch, a folder that opens) are gathered before work starts.
    await pause();
    for (let uri = next(); uri && !disposed; uri = next()) {
      try {
        await update(uri);
      } catch (error) {
        log.error(
          `${uri.toString()}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
      }
      if (queue.size % 20 === 0 || isVisible(uri)) changed.fire();
      await pause();
    }
  };

  const update = async (uri: vscode.Uri): Promise<void> => {
    const path = uri.toString();
    const { facts, decisions, dismissals } = await sidecars.load(uri);
    const open = openDocument(path);
    const read = open ? { text: open.getText() } : await readText(uri);
    if (read === null) return forget(path);
    const problem = 'problem' in read ? read.problem : tooLarge(read.text);
    if (problem !== null || 'problem' in read) return forget(path, problem);
    edits.delete(path);
    note(path, open ? replacedBytes(open) : null);
    project.set({ path, text: read.text, facts, decisions, dismissals });
  };

  const note = (path: string, problem: ArticleProblem | null): void => {
    if (problem) problems.set(path, problem);
    else problems.delete(path);
  };

  const forget = (path: string, problem: ArticleProblem | null = null): void => {
    project.remove(path);
    edits.delete(path);
    note(path, problem);
  };

  /** Reads what is new and forgets what is gone; `afresh` reads all, as when a setting has changed. */
  const scan = async (afresh = false): Promise<void> => {
    const found = await articles.find();
    const open = vscode.workspace.textDocuments.filter(isArticle).map((document) => document.uri);
    const wanted = new Set([...found, ...open].map((uri) => uri.toString()));
    for (const path of [...project.paths(), ...problems.keys()]) if (!wanted.has(path)) forget(path);
    for (const uri of [...open, ...found]) if (afresh || !project.analysis(uri.toString())) enqueue(uri);
    changed.fire();
  };

  const edited = ({ document, contentChanges }: vscode.TextDocumentChangeEvent): void => {
    if (!isArticle(document) || contentChanges.length === 0) return;
    const path = document.uri.toString();
    edits.set(path, withChanges(edits.get(path) ?? [], contentChanges));
    clearTimeout(resting.get(path));
    resting.set(
      path,
      setTimeout(() => enqueue(document.uri), REST),
    );
  };

  const changedOnDisk = (uri: vscode.Uri): void => {
    if (project.analysis(uri.toString()) || problems.has(uri.toString())) enqueue(uri);
    else scanSoon();
  };

  /** One search for a burst of new files, as when a branch is checked out. */
  const scanSoon = (): void => {
    clearTimeout(scanning);
    scanning = setTimeout(() => void scan(), REST);
  };

  const files = vscode.workspace.createFileSystemWatcher('**/*.txt');
  const parts = [
    changed,
    files,
    onFolderMoves(() => void scan()),
    files.onDidCreate(changedOnDisk),
    files.onDidChange(changedOnDisk),
    files.onDidDelete((uri) => {
      forget(uri.toString());
      changed.fire();
    }),
    articles.onDidChange(() => scan(true)),
    sidecars.onDidChange((article) => {
      // A sidecar beside a file that is no article makes it none.
      if (project.analysis(article.toString())) enqueue(article);
    }),
    vscode.workspace.onDidChangeTextDocument(edited),
    vscode.workspace.onDidOpenTextDocument((document) => {
      if (isArticle(document)) enqueue(document.uri);
    }),
  ];
  void scan();

  return {
    onDidChange: changed.event,
    settled: async () => {
      while (running) await running;
    },
    analysis: (document) => project.analysis(document.uri.toString()),
    range: (document, span) => {
      const now = mapSpan(edits.get(document.uri.toString()) ?? [], span);
      return now && new vscode.Range(document.positionAt(now.start), document.positionAt(now.end));
    },
    offset: (document, position) =>
      unmapOffset(edits.get(document.uri.toString()) ?? [], document.offsetAt(position)),
    problems,
    get waiting() {
      return queue.size;
    },
    dispose: () => {
      disposed = true;
      clearTimeout(scanning);
      for (const timer of resting.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/** A file's article; an old version that git shows, or a passage, has our language but is none. */
const isArticle = ({ languageId, uri }: vscode.TextDocument): boolean =>
  languageId === LANGUAGE && vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true;

const openDocument = (path: string): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === path);

const isVisible = (uri: vscode.Uri): boolean =>
  vscode.window.visibleTextEditors.some((editor) => editor.document.uri.toString() === uri.toString());
