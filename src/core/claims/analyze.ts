import { type DetectOptions, detectMentions } from '../mentions/detect.ts';
import type { ArticleFacts } from '../text/article.ts';
import { readArticle } from '../text/structure.ts';
import type { Analysis } from './analysis.ts';
import { claimsOf } from './claims.ts';

/** Reads an article: structure, mentions, claims. `facts` from the sidecar go before what the text says. */
export function analyze(text: string, facts: ArticleFacts = {}, options: DetectOptions = {}): Analysis {
  const article = readArticle(text, facts);
  const mentions = detectMentions(article, options);
  return { article, ...mentions, claims: claimsOf(article, mentions) };
}
