import { existsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type Codebook, parseCodebook } from '../core/sidecar/codebook.ts';
import type { TagDefinition } from '../core/sidecar/codebook-tags.ts';
import { problemOf } from '../core/sidecar/document.ts';
import { tagsTogether } from '../core/sidecar/tag-check.ts';
import type { Problem } from '../core/text/problem.ts';
import { asIs } from '../core/text/wording.ts';
import { FileError } from '../files/file-error.ts';
import { readText } from '../files/read-text.ts';
import { realPath } from './article-files.ts';

const NAME = 'counterpoint.yaml';

/** A `counterpoint.yaml` as it is on disk. */
export interface CodebookFile {
  /** Absolute. */
  readonly path: string;
  /** As messages call it: from the current folder. */
  readonly name: string;
  readonly text: string;
  readonly value: Codebook;
  readonly problems: readonly Problem[];
}

/** The codebooks above articles, each read once. */
export interface Codebooks {
  /** Those that hold for an article, the nearest first. */
  above(article: string): readonly CodebookFile[];
  /** The tags that its notes may have; null where no codebook says. */
  tagsFor(article: string): readonly TagDefinition[] | null;
  /** All that were met so far, by path. */
  met(): readonly CodebookFile[];
}

export function createCodebooks(): Codebooks {
  const read = new Map<string, CodebookFile | null>();
  const bookIn = (folder: string): CodebookFile | null => {
    const path = join(folder, NAME);
    const known = read.get(path);
    if (known !== undefined) return known;
    const book = existsSync(path) ? readBook(path) : null;
    read.set(path, book);
    return book;
  };
  const above = (article: string): CodebookFile[] => {
    const books: CodebookFile[] = [];
    for (let folder = dirname(realPath(article)); ; folder = dirname(folder)) {
      const book = bookIn(folder);
      if (book) books.push(book);
      if (dirname(folder) === folder) return books;
    }
  };
  return {
    above,
    tagsFor: (article) => tagsTogether(above(article).map(({ value }) => value.tags)),
    met: () => [...read.values()].filter((book) => book !== null).sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

function readBook(path: string): CodebookFile {
  const name = relative('', path);
  try {
    const { text } = readText(path);
    return { path, name, text, ...parseCodebook(text) };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    const message = error.message.slice(`${path}: `.length);
    const problem = problemOf('unreadable', asIs(message), { start: 0, end: 0 });
    return { path, name, text: '', value: { tags: null, stories: [] }, problems: [problem] };
  }
}
