import type * as vscode from 'vscode';
import type { Decision, Dismissal } from '../core/sidecar/annotation.ts';
import { entryIdOf, type SidecarOperation } from '../core/sidecar/operation.ts';
import { EMPTY } from '../core/sidecar/parse.ts';
import type { ArticleFacts } from '../core/text/article.ts';
import { authorFor } from './author.ts';
import { createReadSidecars, type ReadSidecars } from './read-sidecars.ts';
import { asUriPath, sidecarFor } from './sidecar-files.ts';
import { createSidecarHistory, type Done, type SidecarHistory } from './sidecar-history.ts';
import { moveNote } from './sidecar-move.ts';
import type { SidecarReader } from './sidecar-reader.ts';
import { type Undone, type Written, type WrittenAll, writeOperations } from './sidecar-write.ts';

/** What the sidecars say of an article. */
export interface SidecarFacts {
  readonly facts: ArticleFacts;
  readonly decisions: readonly Decision[];
  readonly dismissals: readonly Dismissal[];
}

/** The sidecars of the workspace: read when they change, written one operation at a time. */
export interface SidecarStore extends Omit<ReadSidecars, 'note'> {
  /** What the sidecar states of the article; empty where there is none. */
  load(article: vscode.Uri): Promise<SidecarFacts>;
  /** Writes one change; false, after a message, where the file could not take it. */
  apply(article: vscode.Uri, operation: SidecarOperation, isPrivate?: boolean): Promise<boolean>;
  /** Writes changes to several articles' sidecars: all of them, or, after a message, none. They are taken back together. */
  applyTogether(changes: readonly ArticleChanges[]): Promise<boolean>;
  /** Puts a note into the private sidecar, or back among those for all. */
  setPrivate(article: vscode.Uri, id: string, isPrivate: boolean): Promise<boolean>;
  /**
   * Lets a decision name its other article by the new path, where it still names it by the old one. It follows from a
   * rename, so it is no change that the analyst takes back by itself.
   */
  redirect(redirection: Redirection): Promise<boolean>;
  /** Takes the last change of this window back, or that an entry came or went, by its id: as the history tells. */
  undoLast: SidecarHistory['undoLast'];
  authorFor(article: vscode.Uri): Promise<string | undefined>;
}

/** A decision whose other article is at another path now. */
export interface Redirection {
  readonly article: vscode.Uri;
  /** The file that holds the decision now, which nobody may have told of yet. */
  readonly sidecar: vscode.Uri;
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** New entries of one analyst's for an article. */
export interface ArticleChanges {
  readonly article: vscode.Uri;
  readonly operations: readonly [SidecarOperation, ...SidecarOperation[]];
}

export interface StoreOptions {
  readonly log: vscode.LogOutputChannel;
  readonly reader: SidecarReader;
}

export function createSidecarStore({ log, reader }: StoreOptions): SidecarStore {
  const read = createReadSidecars({ log, reader });
  const { refresh, fileOf, note } = read;
  let last: Promise<unknown> = Promise.resolve();

  /** One change after another: each reads what the one before it wrote. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const statingFile = (article: vscode.Uri) =>
    read.get(article)?.files.find((file) => Object.keys(file.read.value.article).length > 0);

  /** Where an operation belongs: what is there stays in its file, what is new goes where the settings say. */
  const placeOf = (article: vscode.Uri, operation: SidecarOperation, isPrivate: boolean): vscode.Uri =>
    (operation.kind === 'setFacts' ? statingFile(article) : fileOf(article, entryIdOf(operation)))?.uri ??
    sidecarFor(article, { author: authorOf(operation), isPrivate });

  /** All of them in one file, as nobody wrote in between. */
  const changeAll = async (
    { article, uri }: Pick<Done, 'article' | 'uri'>,
    operations: readonly SidecarOperation[],
    undone?: Undone,
  ): Promise<WrittenAll | null> => {
    const written = await writeOperations(uri, operations, { log, reader }, undone);
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

  return {
    ...read,
    load: async (article) => {
      const state = read.get(article) ?? (await refresh(article));
      const { article: facts, decisions, dismissals } = state?.sidecar ?? EMPTY;
      const stated = decisions.map((decision) => ({
        ...asUris(decision),
        ...(fileOf(article, decision.id)?.isPrivate ? { isPrivate: true as const } : {}),
      }));
      return { facts: factsAsUris(facts), decisions: stated, dismissals };
    },
    setPrivate: (article, id, isPrivate) =>
      inTurn(async () => {
        const moved = await move(article, id, isPrivate);
        if (moved) {
          const { inverse, created, uri } = moved;
          history.add({ article, uri, inverses: [inverse], created, wasPrivate: !isPrivate });
        }
        return moved !== null;
      }),
    redirect: ({ article, sidecar, id, from, to }) =>
      inTurn(async () => {
        note(sidecar, article);
        const state = await refresh(article);
        const uri = fileOf(article, id)?.uri;
        const decision = state?.sidecar.decisions.find((one) => one.id === id);
        if (uri === undefined || decision?.there.article !== from) return false;
        return (await changeAll({ article, uri }, [{ kind: 'updateDecision', id, article: to }])) !== null;
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
    dispose: () => read.dispose(),
  };
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
