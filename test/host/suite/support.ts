// What every test of the suite needs: the workspace, its articles, and asking the editor as a person would.
import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { describeSpan } from '../../../src/core/anchors/describe.ts';
import type { Annotation } from '../../../src/core/sidecar/annotation.ts';
import type { Span } from '../../../src/core/text/span.ts';
import type { Api } from '../../../src/vscode/extension.ts';

/** A file of the workspace, by its path from the root. */
export function inWorkspace(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

export const tideway = 'seeds/harbour-bridge/01_tideway-post.txt';
export const meridian = 'seeds/harbour-bridge/02_meridian-dispatch.txt';
export const northline = 'seeds/harbour-bridge/03_northline.txt';

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>('counterpoint.counterpoint');
  ok(extension, 'the extension is not installed');
  return extension.isActive ? extension.exports : extension.activate();
}

/** Asks until the answer is there; the error names what was waited for and the last answer. */
export async function waitFor<T>(
  what: string,
  ask: () => T | null | undefined | false | Promise<T | null | undefined | false>,
  limitMs = 10_000,
): Promise<T> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer) return answer;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited ${limitMs} ms in vain for ${what}`);
}

/** Opens an article and waits until it and the others have been analysed. */
export async function openArticle(path: string): Promise<vscode.TextEditor> {
  const { session } = await api();
  const uri = inWorkspace(path);
  const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
  await waitFor(`the language of ${path}`, () => documentAt(uri)?.languageId === 'counterpoint-article');
  await waitFor(`the analysis of ${path}`, () => session.corpus.known.has(uri.toString()));
  await session.corpus.settled();
  return editor;
}

export const documentAt = (uri: vscode.Uri): vscode.TextDocument | undefined =>
  vscode.workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());

/** Where a text first stands in a document. */
export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const start = document.getText().indexOf(text);
  ok(start >= 0, `“${text}” is not in ${document.uri.path}`);
  return new vscode.Range(document.positionAt(start), document.positionAt(start + text.length));
}

/**
 * VS Code closes a document that no editor shows some minutes after it was first opened, whatever was asked of it since;
 * what it opens for a question of ours alone is plain text to the providers at first.
 */
async function atHand({ uri }: Pick<vscode.TextDocument, 'uri'>): Promise<void> {
  const was = documentAt(uri)?.languageId;
  const document = await vscode.workspace.openTextDocument(uri);
  if (was === undefined)
    await waitFor(`the language of ${uri.path}`, () => document.languageId !== 'plaintext');
}

/** The Markdown of each card over the middle of a text, the innermost passage's first. */
export async function cardsOver(document: vscode.TextDocument, text: string): Promise<string[]> {
  const start = document.offsetAt(rangeOf(document, text).start);
  const position = document.positionAt(start + Math.floor(text.length / 2));
  await atHand(document);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  const parts = hovers.flatMap(({ contents }) => contents);
  return parts.map((part) => (typeof part === 'string' ? part : part.value));
}

/** The first of these cards; empty where there is none. */
export const hoverOver = async (document: vscode.TextDocument, text: string): Promise<string> =>
  (await cardsOver(document, text))[0] ?? '';

/** Markdown as it reads: without escapes, links' targets, entities for spaces and emphasis. */
export const readable = (markdown: string): string =>
  markdown
    .replace(/\]\(command:[^)]*\)/g, ']')
    .replace(/&nbsp;/g, ' ')
    .replace(/\\(.)/g, '$1')
    .replace(/~~|\*\*|<\/?(?:del|ins|b|s)>/g, '');

/** Clicks a card's link: runs the first command of that name, with the arguments that the link carries. */
export async function clickLink(markdown: string, command: string): Promise<void> {
  const link = new RegExp(`\\(command:${command.replace('.', '\\.')}\\?([^)]*)\\)`).exec(markdown)?.[1];
  ok(link, `no link to ${command} in: ${markdown}`);
  const args: unknown = JSON.parse(decodeURIComponent(link));
  ok(Array.isArray(args));
  await vscode.commands.executeCommand(command, ...args);
}

export async function lensesOf(document: Pick<vscode.TextDocument, 'uri'>): Promise<vscode.CodeLens[]> {
  await atHand(document);
  return vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    1000,
  );
}

/** What the light bulb offers at a place. */
export const fixesAt = (uri: vscode.Uri, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, range);

export const sidecarOf = (article: string): string => `${article}.annotations.yaml`;

/** Where words first stand in a text. */
export function spanIn(text: string, words: string): Span {
  const start = text.indexOf(words);
  ok(start >= 0, `“${words}” is not in the text`);
  return { start, end: start + words.length };
}

/** An open note of Ada Wolfram's on a passage, but for what is said otherwise. */
export function noteOn(
  text: string,
  span: Span,
  own: Pick<Annotation, 'id' | 'note'> & Partial<Annotation>,
): Annotation {
  const time = '2026-01-05T10:00:00Z';
  return {
    ...{ author: 'Ada Wolfram', created: time, modified: time, status: 'open', confidence: null },
    ...{ tags: [], replies: [], selectors: describeSpan(text, span) },
    ...own,
  };
}

export const write = (path: string, text: string): Thenable<void> =>
  vscode.workspace.fs.writeFile(inWorkspace(path), Buffer.from(text));

export async function textOf(path: string): Promise<string> {
  return Buffer.from(await vscode.workspace.fs.readFile(inWorkspace(path))).toString('utf8');
}

export async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(inWorkspace(path)).then(
    () => true,
    () => false,
  );
}

/** The messages of Problems about a file. */
export const problemsOf = (path: string): string[] =>
  vscode.languages.getDiagnostics(inWorkspace(path)).map(({ message }) => message);

export async function closeAll(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}
