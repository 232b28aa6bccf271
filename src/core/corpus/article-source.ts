import { hashOf } from '../lexicon/hash.ts';
import type { Decision, Dismissal } from '../sidecar/annotation.ts';
import type { ArticleFacts } from '../text/article.ts';
import type { ArticleContent } from './linkage.ts';

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
  /** What its analysis found that an analyst says is none. */
  readonly dismissals?: readonly Dismissal[];
}

/** As the linkage tells articles of one content apart from others. */
export const contentOf = (source: ArticleSource): ArticleContent => ({
  name: `${hashOf(source.text)} ${source.text.length}`,
  source,
  same: (other) => {
    const its = other.source as ArticleSource;
    return sameArticle(source, its) && sameDismissals(source, its);
  },
});

export const sameArticle = (a: ArticleSource, b: ArticleSource): boolean =>
  a.text === b.text && JSON.stringify(a.facts ?? {}) === JSON.stringify(b.facts ?? {});

export const sameDismissals = (a: ArticleSource, b: ArticleSource): boolean =>
  JSON.stringify(a.dismissals ?? []) === JSON.stringify(b.dismissals ?? []);

export const sameDecisions = (a: ArticleSource, b: ArticleSource): boolean =>
  JSON.stringify(a.decisions ?? []) === JSON.stringify(b.decisions ?? []);
