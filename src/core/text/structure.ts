import type { Article, ArticleFacts, Block } from './article.ts';
import { sentencesOf } from './segment.ts';

/** Reads an article's structure from its text; `facts` go before what the text says. */
export function readArticle(text: string, facts: ArticleFacts = {}): Article {
  const blocks: Block[] = [];
  for (const match of text.matchAll(/[^\n]*\S[^\n]*/g)) {
    const start = match.index + match[0].search(/\S/);
    const span = { start, end: match.index + match[0].trimEnd().length };
    const kind = /^[•*–-]\s/.test(text.slice(start, start + 2)) ? 'bullet' : 'paragraph';
    blocks.push({ ...span, kind, sentences: sentencesOf(text, span) });
  }
  return {
    text,
    headline: null,
    date: facts.published ?? null,
    dateSpan: null,
    outlet: facts.outlet ?? null,
    outletSpan: null,
    blocks,
  };
}
