import { fingerprint } from '../../core/anchors/fingerprint.ts';
import type { ArticleSource } from '../../core/corpus/article-source.ts';

/** In a browser nothing is kept: no folder is named there. */
export function createCorpusCache(): never {
  throw new Error('There is no disk to keep anything on.');
}

export const keyOf = ({ text, facts = {}, dismissals = [] }: ArticleSource): string =>
  fingerprint(JSON.stringify([text, facts, dismissals]));
