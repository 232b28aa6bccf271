// Opening an article: language, cards, lenses, tokens.
import { deepEqual, doesNotMatch, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { report, test } from './runner.ts';
import {
  api,
  cardsOver,
  hoverOver,
  inWorkspace,
  lensesOf,
  meridian,
  openArticle,
  problemsOf,
  rangeOf,
  readable,
  tideway,
  waitFor,
  write,
} from './support.ts';

test('the extension activates', async () => {
  const { activationTime } = await api();
  report(`        activation: ${activationTime.toFixed(1)} ms of its own work`);
  ok(activationTime > 0);
});

test('an article gets the language and comfortable reading', async () => {
  const { document } = await openArticle(tideway);
  equal(document.languageId, 'counterpoint-article');
  const editor = vscode.workspace.getConfiguration('editor', document);
  equal(editor.get('wordWrap'), 'bounded');
});

test('another text file is left alone', async () => {
  const document = await vscode.workspace.openTextDocument({
    content: 'He said “no”.',
    language: 'plaintext',
  });
  await vscode.window.showTextDocument(document);
  equal(document.languageId, 'plaintext');
  equal((await lensesOf(document)).length, 0);
});

const cards: readonly [about: string, hover: string, ...told: RegExp[]][] = [
  [
    'a quotation',
    'No toll and no timetable',
    /Ilse Varnholt/,
    /Reworded/,
    /Meridian Dispatch/,
    /2026-03-03/,
    /there is/i,
    /Why: .*same speaker/i,
  ],
  ['a figure that agrees in other words', '250 million euros', /EUR/, /Agrees/, /€250 million/],
  ['a figure that differs', '14 hangers', /14 hangers/, /Differs/, /17/],
  ['a name', 'Tomas Berrigan', /person/, /Elsewhere/],
  ['an organization in two names', 'National Ports Authority', /organization/],
];

for (const [about, text, ...told] of cards) {
  test(`the card of ${about} tells what matters`, async () => {
    const { document } = await openArticle(tideway);
    const all = (await cardsOver(document, text)).map(readable);
    const fits = (card: string): boolean => told.every((expected) => expected.test(card));
    ok(all.some(fits), `no card has all of ${told.join(' ')}:\n${all.join('\n=====\n')}`);
  });
}

test('a card offers its actions as links to our own commands only', async () => {
  const { document } = await openArticle(tideway);
  const card = await hoverOver(document, 'No toll and no timetable');
  const commands = [...card.matchAll(/\(command:([\w.]+)/g)].map(([, name]) => name);
  ok(commands.every((name) => name?.startsWith('counterpoint.')));
  for (const wanted of ['annotate', 'openBeside', 'compare', 'confirmLink', 'rejectLink'])
    ok(commands.includes(`counterpoint.${wanted}`), wanted);
});

test('a card says what other articles do not have only when they have been read', async () => {
  const { document } = await openArticle(tideway);
  const { session } = await api();
  const { corpus } = session;
  const card = async (): Promise<string> => readable(await hoverOver(document, 'every commuter'));
  await corpus.settled();
  match(await card(), /Not found in the other/);
  const folder = inWorkspace('arriving');
  // All at once, and long enough for cards to be asked for meanwhile.
  const arriving = Array.from({ length: 40 }, (_, k) => write(`arriving/${k}.txt`, strangeArticle(k)));
  try {
    const told = await waitFor('a card while articles are read', async () => {
      const before = corpus.busy;
      const text = await card();
      return before && corpus.busy && text;
    });
    match(told, /still being read/);
    doesNotMatch(told, /Not found/);
    await Promise.all(arriving);
    await corpus.settled();
    match(await card(), /Not found in the other/);
  } finally {
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await corpus.settled();
  }
});

/** An article that shares no word with others, so that reading it is all the work. */
function strangeArticle(number: number): string {
  const word = (n: number): string => String(n).replace(/\d/g, (digit) => 'bdfgklmnpr'.charAt(Number(digit)));
  const sentences = Array.from(
    { length: 150 },
    (_, i) => `Nobody took the ${word(number * 1000 + i)} to the ${word(i * 100 + number)}.`,
  );
  return `Of the ${word(number)}\n\n${sentences.join(' ')}\n`;
}

test('while an article is read again after an edit, its card says what it said of the others', async () => {
  const { document } = await openArticle(tideway);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.positionAt(document.getText().length), ' It rained.');
  await vscode.workspace.applyEdit(edit);
  const told = new Set<string>();
  for (const end = Date.now() + 1500; Date.now() < end; )
    told.add(readable(await hoverOver(document, 'every commuter')));
  ok(told.size > 0);
  for (const card of told) match(card, /Not found in the other/);
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('what is no part of the article has no card', async () => {
  const { document } = await openArticle(meridian);
  equal(await hoverOver(document, 'Advertisement'), '');
});

test('lenses: one for the article, few for paragraphs, at the paragraphs', async () => {
  const { document } = await openArticle(tideway);
  const lenses = await lensesOf(document);
  const [first] = lenses;
  equal(first?.range.start.line, 0);
  match(first?.command?.title ?? '', /^\d+ differ · \d+ in 2 others$/);
  const line = rangeOf(document, '“No toll').start.line;
  const there = lenses
    .filter((lens) => lens.range.start.line === line)
    .map(({ command }) => `${command?.title}: ${command?.tooltip}`);
  ok(
    there.some((said) => /\d elsewhere|claims? elsewhere/.test(said)),
    there.join(' | '),
  );
  ok(there.includes('$(comment): Annotate'));
});

test('lenses stay where they are while the article is typed in', async () => {
  const { document } = await openArticle(meridian);
  const before = (await lensesOf(document)).map((lens) => lens.command?.title);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, rangeOf(document, 'Commuters').start, 'Morning ');
  await vscode.workspace.applyEdit(edit);
  deepEqual(
    (await lensesOf(document)).map((lens) => lens.command?.title),
    before,
  );
  await vscode.commands.executeCommand('workbench.action.files.revert');
});

test('a story put together in counterpoint.yaml is obeyed, and what is wrong there is in Problems', async () => {
  const path = 'seeds/harbour-bridge/counterpoint.yaml';
  const { document } = await openArticle(tideway);
  const lens = async (): Promise<string> => (await lensesOf(document))[0]?.command?.title ?? '';
  await waitFor('all three articles', async () => /in 2 other/.test(await lens()));
  const text = 'stories:\n  Bridge:\n    - 01_tideway-post.txt\n    - 02_meridian-dispatch.txt\nstorys: 1\n';
  await vscode.workspace.fs.writeFile(inWorkspace(path), Buffer.from(text));
  await waitFor('the story of two', async () => /in the other/.test(await lens()));
  await waitFor('the problem', () =>
    problemsOf(path).some((message) => message.includes('“storys”') || message.includes('"storys"')),
  );
  await vscode.workspace.fs.delete(inWorkspace(path));
  await waitFor('the story of three', async () => /in 2 other/.test(await lens()));
});
