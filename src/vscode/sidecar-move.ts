import type * as vscode from 'vscode';
import { applyOperation } from '../core/sidecar/edit.ts';
import type { SidecarOperation } from '../core/sidecar/operation.ts';
import { inWords } from './in-words.ts';
import { sidecarFor } from './sidecar-files.ts';
import { refuse, type Undone, type Written } from './sidecar-write.ts';

/** The file that holds the note. */
interface Held {
  readonly uri: vscode.Uri;
  readonly isPrivate: boolean;
  readonly text: string;
}

/** What of the store a move needs. */
interface Moving {
  refresh(article: vscode.Uri): Promise<unknown>;
  fileOf(article: vscode.Uri, id: string): Held | undefined;
  change(
    article: vscode.Uri,
    uri: vscode.Uri,
    operation: SidecarOperation,
    undone?: Undone,
  ): Promise<Written | null>;
}

/** A change, and the file that it is in. */
export interface WrittenThere extends Written {
  readonly uri: vscode.Uri;
}

/**
 * Puts a note into the private sidecar or back among those for all; null, after a message, where that can't be done.
 * First there, then away from here: a crash in between leaves it twice, which is said, never not at all.
 */
export async function moveNote(
  { refresh, fileOf, change }: Moving,
  article: vscode.Uri,
  id: string,
  isPrivate: boolean,
): Promise<WrittenThere | null> {
  await refresh(article);
  const from = fileOf(article, id);
  if (!from || from.isPrivate === isPrivate) return null;
  const removal = { kind: 'removeAnnotation' as const, id };
  const taken = applyOperation(from.text, removal);
  if (taken.kind === 'refused')
    return refuse(from.uri, inWords(taken.problem.words), taken.problem.span.start);
  if (taken.inverse.kind !== 'addAnnotation') return null;
  const to = sidecarFor(article, { author: taken.inverse.annotation.author, isPrivate });
  // As it is written, with its comments and with keys of the analysts' own.
  const there = await change(article, to, taken.inverse);
  if (!there) return null;
  const gone = await change(article, from.uri, removal);
  if (!gone) {
    await change(article, to, there.inverse, there);
    return null;
  }
  if (isSame(gone.inverse, taken.inverse)) return { ...there, uri: to };
  // Somebody wrote in between: what was really there is what moves.
  const latest = (await change(article, to, removal)) && (await change(article, to, gone.inverse));
  if (latest) return { ...latest, created: there.created, uri: to };
  await change(article, from.uri, gone.inverse, gone);
  return null;
}

/** Where it stood among the others does not count. */
const isSame = (a: SidecarOperation, b: SidecarOperation): boolean =>
  a.kind === 'addAnnotation' &&
  b.kind === 'addAnnotation' &&
  a.source?.text === b.source?.text &&
  JSON.stringify(a.annotation) === JSON.stringify(b.annotation);
