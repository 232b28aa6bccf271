import * as vscode from 'vscode';
import { indexText, type TextIndex } from '../core/anchors/text-index.ts';
import { describedIn, presentEntries } from '../core/sidecar/present.ts';
import type { SidecarFacts } from './corpus.ts';
import { openDocument } from './documents.ts';
import type { ArticlePast } from './old-texts.ts';
import { articleText } from './sidecar-files.ts';
import type { SidecarStore } from './sidecar-store.ts';

/** What the sidecars say of an article, with decisions and dismissals placed by older texts, as its notes are. */
export async function presentFacts(
  sidecars: SidecarStore,
  past: ArticlePast,
  article: vscode.Uri,
): Promise<SidecarFacts> {
  const facts = await sidecars.load(article);
  const indices = new Map<string, TextIndex>();
  for (const [path, prints] of describedIn(article.toString(), facts)) {
    const uri = vscode.Uri.parse(path);
    if (path !== article.toString() && !isOurs(uri)) continue;
    const text = await articleText(uri);
    const index = text === null ? null : indexText(text, past.get);
    const older = index ? [...prints].filter((print) => print !== index.fingerprint) : [];
    if (!index || older.length === 0) continue;
    await past.bring(uri, older);
    indices.set(path, index);
  }
  return indices.size === 0
    ? facts
    : presentEntries(article.toString(), facts, (path) => indices.get(path) ?? null);
}

/** A sidecar may name any file as a link's other end: what nobody has opened is not read for it. */
const isOurs = (uri: vscode.Uri): boolean =>
  vscode.workspace.getWorkspaceFolder(uri) !== undefined || openDocument(uri) !== undefined;
