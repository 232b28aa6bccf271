import * as vscode from 'vscode';
import { joined } from '../../core/sidecar/location.ts';
import { SIDECARS_AND_CODEBOOKS } from '../codebooks.ts';
import { isMarker } from '../markers.ts';
import { articleUri, asUriPath } from '../sidecar-files.ts';

/** Longer lines name no article. */
const LONGEST = 1000;
const NAMED = /^\s+(?:article|versionOf|copyOf):\s+(["']?)(\S.*)$/d;
const LISTED = /^\s+-\s+(["']?)(\S.*)$/d;

/** The articles that sidecars and codebooks name, to be opened from there. */
export const yamlLinks = (): vscode.Disposable =>
  vscode.languages.registerDocumentLinkProvider(SIDECARS_AND_CODEBOOKS, {
    provideDocumentLinks: (document) =>
      isMarker(document.uri) ? storyLinks(document) : sidecarLinks(document),
  });

function sidecarLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
  const article = articleUri(document.uri);
  if (!article) return [];
  return linesOf(document).flatMap((line) => linkIn(line, NAMED, article) ?? []);
}

/** Only what stands under `stories` names articles. */
function storyLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
  let inStories = false;
  return linesOf(document).flatMap((line) => {
    if (/^\w/.test(line.text)) inStories = line.text.startsWith('stories:');
    return (inStories && linkIn(line, LISTED, document.uri)) || [];
  });
}

const linesOf = (document: vscode.TextDocument): vscode.TextLine[] =>
  Array.from({ length: document.lineCount }, (_, at) => document.lineAt(at)).filter(
    ({ text }) => text.length <= LONGEST,
  );

/** `from`: the file that the path is told from. */
function linkIn(line: vscode.TextLine, pattern: RegExp, from: vscode.Uri): vscode.DocumentLink | null {
  const match = pattern.exec(line.text);
  const [start = 0] = match?.indices?.[2] ?? [];
  const quote = match?.[1] ?? '';
  const rest = match?.[2] ?? '';
  const path = (quote === '' ? rest.replace(/\s#.*$/, '') : (rest.split(quote)[0] ?? '')).trimEnd();
  if (path === '') return null;
  const { lineNumber } = line;
  const link = new vscode.DocumentLink(
    new vscode.Range(lineNumber, start, lineNumber, start + path.length),
    vscode.Uri.parse(joined(from.toString(), asUriPath(path))),
  );
  link.tooltip = vscode.l10n.t('Open the article');
  return link;
}
