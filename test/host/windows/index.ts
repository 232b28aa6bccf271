// One of two VS Code windows on one folder: both add notes to one article at once, and none is lost.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/sidecar/parse.ts';
import { report, test } from '../suite/runner.ts';
import { api, inWorkspace, noteOn, waitFor } from '../suite/support.ts';

export { runAll as run } from '../suite/runner.ts';

const PROVE = process.env.COUNTERPOINT_PROVE !== undefined;
const NOTES = PROVE ? 200 : 20;
const LIMIT = PROVE ? 1_500_000 : 180_000;
const me = randomBytes(4).toString('hex');
const ARTICLE = 'seeds/harbour-bridge/03_northline.txt';

/** Windows that have said so: `ready-0a1b2c3d`. */
const windows = (what: string): string[] =>
  readdirSync(inWorkspace('').fsPath).filter((name) => name.startsWith(`${what}-`));

const tell = (what: string): void => writeFileSync(join(inWorkspace('').fsPath, `${what}-${me}`), '');

const both = (what: string): Promise<boolean> =>
  waitFor(`two windows to be ${what}`, () => windows(what).length === 2, LIMIT);

test(
  `two windows that add ${NOTES} notes each at once have all of them`,
  async () => {
    const { session } = await api();
    const article = inWorkspace(ARTICLE);
    const document = await vscode.workspace.openTextDocument(article);
    await vscode.window.showTextDocument(document);
    const text = document.getText();
    tell('ready');
    await both('ready');
    const start = performance.now();
    for (let i = 0; i < NOTES; i++) {
      const at = (i * 37) % (text.length - 20);
      const own = { id: `a-${me}-${i}`, author: me, note: `Note ${i} of ${me}` };
      const annotation = noteOn(text, { start: at, end: at + 20 }, own);
      ok(await session.sidecars.apply(article, { kind: 'addAnnotation', annotation }), `note ${i}`);
    }
    const seconds = (performance.now() - start) / 1000;
    tell('done');
    await both('done');
    const file = inWorkspace(`${ARTICLE}.annotations.yaml`).fsPath;
    const { value, problems } = parseSidecar(readFileSync(file, 'utf8'));
    deepEqual(problems, []);
    equal(value.annotations.length, 2 * NOTES);
    const mine = value.annotations.filter(({ author }) => author === me);
    deepEqual(
      mine.map(({ note }) => note),
      Array.from({ length: NOTES }, (_, i) => `Note ${i} of ${me}`),
    );
    equal(new Set(value.annotations.map(({ author }) => author)).size, 2);
    // Its own view follows the other window's notes, too.
    await waitFor(
      'all notes to be shown',
      () => session.anchors.placed(article).length === 2 * NOTES,
      60_000,
    );
    report(`        ${value.annotations.length} notes of two windows; mine took ${seconds.toFixed(1)} s`);
  },
  LIMIT,
);
