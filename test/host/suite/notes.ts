// Annotations and decisions, checked in the sidecar on disk.
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import {
  api,
  clickLink,
  exists,
  hoverOver,
  inWorkspace,
  northline,
  openArticle,
  problemsOf,
  rangeOf,
  readable,
  textOf,
  tideway,
  waitFor,
} from './support.ts';

const sidecarOf = (article: string): string => `${article}.annotations.yaml`;

/** Writes a note as the comment box does: its button hands a thread and the typed text to our command. */
async function writeNote(document: vscode.TextDocument, passage: string, text: string): Promise<void> {
  const thread = { uri: document.uri, range: rangeOf(document, passage), dispose: () => {} };
  await vscode.commands.executeCommand('counterpoint.saveAnnotation', { thread, text });
}

/** The id of the first annotation that holds a text. */
function idOf(sidecar: string, text: string): string {
  const before = sidecar.slice(0, sidecar.indexOf(text));
  const id = [...before.matchAll(/^ {2}(a-[0-9a-f]+):/gm)].at(-1)?.[1];
  ok(id, `no annotation holds “${text}”`);
  return id;
}

test('a first note creates the sidecar with quote, context and author', async () => {
  equal(await exists(sidecarOf(northline)), false);
  const { document } = await openArticle(northline);
  await writeNote(document, '17 hangers', 'Which survey: February or the Authority’s own?');
  const sidecar = await textOf(sidecarOf(northline));
  match(sidecar, /^version: 1/m);
  match(sidecar, /author: Ada Wolfram/);
  match(sidecar, /exact: "17 hangers"/);
  match(sidecar, /prefix: /);
  match(sidecar, /Which survey: February/);
});

test('a second note leaves every other byte of a hand-edited sidecar alone', async () => {
  const { document } = await openArticle(tideway);
  const before = await textOf(sidecarOf(tideway));
  await writeNote(document, '46,000 vehicles', 'The Dispatch has 45,000.');
  const after = await textOf(sidecarOf(tideway));
  ok(after.length > before.length);
  const lines = new Set(after.split('\n'));
  const gone = before.split('\n').filter((line) => !lines.has(line));
  equal(gone.join('\n'), '');
  match(after, /^# Notes on this article\. Counterpoint writes only/);
});

test('a note is removed, and undo brings it back as it was', async () => {
  await openArticle(tideway);
  const before = await textOf(sidecarOf(tideway));
  const id = idOf(before, 'The Dispatch has 45,000.');
  // The command waits for the answer to its own "Undo" button: it is not awaited.
  void vscode.commands.executeCommand('counterpoint.removeAnnotation', {
    article: inWorkspace(tideway).toString(),
    id,
  });
  await waitFor('the note to go', async () => !(await textOf(sidecarOf(tideway))).includes(id));
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  const back = await waitFor('the note to come back', async () => {
    const text = await textOf(sidecarOf(tideway));
    return text.includes(id) ? text : null;
  });
  match(back, /The Dispatch has 45,000\./);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('“not the same” is kept in the sidecar and obeyed from both articles', async () => {
  const { document } = await openArticle(tideway);
  const card = await hoverOver(document, '46,000 vehicles');
  const counterpart = card.split('---').find((part) => readable(part).includes('50,000'));
  ok(counterpart, readable(card));
  await clickLink(counterpart, 'counterpoint.rejectLink');
  match(await textOf(sidecarOf(tideway)), /decision: rejected/);
  const gone = async (from: vscode.TextDocument, figure: string, other: RegExp): Promise<boolean> =>
    !other.test(readable(await hoverOver(from, figure)));
  await waitFor('the link to go', () => gone(document, '46,000 vehicles', /50,000/));
  const there = (await openArticle(northline)).document;
  await waitFor('the link to go there', () => gone(there, '50,000 vehicles', /46,000/));
});

test('a note stays on its words after the article was edited above it', async () => {
  const { document } = await openArticle(northline);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), 'A paragraph that an editor added.\n\n');
  await vscode.workspace.applyEdit(edit);
  await document.save();
  const { session } = await api();
  await session.corpus.settled();
  await waitFor(
    'no lost anchor',
    () => !problemsOf(sidecarOf(northline)).some((message) => /not found|lost/i.test(message)),
  );
  ok((await textOf(northline)).startsWith('A paragraph that an editor added.'));
});

test('a passage that was cut out is listed in Problems, and its note is kept', async () => {
  const { document } = await openArticle(northline);
  const edit = new vscode.WorkspaceEdit();
  const { start } = rangeOf(document, '17 hangers');
  edit.delete(document.uri, document.lineAt(start.line).range);
  await vscode.workspace.applyEdit(edit);
  await document.save();
  await waitFor('the problem', () => problemsOf(sidecarOf(northline)).length > 0);
  match(await textOf(sidecarOf(northline)), /Which survey: February/);
});
