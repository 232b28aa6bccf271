import picomatch from 'picomatch/posix';
import * as vscode from 'vscode';
import { together } from './disposables.ts';
import { EXCLUDED, findMarkers, holdsFor, onMarkers } from './markers.ts';
import { LANGUAGE, PASSAGE_SCHEME, settings } from './settings.ts';
import { inSlices } from './slices.ts';

/** Which files are articles: by the setting's patterns, or by a `counterpoint.yaml` in or above their folder. */
export interface Articles extends vscode.Disposable {
  find(): Promise<readonly vscode.Uri[]>;
  /** Learns which folders are marked, so that `has` can tell; finding the articles does so, too. */
  look(): Promise<void>;
  has(document: vscode.TextDocument): boolean;
  /** The set of articles may have changed: a setting, or a marker file that came or went. */
  readonly onDidChange: vscode.Event<void>;
}

export function createArticles(): Articles {
  const changed = new vscode.EventEmitter<void>();
  let markers: readonly vscode.Uri[] = [];

  const isMarked = (uri: vscode.Uri): boolean =>
    uri.path.endsWith('.txt') && markers.some((marker) => holdsFor(marker, uri));

  const has = ({ uri }: vscode.TextDocument): boolean =>
    settings.enabled() &&
    (uri.scheme === PASSAGE_SCHEME || isMarked(uri) || isIncluded(settings.include(), uri));

  const look = async (): Promise<void> => {
    markers = settings.enabled() ? await findMarkers() : [];
  };

  const find = async (): Promise<readonly vscode.Uri[]> => {
    if (!settings.enabled()) return [];
    await look();
    const patterns = settings.include();
    const names = new Set([...patterns.map(fileNames), ...(markers.length > 0 ? ['**/*.txt'] : [])]);
    const searches = [...names].map((glob) => vscode.workspace.findFiles(glob, EXCLUDED));
    const articles = new Map<string, vscode.Uri>();
    for (const found of await Promise.all(searches))
      await inSlices(found, (uri) => {
        if (isMarked(uri) || isIncluded(patterns, uri)) articles.set(uri.toString(), uri);
      });
    return [...articles.values()];
  };

  const parts = [
    changed,
    onMarkers(() => changed.fire(), { changes: false }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (
        event.affectsConfiguration('counterpoint.enabled') ||
        event.affectsConfiguration('counterpoint.articles')
      )
        changed.fire();
    }),
  ];
  return { find, look, has, onDidChange: changed.event, dispose: () => together(...parts).dispose() };
}

/**
 * Patterns are held against the whole path and against the path in the workspace: `**\/seeds/**` includes what is
 * in a folder `seeds` also where that folder itself is what was opened.
 */
function isIncluded(patterns: readonly string[], uri: vscode.Uri): boolean {
  const matches = matcherOf(patterns);
  return matches(uri.path.replace(/^\/+/, '')) || matches(vscode.workspace.asRelativePath(uri, false));
}

let matcher = { key: '', matches: picomatch([]) };

/** Patterns are compiled once, not for each of ten thousand files. */
function matcherOf(patterns: readonly string[]): picomatch.Matcher {
  const key = JSON.stringify(patterns);
  if (key !== matcher.key) matcher = { key, matches: picomatch([...patterns], { dot: true }) };
  return matcher.matches;
}

/** A search that finds at least what a pattern can match: the editor's own search sees no path above the workspace. */
function fileNames(pattern: string): string {
  const name = pattern.slice(pattern.lastIndexOf('/') + 1);
  return name === '**' || /[{}()]/.test(name) ? '**/*' : `**/${name}`;
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
    await articles.look();
    vscode.workspace.textDocuments.forEach(assign);
  };
  void assignAll();
  return together(vscode.workspace.onDidOpenTextDocument(assign), articles.onDidChange(assignAll));
}
