import * as vscode from 'vscode';
import { type Codebook, parseCodebook } from '../core/sidecar/codebook.ts';
import type { TagDefinition } from '../core/sidecar/codebook-tags.ts';
import { tagsTogether } from '../core/sidecar/tag-check.ts';
import type { Problem } from '../core/text/problem.ts';
import { together } from './disposables.ts';
import { findMarkers, holdsFor, isMarker, MARKER, onMarkers } from './markers.ts';
import { currentText, SIDECARS, withoutMark } from './sidecar-files.ts';
import { onUnseenChanges } from './unseen-changes.ts';

/** How long typing in an open codebook must rest before it is read again, in milliseconds. */
const REST = 200;

/** What the editor's help in all files of ours is registered for. */
export const SIDECARS_AND_CODEBOOKS: readonly vscode.DocumentFilter[] = [
  SIDECARS,
  { pattern: `**/${MARKER}` },
];

/** A `counterpoint.yaml` as it was last read. */
export interface CodebookFile {
  readonly uri: vscode.Uri;
  /** Without a byte order mark; spans count in it. */
  readonly text: string;
  readonly value: Codebook;
  readonly problems: readonly Problem[];
}

/** The codebooks of the workspace and above it: each holds for the articles beside and below it. */
export interface Codebooks extends vscode.Disposable {
  readonly onDidChange: vscode.Event<void>;
  files(): readonly CodebookFile[];
  /** Those that hold for an article (or a file beside it), the nearest first. */
  above(article: vscode.Uri): readonly CodebookFile[];
  /** The tags that an article's notes may have; null where no codebook says. */
  tagsFor(article: vscode.Uri): readonly TagDefinition[] | null;
}

export function createCodebooks(log: vscode.LogOutputChannel): Codebooks {
  let files: readonly CodebookFile[] = [];
  const changed = new vscode.EventEmitter<void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let round = 0;
  let told = false;

  const read = async (): Promise<void> => {
    const mine = ++round;
    const found = await Promise.all((await findMarkers()).map(readCodebook));
    if (mine !== round) return;
    const before = written(files);
    files = found.sort((a, b) => (a.uri.path < b.uri.path ? -1 : 1));
    if (written(files) !== before || !told) changed.fire();
    told = true;
  };
  const refresh = (): void => void read().catch((error: unknown) => log.error(String(error)));
  const refreshLater = ({ uri }: vscode.TextDocument): void => {
    if (!isMarker(uri)) return;
    clearTimeout(timer);
    timer = setTimeout(refresh, REST);
  };
  const above = (article: vscode.Uri): readonly CodebookFile[] =>
    files.filter(({ uri }) => holdsFor(uri, article)).sort((a, b) => b.uri.path.length - a.uri.path.length);

  const parts = together(
    changed,
    onMarkers(refresh, { changes: true }),
    vscode.workspace.onDidChangeTextDocument(({ document }) => refreshLater(document)),
    vscode.workspace.onDidCloseTextDocument(refreshLater),
    onUnseenChanges(() => read().catch((error: unknown) => log.error(String(error)))),
  );
  refresh();
  return {
    onDidChange: changed.event,
    files: () => files,
    above,
    tagsFor: (article) => tagsTogether(above(article).map(({ value }) => value.tags)),
    dispose: () => {
      clearTimeout(timer);
      parts.dispose();
    },
  };
}

const written = (files: readonly CodebookFile[]): string =>
  JSON.stringify(files.map(({ uri, text }) => [uri.toString(), text]));

async function readCodebook(uri: vscode.Uri): Promise<CodebookFile> {
  const file = await currentText(uri);
  const text = file.kind === 'text' ? withoutMark(file.text) : '';
  return { uri, text, ...parseCodebook(text) };
}
