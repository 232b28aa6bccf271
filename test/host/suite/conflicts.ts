// Sidecars that git left in conflict: merged by notes, and what is in dispute chosen side by side.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/sidecar/parse.ts';
import { test } from './runner.ts';
import { api, inWorkspace, lensesOf, problemsOf, textOf, waitFor, write } from './support.ts';

/** Git in a repository of its own, below the workspace. */
async function git(folder: string, ...argv: string[]): Promise<void> {
  const cwd = inWorkspace(folder).fsPath;
  const identity = ['-c', 'user.name=Ada Wolfram', '-c', 'user.email=ada@example.org'];
  // A merge that leaves conflicts ends with 1.
  await promisify(execFile)('git', [...identity, ...argv], { cwd }).catch((error: { code?: number }) => {
    if (argv[0] !== 'merge' || error.code !== 1) throw error;
  });
}

const note = (text: string, status = 'open'): string =>
  `version: 1\nannotations:\n  a-1:\n    status: ${status}\n    note: ${text}\n    selectors:\n      exact: mill\n`;

/** A repository with a sidecar that two branches changed, merged. */
async function merged(
  folder: string,
  ours: string,
  theirs: string,
  prepare?: () => Promise<void>,
): Promise<string> {
  const sidecar = `${folder}/mill.txt.annotations.yaml`;
  await write(`${folder}/mill.txt`, 'The mill of Orsk burned down on Sunday.\n');
  await git(folder, 'init', '-q', '-b', 'main');
  await prepare?.();
  const commit = async (text: string): Promise<void> => {
    await write(sidecar, text);
    await git(folder, 'add', '.');
    await git(folder, 'commit', '-q', '-m', 'x');
  };
  await commit(note('Who?'));
  await git(folder, 'checkout', '-q', '-b', 'theirs');
  await commit(theirs);
  await git(folder, 'checkout', '-q', 'main');
  await commit(ours);
  await git(folder, 'merge', '-q', 'theirs');
  return sidecar;
}

const ownLenses = async (document: vscode.TextDocument): Promise<vscode.Command[]> =>
  (await lensesOf(document)).flatMap(({ command }) =>
    command?.command.startsWith('counterpoint.') ? [command] : [],
  );

test('conflict: what git could not merge by lines is merged by notes', async () => {
  await api();
  const sidecar = await merged('merging/clean', note('Who saw it?'), note('Who?', 'closed'));
  match(await textOf(sidecar), /^<<<<<<< /m);
  await waitFor('the problem', () => problemsOf(sidecar).some((one) => one.includes('conflict')));
  await vscode.commands.executeCommand('counterpoint.repairSidecar', inWorkspace(sidecar));
  equal(await textOf(sidecar), note('Who saw it?', 'closed'));
  await waitFor('no conflict', () => !problemsOf(sidecar).some((one) => one.includes('conflict')));
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});

test('conflict: what both changed is named, compared, and accepted', async () => {
  const sidecar = await merged('merging/true', note('Ours.'), note('Theirs.', 'closed'));
  await vscode.commands.executeCommand('counterpoint.repairSidecar', inWorkspace(sidecar));
  const document = await vscode.workspace.openTextDocument(inWorkspace(sidecar));
  const lenses = await ownLenses(document);
  deepEqual(
    lenses.map(({ title }) => title),
    ['Compare side by side: "note" of annotation a-1', 'Accept ours', 'Accept theirs', 'Accept both'],
  );
  const [compare, , , both] = lenses;
  ok(compare && both);
  await vscode.commands.executeCommand(compare.command, ...(compare.arguments ?? []));
  const tab = await waitFor('the comparison', () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputTextDiff ? input : null;
  });
  const sides = await Promise.all(
    [tab.original, tab.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
  );
  deepEqual(
    sides.map((side) => parseSidecar(side.getText()).value.annotations[0]?.note),
    ['Ours.', 'Theirs.'],
  );
  await vscode.commands.executeCommand('counterpoint.acceptBoth', tab.modified);
  const { annotations } = parseSidecar(document.getText()).value;
  deepEqual(
    annotations.map(({ note: text, status }) => [text, status]),
    [['Ours.\n\nTheirs.', 'closed']],
  );
  ok((await document.save()) || !document.isDirty, 'the choice could not be saved');
  await waitFor('the comparison to close', () =>
    vscode.window.tabGroups.all.every((group) =>
      group.tabs.every(({ input }) => !(input instanceof vscode.TabInputTextDiff)),
    ),
  );
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});

test('conflict: the merge driver that the editor installs is what git runs', async () => {
  const folder = 'merging/driver';
  const install = async (): Promise<void> => {
    await vscode.commands.executeCommand('counterpoint.installMergeDriver', inWorkspace(folder));
  };
  const sidecar = await merged(folder, note('Who saw it?'), note('Who?', 'closed'), install);
  equal(await textOf(sidecar), note('Who saw it?', 'closed'));
  equal(await textOf(`${folder}/.gitattributes`), '*.annotations*.yaml merge=counterpoint\n');
  await vscode.workspace.fs.delete(inWorkspace('merging'), { recursive: true });
});
