import * as vscode from 'vscode';
import type { Decision, Dismissal, Sidecar } from '../core/sidecar/annotation.ts';
import { articleOf, SIDECAR_SUFFIX } from '../core/sidecar/location.ts';
import { idOf, type SidecarOperation } from '../core/sidecar/operation.ts';
import { parseSidecar, type SidecarRead } from '../core/sidecar/parse.ts';
import type { ArticleFacts } from '../core/text/article.ts';
import type { Problem } from '../core/text/problem.ts';
import { authorFor } from './author.ts';
import { together } from './disposables.ts';
import { asUriPath, currentText, sidecarUri, withoutMark } from './sidecar-files.ts';
import { type Written, writeOperation } from './sidecar-write.ts';
import { onUnseenChanges } from './unseen-changes.ts';

/** How long typing in an open sidecar must rest before it is read again, in milliseconds. */
const REST = 200;

/** A sidecar as it was last read. */
export interface SidecarState {
  readonly article: vscode.Uri;
  readonly uri: vscode.Uri;
  /** Without a byte order mark; the spans of `read` count in it. */
  readonly text: string;
  /** Why the file can't be read; null where it can. */
  readonly reason: string | null;
  readonly read: SidecarRead;
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
  /** Undefined where the article has no sidecar, or it was not read yet. */
  get(article: vscode.Uri): SidecarState | undefined;
  all(): readonly SidecarState[];
  /** Resolves when every sidecar of the workspace has been read once. */
  readonly ready: Promise<unknown>;
  /** Writes one change; false, after a message, where the file could not take it. */
  apply(article: vscode.Uri, operation: SidecarOperation): Promise<boolean>;
  /** Takes the last change of this window back, or the last one to an entry, by its ids. */
  undoLast(id?: string): Promise<boolean>;
  authorFor(article: vscode.Uri): Promise<string | undefined>;
}

interface Done extends Written {
  readonly article: vscode.Uri;
}

export function createSidecarStore({ log }: { readonly log: vscode.LogOutputChannel }): SidecarStore {
  const states = new Map<string, SidecarState>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const done: Done[] = [];
  const resting = new Map<string, ReturnType<typeof setTimeout>>();
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

  const readNow = async (article: vscode.Uri): Promise<SidecarState | undefined> => {
    const key = article.toString();
    const uri = sidecarUri(article);
    const file = await currentText(uri);
    const before = states.get(key);
    if (file.kind === 'absent') {
      if (states.delete(key)) changed.fire(article);
      return undefined;
    }
    const text = file.kind === 'text' ? withoutMark(file.text) : '';
    const reason = file.kind === 'unusable' ? file.reason : null;
    if (before?.text === text && before.reason === reason) return before;
    const state = {
      article,
      uri,
      text,
      reason,
      read: file.kind === 'text' ? parseSidecar(text) : unusable(file.reason),
    };
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
    const article = articleOf(uri.path);
    if (article !== null) refreshLater(uri.with({ path: article }), rest);
  };

  /** The articles whose sidecars there are. */
  const readAll = async (): Promise<string[]> => {
    const found = await vscode.workspace.findFiles(`**/*${SIDECAR_SUFFIX}`, '**/{node_modules,.git}/**');
    const articles: string[] = [];
    for (const uri of found) {
      const article = articleOf(uri.path);
      if (article === null) continue;
      articles.push(uri.with({ path: article }).toString());
      await refresh(uri.with({ path: article }));
    }
    return articles;
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

  const change = async (
    article: vscode.Uri,
    operation: SidecarOperation,
    undone?: Written,
  ): Promise<Written | null> => {
    const written = await writeOperation(article, operation, log, undone);
    if (written) await refresh(article);
    return written;
  };

  const files = vscode.workspace.createFileSystemWatcher(`**/*${SIDECAR_SUFFIX}`);
  const parts = [
    changed,
    files,
    files.onDidCreate(touched(20)),
    files.onDidChange(touched(20)),
    files.onDidDelete(touched(20)),
    onUnseenChanges(() => lookAgain().catch((error: unknown) => log.error(String(error)))),
    vscode.workspace.onDidChangeTextDocument(({ document }) => touched(REST)(document.uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => touched(20)(uri)),
  ];

  return {
    onDidChange: changed.event,
    ready: readAll(),
    load: async (article) => {
      const state = states.get(article.toString()) ?? (await refresh(article));
      const { article: facts = {}, decisions = [], dismissals = [] } = usable(state) ?? {};
      return { facts: factsAsUris(facts), decisions: decisions.map(asUris), dismissals };
    },
    get: (article) => states.get(article.toString()),
    all: () => [...states.values()],
    apply: (article, operation) =>
      inTurn(async () => {
        const written = await change(article, operation);
        if (written) done.push({ article, ...written });
        return written !== null;
      }),
    undoLast: (id) =>
      inTurn(async () => {
        const at = done.findLastIndex(({ inverse }) => id === undefined || idOf(inverse) === id);
        const latest = done[at];
        if (!latest || !(await change(latest.article, latest.inverse, latest))) return false;
        done.splice(at, 1);
        return true;
      }),
    authorFor,
    dispose: () => {
      for (const timer of resting.values()) clearTimeout(timer);
      together(...parts).dispose();
    },
  };
}

const usable = (state: SidecarState | undefined): Sidecar | undefined => state?.read.value;

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
  const problem: Problem = {
    code: 'sidecar-unreadable',
    severity: 'error',
    message,
    span: { start: 0, end: 0 },
  };
  return { ...parseSidecar(''), problems: [problem] };
}
