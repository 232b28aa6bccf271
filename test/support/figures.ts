import { type FigureDraft, findFigures } from '../../src/core/mentions/figures/figure.ts';
import type { Article, BlockKind } from '../../src/core/text/article.ts';

/** One block of text as an article, with the date it is read against. */
export function articleOf(text: string, date: string | null = null, kind: BlockKind = 'paragraph'): Article {
  const span = { start: 0, end: text.length };
  const blocks = text === '' ? [] : [{ ...span, kind, sentences: [span] }];
  const stated = { headline: null, date, dateSpan: null, outlet: null, outletSpan: null };
  return { text, ...stated, blocks, entries: [], facts: {} };
}

/** The text with `⟦…⟧` around each figure, as fixtures are written. */
export function marked(text: string, figures: readonly FigureDraft[]): string {
  let out = '';
  let at = 0;
  for (const { start, end } of figures) {
    out += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return out + text.slice(at);
}

/** A figure in one line: kind, value with its other end, unit, and the comparator unless it is "=". */
export function inWords({ kind, value, upper, unit, comparator }: FigureDraft): string {
  const values = upper === null ? String(value) : `${value}–${upper}`;
  return [kind, values, unit, comparator === '=' ? null : comparator]
    .filter((part) => part !== null)
    .join(' ');
}

/** What is found in a marked text: the text marked again, and each figure in words. */
export function found(markedText: string, date: string | null = null, kind: BlockKind = 'paragraph') {
  const text = markedText.replaceAll(/[⟦⟧]/g, '');
  const figures = findFigures(articleOf(text, date, kind));
  return { text: marked(text, figures), figures: figures.map(inWords), drafts: figures };
}
