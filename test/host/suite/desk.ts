// Lists, steps, review, brief and outline: what they are wired to.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import {
  api,
  closeAll,
  exists,
  inWorkspace,
  lensesOf,
  meridian,
  northline,
  openArticle,
  rangeOf,
  textOf,
  tideway,
  waitFor,
} from './support.ts';

const run = (command: string, ...args: readonly unknown[]): Thenable<unknown> =>
  vscode.commands.executeCommand(`counterpoint.${command}`, ...args);

/** The only editor, whatever other tests have left open. */
async function openAlone(path: string): Promise<vscode.TextEditor> {
  await closeAll();
  return openArticle(path);
}

/** Boxes in which notes are written count as editors, too. */
const visibleArticles = (): vscode.TextEditor[] =>
  vscode.window.visibleTextEditors.filter(({ document }) => document.languageId === 'counterpoint-article');

const selected = (): string => {
  const editor = vscode.window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
};

test('go to definition leads to the best counterpart, references list the sure ones first', async () => {
  const { document } = await openAlone(tideway);
  const position = rangeOf(document, 'No toll and no timetable').start.translate(0, 3);
  const ask = (command: string) =>
    vscode.commands.executeCommand<vscode.Location[]>(command, document.uri, position);
  const [best, ...others] = await ask('vscode.executeDefinitionProvider');
  const references = await ask('vscode.executeReferenceProvider');
  equal(others.length, 0);
  ok(best && references[0]);
  const textAt = async ({ uri, range }: vscode.Location) =>
    (await vscode.workspace.openTextDocument(uri)).getText(range);
  match(await textAt(best), /^“There is no toll and no timetable that is worth a single life,”$/);
  const words = await Promise.all(references.map(textAt));
  ok(words.includes(await textAt(best)), words.join(' | '));
  ok(words.every((one) => one.length > 5));
});

test('steps lead to the next and the previous difference, round the end', async () => {
  const editor = await openAlone(tideway);
  const { session } = await api();
  await waitFor('the view', () => session.views.view(editor.document));
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  await run('nextDifference');
  equal(selected(), '€640 million');
  await run('nextDifference');
  equal(selected(), '46,000 vehicles');
  await run('previousDifference');
  await run('previousDifference');
  const last = editor.selection.start.line;
  ok(last > 2, `line ${last}`);
  await run('nextAnnotation');
  ok(selected().length > 0);
  editor.selection = new vscode.Selection(0, 0, 0, 0);
  await run('nextClaim');
  await run('nextUnreviewed');
  ok(!editor.selection.isEmpty);
});

test('a row of a list opens its passage and leaves the focus where it is', async () => {
  const { document } = await openAlone(tideway);
  const { session } = await api();
  const rows = await session.engine.claimRows(document.uri.toString());
  const row = rows.find(({ text }) => text === '14 hangers');
  ok(row);
  await run('goToClaim', row);
  equal(selected(), '14 hangers');
  await run('showLink', { from: { path: row.path, claim: row.claim }, to: row.best });
  const shown = await waitFor('both passages', () => {
    const texts = visibleArticles().map((one) => one.document.getText(one.selection));
    return texts.length === 2 && texts;
  });
  deepEqual([...shown].sort(), ['14 hangers', '17 hangers']);
  await closeAll();
});

test('a note’s row opens its passage', async () => {
  const { document } = await openAlone(tideway);
  const { session } = await api();
  const [note] = await waitFor('a note', () => {
    const placed = session.anchors.placed(document.uri).filter(({ span }) => span);
    return placed.length > 0 && placed;
  });
  ok(note?.span);
  await run('goToAnnotation', { article: document.uri.toString(), id: note.annotation.id });
  equal(selected(), note.annotation.selectors.quote.exact);
});

test('a review walks through the links: confirm, skip, undo, end', async () => {
  const { document } = await openAlone(northline);
  const { session } = await api();
  const path = document.uri.toString();
  const unreviewed = () => session.engine.unreviewed(path);
  const before = await unreviewed();
  const first = before[0];
  ok(first);
  const sidecar = inWorkspace(tideway).toString();
  equal(first.from.path, sidecar);
  const original = await textOf(`${tideway}.annotations.yaml`);
  await run('review');
  const lens = async (): Promise<string> => {
    const lenses = await lensesOf({ uri: vscode.Uri.parse(first.from.path) });
    return lenses.map(({ command }) => command?.title ?? '').find((title) => /^\d+\/\d+$/.test(title)) ?? '';
  };
  match(await lens(), new RegExp(`^1/${before.length}$`));
  equal(visibleArticles().length, 2);
  await run('reviewConfirm');
  match(await lens(), /^2\//);
  await waitFor('the decision', async () => (await unreviewed()).length === before.length - 1);
  await run('reviewSkip');
  match(await lens(), /^3\//);
  await run('reviewUndo');
  await run('reviewUndo');
  match(await lens(), /^1\//);
  await waitFor('the decision to be gone', async () => (await unreviewed()).length === before.length);
  await run('reviewReject');
  await waitFor('the rejection', async () => (await unreviewed()).length === before.length - 1);
  await run('reviewUndo');
  await waitFor('the rejection to be gone', async () => (await unreviewed()).length === before.length);
  // Keys are for the two articles at hand: in any other one nothing is decided.
  const third = [tideway, meridian, northline].find(
    (one) => !visibleArticles().some(({ document: shown }) => shown.uri.path === inWorkspace(one).path),
  );
  ok(third);
  await openArticle(third);
  await run('reviewConfirm');
  equal((await unreviewed()).length, before.length);
  match(await lens(), /^1\//);
  await closeAll();
  await waitFor('the review to end with its articles', async () => (await lens()) === '');
  await run('review', { path });
  match(await lens(), /^1\//);
  await run('endReview');
  equal(await lens(), '');
  equal(await textOf(`${tideway}.annotations.yaml`), original);
  await closeAll();
}, 60_000);

test('the last decision of a review can be taken back like any other', async () => {
  const words = '“The lamp oil will be gone before the pier is mended,” said Hedda Quillfeather.\n';
  const small = ['a.txt', 'b.txt'].map((name) => `seeds/lamp-oil/${name}`);
  for (const one of small)
    await vscode.workspace.fs.writeFile(inWorkspace(one), new TextEncoder().encode(words));
  const [first = ''] = small;
  const { session } = await api();
  const path = inWorkspace(first).toString();
  const links = await waitFor('the links', async () => {
    const found = await session.engine.unreviewed(path);
    return found.length > 0 && found;
  });
  await openAlone(first);
  await run('review');
  const lens = async (): Promise<string> => {
    const lenses = await lensesOf({ uri: vscode.Uri.parse(path) });
    return (
      lenses.map(({ command }) => command?.title ?? '').find((title) => /^Review|^\d+\/\d+$/.test(title)) ??
      ''
    );
  };
  for (const _ of links) await run('reviewConfirm');
  match(await lens(), /^Review done/);
  await run('reviewConfirm');
  await run('reviewSkip');
  match(await lens(), /^Review done/);
  await waitFor('all to be decided', async () => (await session.engine.unreviewed(path)).length === 0);
  await run('reviewUndo');
  equal(await lens(), `${links.length}/${links.length}`);
  await waitFor(
    'the last to be open again',
    async () => (await session.engine.unreviewed(path)).length === 1,
  );
  await run('endReview');
  equal(await lens(), '');
  await closeAll();
  await vscode.workspace.fs.delete(inWorkspace('seeds/lamp-oil'), { recursive: true });
}, 60_000);

test('a link is confirmed, withdrawn and a finding dismissed at the cursor, without a card', async () => {
  const editor = await openAlone(northline);
  const { document } = editor;
  const own = await textOf(`${northline}.annotations.yaml`).catch(() => null);
  equal(own, null);
  const quote = document.getText().indexOf('15 per cent');
  editor.selection = new vscode.Selection(document.positionAt(quote), document.positionAt(quote));
  // Several counterparts fit: the first of the list is taken.
  const confirming = run('confirmLink');
  await waitFor('the list', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return exists(`${northline}.annotations.yaml`);
  });
  await confirming;
  match(await textOf(`${northline}.annotations.yaml`), /decision: confirmed/);
  // Before the editor knows of the decision, there is none to withdraw.
  await waitFor('the withdrawal', async () => {
    await run('withdrawDecision');
    return !(await textOf(`${northline}.annotations.yaml`).catch(() => '')).includes('decision: confirmed');
  });
  await run('dismissFinding');
  match(await textOf(`${northline}.annotations.yaml`), /kind: figure/);
  await closeAll();
  await vscode.workspace.fs.delete(inWorkspace(`${northline}.annotations.yaml`)).then(undefined, () => {});
}, 60_000);

test('a brief is a Markdown document beside the article, with the notes for all', async () => {
  const { document } = await openAlone(tideway);
  await run('writeBrief');
  const brief = await waitFor('the brief', () =>
    vscode.window.visibleTextEditors.find(
      ({ document: { isUntitled, languageId } }) => isUntitled && languageId === 'markdown',
    ),
  );
  const text = brief.document.getText();
  match(text, /^# /);
  for (const heading of [
    'Sources',
    'What they tell differently',
    'Who said what',
    'Only in one article',
    'Notes',
  ])
    ok(text.includes(`\n## ${heading}\n`), heading);
  match(text, /17 hangers.*Northline News Agency, line \d+ \[3\]/);
  ok(document.uri.path.endsWith('01_tideway-post.txt') && text.includes('file `01_tideway-post.txt`'));
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await closeAll();
});

test('with the comparison in front and no article open, its story is the one that a brief is of', async () => {
  await openAlone(tideway);
  await run('showMatrix');
  const isComparison = (): boolean =>
    vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview;
  await waitFor('the comparison', isComparison);
  const articles = vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => !(input instanceof vscode.TabInputWebview));
  await vscode.window.tabGroups.close(articles);
  await waitFor('the article to be closed', () => vscode.window.visibleTextEditors.length === 0);
  await run('writeBrief');
  const brief = await waitFor('the brief', () => vscode.window.activeTextEditor?.document);
  match(brief.getText(), /Tideway Post/);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await closeAll();
});

test('outline, folding and symbols know the article', async () => {
  const { document } = await openAlone(meridian);
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  const section = symbols.find(({ name }) => name === 'A Town Across the Water');
  deepEqual(
    section?.children.map(({ name }) => name),
    ['Anders Kjelt', 'Anders Kjelt', 'Carla Whitcombe'],
  );
  const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
    'vscode.executeFoldingRangeProvider',
    document.uri,
  );
  const heading = rangeOf(document, 'What Comes Next').start.line;
  ok(folds.some(({ start, end }) => start === heading && end > heading));
  const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
    'vscode.executeWorkspaceSymbolProvider',
    'Whitcombe',
  );
  const own = found.filter(({ location }) => location.uri.toString() === document.uri.toString());
  equal(own.length, 1);
  equal(own[0]?.location.range.start.line, rangeOf(document, 'Carla Whitcombe').start.line);
});

test('hints are shown in the lines where they are switched on', async () => {
  const { document } = await openAlone(tideway);
  const hints = async (): Promise<string[]> => {
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      document.uri,
      whole,
    );
    return found.map(({ label }) =>
      typeof label === 'string' ? label : label.map(({ value }) => value).join(''),
    );
  };
  deepEqual(await hints(), []);
  const configuration = vscode.workspace.getConfiguration('counterpoint');
  await configuration.update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
  await waitFor('hints', async () => (await hints()).includes('Ilse Varnholt'));
  await configuration.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
});

test('a folder is marked by a file that says what it does', async () => {
  equal(await exists('counterpoint.yaml'), false);
  await run('markFolder');
  ok(await waitFor('the file', () => exists('counterpoint.yaml')));
  match(await textOf('counterpoint.yaml'), /^# The \.txt files/);
  await waitFor('the first of its texts', () =>
    vscode.window.activeTextEditor?.document.uri.path.endsWith('.txt'),
  );
  await closeAll();
  await vscode.workspace.fs.delete(inWorkspace('counterpoint.yaml'));
});
