// Measured inside VS Code, and printed; see editor.bench.mjs: how long our own work holds the extension host's thread
// when much changes at once.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { describeSpan } from '../../src/core/anchors/describe.ts';
import { indexText } from '../../src/core/anchors/text-index.ts';
import type { Annotation } from '../../src/core/sidecar/annotation.ts';
import { applyOperation } from '../../src/core/sidecar/edit.ts';
import type { Api } from '../../src/vscode/extension.ts';
import { report } from '../host/suite/runner.ts';
import { api, documentAt, inWorkspace, waitFor } from '../host/suite/support.ts';
import { startProfile } from './own-work.ts';

const ARTICLE = 'seeds/story-00001/0.txt';
const CHANGED = 1000;
const NOTES = [20, 100, 300, 1000];
const LIMIT_MS = 600_000;

/** The longest stretches of our own work while something happens. */
async function measured(what: string, happens: () => Thenable<unknown>): Promise<void> {
  const profile = await startProfile();
  const start = performance.now();
  await happens();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const { total, longest } = await profile();
  const stretches = longest.slice(0, 3).map(({ time, where }) => `${time.toFixed(1)} ms (${where})`);
  report(
    `${what}: ${(performance.now() - start - 1000).toFixed(0)} ms, ${total.toFixed(0)} ms of our own work`,
  );
  for (const stretch of stretches) report(`    ${stretch}`);
}

export async function run(): Promise<void> {
  const uri = inWorkspace(ARTICLE);
  await vscode.window.showTextDocument(uri);
  const { session } = await api();
  await waitFor('the analysis', () => session.corpus.known.has(uri.toString()), 60_000);
  await waitFor('all articles', () => !session.corpus.busy, LIMIT_MS);
  await session.corpus.settled();
  await measured(`${CHANGED} files change at once`, async () => {
    for (const path of [...session.corpus.known].slice(0, CHANGED))
      appendFileSync(vscode.Uri.parse(path).fsPath, '\nNothing else was said.\n');
    await waitFor('the changes', () => session.corpus.waiting > 0, 20_000);
    await waitFor('the end of them', () => session.corpus.waiting === 0, LIMIT_MS);
    await session.corpus.settled();
  });
  for (const count of NOTES) await notes(session, uri, count);
  const texts = [...session.corpus.known]
    .slice(0, CHANGED)
    .map((path) => readFileSync(vscode.Uri.parse(path).fsPath, 'utf8'));
  const all = texts.join('\n\n');
  for (const [name, size] of Object.entries({ 'large.txt': 1_000_000, 'larger.txt': 5_000_000 })) {
    const large = inWorkspace(`seeds/story-00001/${name}`);
    writeFileSync(large.fsPath, all.repeat(Math.ceil(size / all.length)).slice(0, size));
    await measured(`an article of ${size / 1e6} MB is opened`, async () => {
      await vscode.window.showTextDocument(large);
      await waitFor('the language', () => documentAt(large)?.languageId === 'counterpoint-article', 60_000);
      await session.corpus.settled();
    });
    await measured('  it is closed', () =>
      vscode.commands.executeCommand('workbench.action.closeActiveEditor'),
    );
  }
  await measured('all editors are closed', () =>
    vscode.commands.executeCommand('workbench.action.closeAllEditors'),
  );
  const file = process.env.COUNTERPOINT_TEST_RESULTS;
  if (file) writeFileSync(file, '[]');
}

async function notes(session: Api['session'], article: vscode.Uri, count: number): Promise<void> {
  const text = documentAt(article)?.getText() ?? '';
  const index = indexText(text);
  const place = (k: number): number => Math.floor(((text.length - 80) * k) / count);
  const annotations = Array.from(
    { length: count },
    (_, k): Annotation => ({
      ...{ id: `a-${k}`, author: 'Ann', created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
      ...{
        tags: ['check'],
        note: `A note about this passage, number ${k}.`,
        confidence: null,
        status: 'open',
      },
      replies: [],
      selectors: describeSpan(index, { start: place(k), end: place(k) + 60 }),
    }),
  );
  const sidecar = `${article.fsPath}.annotations.yaml`;
  const source = `version: 1\nannotations:\n${annotations.map(entryOf).join('')}`;
  await measured(`a sidecar with ${count} notes (${Math.round(source.length / 1000)} KB) comes`, async () => {
    writeFileSync(sidecar, source);
    await waitFor('the notes', () => session.anchors.placed(article).length === count, 60_000);
  });
  await measured('  a note more', async () => {
    const [first] = annotations;
    if (first)
      await session.sidecars.apply(article, {
        kind: 'addAnnotation',
        annotation: { ...first, id: 'a-more' },
      });
    await waitFor('the note', () => session.anchors.placed(article).length === count + 1, 60_000);
  });
}

/** As it stands in a sidecar. */
function entryOf(annotation: Annotation): string {
  const result = applyOperation('', { kind: 'addAnnotation', annotation });
  return result.kind === 'applied' ? result.text.slice(result.text.indexOf(`  ${annotation.id}:`)) : '';
}
