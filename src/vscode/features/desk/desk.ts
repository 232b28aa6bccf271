import * as vscode from 'vscode';
import type { ClaimRef } from '../../../core/counterparts/link.ts';
import { byText } from '../../../core/text/order.ts';
import { anyClaim } from '../../cursor.ts';
import { together } from '../../disposables.ts';
import { isArticle, rangeOfSpan } from '../../documents.ts';
import { EXCLUDED, MARKER } from '../../markers.ts';
import { reveal } from '../../places.ts';
import { say } from '../../say.ts';
import type { Session } from '../../session.ts';
import { isThere } from '../../sidecar-files.ts';
import { namedNote } from '../annotations/target.ts';
import { markerText } from '../practice.ts';
import { claimsTree } from './claims-tree.ts';
import { namesTree } from './names-tree.ts';
import { notesTree } from './notes-tree.ts';
import { rowKeys } from './row-keys.ts';
import { storyTree } from './story-tree.ts';

/** Lists are built anew no more often than this, in milliseconds, however fast the corpus changes. */
const REST = { quiet: 400, reading: 3000 };

/** The lists beside the editor: they follow it, and it follows them. */
export function desk(session: Session): vscode.Disposable {
  const { views, corpus, anchors, sidecars, current } = session;
  const story = storyTree(session, current);
  const claims = claimsTree(session, current);
  const names = namesTree(session, current);
  const notes = notesTree(session);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let due = Number.POSITIVE_INFINITY;

  const refresh = (): void => {
    due = Number.POSITIVE_INFINITY;
    for (const tree of [story, claims, names]) tree.refresh();
  };
  /** What was put off while articles are read comes sooner when that ends. */
  const refreshSoon = (): void => {
    const rest = corpus.waiting > 0 ? REST.reading : REST.quiet;
    const at = performance.now() + rest;
    if (at >= due) return;
    clearTimeout(waiting);
    due = at;
    waiting = setTimeout(refresh, rest);
  };
  let notesWaiting: ReturnType<typeof setTimeout> | undefined;
  const refreshNotesSoon = (): void => {
    notesWaiting ??= setTimeout(() => {
      notesWaiting = undefined;
      notes.refresh();
    }, REST.quiet);
  };

  /** An editor whose cursor was moved before it was in front, or before its article was read: a jump does that. */
  let ahead: vscode.TextEditor | null = null;
  /** The rows of what the cursor is on. */
  const follow = (editor: vscode.TextEditor): void => {
    const { document, selection } = editor;
    if (!isArticle(document)) return;
    ahead = editor === vscode.window.activeTextEditor && views.view(document) ? null : editor;
    if (ahead) return;
    const path = document.uri.toString();
    const isLooked = claims.view.visible || story.view.visible;
    const claim = isLooked ? anyClaim(session, document, selection) : null;
    const isOf = (one: ClaimRef): boolean => one.path === path && one.claim === claim?.claim;
    claims.reveal(claim && ((row) => row.kind === 'claim' && isOf(row)));
    story.reveal(claim && ((row) => row.kind === 'difference' && isOf(row.from)));
    const name = names.view.visible ? nameAt(session, document, selection.active) : undefined;
    names.reveal(
      name ? (row) => row.kind === 'name' && row.of.type === name.type && row.name === name.name : null,
    );
    const offset = document.offsetAt(selection.active);
    const note = anchors
      .placed(document.uri)
      .find(({ span }) => span && span.start <= offset && offset <= span.end);
    if (note) notes.find(path, note.annotation.id);
  };
  const catchUp = (): void => {
    if (ahead) follow(ahead);
  };

  const goToAnnotation = async (arg: unknown): Promise<void> => {
    const note = namedNote(arg);
    if (!note) return;
    const uri = note.article;
    const placed = anchors.placed(uri).find(({ annotation }) => annotation.id === note.id);
    if (!placed) return;
    if (!placed.span) {
      await vscode.window.showTextDocument(uri);
      await vscode.commands.executeCommand('counterpoint.reanchorAnnotation', arg);
      return;
    }
    const document = await vscode.workspace.openTextDocument(uri);
    await reveal(new vscode.Location(uri, rangeOfSpan(document, placed.span)), {
      column: vscode.ViewColumn.Active,
      preserveFocus: true,
    });
  };

  return together(
    story,
    claims,
    names,
    notes,
    rowKeys({ 'counterpoint.claims': claims.view, 'counterpoint.annotations': notes.view }),
    { dispose: () => [waiting, notesWaiting].forEach((timer) => void clearTimeout(timer)) },
    current.onDidChange(refresh),
    views.onDidChange(refreshSoon),
    views.onDidChange(catchUp),
    vscode.window.onDidChangeActiveTextEditor(catchUp),
    corpus.onDidChange(refreshSoon),
    anchors.onDidChange(refreshNotesSoon),
    sidecars.onDidChange(refreshNotesSoon),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    vscode.commands.registerCommand('counterpoint.goToAnnotation', goToAnnotation),
    vscode.commands.registerCommand('counterpoint.markFolder', markFolder),
  );
}

/** Who or what is named at a position. */
function nameAt({ views }: Session, document: vscode.TextDocument, position: vscode.Position) {
  const analysis = views.view(document)?.analysis;
  const at = views.offset(document, position);
  const named = analysis?.entities.find(({ start, end }) => start <= at && at <= end);
  return named && analysis?.chains.find(({ id }) => id === named.chain);
}

/** Makes the texts of a folder articles by the file that marks it, and opens the first; an existing file is only shown. */
async function markFolder(): Promise<void> {
  const folder =
    (vscode.workspace.workspaceFolders?.length ?? 0) > 1
      ? await vscode.window.showWorkspaceFolderPick()
      : vscode.workspace.workspaceFolders?.[0];
  if (!folder) return;
  const file = vscode.Uri.joinPath(folder.uri, MARKER);
  if (await isThere(file)) {
    await vscode.window.showTextDocument(file);
    return;
  }
  await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(markerText()));
  const texts = await vscode.workspace.findFiles(new vscode.RelativePattern(folder, '**/*.txt'), EXCLUDED);
  say(
    texts.length === 1
      ? vscode.l10n.t('The text of this folder is an article now: {0} was made to say so.', MARKER)
      : vscode.l10n.t(
          'The {0} texts of this folder are articles now: {1} was made to say so.',
          texts.length,
          MARKER,
        ),
  );
  await showFirst([...texts.sort((a, b) => byText(a.path, b.path)).slice(0, MOST_TRIED), file]);
}

/** Files that are tried: some may be binary, whatever they are called. */
const MOST_TRIED = 20;

async function showFirst([first, ...others]: readonly vscode.Uri[]): Promise<void> {
  if (!first) return;
  const document = await vscode.workspace.openTextDocument(first).then(
    (opened) => opened,
    () => null,
  );
  if (document) await vscode.window.showTextDocument(document);
  else await showFirst(others);
}
