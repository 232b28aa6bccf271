import * as vscode from 'vscode';
import { indexText, type TextIndex } from '../core/anchors/text-index.ts';
import { createRecent } from '../core/corpus/recent.ts';
import { describedIn, presentEntries } from '../core/sidecar/present.ts';
import { openDocument } from './documents.ts';
import type { ArticlePast } from './old-texts.ts';
import { articleText } from './sidecar-files.ts';
import type { SidecarFacts, SidecarStore } from './sidecar-store.ts';

/** Texts that are made ready once: those of the other ends of an article's links, while it is typed in. */
const MOST_READY = 50;

/** Tells what the sidecars say of an article, with decisions and dismissals placed by older texts, as its notes are. */
export function presentFacts(
  sidecars: SidecarStore,
  past: ArticlePast,
): (article: vscode.Uri) => Promise<SidecarFacts> {
  const indexOf = (text: string): TextIndex => indexText(text, past.get);
  const ready = createRecent(MOST_READY, indexOf);
  return async (article) => {
    const facts = await sidecars.load(article);
    const indices = new Map<string, TextIndex>();
    for (const [path, prints] of describedIn(article.toString(), facts)) {
      const uri = vscode.Uri.parse(path);
      if (path !== article.toString() && !isOurs(uri)) continue;
      const text = await articleText(uri);
      // One that is typed in has another text the next time.
      const index = text === null ? undefined : openDocument(uri) ? indexOf(text) : ready.get(text);
      const older = index ? [...prints].filter((print) => print !== index.fingerprint) : [];
      if (!index || older.length === 0) continue;
      await past.bring(uri, older);
      // An index keeps what it was told of older texts: one that is not to be had now may be the next time.
      const isWhole = older.every((print) => past.get(print) !== null);
      indices.set(path, isWhole ? index : indexOf(index.text));
    }
    return indices.size === 0
      ? facts
      : presentEntries(article.toString(), facts, (path) => indices.get(path) ?? null);
  };
}

/** A sidecar may name any file as a link's other end: what nobody has opened is not read for it. */
const isOurs = (uri: vscode.Uri): boolean =>
  vscode.workspace.getWorkspaceFolder(uri) !== undefined || openDocument(uri) !== undefined;
