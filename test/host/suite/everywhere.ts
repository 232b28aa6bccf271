// Annotating all occurrences at once, checked in the sidecars on disk.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/sidecar/parse.ts';
import { test } from './runner.ts';
import {
  api,
  closeAll,
  exists,
  inWorkspace,
  meridian,
  northline,
  openArticle,
  rangeOf,
  sidecarOf,
  textOf,
  tideway,
  waitFor,
} from './support.ts';

const articles = [tideway, meridian, northline];

/** The sidecars as they are on disk; null where there is none. */
const sidecars = (): Promise<(string | null)[]> =>
  Promise.all(articles.map(async (one) => ((await exists(sidecarOf(one))) ? textOf(sidecarOf(one)) : null)));

/** What the command was asked with and found: for who reads of a failure that does not come again. */
async function seen(): Promise<string> {
  const { session } = await api();
  const editor = vscode.window.activeTextEditor;
  const at = editor && session.views.span(editor.document, editor.selection);
  const path = editor?.document.uri.toString() ?? '';
  const found = at ? await session.engine.occurrences(path, at) : [];
  const places = found.map(({ articles }) => articles.map(({ value, revision }) => [value.length, revision]));
  return JSON.stringify({ path, at, places, revision: editor && session.views.revision(editor.document) });
}

const tagged = (text: string | null, tag: string) =>
  parseSidecar(text ?? '').value.annotations.filter(({ tags }) => tags.includes(tag));

async function annotate(words: string, own: Readonly<Record<string, unknown>>): Promise<void> {
  const editor = await openArticle(tideway);
  const { start, end } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start, end);
  await vscode.commands.executeCommand('counterpoint.annotateEverywhere', own);
}

test('every mention of a name in the story gets a note, once, and one undo takes all back', async () => {
  await closeAll();
  const before = await sidecars();
  const own = { scope: 'story', tags: ['varnholt'], note: 'Said so before?' };
  await annotate('Ilse Varnholt', own);
  const after = await sidecars();
  const notes = after.map((text) => tagged(text, 'varnholt'));
  ok(
    notes.every((some) => some.length > 0),
    `${notes.map(({ length }) => length).join()} ${await seen()}`,
  );
  for (const one of notes.flat()) {
    match(one.selectors.quote.exact, /Varnholt/);
    equal(one.note, 'Said so before?');
  }
  const { session } = await api();
  await waitFor('the notes', () =>
    articles.every((one, at) => {
      const placed = session.anchors.placed(inWorkspace(one));
      return (
        placed.filter(({ annotation }) => annotation.tags.includes('varnholt')).length === notes[at]?.length
      );
    }),
  );
  // What is annotated already is not annotated again.
  await annotate('Ilse Varnholt', own);
  deepEqual(await sidecars(), after);
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  deepEqual(await sidecars(), before);
  await closeAll();
}, 30_000);

test('articles that are read anew while they are asked about are no changed ones', async () => {
  const before = await sidecars();
  const { session } = await api();
  const { engine, views } = session;
  const marker = inWorkspace('counterpoint.yaml');
  const { document } = await openArticle(tideway);
  await views.load(document);
  const revision = views.revision(document);
  const { occurrences } = engine;
  engine.occurrences = async (...asked) => {
    const found = await occurrences(...asked);
    await vscode.workspace.fs.writeFile(
      marker,
      Buffer.from('# All texts are articles, so all are read anew.\n'),
    );
    await waitFor('the article to be read anew', () => views.revision(document) !== revision);
    return found;
  };
  try {
    await annotate('Ilse Varnholt', { scope: 'story', tags: ['varnholt'], note: '' });
  } finally {
    engine.occurrences = occurrences;
    await vscode.workspace.fs.delete(marker);
  }
  for (const text of await sidecars()) ok(tagged(text, 'varnholt').length > 0, await seen());
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  deepEqual(await sidecars(), before);
  await closeAll();
}, 30_000);

test('one that was answered since stays when the others are taken back', async () => {
  const before = await sidecars();
  await annotate('Ilse Varnholt', { scope: 'story', tags: ['varnholt'], note: 'Said so before?' });
  const added = tagged((await sidecars())[0] ?? null, 'varnholt');
  const [first] = added;
  ok(first && added.length > 1);
  const { session } = await api();
  const reply = { id: 'r-answer', author: 'Ada', created: '2026-03-05T10:00:00Z', note: 'Yes, in May.' };
  const answer = { kind: 'addReply', to: first.id, reply: { ...reply, modified: reply.created } } as const;
  ok(await session.sidecars.apply(inWorkspace(tideway), answer));
  // As the button of the message does.
  ok(await session.sidecars.undoLast(first.id));
  const [own, ...others] = await sidecars();
  deepEqual(
    tagged(own ?? null, 'varnholt').map(({ id, replies }) => [id, replies.length]),
    [[first.id, 1]],
  );
  deepEqual(others, before.slice(1));
  const sidecar = inWorkspace(sidecarOf(tideway));
  const [text = null] = before;
  if (text === null) await vscode.workspace.fs.delete(sidecar);
  else await vscode.workspace.fs.writeFile(sidecar, Buffer.from(text));
  await session.sidecars.refresh(inWorkspace(tideway));
  await closeAll();
}, 30_000);

test('words of this article alone; where a sidecar can’t take it, none does', async () => {
  const before = await sidecars();
  await annotate('ferries', { scope: 'article', tags: ['relief'], note: '' });
  const [own, ...others] = await sidecars();
  equal(tagged(own ?? null, 'relief').length, 1);
  deepEqual(others, before.slice(1));
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  deepEqual(await sidecars(), before);

  const broken = inWorkspace(sidecarOf(northline));
  await vscode.workspace.fs.writeFile(broken, Buffer.from('annotations: [\n'));
  await annotate('Ilse Varnholt', { scope: 'story', tags: ['varnholt'], note: '' });
  deepEqual(await sidecars(), [...before.slice(0, 2), 'annotations: [\n']);
  const [, , last = null] = before;
  if (last === null) await vscode.workspace.fs.delete(broken);
  else await vscode.workspace.fs.writeFile(broken, Buffer.from(last));
  const { session } = await api();
  await waitFor('the sidecar to be sound again', async () => {
    const state = await session.sidecars.refresh(inWorkspace(northline));
    return last === null ? state === undefined : state?.files.every(({ text }) => text === last);
  });
  await closeAll();
}, 30_000);
