import type { Analysis } from '../claims/analysis.ts';
import type { Link, Story } from '../counterparts/link.ts';
import type { Decision } from '../sidecar/annotation.ts';
import type { ArticleFacts } from '../text/article.ts';

/** What an editor, the command line or a worker knows of an article. */
export interface ArticleSource {
  /** Path or URI: the article's name in links. */
  readonly path: string;
  /** Without a leading byte order mark. */
  readonly text: string;
  /** From the sidecar's `article` block. */
  readonly facts?: ArticleFacts;
  /** Decisions in this article's own sidecar. */
  readonly decisions?: readonly Decision[];
}

/** The corpus with its analyses and links: changes in, answers out. Editor and command line are its clients. */
export interface Project {
  /** Adds or replaces an article: analyses it and brings its links up to date. */
  set(source: ArticleSource): void;
  remove(path: string): void;
  paths(): readonly string[];
  analysis(path: string): Analysis | undefined;
  /** Every link of the corpus with at least `minScore` (default: the threshold for shown links). */
  links(minScore?: number): readonly Link[];
  /** Links of an article, or of one claim of it, best first; `from` is always on the side of `path`. */
  linksOf(path: string, claim?: string): readonly Link[];
  stories(): readonly Story[];
}
