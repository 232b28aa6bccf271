// In a folder that nobody trusts git is not started, whatever is asked for; notes work all the same.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { describeSpan } from '../../../src/core/anchors/describe.ts';
import { test } from '../suite/runner.ts';
import {
  api,
  inWorkspace,
  northline,
  noteOn,
  openArticle,
  sidecarOf,
  spanIn,
  textOf,
  waitFor,
  write,
} from '../suite/support.ts';

const RESTRICTED = process.env.COUNTERPOINT_RESTRICTED === '1';
const NAME = RESTRICTED ? 'a folder that is not trusted' : 'the same folder, trusted';

/** What git was started with, by whomever. */
function started(): string[] {
  const log = inWorkspace('../git.log').fsPath;
  return existsSync(log)
    ? readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}

/** Of them, what only Counterpoint asks. */
const ours = (): string[] =>
  started().filter((line) =>
    /cat-file --batch$|ls-files --unmerged|config --local merge\.counterpoint/.test(line),
  );

const rest = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

test(`${NAME}: is what it is said to be`, async () => {
  equal(vscode.workspace.isTrusted, !RESTRICTED);
});

test(`${NAME}: old texts of articles`, async () => {
  const { session } = await api();
  const text = await textOf(northline);
  await write(northline, `New on top.\n\n${text}`);
  const { document } = await openArticle(northline);
  // Made on the text that was committed: no window has seen it.
  const annotation = noteOn(text, spanIn(text, 'hangers'), { id: 'a-old', note: 'Which?' });
  ok(await session.sidecars.apply(document.uri, { kind: 'addAnnotation', annotation }));
  await waitFor('the note at its new place', () => {
    const placed = session.anchors.placed(document.uri).find((one) => one.annotation.id === 'a-old');
    return placed?.span?.start === text.indexOf('hangers') + 'New on top.\n\n'.length;
  });
  if (RESTRICTED) await rest(3000);
  else await waitFor('git to be asked', () => ours().some((line) => line.endsWith('cat-file --batch')));
});

test(`${NAME}: a sidecar in conflict is merged from its lines, or from git's versions`, async () => {
  const path = 'seeds/harbour-bridge/conflict.txt';
  const text = 'The mill was sold on Monday, the miller said.';
  await write(path, text);
  const selectors = JSON.stringify(describeSpan(text, spanIn(text, 'mill')).quote);
  const note = (id: string): string =>
    `  ${id}:\n    note: Who?\n    selectors: ${selectors.replace('{', '{ ')}\n`;
  const sides = `<<<<<<< ours\n${note('a-1')}=======\n${note('a-2')}>>>>>>> theirs\n`;
  await write(sidecarOf(path), `version: 1\nannotations:\n${sides}`);
  await vscode.commands.executeCommand('counterpoint.repairSidecar', inWorkspace(sidecarOf(path)));
  match(await textOf(sidecarOf(path)), /^ {2}a-1:[^<]*^ {2}a-2:[^<]*$/m);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
});

test(`${NAME}: the merge driver`, async () => {
  await vscode.commands.executeCommand('counterpoint.installMergeDriver', inWorkspace(''));
  const attributes = existsSync(inWorkspace('.gitattributes').fsPath);
  equal(attributes, !RESTRICTED);
});

test(`${NAME}: a private note`, async () => {
  const { session } = await api();
  const { document } = await openArticle(northline);
  const note = { article: document.uri.toString(), id: 'a-old' };
  ok(await session.sidecars.setPrivate(document.uri, note.id, true));
  match(await textOf(`${northline}.annotations.private.yaml`), /a-old/);
});

test(`${NAME}: what git was started with`, async () => {
  await rest(1000);
  if (RESTRICTED) deepEqual(started(), []);
  else ok(ours().length >= 3, started().join('\n'));
  // Git itself runs what the folder's configuration names; when we ask, it must not.
  const asked = started().filter((line) => line.startsWith('hook'));
  if (RESTRICTED) deepEqual(asked, []);
});
