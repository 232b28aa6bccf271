import type { ArticleSource } from '../core/corpus/article-source.ts';
import type { Sidecar } from '../core/sidecar/annotation.ts';
import { parseSidecar } from '../core/sidecar/parse.ts';
import { readTogether } from '../core/sidecar/together.ts';
import type { ArticleFacts } from '../core/text/article.ts';
import { FileError } from '../files/file-error.ts';
import { LARGEST_SIDECAR } from '../files/largest-sidecar.ts';
import type { Placements } from '../files/placement.ts';
import { readText } from '../files/read-text.ts';
import { realPath } from './article-files.ts';
import type { Dates } from './dates.ts';

type Say = (message: string) => void;

/** Beside the articles: what is known of their dates, and where their sidecars are. */
export interface Sources {
  readonly dates: Dates;
  readonly placements: Placements;
}

/** An article with what its sidecars say; null, and why is said, where it can't be read. */
export function articleAt(path: string, { dates, placements }: Sources, say: Say): ArticleSource | null {
  const text = readOr(path, (why) => say(`${why} It is left out.`));
  if (text === null) return null;
  const { article, decisions, dismissals } = readSidecars(path, placements, say);
  const published = dates.get(realPath(path))?.date;
  const facts: ArticleFacts = { ...article, ...(published === undefined ? {} : { published }) };
  return { path, text, facts, decisions, dismissals };
}

/** A file's text; null, and why is said, where it can't be read: the others count all the same. */
export function readOr(path: string, say: Say, most?: number): string | null {
  try {
    return readText(path, most).text;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    say(error.message);
    return null;
  }
}

/** What all of an article's sidecars say. */
function readSidecars(article: string, placements: Placements, say: Say): Sidecar {
  const reads = placements.sidecarsOf(article).flatMap((path) => {
    const text = readOr(path, (why) => say(`${why} The article is analysed without it.`), LARGEST_SIDECAR);
    if (text === null) return [];
    const read = parseSidecar(text);
    const errors = read.problems.filter((p) => p.severity === 'error');
    if (errors.length > 0) say(`${path}: ${errors[0]?.message} ("counterpoint check" lists all.)`);
    return [{ name: path, read }];
  });
  return readTogether(reads).sidecar;
}
