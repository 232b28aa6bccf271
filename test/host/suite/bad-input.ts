// Files that are no good: each gets a message at the right place, and nothing is overwritten.
import { equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { test } from './runner.ts';
import { api, fixesAt, inWorkspace, lensesOf, problemsOf, rangeOf, textOf, waitFor } from './support.ts';

const odd = (name: string): string => `odd/seeds/${name}`;

const leftOut: readonly [file: string, message: RegExp][] = [
  ['long-line.txt', /larger|large|MB|characters/i],
  ['binary.txt', /./],
  ['invalid-utf8.txt', /UTF-8/],
];

for (const [file, message] of leftOut) {
  test(`${file} is left out, and Problems says why`, async () => {
    await api();
    await waitFor('the message', () => problemsOf(odd(file)).some((text) => message.test(text)));
  });
}

/** The light bulb has something for each problem of a file. */
async function eachHasAFix(path: string): Promise<void> {
  await api();
  const uri = inWorkspace(path);
  await vscode.workspace.openTextDocument(uri);
  const told = await waitFor('the problems', () => {
    const all = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'Counterpoint');
    return all.length > 0 && all;
  });
  const known = new Set(await vscode.commands.getCommands());
  for (const { range, message } of told) {
    const fixes = await fixesAt(uri, range);
    ok(fixes.length > 0, message);
    for (const { command } of fixes)
      ok(command === undefined || known.has(command.command), command?.command);
  }
}

for (const file of ['long-line.txt', 'invalid-utf8.txt'])
  test(`the light bulb of ${file} leads to what can be done`, () => eachHasAFix(odd(file)));

const badSidecars = [
  'noted-syntax-error.txt',
  'noted-merge-conflict.txt',
  'noted-unknown-keys.txt',
  'noted-future-version.txt',
  'noted-list.txt',
];

for (const file of badSidecars) {
  test(`the sidecar of ${file} has a message in Problems`, async () => {
    await api();
    await waitFor('the message', () => problemsOf(odd(`${file}.annotations.yaml`)).length > 0);
    await eachHasAFix(odd(`${file}.annotations.yaml`));
  });
}

for (const file of ['noted-syntax-error.txt', 'noted-merge-conflict.txt']) {
  test(`a note on ${file} does not overwrite its broken sidecar`, async () => {
    const path = odd(`${file}.annotations.yaml`);
    const before = await textOf(path);
    const document = await vscode.workspace.openTextDocument(inWorkspace(odd(file)));
    await vscode.window.showTextDocument(document);
    const range = document.lineAt(0).range;
    const thread = { uri: document.uri, range, dispose: () => {} };
    await Promise.race([
      vscode.commands.executeCommand('counterpoint.saveAnnotation', { thread, text: 'A note.' }),
      new Promise((resolve) => setTimeout(resolve, 1500)),
    ]);
    equal(await textOf(path), before);
    await vscode.commands.executeCommand('notifications.clearAll');
  });
}

test('an empty article opens without lenses or errors', async () => {
  const document = await vscode.workspace.openTextDocument(inWorkspace(odd('empty.txt')));
  await vscode.window.showTextDocument(document);
  equal((await lensesOf(document)).filter(({ command }) => command?.command !== '').length, 0);
});

test('offsets stay right after a byte order mark, CRLF and emoji', async () => {
  const { session } = await api();
  for (const file of ['bom.txt', 'crlf.txt', 'emoji.txt']) {
    const uri = inWorkspace(odd(file));
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    await waitFor(`the analysis of ${file}`, () => session.corpus.known.has(uri.toString()));
    await session.corpus.settled();
    const analysis = session.views.view(document)?.analysis;
    ok(analysis);
    for (const quotation of analysis.quotations.filter(({ form }) => form === 'marked')) {
      const range = session.views.range(document, quotation);
      ok(range);
      match(document.getText(range), /^[“"‘'«„]/);
    }
  }
});

test('a very long line inside a small article is said to be cut off', async () => {
  const folder = inWorkspace('odd/seeds/wide.txt');
  const line = `“We will wait,” said Ilse Varnholt. ${'The work goes on. '.repeat(700)}`;
  await vscode.workspace.fs.writeFile(folder, Buffer.from(`A headline\n\n${line}\n`));
  const document = await vscode.workspace.openTextDocument(folder);
  await vscode.window.showTextDocument(document);
  await waitFor('the lens', async () =>
    (await lensesOf(document)).some(({ command }) => /Line 3 is longer/.test(command?.title ?? '')),
  );
  ok(rangeOf(document, 'We will wait'));
});
