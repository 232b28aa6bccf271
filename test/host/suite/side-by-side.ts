// Two articles side by side: what follows the cursor, and what leaves it alone.
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import {
  api,
  closeAll,
  inWorkspace,
  meridian,
  northline,
  openArticle,
  rangeOf,
  tideway,
  waitFor,
} from './support.ts';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`counterpoint.${command}`, ...args);

const pathOf = (article: string): string => inWorkspace(article).toString();

/** What the other article has of the claim at the cursor, by its words. */
async function found(editor: vscode.TextEditor): Promise<string | null> {
  const { session } = await api();
  const other = session.beside.now?.others.find((one) => one.editor.document === editor.document);
  const range = other?.found?.there && session.views.range(editor.document, other.found.there.claim);
  return range ? editor.document.getText(range) : null;
}

const shown = (article: string): vscode.TextEditor => {
  const editor = vscode.window.visibleTextEditors.find(
    ({ document }) => document.uri.toString() === pathOf(article),
  );
  ok(editor, `${article} is not in sight`);
  return editor;
};

function moveTo(editor: vscode.TextEditor, words: string): void {
  const { start } = rangeOf(editor.document, words);
  editor.selection = new vscode.Selection(start.translate(0, 1), start.translate(0, 1));
}

const isInSight = (editor: vscode.TextEditor, words: string): boolean => {
  const range = rangeOf(editor.document, words);
  return editor.visibleRanges.some((visible) => visible.contains(range.start));
};

test('the counterpart of the claim at the cursor is followed in the article beside, both ways', async () => {
  await closeAll();
  const here = await openArticle(tideway);
  const { session } = await api();
  moveTo(here, '14 hangers');
  await run('sideBySide', { path: pathOf(northline) });
  const there = await waitFor('the other article', () => shown(northline));
  equal(vscode.window.activeTextEditor?.document, here.document);
  equal(there.viewColumn, vscode.ViewColumn.Two);
  equal(session.beside.isOn, true);
  await waitFor('the counterpart', async () => (await found(there)) === '17 hangers');
  ok(isInSight(there, '17 hangers'));

  const before = there.selection;
  moveTo(here, '12 per cent');
  await waitFor('the next counterpart', async () => (await found(there)) === '15 per cent');
  ok(there.selection.isEqual(before), 'the other cursor was moved');

  moveTo(here, 'cough syrup');
  await waitFor('word that there is none', () => {
    const other = session.beside.now?.others[0];
    return other?.found && other.found.there === null;
  });

  const other = await vscode.window.showTextDocument(there.document, there.viewColumn);
  moveTo(other, '17 hangers');
  await waitFor('the way back', async () => (await found(shown(tideway))) === '14 hangers');
  await run('endSideBySide');
  equal(session.beside.now, null);
  await closeAll();
});

test('whoever types scrolls nothing; who moves the cursor does', async () => {
  await closeAll();
  const here = await openArticle(tideway);
  moveTo(here, '14 hangers');
  await run('sideBySide', { path: pathOf(northline) });
  const there = await waitFor('the other article', () => shown(northline));
  await waitFor('the counterpart', async () => (await found(there)) === '17 hangers');
  const last = there.document.lineCount - 1;
  there.revealRange(new vscode.Range(last, 0, last, 0), vscode.TextEditorRevealType.AtTop);
  await waitFor('the other article to be scrolled', () => !isInSight(there, '17 hangers'));
  const { start } = rangeOf(here.document, '14 hangers');
  await here.edit((edit) => edit.insert(start, 'about '));
  here.selection = new vscode.Selection(start, start);
  await new Promise((resolve) => setTimeout(resolve, 700));
  equal(isInSight(there, '17 hangers'), false);
  moveTo(here, '14 hangers');
  await waitFor('the other article to follow', () => isInSight(there, '17 hangers'));
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await run('endSideBySide');
  await closeAll();
});

test('open beside and compare take the counterpart that is boxed; a closed column ends it', async () => {
  await closeAll();
  const here = await openArticle(tideway);
  const { session } = await api();
  moveTo(here, '46,000 vehicles');
  const [best] = (await session.engine.viewLinks(pathOf(tideway)))?.value.links ?? [];
  ok(best);
  for (const article of [meridian, northline]) {
    await run('sideBySide', { path: pathOf(article) });
    const there = await waitFor('the other article', () => shown(article));
    const words = await waitFor('the counterpart', () => found(there));
    match(words, /vehicles|crossings|cars/);
    await run('openBeside');
    equal(vscode.window.activeTextEditor?.document.uri.toString(), pathOf(article));
    equal(there.document.getText(shown(article).selection), words);
    await run('endSideBySide');
    await vscode.window.showTextDocument(here.document, vscode.ViewColumn.One);
    moveTo(shown(tideway), '46,000 vehicles');
  }
  await run('sideBySide', { path: pathOf(meridian) });
  await waitFor('it to begin', () => session.beside.isOn);
  await vscode.commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
  await waitFor('it to end', () => !session.beside.isOn);
  await closeAll();
});
