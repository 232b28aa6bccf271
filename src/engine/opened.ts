import { readFileSync, statSync } from 'node:fs';
import type { ArticleSource } from '../core/corpus/article-source.ts';
import { decodeText } from '../core/text/decode.ts';
import type { Corpus } from './corpus.ts';

/** The revision of articles that are as they were before the editor was started. */
export const UNCHANGED = 0;

/** An article by its name in the corpus, and its file. */
export interface ArticleFile {
  readonly path: string;
  readonly file: string;
}

/** An article that was taken up without being read. */
export interface OpenedArticle {
  readonly path: string;
  /** Milliseconds since 1970, and bytes: of the file as it was read. */
  readonly changed: number;
  readonly size: number;
  /** Whether a sidecar told something of it, which may not hold any more. */
  readonly told: boolean;
}

/** Takes up what is in these files as it was when the corpus was kept. What can't be read is left to the caller. */
export function takeUp(corpus: Corpus, files: readonly ArticleFile[], most: number): OpenedArticle[] {
  const opened = new Map<string, OpenedArticle>();
  const fileAt = new Map(
    files.filter(({ path }) => corpus.keeps(path)).map(({ path, file }) => [path, file]),
  );
  if (fileAt.size === 0) return [];
  const restored = corpus.restore((path, told): ArticleSource | undefined => {
    const file = fileAt.get(path);
    const read = file === undefined ? null : articleIn(file, most);
    if (file === undefined || read === null) return undefined;
    const { changed, size } = read;
    opened.set(path, { path, changed, size, told: Object.keys(told).length > 0 });
    return { path, text: read.text, ...told };
  });
  return [...opened.values()].filter(({ path }) => restored.has(path));
}

function articleIn(file: string, most: number) {
  try {
    // Before the text is read: a change in between is seen as one.
    const { mtime, size } = statSync(file);
    const decoded = decodeText(readFileSync(file));
    if ('flaw' in decoded || decoded.text.length > most) return null;
    return { text: decoded.text, changed: mtime.getTime(), size };
  } catch {
    return null;
  }
}
