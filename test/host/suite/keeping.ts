// Notes that outlast edits, renames, git and disks that take nothing.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { describeSpan } from '../../../src/core/anchors/describe.ts';
import type { Decision } from '../../../src/core/sidecar/annotation.ts';
import { parseSidecar } from '../../../src/core/sidecar/parse.ts';
import { createAnchors } from '../../../src/vscode/features/annotations/anchors.ts';
import { createKeptPlaces } from '../../../src/vscode/features/annotations/kept-places.ts';
import { createArticlePast } from '../../../src/vscode/old-texts.ts';
import { createRecovery } from '../../../src/vscode/recovery.ts';
import { test } from './runner.ts';
import {
  api,
  closeAll,
  documentAt,
  exists,
  fixesAt,
  inWorkspace,
  noteOn,
  openArticle,
  problemsOf,
  sidecarOf,
  spanIn,
  textOf,
  waitFor,
  write,
} from './support.ts';

const OFFICE = 'Nobody answered the phone at the harbour office.';
const TEXT = ['One ferry is left.', OFFICE, 'Two more were sold in spring.'].join('\n\n');

function git(...args: readonly string[]): void {
  execFileSync('git', ['-C', inWorkspace('').fsPath, ...args], { stdio: 'ignore' });
}

/** An article of its own with a note on words of it; returns the note's ids, as commands take them. */
async function noted(path: string, text = TEXT, words = OFFICE) {
  await write(path, text);
  const { session } = await api();
  const span = spanIn(text, words);
  const id = `a-${path.replace(/\W/g, '')}${span.start}`;
  const annotation = noteOn(text, span, { id, note: 'Who called?' });
  ok(await session.sidecars.apply(inWorkspace(path), { kind: 'addAnnotation', annotation }));
  await waitFor('the note', () => session.anchors.placed(inWorkspace(path)).length > 0);
  return { article: inWorkspace(path).toString(), id };
}

/** “Not the same” of the first words of a text and of the same words in another article. */
function rejected(id: string, text: string, article: string): Decision {
  const words = describeSpan(text, { start: 0, end: 18 });
  return {
    ...{ id, author: 'Ada Wolfram', created: '2026-01-05T10:00:00Z', decision: 'rejected' },
    ...{ here: words, there: { article, selectors: words } },
  };
}

/** Places of notes as another window reads them. */
async function stored(file: vscode.Uri | undefined, log: vscode.LogOutputChannel) {
  ok(file);
  const kept = createKeptPlaces(vscode.Uri.joinPath(file, '..'), log);
  await kept.ready;
  return kept;
}

const placeOf = async (path: string) => (await api()).session.anchors.placed(inWorkspace(path))[0];
const notesIn = async (path: string) => parseSidecar(await textOf(sidecarOf(path))).value.annotations;

const COPIED = ['Before all that.', OFFICE, 'One ferry is left.', OFFICE, 'Two more, then.', OFFICE].join(
  '\n\n',
);

test('keeping: a passage between copies of itself is told by the text that git has of it', async () => {
  const path = 'keeping/told-by-git.txt';
  await write(path, TEXT);
  git('add', '--', path);
  git('commit', '--quiet', '--message', 'Ferries', '--', path);
  // Written as if by a colleague: this window never saw the text that the note was made on.
  const annotation = noteOn(TEXT, spanIn(TEXT, OFFICE), { id: 'a-told', author: 'Jon', note: 'Who called?' });
  await write(path, COPIED);
  const { session } = await api();
  ok(await session.sidecars.apply(inWorkspace(path), { kind: 'addAnnotation', annotation }));
  const at = COPIED.indexOf(OFFICE, COPIED.indexOf('One ferry'));
  await waitFor('the place', async () => (await placeOf(path))?.span?.start === at);
  equal((await session.anchors.resolve(inWorkspace(path), annotation.selectors))?.span?.start, at);
});

test('keeping: an article that is loaded anew without git keeps its notes where they were', async () => {
  const path = 'keeping/loaded-anew.txt';
  await noted(path);
  await vscode.window.showTextDocument(inWorkspace(path));
  await write(path, COPIED);
  const at = COPIED.indexOf(OFFICE, COPIED.indexOf('One ferry'));
  await waitFor('the place', async () => (await placeOf(path))?.span?.start === at);
});

test('keeping: places that edits led to outlast the window', async () => {
  const path = 'keeping/outlasting.txt';
  await noted(path);
  const { session } = await api();
  const editor = await vscode.window.showTextDocument(inWorkspace(path));
  const { document } = editor;
  // Word by word, until nothing of the passage is left: no search would find it.
  for (const [old, now] of [
    ['Nobody', 'Only machines'],
    ['answered the phone', 'took the calls'],
    ['the harbour office', 'what was a busy desk once'],
  ] as const) {
    const from = document.getText().indexOf(old);
    const range = new vscode.Range(document.positionAt(from), document.positionAt(from + old.length));
    ok(await editor.edit((edit) => edit.replace(range, now)));
  }
  ok(await document.save());
  const words = 'Only machines took the calls at what was a busy desk once.';
  const shown = (span: { start: number; end: number } | null | undefined): string =>
    span ? document.getText().slice(span.start, span.end) : '';
  await waitFor('the place', async () => shown((await placeOf(path))?.span) === words);
  // What another window makes of it, with the storage of this one.
  await waitFor('the file', async () =>
    (await stored(session.kept.file, session.log))?.get(inWorkspace(path)),
  );
  const kept = await stored(session.kept.file, session.log);
  ok(kept);
  const next = createAnchors({ store: session.sidecars, past: createArticlePast(), kept });
  await next.refresh(inWorkspace(path));
  equal(shown(next.placed(inWorkspace(path))[0]?.span), words);
  next.dispose();
  // Without it the passage is lost, and said to be.
  const nothing = createKeptPlaces(undefined, session.log);
  const other = createAnchors({ store: session.sidecars, past: createArticlePast(), kept: nothing });
  await other.refresh(inWorkspace(path));
  equal(other.placed(inWorkspace(path))[0]?.span, null);
  other.dispose();
});

test('keeping: lost and ambiguous notes are listed, and one key gives them their place', async () => {
  const path = 'keeping/ambiguous.txt';
  const other = `One.\n\n${OFFICE}\n\nTwo.`;
  await noted(path, other);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  // Not a text that was seen here: found by search alone, which can't tell.
  const selectors = { ...(await notesIn(path))[0]?.selectors, text: '0'.repeat(40) };
  ok(selectors.quote && selectors.position);
  await write(path, '');
  await write(
    sidecarOf(path),
    (await textOf(sidecarOf(path))).replace(/^( +text: ).*$/m, `$1"${'0'.repeat(40)}"`),
  );
  const now = `Before all that.\n\n${OFFICE}\n\nOther.\n\n${OFFICE}\n\nMore.`;
  await write(path, now);
  await waitFor('the problem', () => /stands at 2 places/.test(problemsOf(sidecarOf(path)).join()));
  equal((await placeOf(path))?.span, null);
  const document = await vscode.workspace.openTextDocument(inWorkspace(sidecarOf(path)));
  const [diagnostic] = vscode.languages.getDiagnostics(document.uri);
  ok(diagnostic);
  equal(diagnostic.severity, vscode.DiagnosticSeverity.Warning);
  const fixes = await fixesAt(document.uri, diagnostic.range);
  const titles = fixes.map(({ title }) => title);
  ok(
    titles.some((title) => /^Line 3: … .*\[Nobody answered/.test(title)),
    titles.join('\n'),
  );
  const second = fixes.find(({ title }) => title.startsWith('Line 7: '));
  ok(second?.command, titles.join('\n'));
  await vscode.commands.executeCommand(second.command.command, ...(second.command.arguments ?? []));
  const at = now.lastIndexOf(OFFICE);
  await waitFor('the place', async () => (await placeOf(path))?.span?.start === at);
  equal((await notesIn(path))[0]?.selectors.position.start, at);
  await waitFor('no problem', () => problemsOf(sidecarOf(path)).length === 0);
});

test('keeping: on request the sidecar names the present places, and nothing else changes', async () => {
  const path = 'keeping/seeds/rewritten.txt';
  await noted(path);
  const editor = await openArticle(path);
  const { document } = editor;
  ok(await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New on top.\n\n')));
  const before = await textOf(sidecarOf(path));
  await vscode.commands.executeCommand('counterpoint.rewriteSelectors');
  equal(await textOf(sidecarOf(path)), before);
  ok(await document.save());
  await waitFor(
    'the place',
    async () => (await placeOf(path))?.span?.start === document.getText().indexOf(OFFICE),
  );
  await vscode.commands.executeCommand('counterpoint.rewriteSelectors');
  const [note] = await notesIn(path);
  equal(note?.selectors.position.start, document.getText().indexOf(OFFICE));
  equal(note?.modified, '2026-01-05T10:00:00Z');
  const lines = new Set((await textOf(sidecarOf(path))).split('\n'));
  const gone = before.split('\n').filter((line) => !lines.has(line));
  ok(
    gone.every((line) => /^ +(?:start|end|prefix|paragraph|text|before|offset|rest|after): /.test(line)),
    gone.join('\n'),
  );
});

test('keeping: a change that a read-only sidecar does not take is kept, and saved when it can be', async () => {
  const path = 'keeping/read-only.txt';
  const note = await noted(path);
  const { session } = await api();
  const file = inWorkspace(sidecarOf(path)).fsPath;
  chmodSync(file, 0o444);
  const before = await textOf(sidecarOf(path));
  await vscode.commands.executeCommand('counterpoint.setAnnotationTag', { ...note, tag: 'phone' });
  equal(await textOf(sidecarOf(path)), before);
  const kept = await session.recovery.all();
  equal(kept.size, 1);
  match(JSON.stringify([...kept.values()]), /updateAnnotation.*phone/);
  await vscode.commands.executeCommand('counterpoint.saveKept');
  equal((await session.recovery.all()).size, 1);
  chmodSync(file, 0o644);
  await vscode.commands.executeCommand('counterpoint.saveKept');
  deepEqual((await notesIn(path))[0]?.tags, ['phone']);
  equal((await session.recovery.all()).size, 0);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('keeping: a text that could not be saved outlasts other changes, and goes beside a newer one', async () => {
  const path = 'keeping/newer.txt';
  const note = await noted(path);
  const { session } = await api();
  const file = inWorkspace(sidecarOf(path)).fsPath;
  const [annotation] = await notesIn(path);
  chmodSync(file, 0o444);
  const comment = { annotation, article: inWorkspace(path), body: 'Who phoned?' };
  await vscode.commands.executeCommand('counterpoint.saveNote', comment);
  await vscode.commands.executeCommand('counterpoint.setAnnotationTag', { ...note, tag: 'phone' });
  equal((await session.recovery.all()).size, 2);
  chmodSync(file, 0o644);
  await vscode.commands.executeCommand('counterpoint.setAnnotationTag', { ...note, tag: 'phone' });
  match(JSON.stringify([...(await session.recovery.all()).values()]), /^(?!.*tags).*Who phoned/);
  // A colleague's text, pulled.
  await write(sidecarOf(path), (await textOf(sidecarOf(path))).replace('Who called?', 'It was Jon.'));
  await vscode.commands.executeCommand('counterpoint.saveKept');
  const [now] = await notesIn(path);
  deepEqual(
    [now?.note.trim(), now?.replies.map((reply) => reply.note.trim())],
    ['It was Jon.', ['Who phoned?']],
  );
  equal((await session.recovery.all()).size, 0);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('keeping: what could not be saved privately is not saved for all at the next try', async () => {
  const path = 'keeping/hers/ferry.txt';
  await write(path, TEXT);
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document);
  rmSync(inWorkspace('keeping/hers').fsPath, { recursive: true });
  const thread = {
    ...{ uri: document.uri, label: '', comments: [] as vscode.Comment[], dispose: () => {} },
    range: new vscode.Range(0, 0, 0, 3),
  };
  const passage = describeSpan(TEXT, { start: 0, end: 3 });
  const draft = { draftOf: thread, passage, isPrivate: false, id: 'a-hers', body: 'My source is M.' };
  await vscode.commands.executeCommand('counterpoint.savePrivateNote', draft);
  match(thread.label, /private/);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await write(path, TEXT);
  await vscode.commands.executeCommand('counterpoint.saveNote', thread.comments[0]);
  equal(await exists(sidecarOf(path)), false);
  match(await textOf(`${path}.annotations.private.yaml`), /a-hers:[\s\S]*My source is M\./);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('keeping: a note whose folder is gone stays in the editor and is kept for the next window', async () => {
  const path = 'keeping/vanished/ferry.txt';
  await write(path, TEXT);
  const { session } = await api();
  const storage = session.recovery.folder;
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  await vscode.window.showTextDocument(document);
  rmSync(inWorkspace('keeping/vanished').fsPath, { recursive: true });
  const start = document.positionAt(TEXT.indexOf(OFFICE));
  let disposed = false;
  const thread = {
    uri: document.uri,
    range: new vscode.Range(start, start.translate(0, OFFICE.length)),
    comments: [] as vscode.Comment[],
    dispose: () => {
      disposed = true;
    },
  };
  await vscode.commands.executeCommand('counterpoint.saveAnnotation', { thread, text: 'Nobody at all?' });
  equal(disposed, false);
  equal(thread.comments[0]?.body, 'Nobody at all?');
  equal(await exists('keeping/vanished'), false);
  // The next window finds it.
  const next = createRecovery(storage, session.log);
  const [file, unsaved] = [...(await next.all())][0] ?? [];
  ok(file && unsaved);
  match(JSON.stringify(unsaved.operation), /Nobody at all\?/);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await write(path, TEXT);
  ok(await session.sidecars.apply(vscode.Uri.parse(unsaved.article), unsaved.operation, unsaved.isPrivate));
  equal((await notesIn(path))[0]?.note, 'Nobody at all?');
  await next.remove(file);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('keeping: a note that is saved after its article was renamed goes where that is now', async () => {
  const [old, path] = ['keeping/begun.txt', 'keeping/moved-on/begun.txt'];
  await write(old, TEXT);
  const uri = inWorkspace(old);
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  const start = document.positionAt(TEXT.indexOf(OFFICE));
  const range = new vscode.Range(start, start.translate(0, OFFICE.length));
  const thread = { uri, range, comments: [] as vscode.Comment[], dispose: () => {} };
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(uri, inWorkspace(path));
  ok(await vscode.workspace.applyEdit(edit));
  await waitFor('the old document to go', () => documentAt(uri) === undefined);
  await vscode.commands.executeCommand('counterpoint.saveAnnotation', { thread, text: 'Begun before.' });
  equal((await notesIn(path))[0]?.note, 'Begun before.');
  equal((await notesIn(path))[0]?.selectors.quote.exact, OFFICE);
  equal(await exists(`${old}.annotations.yaml`), false);
  await closeAll();
});

test('keeping: an article that is renamed or moved takes its sidecars along', async () => {
  const [from, to] = ['keeping/old-name.txt', 'keeping/moved/new-name.txt'];
  const note = await noted(from);
  await vscode.commands.executeCommand('counterpoint.togglePrivate', note);
  await noted(from, TEXT, 'One ferry');
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(inWorkspace(from), inWorkspace(to));
  ok(await vscode.workspace.applyEdit(edit));
  for (const mark of ['', '.annotations.yaml', '.annotations.private.yaml']) {
    equal(await exists(`${from}${mark}`), false, `${from}${mark}`);
    equal(await exists(`${to}${mark}`), true, `${to}${mark}`);
  }
  const { session } = await api();
  await waitFor('the note at its new place', () => session.anchors.placed(inWorkspace(to))[0]?.span);
  await waitFor('no ghost', () => !session.sidecars.get(inWorkspace(from)));
});

test('keeping: decisions find an article that is renamed, from both sides', async () => {
  const [here, there] = ['keeping/left/a.txt', 'keeping/left/b.txt'];
  await noted(here);
  await noted(there);
  const { session } = await api();
  const decision = rejected('d-left', TEXT, 'b.txt');
  ok(await session.sidecars.apply(inWorkspace(here), { kind: 'setDecision', decision }));
  const rename = async (from: string, to: string): Promise<void> => {
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(inWorkspace(from), inWorkspace(to));
    ok(await vscode.workspace.applyEdit(edit));
  };
  const named = async (path: string): Promise<string | undefined> =>
    (await exists(sidecarOf(path)))
      ? parseSidecar(await textOf(sidecarOf(path))).value.decisions[0]?.there.article
      : undefined;
  await rename(there, 'keeping/right/c.txt');
  await waitFor('the new path', async () => (await named(here)) === '../right/c.txt');
  await rename(here, 'keeping/a.txt');
  await waitFor('the path from the new place', async () => (await named('keeping/a.txt')) === 'right/c.txt');
  await rename('keeping/right', 'keeping/rest');
  await waitFor('the path into the folder', async () => (await named('keeping/a.txt')) === 'rest/c.txt');
  // What a colleague changes in it while the rename is under way stays hers.
  const watcher = vscode.workspace.onWillRenameFiles(() => {
    const path = inWorkspace(sidecarOf('keeping/a.txt')).fsPath;
    writeFileSync(path, readFileSync(path, 'utf8').replace('decision: rejected', 'decision: confirmed'));
  });
  await rename('keeping/rest', 'keeping/last');
  watcher.dispose();
  await waitFor('the path into the last folder', async () => (await named('keeping/a.txt')) === 'last/c.txt');
  const [last] = parseSidecar(await textOf(sidecarOf('keeping/a.txt'))).value.decisions;
  equal(last?.decision, 'confirmed');
});

test('keeping: an article that git renamed is found by its text; its sidecar moves only when told to', async () => {
  const [from, to] = ['keeping/before.txt', 'keeping/elsewhere/after.txt'];
  const text = `${TEXT}\n\nThis one was renamed.`;
  const { article } = await noted(from, text);
  await write('keeping/elsewhere/other.txt', 'Something else.');
  const decision = rejected('d-before', text, 'elsewhere/other.txt');
  const { session } = await api();
  ok(await session.sidecars.apply(inWorkspace(from), { kind: 'setDecision', decision }));
  renameSync(inWorkspace(from).fsPath, inWorkspace(to).fsPath);
  // VS Code's watcher may miss it: then it is seen at the next look.
  await waitFor('the problem', () => /no article/.test(problemsOf(sidecarOf(from)).join()), 40_000);
  const sidecar = inWorkspace(sidecarOf(from));
  await vscode.workspace.openTextDocument(sidecar);
  const fixes = await fixesAt(sidecar, new vscode.Range(0, 0, 0, 0));
  ok(fixes.some(({ command }) => command?.command === 'counterpoint.adoptSidecar'));
  equal(await exists(sidecarOf(to)), false);
  const adopt = (): Thenable<unknown> =>
    vscode.commands.executeCommand('counterpoint.adoptSidecar', { article, to: inWorkspace(to).toString() });
  // On another branch the article is back: an offer from before takes nothing away from it.
  writeFileSync(inWorkspace(from).fsPath, text);
  await adopt();
  deepEqual([await exists(sidecarOf(from)), await exists(sidecarOf(to))], [true, false]);
  rmSync(inWorkspace(from).fsPath);
  await adopt();
  equal(await exists(sidecarOf(from)), false);
  await waitFor('the note', () => session.anchors.placed(inWorkspace(to))[0]?.span);
  const { decisions } = parseSidecar(await textOf(sidecarOf(to))).value;
  equal(decisions[0]?.there.article, 'other.txt');
  await vscode.commands.executeCommand('notifications.clearAll');
}, 60_000);

test('keeping: a sidecar of 100 MB is refused without being read', async () => {
  const path = 'keeping/huge.txt';
  await write(path, TEXT);
  writeFileSync(inWorkspace(sidecarOf(path)).fsPath, Buffer.alloc(100_000_000, '# no note\n'));
  const start = performance.now();
  await waitFor('the problem', () => /too large/.test(problemsOf(sidecarOf(path)).join()));
  ok(performance.now() - start < 10_000);
  deepEqual(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.path),
    [],
  );
  await vscode.workspace.fs.delete(inWorkspace('keeping'), { recursive: true });
});
