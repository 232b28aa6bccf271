// Annotations and decisions, checked in the sidecar on disk.
import { equal, match, ok } from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { annotations } from '../../../src/vscode/features/annotations/annotations.ts';
import type { Session } from '../../../src/vscode/session.ts';
import { test } from './runner.ts';
import {
  api,
  cardsOver,
  clickLink,
  exists,
  hoverOver,
  inWorkspace,
  meridian,
  northline,
  noteOn,
  openArticle,
  problemsOf,
  rangeOf,
  readable,
  sidecarOf,
  spanIn,
  textOf,
  tideway,
  waitFor,
  write,
} from './support.ts';

/** The threads of a second instance of the feature: VS Code tells nobody of those that the extension made. */
const threads: vscode.CommentThread[] = [];
let watched: vscode.Disposable | undefined;

/** Its commands are named after the extension's own, with `watched.` before. */
function watchThreads(session: Session): vscode.Disposable {
  const { comments, commands } = vscode;
  const { createCommentController } = comments;
  const { registerCommand } = commands;
  comments.createCommentController = (...names) => recorded(createCommentController(...names));
  commands.registerCommand = (name, ...rest) => registerCommand(`watched.${name}`, ...rest);
  try {
    return annotations(session);
  } finally {
    Object.assign(comments, { createCommentController });
    Object.assign(commands, { registerCommand });
  }
}

function recorded(controller: vscode.CommentController): vscode.CommentController {
  const createCommentThread: typeof controller.createCommentThread = (...args) => {
    const thread = controller.createCommentThread(...args);
    threads.push(thread);
    const { dispose } = thread;
    thread.dispose = () => {
      threads.splice(threads.indexOf(thread), 1);
      dispose();
    };
    return thread;
  };
  return { ...controller, createCommentThread };
}

const threadsOf = (path: string): vscode.CommentThread[] =>
  threads.filter(({ uri }) => uri.toString() === inWorkspace(path).toString());

/** The words that the article's notes are shown on. */
async function notedWords(path: string): Promise<string> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(path));
  return threadsOf(path)
    .map(({ range }) => document.getText(range))
    .join(' | ');
}

const FERRY = [
  'The ferry to Sandholm will not sail this winter, the harbour office said.',
  'Its engine needs parts that nobody makes any more, an engineer told this paper on Monday.',
  'Some ninety islanders signed a letter in which they ask for a smaller boat.',
  'The office will answer the letter in March, when its budget for the year is settled.',
].join('\n\n');
const WORDS = 'ninety islanders signed a letter';
const NOTE = 'a-00000000a1';

/** An article of its own, aside from the corpus, with one note on words of it; both are on disk only. */
async function notedArticle(name: string, note: string): Promise<string> {
  const path = `aside/${name}.txt`;
  await write(path, FERRY);
  const annotation = noteOn(FERRY, spanIn(FERRY, WORDS), { id: NOTE, note });
  const { session } = await api();
  watched ??= watchThreads(session);
  ok(await session.sidecars.apply(inWorkspace(path), { kind: 'addAnnotation', annotation }));
  return path;
}

const shownNote = (path: string): vscode.Comment | undefined => threadsOf(path)[0]?.comments[0];

const shownText = (path: string): string => {
  const body = shownNote(path)?.body ?? '';
  return typeof body === 'string' ? body : body.value;
};

/** Opens the note as “Edit note” does. */
async function editNote(path: string): Promise<vscode.CommentThread> {
  await vscode.window.showTextDocument(inWorkspace(path));
  await waitFor('the note', () => shownNote(path));
  const article = inWorkspace(path).toString();
  await vscode.commands.executeCommand('watched.counterpoint.editAnnotation', { article, id: NOTE });
  const [thread] = threadsOf(path);
  ok(thread);
  equal(thread.comments[0]?.mode, vscode.CommentMode.Editing);
  return thread;
}

/** Saves what was typed, as the comment box does: it sets the body, then runs the command. */
async function saveTyped(thread: vscode.CommentThread, text: string): Promise<void> {
  const [comment] = thread.comments;
  ok(comment);
  comment.body = text;
  await vscode.commands.executeCommand('watched.counterpoint.saveNote', comment);
}

/** Longer than the extension waits until it looks at a changed file. */
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

function selectionOf(document: vscode.TextDocument, text: string): vscode.Selection {
  const { start, end } = rangeOf(document, text);
  return new vscode.Selection(start, end);
}

/** Writes a note as the comment box does: its button hands a thread and the typed text to our command. */
async function writeNote(document: vscode.TextDocument, passage: string, text: string): Promise<void> {
  const thread = { uri: document.uri, range: rangeOf(document, passage), dispose: () => {} };
  await vscode.commands.executeCommand('counterpoint.saveAnnotation', { thread, text });
}

/** The id of the first annotation that holds a text. */
function idOf(sidecar: string, text: string): string {
  const before = sidecar.slice(0, sidecar.indexOf(text));
  const id = [...before.matchAll(/^ {2}(a-[0-9a-f]+):/gm)].at(-1)?.[1];
  ok(id, `no annotation holds “${text}”`);
  return id;
}

test('a first note creates the sidecar with quote, context and author', async () => {
  equal(await exists(sidecarOf(northline)), false);
  const { document } = await openArticle(northline);
  await writeNote(document, '17 hangers', 'Which survey: February or the Authority’s own?');
  const sidecar = await textOf(sidecarOf(northline));
  match(sidecar, /^version: 1/m);
  match(sidecar, /author: Ada Wolfram/);
  match(sidecar, /exact: "17 hangers"/);
  match(sidecar, /prefix: /);
  match(sidecar, /Which survey: February/);
});

test('a second note leaves every other byte of a hand-edited sidecar alone', async () => {
  const { document } = await openArticle(tideway);
  const before = await textOf(sidecarOf(tideway));
  await writeNote(document, '46,000 vehicles', 'The Dispatch has 45,000.');
  const after = await textOf(sidecarOf(tideway));
  ok(after.length > before.length);
  const lines = new Set(after.split('\n'));
  const gone = before.split('\n').filter((line) => !lines.has(line));
  equal(gone.join('\n'), '');
  match(after, /^# Notes on this article\. Counterpoint writes only/);
});

test('a note leaves an open sidecar unformatted, whatever happens there on saving', async () => {
  const formatted = vscode.languages.registerDocumentFormattingEditProvider(
    { pattern: '**/*.annotations.yaml' },
    {
      provideDocumentFormattingEdits: () => [
        vscode.TextEdit.insert(new vscode.Position(0, 0), '# Formatted\n'),
      ],
    },
  );
  const configuration = vscode.workspace.getConfiguration('editor');
  await configuration.update('formatOnSave', true, vscode.ConfigurationTarget.Global);
  const sidecar = inWorkspace(sidecarOf(tideway));
  const open = await vscode.workspace.openTextDocument(sidecar);
  await vscode.window.showTextDocument(open);
  const before = await textOf(sidecarOf(tideway));
  const { document } = await openArticle(tideway);
  await writeNote(document, 'three years', 'Counted from when?');
  const after = await waitFor('the note', async () => {
    const text = await textOf(sidecarOf(tideway));
    return text.includes('Counted from when?') ? text : null;
  });
  ok(!after.includes('# Formatted'), after.slice(0, 200));
  await waitFor('the editor to show it', () => open.getText() === after);
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  equal(await textOf(sidecarOf(tideway)), before);
  formatted.dispose();
  await configuration.update('formatOnSave', undefined, vscode.ConfigurationTarget.Global);
});

test('a note is removed, and undo brings it back as it was', async () => {
  await openArticle(tideway);
  const before = await textOf(sidecarOf(tideway));
  const id = idOf(before, 'The Dispatch has 45,000.');
  // The command waits for the answer to its own "Undo" button: it is not awaited.
  void vscode.commands.executeCommand('counterpoint.removeAnnotation', {
    article: inWorkspace(tideway).toString(),
    id,
  });
  await waitFor('the note to go', async () => !(await textOf(sidecarOf(tideway))).includes(id));
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  const back = await waitFor('the note to come back', async () => {
    const text = await textOf(sidecarOf(tideway));
    return text.includes(id) ? text : null;
  });
  match(back, /The Dispatch has 45,000\./);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('“not the same” is kept in the sidecar and obeyed from both articles', async () => {
  const { document } = await openArticle(tideway);
  const card = await hoverOver(document, '46,000 vehicles');
  const counterpart = card.split('---').find((part) => readable(part).includes('50,000'));
  ok(counterpart, readable(card));
  await clickLink(counterpart, 'counterpoint.rejectLink');
  match(await textOf(sidecarOf(tideway)), /decision: rejected/);
  const gone = async (from: vscode.TextDocument, figure: string, other: RegExp): Promise<boolean> =>
    !other.test(readable(await hoverOver(from, figure)));
  await waitFor('the link to go', () => gone(document, '46,000 vehicles', /50,000/));
  const there = (await openArticle(northline)).document;
  await waitFor('the link to go there', () => gone(there, '50,000 vehicles', /46,000/));
  // Days later there is no Undo: it is found in a list.
  await openArticle(tideway);
  void vscode.commands.executeCommand('counterpoint.bringBack');
  await waitFor('the link to come back', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return !(await gone(document, '46,000 vehicles', /50,000/));
  });
  ok(!/decision: rejected/.test(await textOf(sidecarOf(tideway))));
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('“confirm” is said in the cards of both articles, and withdrawing it leaves no trace', async () => {
  const { document } = await openArticle(tideway);
  const before = await textOf(sidecarOf(tideway));
  const counterpart = async (): Promise<string> => {
    const cards = (await cardsOver(document, 'No toll and no timetable')).join('\n---\n');
    return cards.split('---').find((part) => /Meridian Dispatch/.test(readable(part))) ?? '';
  };
  await clickLink(await counterpart(), 'counterpoint.confirmLink');
  await waitFor('the card to say so', async () => /Confirmed by Ada Wolfram/.test(await counterpart()));
  match(await textOf(sidecarOf(tideway)), /decision: confirmed/);
  ok(!(await counterpart()).includes('counterpoint.confirmLink'), 'a confirmed link asks to be confirmed');
  const there = (await openArticle(meridian)).document;
  match((await cardsOver(there, 'There is no toll')).join('\n'), /Confirmed by Ada Wolfram/);
  await clickLink(await counterpart(), 'counterpoint.withdrawDecision');
  await waitFor('the card to ask again', async () =>
    (await counterpart()).includes('counterpoint.confirmLink'),
  );
  equal(await textOf(sidecarOf(tideway)), before);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('a decision on a sentence leaves that on the figure in it alone', async () => {
  const { session } = await api();
  await openArticle(meridian);
  const { document } = await openArticle(tideway);
  const claimsOf = async (path: string, words: string) => {
    const view = (await session.engine.view(inWorkspace(path).toString()))?.value;
    const at = view?.analysis.article.text.indexOf(words) ?? -1;
    const here = view?.analysis.claims.filter(({ start, end }) => start <= at && at < end) ?? [];
    const idOfKind = (kind: string) => ({
      path: inWorkspace(path).toString(),
      claim: here.find((claim) => claim.kind === kind)?.id ?? '',
    });
    return { figure: idOfKind('figure'), sentence: idOfKind('statement') };
  };
  const here = await claimsOf(tideway, '46,000 vehicles');
  const there = await claimsOf(meridian, '45,000 vehicles');
  ok(
    [here, there].every(({ figure, sentence }) => figure.claim && sentence.claim),
    JSON.stringify([here, there]),
  );
  const decisions = async (): Promise<number> =>
    [...(await textOf(sidecarOf(tideway))).matchAll(/^ {4}decision: /gm)].length;
  const before = await decisions();
  await vscode.commands.executeCommand('counterpoint.confirmLink', { from: here.figure, to: there.figure });
  await vscode.commands.executeCommand('counterpoint.rejectLink', {
    from: here.sentence,
    to: there.sentence,
  });
  equal(await decisions(), before + 2);
  await waitFor('the figure to be confirmed', async () =>
    /Confirmed by/.test((await cardsOver(document, '46,000 vehicles')).join()),
  );
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  equal(await decisions(), before);
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('a link made by hand counts as confirmed, in both articles', async () => {
  const here = await openArticle(tideway);
  here.selection = selectionOf(here.document, 'lending 250 million euros');
  await vscode.commands.executeCommand('counterpoint.linkClaim');
  const there = await openArticle(northline);
  there.selection = selectionOf(there.document, '50,000 vehicles');
  await vscode.commands.executeCommand('counterpoint.linkClaim');
  const confirmed = async (): Promise<boolean> =>
    /Confirmed by Ada Wolfram/.test((await cardsOver(there.document, '50,000 vehicles')).join());
  await waitFor('the link', confirmed);
  await vscode.commands.executeCommand('counterpoint.undoAnnotation');
  await waitFor('no link', async () => !(await confirmed()));
  await vscode.commands.executeCommand('notifications.clearAll');
});

test('a note stays on its words after the article was edited above it', async () => {
  const { document } = await openArticle(northline);
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, new vscode.Position(0, 0), 'A paragraph that an editor added.\n\n');
  await vscode.workspace.applyEdit(edit);
  await document.save();
  const { session } = await api();
  await session.corpus.settled();
  await waitFor(
    'no lost anchor',
    () => !problemsOf(sidecarOf(northline)).some((message) => /not found|lost/i.test(message)),
  );
  ok((await textOf(northline)).startsWith('A paragraph that an editor added.'));
});

test('a passage that was cut out is listed in Problems, and its note is kept', async () => {
  const { document } = await openArticle(northline);
  const edit = new vscode.WorkspaceEdit();
  const { start } = rangeOf(document, '17 hangers');
  edit.delete(document.uri, document.lineAt(start.line).range);
  await vscode.workspace.applyEdit(edit);
  await document.save();
  await waitFor('the problem', () => problemsOf(sidecarOf(northline)).length > 0);
  match(await textOf(sidecarOf(northline)), /Which survey: February/);
});

test('a note stays on its words: the article changed on disk while it was closed', async () => {
  const path = await notedArticle('changed-while-closed', 'How many signed?');
  await settled();
  await write(path, `A paragraph that another editor put on top.\n\n${FERRY}`);
  await vscode.window.showTextDocument(inWorkspace(path));
  await waitFor('the note', () => shownNote(path));
  equal(await notedWords(path), WORDS);
  await settled();
  equal(await notedWords(path), WORDS);
});

test('a note stays on its words: the open article is loaded again', async () => {
  const path = await notedArticle('loaded-again', 'How many signed?');
  const editor = await vscode.window.showTextDocument(inWorkspace(path));
  const { document } = editor;
  await waitFor('the note', () => shownNote(path));
  const other = FERRY.replace('engine needs', 'motor needs').replace('smaller boat', 'bigger boat');
  await write(path, `New on top.\n\n${other.replace('in March', 'in May')}`);
  await waitFor('the reload', () => document.getText().startsWith('New on top'));
  await waitFor('the note on its words', async () => (await notedWords(path)) === WORDS);
  // A large edit that cuts off the note's first words and puts them back.
  const [first, last] = [
    document.getText().indexOf('Some ninety isl'),
    document.getText().indexOf(' signed'),
  ];
  const range = new vscode.Range(document.positionAt(first), document.positionAt(last));
  await editor.edit((edit) => edit.replace(range, 'On Tuesday some ninety islanders'));
  await settled();
  equal(await notedWords(path), WORDS);
  await document.save();
});

test('a note that is being edited outlasts changes of its sidecar', async () => {
  const path = await notedArticle('edited', 'How many signed?');
  const thread = await editNote(path);
  await write(sidecarOf(path), (await textOf(sidecarOf(path))).replace('How many signed?', 'Since pulled.'));
  await settled();
  equal(threadsOf(path)[0], thread);
  equal(thread.comments[0]?.mode, vscode.CommentMode.Editing);
  equal(shownText(path), 'How many signed?');
  await saveTyped(thread, 'Typed meanwhile.');
  equal(thread.comments[0]?.contextValue, 'draft');
  match(await textOf(sidecarOf(path)), /Since pulled\./);
  await saveTyped(thread, 'Typed meanwhile.');
  const both = await textOf(sidecarOf(path));
  match(both, /Since pulled\./);
  match(both, /Typed meanwhile\./);
});

test('a note that is saved after the article was edited is on the words that it was begun on', async () => {
  const path = await notedArticle('begun', 'How many signed?');
  const editor = await vscode.window.showTextDocument(inWorkspace(path));
  await waitFor('the language', () => editor.document.languageId !== '');
  editor.selection = selectionOf(editor.document, 'nobody makes any more');
  const { session } = await api();
  await vscode.languages.setTextDocumentLanguage(editor.document, 'counterpoint-article');
  await session.corpus.settled();
  const again = await vscode.window.showTextDocument(inWorkspace(path));
  again.selection = selectionOf(again.document, 'nobody makes any more');
  await vscode.commands.executeCommand('watched.counterpoint.annotate');
  const draft = await waitFor('the draft', () => threads.find((one) => one.label?.includes('nobody makes')));
  await again.edit((edit) => edit.insert(new vscode.Position(0, 0), 'New on top.\n\n'));
  await saveTyped(draft, 'Since when?');
  const text = await waitFor('the note', async () => {
    const sidecar = await textOf(sidecarOf(path));
    return sidecar.includes('Since when?') ? sidecar : null;
  });
  match(text, /exact: "?nobody makes any more/);
  await again.document.save();
});

test('cancelling shows what the sidecar holds by then', async () => {
  const path = await notedArticle('cancelled', 'How many signed?');
  const thread = await editNote(path);
  await write(sidecarOf(path), (await textOf(sidecarOf(path))).replace('How many signed?', 'Since pulled.'));
  await settled();
  await vscode.commands.executeCommand('watched.counterpoint.cancelNote', thread.comments[0]);
  equal(shownText(path), 'Since pulled.');
  equal(shownNote(path)?.mode, vscode.CommentMode.Preview);
});

test('a note that was removed while it was edited stays as a draft and can be saved anew', async () => {
  const path = await notedArticle('removed', 'How many signed?');
  const thread = await editNote(path);
  await vscode.workspace.fs.delete(inWorkspace(sidecarOf(path)));
  await settled();
  equal(threadsOf(path)[0], thread);
  await saveTyped(thread, 'Typed meanwhile.');
  equal(shownText(path), 'Typed meanwhile.');
  equal(shownNote(path)?.contextValue, 'draft');
  await saveTyped(thread, 'Typed meanwhile.');
  match(await textOf(sidecarOf(path)), /Typed meanwhile\./);
  await waitFor('the new note', () => shownNote(path)?.contextValue === 'annotation');
  equal(await notedWords(path), WORDS);
});

test('a note in a list is edited though its article is not open', async () => {
  const path = await notedArticle('closed-edit', 'How many signed?');
  const article = inWorkspace(path).toString();
  const { session } = await api();
  await waitFor('its place', () => session.anchors.placed(inWorkspace(path)).some(({ span }) => span));
  equal(threadsOf(path).length, 0);
  await vscode.commands.executeCommand('watched.counterpoint.editAnnotation', { article, id: NOTE });
  equal(shownNote(path)?.mode, vscode.CommentMode.Editing);
  ok(vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === article));
  await vscode.commands.executeCommand('watched.counterpoint.cancelNote', shownNote(path));
});

test('a note fetches no images, and is edited as it was written', async () => {
  const note = 'See ![t](https://nowhere.example/x.png)';
  const path = await notedArticle('image', note);
  await vscode.window.showTextDocument(inWorkspace(path));
  await waitFor('the note', () => shownNote(path));
  equal(shownText(path), 'See \\![t](https://nowhere.example/x.png)');
  const thread = await editNote(path);
  equal(thread.comments[0]?.body, note);
  await vscode.commands.executeCommand('watched.counterpoint.cancelNote', thread.comments[0]);
});

test('Problems follows an article that is deleted, comes back and changes while it is closed', async () => {
  const path = await notedArticle('come-and-gone', 'How many signed?');
  const problems = (): string => problemsOf(sidecarOf(path)).join();
  await settled();
  equal(problems(), '');
  await vscode.workspace.fs.delete(inWorkspace(path));
  await waitFor('the missing article', () => /no article/.test(problems()));
  await write(path, FERRY);
  await waitFor('no problem', () => problems() === '');
  await write(path, FERRY.replace(/Some ninety[\s\S]*?boat\./, 'Nobody minded.'));
  await waitFor('the lost passage', () => /not in the article/.test(problems()));
  await write(path, FERRY);
  await waitFor('no problem again', () => problems() === '');
});

test('notes written by the editor and by the command line at one time are all kept', async () => {
  const path = await notedArticle('both', 'How many signed?');
  const { session } = await api();
  const article = inWorkspace(path);
  const span = spanIn(FERRY, WORDS);
  const program = vscode.extensions.getExtension('counterpoint.counterpoint')?.extensionPath ?? '';
  const byCommand = (i: number): Promise<unknown> =>
    promisify(execFile)(
      process.execPath,
      [
        join(program, 'dist', 'cli.js'),
        'annotate',
        article.fsPath,
        '--start',
        `${span.start}`,
        '--end',
        `${span.end}`,
        '--note',
        `Command ${i}`,
      ],
      { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } },
    );
  const byEditor = (i: number): Promise<unknown> =>
    session.sidecars.apply(article, {
      kind: 'addAnnotation',
      annotation: noteOn(FERRY, span, { id: `a-00000000b${i}`, note: `Editor ${i}` }),
    });
  const all = Array.from({ length: 8 }, (_, i) => i);
  await Promise.all(all.flatMap((i) => [byCommand(i), byEditor(i)]));
  const text = await textOf(sidecarOf(path));
  for (const i of all) ok(text.includes(`Command ${i}`) && text.includes(`Editor ${i}`), `${i}:\n${text}`);
});

test('a folder that is renamed takes its articles and notes along', async () => {
  const path = 'moving/seeds/ferry.txt';
  await write(path, FERRY);
  const { session } = await api();
  const note = noteOn(FERRY, spanIn(FERRY, WORDS), { id: NOTE, note: 'Whose?' });
  const before = inWorkspace(path);
  ok(await session.sidecars.apply(before, { kind: 'addAnnotation', annotation: note }));
  await waitFor('the article', () => session.corpus.known.has(before.toString()));
  await vscode.workspace.fs.rename(inWorkspace('moving'), inWorkspace('moved'));
  const after = inWorkspace(path.replace('moving', 'moved'));
  // VS Code's watcher may miss it: then it is seen at the next look.
  const seldom = 40_000;
  await waitFor('the article at its new place', () => session.corpus.known.has(after.toString()), seldom);
  await waitFor('the note at its new place', () => session.sidecars.get(after)?.sidecar.annotations[0]);
  await waitFor(
    'no ghost',
    () => !session.corpus.known.has(before.toString()) && !session.sidecars.get(before),
  );
  await vscode.workspace.fs.delete(inWorkspace('moved'), { recursive: true });
  await waitFor(
    'nothing left',
    () => !session.corpus.known.has(after.toString()) && !session.sidecars.get(after),
  );
  watched?.dispose();
}, 90_000);
