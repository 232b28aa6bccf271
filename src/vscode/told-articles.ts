import * as vscode from 'vscode';
import { UNCHANGED } from '../engine/opened.ts';
import { isGone, isOpen, openDocument, stampOf } from './documents.ts';
import { EngineStopped, type EngineThread } from './engine-thread.ts';
import { type ArticleProblem, goneProblem, readText, replacedBytes, tooLarge } from './read-article.ts';
import type { SidecarFacts } from './sidecar-store.ts';
import type { Views } from './views.ts';

/** What the engine has been told of each article. */
export interface ToldArticles {
  /** Paths of the analysed articles. */
  readonly known: ReadonlySet<string>;
  /** Files that are left out, or read with a reservation, by path. */
  readonly problems: ReadonlyMap<string, ArticleProblem>;
  /** Analysed, or left out. */
  has(uri: vscode.Uri): boolean;
  /** Reads it as it is now, in its editor or on disk, and tells the engine; forgets one that is gone. */
  update(uri: vscode.Uri): Promise<void>;
  forget(path: string): Promise<void>;
  /** What can't be analysed is left out until it changes. */
  leaveOut(uri: vscode.Uri, error: unknown): Promise<void>;
  /** The engine has kept it as the file with this stamp has it. */
  takeUp(path: string, stamp: string): void;
  /** Whether its file is another than the one that was read last. */
  isOther(uri: vscode.Uri): Promise<boolean>;
  /** Whether the file of an open article has gone or come back since the article was read last. */
  hasGoneOrCome(uri: vscode.Uri): Promise<boolean>;
  /** Whether its sidecars say something else than when it was read. */
  isToldNews(uri: vscode.Uri): Promise<boolean>;
  /** The engine starts again, empty; what it had known. */
  lose(): readonly string[];
}

export interface ToldArticlesOptions {
  readonly engine: EngineThread;
  readonly views: Views;
  readonly load: (article: vscode.Uri) => Promise<SidecarFacts>;
  readonly log: vscode.LogOutputChannel;
}

export function createToldArticles({ engine, views, load, log }: ToldArticlesOptions): ToldArticles {
  const known = new Set<string>();
  const problems = new Map<string, ArticleProblem>();
  /** Of files as they were when they were read; empty for what was read from an editor. */
  const stamps = new Map<string, string>();
  /** The last revision of each article that the engine was told. */
  const sent = new Map<string, number>();
  /** What the sidecars said of each article when it was set. */
  const told = new Map<string, string>();
  let revision = UNCHANGED;

  const update = async (uri: vscode.Uri): Promise<void> => {
    const path = uri.toString();
    const said = await load(uri);
    const { facts, decisions, dismissals } = said;
    const open = openDocument(uri);
    stamps.set(path, open ? '' : await stampOf(uri));
    if (open && (await isGone(uri))) return forget(path, isOpen(uri) ? goneProblem() : null);
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

  const forget = async (path: string, problem: ArticleProblem | null = null): Promise<void> => {
    note(path, problem);
    views.forget(path);
    // What can't be used is looked at again when it is another.
    if (problem === null) stamps.delete(path);
    const wasSent = sent.delete(path);
    told.delete(path);
    if (known.delete(path) || wasSent) await engine.remove(path);
  };

  const leaveOut = async (uri: vscode.Uri, error: unknown): Promise<void> => {
    const path = uri.toString();
    log.error(`${path}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    const message = vscode.l10n.t(
      'Counterpoint could not analyse this article and leaves it out. The log under “Output: Counterpoint” says why.',
    );
    await forget(path, { code: 'article-unreadable', message, line: 0 });
    if (!(error instanceof EngineStopped)) await engine.remove(path);
  };

  return {
    known,
    problems,
    has: (uri) => known.has(uri.toString()) || problems.has(uri.toString()),
    update,
    forget: (path) => forget(path),
    leaveOut,
    takeUp: (path, stamp) => {
      known.add(path);
      stamps.set(path, stamp);
      views.sent(path, UNCHANGED);
    },
    isOther: async (uri) => stamps.get(uri.toString()) !== (await stampOf(uri)),
    hasGoneOrCome: async (uri) =>
      (problems.get(uri.toString())?.code === 'article-gone') !== (await isGone(uri)),
    isToldNews: async (uri) => told.get(uri.toString()) !== JSON.stringify(await load(uri)),
    lose: () => {
      const lost = [...known];
      for (const all of [known, sent, told]) all.clear();
      return lost;
    },
  };
}
