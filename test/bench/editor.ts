// Measured inside VS Code, and printed; see editor.bench.mjs.
import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { report } from '../host/suite/runner.ts';
import { api, documentAt, inWorkspace, waitFor } from '../host/suite/support.ts';
import { type OwnWork, startProfile } from './own-work.ts';

/** Larger folders are measured while they are read; archives until they are. */
const LONGEST_MS = process.env.COUNTERPOINT_BENCH_ARTICLE === undefined ? 60_000 : 1_200_000;
const ARTICLE = process.env.COUNTERPOINT_BENCH_ARTICLE ?? 'seeds/story-10/01_tideway-post.txt';

const since = (start: number): number => performance.now() - start;

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(1);
  return `median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, worst ${at(1)} ms, of ${times.length}`;
}

/** How long each of so many key strokes takes until the editor has it. */
async function typing(editor: vscode.TextEditor, strokes: number): Promise<number[]> {
  const times: number[] = [];
  for (let stroke = 0; stroke < strokes; stroke++) {
    const start = performance.now();
    await vscode.commands.executeCommand('type', { text: stroke % 6 === 5 ? ' ' : 'e' });
    times.push(since(start));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  await vscode.window.showTextDocument(editor.document);
  return times;
}

async function hovers(document: vscode.TextDocument, count: number): Promise<number[]> {
  const times: number[] = [];
  const { length } = document.getText();
  for (let step = 0; step < count; step++) {
    const position = document.positionAt(Math.floor((length * step) / count));
    const start = performance.now();
    await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, position);
    times.push(since(start));
  }
  return times;
}

/** How long articles that were not open take until the editor shows them, and then until it has lenses for them. */
async function printOpenings(count: number): Promise<void> {
  const { session } = await api();
  const paths = [...session.corpus.known].sort();
  const [shown, lenses]: [number[], number[]] = [[], []];
  for (let k = 1; k <= count; k++) {
    const uri = vscode.Uri.parse(paths[Math.floor((paths.length * k) / (count + 1))] ?? '');
    const start = performance.now();
    await vscode.window.showTextDocument(uri);
    shown.push(since(start));
    const waiting = performance.now();
    await waitFor('the lenses', async () => (await lensesOf(uri)).length > 0, 30_000);
    lenses.push(since(waiting));
  }
  report(`other articles opened: ${spread(shown)}; then to their lenses: ${spread(lenses)}`);
}

const lensesOf = (uri: vscode.Uri): Thenable<readonly vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', uri);

type Loop = ReturnType<typeof monitorEventLoopDelay>;

function startLoop(): Loop {
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  return loop;
}

async function printBlocked(when: string, loop: Loop, profile: () => Promise<OwnWork>): Promise<void> {
  loop.disable();
  const own = await profile();
  const blocked = (nanoseconds: number): string => (nanoseconds / 1e6).toFixed(1);
  report(
    `extension host's event loop blocked ${when}: 99th percentile ${blocked(loop.percentile(99))} ms, longest ${blocked(loop.max)} ms`,
  );
  report(`  Counterpoint's own work in it: ${own.total.toFixed(0)} ms, its longest stretches:`);
  for (const { time, where } of own.longest) report(`    ${time.toFixed(1)} ms (${where})`);
  for (const { time, own: ours, where } of own.stretches)
    report(
      `  a stretch of anyone's work: ${time.toFixed(1)} ms, ${ours.toFixed(1)} ms of it ours (${where})`,
    );
}

export async function run(): Promise<void> {
  const profile = await startProfile();
  const start = performance.now();
  const loop = startLoop();
  const uri = inWorkspace(ARTICLE);
  const editor = await vscode.window.showTextDocument(uri);
  const { session, activationTime } = await api();
  report(`activation, the extension's own work: ${activationTime.toFixed(1)} ms`);
  await waitFor('the language', () => documentAt(uri)?.languageId === 'counterpoint-article', 60_000);
  await waitFor('the analysis', () => session.corpus.known.has(uri.toString()), 60_000);
  report(`from opening an article to its analysis: ${since(start).toFixed(0)} ms`);
  report(`typing while ${session.corpus.waiting} articles wait: ${spread(await typing(editor, 40))}`);
  await Promise.race([session.corpus.settled(), new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
  const left = session.corpus.waiting > 0 ? `, ${session.corpus.waiting} left` : '';
  report(`from opening to ${session.corpus.known.size} articles${left}: ${since(start).toFixed(0)} ms`);
  await printBlocked('meanwhile', loop, profile);
  report(`the extension host's own heap: ${(process.memoryUsage().heapUsed / 1e6).toFixed(0)} MB`);
  report(`typing afterwards: ${spread(await typing(editor, 40))}`);
  await vscode.commands.executeCommand('workbench.action.files.revert');
  await new Promise((resolve) => setTimeout(resolve, 1000));
  if (session.corpus.waiting === 0) await session.corpus.settled();
  const document = documentAt(uri) ?? editor.document;
  await hovers(document, 20);
  const stillProfile = await startProfile();
  const still = startLoop();
  report(`hover, warm, through the editor: ${spread(await hovers(document, 200))}`);
  await printOpenings(12);
  await printBlocked('while hovers are asked for and articles opened', still, stillProfile);
  const file = process.env.COUNTERPOINT_TEST_RESULTS;
  if (file) writeFileSync(file, '[]');
}
