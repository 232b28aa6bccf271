// What cards and lenses offer, run as they run it.
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import {
  clickLink,
  closeAll,
  hoverOver,
  lensesOf,
  openArticle,
  rangeOf,
  tideway,
  waitFor,
} from './support.ts';

test('open beside shows the counterpart in a second column, selected', async () => {
  const { document } = await openArticle(tideway);
  await clickLink(await hoverOver(document, 'No toll and no timetable'), 'counterpoint.openBeside');
  const beside = await waitFor('the other article', () => {
    const editor = vscode.window.activeTextEditor;
    return editor && editor.document !== document ? editor : null;
  });
  equal(beside.viewColumn, vscode.ViewColumn.Two);
  match(beside.document.getText(beside.selection), /no timetable/i);
  await closeAll();
});

test('go to definition and references lead to the counterparts', async () => {
  const { document } = await openArticle(tideway);
  const position = rangeOf(document, '14 hangers').start;
  const references = await vscode.commands.executeCommand<vscode.Location[]>(
    'vscode.executeReferenceProvider',
    document.uri,
    position,
  );
  ok(references.length >= 1);
  ok(references.every(({ uri }) => uri.toString() !== document.uri.toString()));
});

test('compare opens the diff editor on both passages', async () => {
  const { document } = await openArticle(tideway);
  await clickLink(await hoverOver(document, 'No toll and no timetable'), 'counterpoint.compare');
  const diff = await waitFor('the diff editor', () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : null;
  });
  const [left, right] = await Promise.all(
    [diff.original, diff.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
  );
  match(left?.getText() ?? '', /“No toll and no timetable is worth a single life,”/);
  match(right?.getText() ?? '', /timetable/);
  await closeAll();
});

test("a lens's command runs with what the lens carries", async () => {
  const { document } = await openArticle(tideway);
  const lens = (await lensesOf(document)).find(
    ({ command }) => command?.command === 'counterpoint.showCounterparts',
  );
  ok(lens?.command);
  await vscode.commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
  await closeAll();
});

test('the highlights are switched off and on by one command', async () => {
  const configuration = () => vscode.workspace.getConfiguration('counterpoint');
  const read = () => configuration().get<boolean>('highlights.enabled');
  equal(read(), true);
  await vscode.commands.executeCommand('counterpoint.toggleHighlights');
  equal(read(), false);
  // The folder is in git: its settings are not for us to write.
  equal(configuration().inspect('highlights.enabled')?.workspaceValue, undefined);
  await vscode.commands.executeCommand('counterpoint.toggleHighlights');
  equal(read(), true);
});

test('the off-switch of a workspace takes everything away and gives it back', async () => {
  const { document } = await openArticle(tideway);
  const configuration = vscode.workspace.getConfiguration('counterpoint');
  await configuration.update('enabled', false, vscode.ConfigurationTarget.Workspace);
  await waitFor('plain text', () => reopened(document)?.languageId === 'plaintext');
  await configuration.update('enabled', undefined, vscode.ConfigurationTarget.Workspace);
  await waitFor('the article', () => reopened(document)?.languageId === 'counterpoint-article');
});

/** Changing the language makes a new document of the same file. */
const reopened = (document: vscode.TextDocument): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === document.uri.toString());
