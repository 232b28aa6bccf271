import * as vscode from 'vscode';
import { together } from './disposables.ts';
import { LANGUAGE, PASSAGE_SCHEME, settings } from './settings.ts';

const MARKER = 'counterpoint.yaml';
const EXCLUDED = '**/{node_modules,.git}/**';

/** Which files are articles: by the setting's patterns, or by a `counterpoint.yaml` in or above their folder. */
export interface Articles extends vscode.Disposable {
  find(): Promise<readonly vscode.Uri[]>;
  has(document: vscode.TextDocument): boolean;
  /** The set of articles may have changed: a setting, or a marker file that came or went. */
  readonly onDidChange: vscode.Event<void>;
}

export function createArticles(): Articles {
  const changed = new vscode.EventEmitter<void>();
  let markedFolders: readonly string[] = [];

  const readMarkers = async (): Promise<void> => {
    const markers = await vscode.workspace.findFiles(`**/${MARKER}`, EXCLUDED);
    markedFolders = markers.map((uri) => vscode.Uri.joinPath(uri, '..').toString());
  };

  const isMarked = (uri: vscode.Uri): boolean =>
    uri.path.endsWith('.txt') && markedFolders.some((folder) => uri.toString().startsWith(`${folder}/`));

  const has = (document: vscode.TextDocument): boolean =>
    settings.enabled() &&
    (document.uri.scheme === PASSAGE_SCHEME ||
      isMarked(document.uri) ||
      settings.include().some((pattern) => vscode.languages.match({ pattern }, document) > 0));

  const find = async (): Promise<readonly vscode.Uri[]> => {
    if (!settings.enabled()) return [];
    await readMarkers();
    const byGlob = settings.include().map((glob) => vscode.workspace.findFiles(glob, EXCLUDED));
    const marked = markedFolders.length > 0 ? await vscode.workspace.findFiles('**/*.txt', EXCLUDED) : [];
    const found = [...(await Promise.all(byGlob)).flat(), ...marked.filter(isMarked)];
    return [...new Map(found.map((uri) => [uri.toString(), uri])).values()];
  };

  const markers = vscode.workspace.createFileSystemWatcher(`**/${MARKER}`, false, true, false);
  const parts = [
    changed,
    markers,
    markers.onDidCreate(() => changed.fire()),
    markers.onDidDelete(() => changed.fire()),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        event.affectsConfiguration('counterpoint.enabled') ||
        event.affectsConfiguration('counterpoint.articles')
      )
        changed.fire();
    }),
  ];
  return { find, has, onDidChange: changed.event, dispose: () => together(...parts).dispose() };
}

/** Gives articles our language, and takes it back where a file is no article any more. */
export function articleLanguage(articles: Articles): vscode.Disposable {
  const assigned = new Set<string>();
  const assign = (document: vscode.TextDocument): void => {
    const key = document.uri.toString();
    if (articles.has(document) && document.languageId === 'plaintext') {
      assigned.add(key);
      void vscode.languages.setTextDocumentLanguage(document, LANGUAGE);
    }
    // A language that the analyst chose by hand is left alone.
    if (!articles.has(document) && document.languageId === LANGUAGE && assigned.delete(key)) {
      void vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    }
  };
  const assignAll = async (): Promise<void> => {
    await articles.find();
    vscode.workspace.textDocuments.forEach(assign);
  };
  void assignAll();
  return together(vscode.workspace.onDidOpenTextDocument(assign), articles.onDidChange(assignAll));
}
