// What a sidecar holds besides notes, where it is kept, and what the codebook says of it.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { parseSidecar } from '../../../src/core/sidecar/parse.ts';
import { test } from './runner.ts';
import {
  api,
  closeAll,
  exists,
  fixesAt,
  inWorkspace,
  lensesOf,
  noteOn,
  openArticle,
  problemsOf,
  readable,
  spanIn,
  textOf,
  waitFor,
  write,
} from './support.ts';

const TEXT = [
  'The lighthouse of Skarn is to be sold, the coast guard said.',
  'Three bidders came to see it on Friday, among them a bakery.',
].join('\n\n');

/** An article of its own with a note on its first word; returns the note's ids, as commands take them. */
async function noted(path: string, tags: readonly string[] = [], word = 'lighthouse') {
  await write(path, TEXT);
  const { session } = await api();
  const id = `a-${path.replace(/\W/g, '')}${word}`;
  const annotation = noteOn(TEXT, spanIn(TEXT, word), { id, tags, note: 'Who says so?' });
  ok(await session.sidecars.apply(inWorkspace(path), { kind: 'addAnnotation', annotation }));
  return { article: inWorkspace(path).toString(), id };
}

/** Edits of files that no editor shows are saved too. */
async function saved(): Promise<void> {
  await waitFor('everything to be saved', async () => {
    const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    for (const document of dirty) await document.save();
    return dirty.length === 0;
  });
}

const notesIn = async (path: string) => parseSidecar(await textOf(path)).value.annotations;

test('sidecar: a note is answered, the answer taken back and brought back', async () => {
  const path = 'skarn/answered.txt';
  const note = await noted(path);
  const sidecar = `${path}.annotations.yaml`;
  const before = await textOf(sidecar);
  await vscode.commands.executeCommand('counterpoint.reply', { ...note, text: 'The coast guard.' });
  const [answered] = await notesIn(sidecar);
  equal(answered?.replies[0]?.note, 'The coast guard.');
  equal(answered?.replies[0]?.author, 'Ada Wolfram');
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  equal(await textOf(sidecar), before);
});

test('sidecar: a key gives and takes a tag', async () => {
  const path = 'skarn/tagged.txt';
  const note = await noted(path, ['place']);
  const sidecar = `${path}.annotations.yaml`;
  const give = (tag: string) =>
    vscode.commands.executeCommand('counterpoint.setAnnotationTag', { ...note, tag });
  await give('sale');
  deepEqual((await notesIn(sidecar))[0]?.tags, ['place', 'sale']);
  match(await textOf(sidecar), /^ {4}tags:\n {6}- place\n {6}- sale\n/m);
  await give('place');
  deepEqual((await notesIn(sidecar))[0]?.tags, ['sale']);
});

test('sidecar: a private note is in a file of its own, as it was written, and comes back', async () => {
  const path = 'skarn/private.txt';
  const note = await noted(path);
  const [sidecar, hers] = [`${path}.annotations.yaml`, `${path}.annotations.private.yaml`];
  const { session } = await api();
  await write(sidecar, (await textOf(sidecar)).replace('    author', '    # ask again\n    author'));
  await waitFor('the comment', () =>
    session.sidecars.get(inWorkspace(path))?.files[0]?.text.includes('# ask'),
  );
  await vscode.commands.executeCommand('counterpoint.togglePrivate', note);
  match(await textOf(hers), /# ask again\n/);
  equal((await notesIn(sidecar)).length, 0);
  equal(session.sidecars.get(inWorkspace(path))?.sidecar.annotations.length, 1);
  await vscode.commands.executeCommand('counterpoint.togglePrivate', note);
  match(await textOf(sidecar), /# ask again\n/);
  equal((await notesIn(hers)).length, 0);
  // Private again, by the undo of the last step.
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  equal((await notesIn(sidecar)).length, 0);
  match(await textOf(hers), /# ask again\n/);
});

test('sidecar: a colleague’s note stays in the sidecar for all', async () => {
  const path = 'skarn/colleague.txt';
  const note = await noted(path);
  const sidecar = `${path}.annotations.yaml`;
  await write(sidecar, (await textOf(sidecar)).replace('Ada Wolfram', 'Jon Brook'));
  const { session } = await api();
  await waitFor('the name', () => session.sidecars.get(inWorkspace(path))?.files[0]?.text.includes('Jon'));
  await vscode.commands.executeCommand('counterpoint.togglePrivate', note);
  equal((await notesIn(sidecar)).length, 1);
  equal(await exists(`${path}.annotations.private.yaml`), false);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('sidecar: with a mistake in it, its notes stay as they were read last, and it is said above the article', async () => {
  const path = 'skarn/broken.article.txt';
  const { article, id } = await noted(path, ['sale']);
  const sidecar = `${path}.annotations.yaml`;
  const { session } = await api();
  const { document } = await openArticle(path);
  const titles = async () => (await lensesOf(document)).map(({ command }) => command?.title ?? '');
  const canEdit = async () =>
    (await lensesOf(document)).some(({ command }) => command?.tooltip === 'Edit note');
  const placed = () =>
    session.anchors.placed(inWorkspace(path)).find(({ annotation }) => annotation.id === id);
  await waitFor('a note that can be changed', canEdit);
  const sound = await textOf(sidecar);
  const broken = sound.replace('    status', '\tstatus');
  await write(sidecar, broken);
  const line = broken.slice(0, broken.indexOf('\tstatus')).split('\n').length;
  const said = `Annotations as last read: mistake in line ${line} of the sidecar`;
  await waitFor('the word above the article', async () =>
    (await titles()).some((title) => title.endsWith(said)),
  );
  equal(placed()?.stale, true);
  equal(placed()?.span?.start, TEXT.indexOf('lighthouse'));
  equal(await canEdit(), false);
  const told = problemsOf(sidecar);
  equal(told.length, 1, told.join('\n'));
  await vscode.commands.executeCommand('counterpoint.setAnnotationTag', { article, id, tag: 'place' });
  equal(await textOf(sidecar), broken);
  await vscode.commands.executeCommand('counterpoint.renameTag', { from: 'sale', to: 'price' });
  equal(await textOf(sidecar), broken);

  await write(sidecar, sound);
  await waitFor('a note that can be changed again', canEdit);
  equal(placed()?.stale, false);
  await vscode.commands.executeCommand('counterpoint.setAnnotationTag', { article, id, tag: 'place' });
  match(await textOf(sidecar), /- place/);
  await write(sidecar, sound.replace('version: 1', 'version: 2'));
  await waitFor('a newer one', async () =>
    (await titles()).some((title) => title.includes('newer Counterpoint')),
  );
  equal(placed()?.annotation.note, 'Who says so?');
  await vscode.commands.executeCommand('counterpoint.removeAnnotation', { article, id });
  match(await textOf(sidecar), /^version: 2\n.*Who says so/s);
  await vscode.commands.executeCommand('notifications.clearAll');
  await closeAll();
}, 60_000);

test('sidecar: emptied by whoever writes it anew, it is read when it is written', async () => {
  const path = 'skarn/rewritten.txt';
  const { article, id } = await noted(path);
  const sidecar = `${path}.annotations.yaml`;
  const { session } = await api();
  const sound = await textOf(sidecar);
  await write(sidecar, '');
  const read = session.sidecars.refresh(vscode.Uri.parse(article));
  await write(sidecar, sound.replace('    status', '\tstatus'));
  deepEqual([...((await read)?.files[0]?.shown.kept ?? [])], [id]);
  await write(sidecar, '');
  equal((await session.sidecars.refresh(vscode.Uri.parse(article)))?.files[0]?.shown.kept.size, 0);
});

test('sidecar: carriage returns and a byte order mark stay, whoever wrote them, and a mistake is told in its line', async () => {
  const path = 'skarn/marked.article.txt';
  await write(path, `\uFEFF${TEXT.replaceAll('\n', '\r\n')}`);
  const sidecar = `${path}.annotations.yaml`;
  const { document } = await openArticle(path);
  const { session } = await api();
  const text = document.getText();
  const add = async (id: string, words: string): Promise<void> => {
    const annotation = noteOn(text, spanIn(text, words), { id, note: 'Who?\nAnd when?' });
    ok(await session.sidecars.apply(document.uri, { kind: 'addAnnotation', annotation }));
  };
  await add('a-1', 'lighthouse');
  // Somebody's editor writes it so.
  await write(sidecar, `\uFEFF${(await textOf(sidecar)).replaceAll('\n', '\r\n')}`);
  await add('a-2', 'bakery');
  const written = await textOf(sidecar);
  match(written, /^\uFEFFversion: 1\r\n/);
  equal(/[^\r]\n/.test(written), false);
  const placed = () =>
    session.anchors.placed(document.uri).map(({ span }) => span && text.slice(span.start, span.end));
  await waitFor('both places', () => placed().join(' ') === 'lighthouse bakery');
  const broken = written.replace('  a-2:', ' a-2:');
  await write(sidecar, broken);
  const line = broken.slice(0, broken.indexOf(' a-2:')).split('\n').length;
  const title = await waitFor('the word above the article', async () =>
    (await lensesOf(document))
      .map(({ command }) => command?.title ?? '')
      .find((one) => one.includes('mistake')),
  );
  match(title, new RegExp(`mistake in line ${line} of the sidecar$`));
  equal(placed().join(' '), 'lighthouse bakery');
  await closeAll();
}, 60_000);

test('sidecar: in a folder, one per analyst; all of them are shown', async () => {
  const path = 'skarn/many.txt';
  await noted(path);
  const settings = vscode.workspace.getConfiguration('counterpoint');
  await settings.update('sidecar.folder', 'desk', vscode.ConfigurationTarget.Workspace);
  await settings.update('sidecar.perAnalyst', true, vscode.ConfigurationTarget.Workspace);
  try {
    await noted(path, [], 'Skarn');
    ok(await exists('skarn/desk/many.txt.annotations.ada-wolfram.yaml'));
    const { session } = await api();
    const jon = (await textOf(`${path}.annotations.yaml`))
      .replaceAll('manytxt', 'jon')
      .replaceAll('Ada Wolfram', 'Jon Petersen');
    await write('skarn/desk/many.txt.annotations.jon-petersen.yaml', jon);
    const state = await waitFor('the notes of all', () => {
      const now = session.sidecars.get(inWorkspace(path));
      return now?.sidecar.annotations.length === 3 ? now : null;
    });
    deepEqual(
      state.files.map(({ uri }) => uri.path.split('/').slice(-2).join('/')),
      [
        'skarn/many.txt.annotations.yaml',
        'desk/many.txt.annotations.ada-wolfram.yaml',
        'desk/many.txt.annotations.jon-petersen.yaml',
      ],
    );
  } finally {
    await settings.update('sidecar.folder', undefined, vscode.ConfigurationTarget.Workspace);
    await settings.update('sidecar.perAnalyst', undefined, vscode.ConfigurationTarget.Workspace);
  }
});

test('codebook: unknown tags are flagged and mended; a tag is renamed everywhere, as one edit', async () => {
  const { session } = await api();
  await write('codes/counterpoint.yaml', '# ours\ntags:\n  sale: # money\n    title: A sale\n  place:\n');
  // The watcher may miss a file that comes with its folder: it is found at the next look.
  const named = () => session.codebooks.tagsFor(inWorkspace('codes/a.txt'));
  await waitFor('the codebook', named, 30_000);
  await noted('codes/a.txt', ['sale']);
  await noted('codes/b.txt', ['place', 'sael', 'sale']);
  await noted('skarn/apart.txt', ['sale']);
  const b = 'codes/b.txt.annotations.yaml';
  const said = await waitFor('the unknown tag', () => problemsOf(b).find((one) => one.includes('sael')));
  match(said, /Did you mean "sale"\?/);

  const document = await vscode.workspace.openTextDocument(inWorkspace(b));
  const [diagnostic] = vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ code }) => code === 'tag-unknown');
  ok(diagnostic);
  const actions = await fixesAt(document.uri, diagnostic.range);
  deepEqual(
    actions.map(({ title }) => title).filter((title) => /sale|sael/.test(title)),
    ['Change to "sale"', 'Add "sael" to the codebook'],
  );
  const edit = actions.find(({ title }) => title.startsWith('Add'))?.edit;
  ok(edit);
  ok(await vscode.workspace.applyEdit(edit));
  await saved();
  match(await textOf('codes/counterpoint.yaml'), /^ {2}sael:\n {4}title: sael\n/m);
  await waitFor('no problem', () => problemsOf(b).length === 0);

  const before = await Promise.all(
    ['codes/counterpoint.yaml', 'codes/a.txt.annotations.yaml', b].map(textOf),
  );
  await vscode.commands.executeCommand('counterpoint.renameTag', { from: 'sale', to: 'price: asked' });
  await saved();
  match(await textOf('codes/counterpoint.yaml'), /^ {2}"price: asked": # money$/m);
  match(await textOf('codes/a.txt.annotations.yaml'), /^ {4}tag: "price: asked"$/m);
  match(await textOf(b), /^ {6}- "price: asked"$/m);
  match(await textOf('skarn/apart.txt.annotations.yaml'), /^ {4}tag: sale$/m);
  await waitFor(
    'the new name',
    () => session.codebooks.tagsFor(inWorkspace('codes/a.txt'))?.[0]?.name === 'price: asked',
  );

  await vscode.window.showTextDocument(inWorkspace('codes/counterpoint.yaml'));
  await vscode.commands.executeCommand('undo');
  await saved();
  const after = await Promise.all(['codes/counterpoint.yaml', 'codes/a.txt.annotations.yaml', b].map(textOf));
  deepEqual(after, before);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}, 60_000);

test('codebook: one above the opened folder holds too, and is no tag’s to rename from here', async () => {
  const { session } = await api();
  const above = '../counterpoint.yaml';
  const names = () => session.codebooks.tagsFor(inWorkspace('skarn/above.txt'))?.map(({ name }) => name);
  await noted('skarn/above.txt', ['sael']);
  const sidecar = 'skarn/above.txt.annotations.yaml';
  await write(above, 'tags:\n  sale:\n');
  try {
    await waitFor('the codebook', () => names()?.includes('sale'), 30_000);
    await waitFor('the unknown tag', () => problemsOf(sidecar).some((one) => one.includes('sael')));
    await write(above, 'tags:\n  sael:\n');
    await waitFor('its change', () => names()?.includes('sael'), 30_000);
    await waitFor('no problem', () => problemsOf(sidecar).length === 0);
    await vscode.commands.executeCommand('counterpoint.renameTag', { from: 'sael', to: 'sale' });
    deepEqual((await notesIn(sidecar))[0]?.tags, ['sael']);
    await vscode.commands.executeCommand('notifications.clearAll');
  } finally {
    await vscode.workspace.fs.delete(inWorkspace(above));
  }
  await waitFor('no codebook', () => names() === undefined, 30_000);
}, 100_000);

test('codebook: what is wrong in it is listed, with a change that mends it', async () => {
  await write('codes/wrong/counterpoint.yaml', 'tags:\n  sale:\n    colour: gren\n');
  const uri = inWorkspace('codes/wrong/counterpoint.yaml');
  const diagnostic = await waitFor('the problem', () => vscode.languages.getDiagnostics(uri)[0]);
  equal(diagnostic.range.start.line, 2);
  const document = await vscode.workspace.openTextDocument(uri);
  const actions = await fixesAt(uri, diagnostic.range);
  const fix = actions.find(({ title }) => title === 'Change to "green"');
  ok(fix?.edit);
  ok(await vscode.workspace.applyEdit(fix.edit));
  match(document.getText(), /colour: green\n/);
  await document.save();
  await waitFor('no problem', () => vscode.languages.getDiagnostics(uri).length === 0);
  await vscode.workspace.fs.delete(inWorkspace('codes'), { recursive: true });
}, 60_000);

test('codebook: what may stand in a sidecar is completed, and told in a card', async () => {
  const { session } = await api();
  await write('help/counterpoint.yaml', 'tags:\n  sale:\n    title: A sale\n    description: Of houses.\n');
  await waitFor('the codebook', () => session.codebooks.tagsFor(inWorkspace('help/a.txt')), 30_000);
  await noted('help/a.txt', ['sale']);
  const uri = inWorkspace('help/a.txt.annotations.yaml');
  const document = await vscode.workspace.openTextDocument(uri);
  const position = (text: string): vscode.Position =>
    document.positionAt(document.getText().indexOf(text) + text.length);
  const offered = async (text: string): Promise<string[]> => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      uri,
      position(text),
    );
    return list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
  };
  const statuses = await offered('    status: ');
  const missing = ['open', 'verified', 'disputed', 'closed'].filter((one) => !statuses.includes(one));
  deepEqual(missing, []);
  ok((await offered('    tag: ')).includes('sale'));
  const card = async (text: string): Promise<string> => {
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      position(text),
    );
    return hovers
      .flatMap(({ contents }) => contents.map((one) => (typeof one === 'string' ? one : one.value)))
      .join();
  };
  match(readable(await card('    sta')), /What came of it/);
  match(readable(await card('    tag: sa')), /A sale/);
  await vscode.workspace.fs.delete(inWorkspace('help'), { recursive: true });
}, 60_000);
