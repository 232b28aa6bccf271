// Wrong findings, dismissed from their cards: gone for good, kept in the sidecar, and back after undo.
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import {
  api,
  cardsOver,
  clickLink,
  exists,
  meridian,
  northline,
  openArticle,
  readable,
  sidecarOf,
  textOf,
  tideway,
  waitFor,
} from './support.ts';

const QUOTED = 'There is no toll and no timetable';
/** What the other article's card says of that quotation (the headline has its own); as a statement the words may still be a paraphrase. */
const REWORDED = /(?:Same words|Reworded)[^\n]*Meridian Dispatch, [^\n]*line 25/;

/** The card over a text that offers an action. */
async function cardWith(
  document: vscode.TextDocument,
  text: string,
  action: string,
): Promise<string | undefined> {
  return (await cardsOver(document, text)).find((card) => readable(card).includes(action));
}

async function dismiss(document: vscode.TextDocument, text: string, action: string): Promise<void> {
  const card = await cardWith(document, text, action);
  ok(card, `no card over “${text}” offers “${action}”`);
  await clickLink(card, 'counterpoint.dismissFinding');
  await waitFor(`“${text}” to lose its mark`, async () => !(await cardWith(document, text, action)));
}

async function undo(): Promise<void> {
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  await vscode.commands.executeCommand('notifications.clearAll');
}

test('a dismissed quotation is gone here and from the cards of the other articles, also after an edit', async () => {
  const { session } = await api();
  const other = (await openArticle(tideway)).document;
  const cardThere = async () => readable((await cardsOver(other, 'No toll and no timetable')).join('\n'));
  await waitFor('the link', async () => REWORDED.test(await cardThere()));
  const { document } = await openArticle(meridian);
  const before = await textOf(sidecarOf(meridian));
  await dismiss(document, QUOTED, 'Not a quotation');
  match(
    await textOf(sidecarOf(meridian)),
    /dismissals:\n {2}x-\w+:\n.*Ada Wolfram\n.*\n {4}kind: quotation\n/,
  );

  const card = await cardThere();
  match(card, /Ilse Varnholt/);
  ok(!REWORDED.test(card), card);

  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), 'A paragraph that an editor added.\n\n');
  await vscode.workspace.applyEdit(edit);
  await waitFor('the new analysis', () =>
    session.views.view(document)?.analysis.article.text.startsWith('A paragraph'),
  );
  equal(await cardWith(document, QUOTED, 'Not a quotation'), undefined);

  await vscode.commands.executeCommand('workbench.action.files.revert');
  await undo();
  await waitFor('the quotation to come back', () => cardWith(document, QUOTED, 'Not a quotation'));
  equal(await textOf(sidecarOf(meridian)), before);
});

for (const [what, text, action] of [
  ['figure', '250 million', 'Not a figure'],
  ['date', 'March 12', 'Not a figure'],
  ['name', 'Anders Kjelt', 'Not a name'],
] as const) {
  test(`a dismissed ${what} is gone, and undo brings it back`, async () => {
    const { document } = await openArticle(meridian);
    const before = await textOf(sidecarOf(meridian));
    await dismiss(document, text, action);
    await undo();
    await waitFor('it to come back', () => cardWith(document, text, action));
    equal(await textOf(sidecarOf(meridian)), before);
  });
}

test('a sidecar that was made for a dismissal goes when that is undone', async () => {
  equal(await exists(sidecarOf(northline)), false);
  const { document } = await openArticle(northline);
  await dismiss(document, '17 hangers', 'Not a figure');
  equal(await exists(sidecarOf(northline)), true);
  await undo();
  await waitFor('the figure to come back', () => cardWith(document, '17 hangers', 'Not a figure'));
  equal(await exists(sidecarOf(northline)), false);
});
