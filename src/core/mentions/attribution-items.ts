import type { Article, Block } from '../text/article.ts';
import { classAt, isLower, SPACE } from '../text/characters.ts';
import { tokensOf } from '../text/segment.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/token.ts';
import type { QuotationDraft } from './quotation.ts';

/** A token of the narration, or a whole quotation taken as one. */
export interface Item extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'quote';
  readonly text: string;
  readonly lower: string;
  /** Index of the quotation; -1 for tokens. */
  readonly quote: number;
}

/** A sentence of the narration: quotations within it don't end it. */
export interface Phrase extends Span {
  readonly items: readonly Item[];
  /** Index in `article.blocks`. */
  readonly block: number;
}

/** The sentences of a block with each of its quotations (`first` to `last`, exclusive) as one item. */
export function phrasesOf(
  article: Article,
  index: number,
  quotations: readonly QuotationDraft[],
  first: number,
  last: number,
): Phrase[] {
  const block = article.blocks[index];
  if (!block) return [];
  const phrases: Phrase[] = [];
  let q = first;
  let start = block.sentences[0]?.start ?? block.start;
  for (const end of boundaries(block, quotations, first, last)) {
    const items: Item[] = [];
    let at = start;
    for (; q < last; q++) {
      const quote = quotations[q];
      if (!quote || quote.start >= end) break;
      pushTokens(article.text, at, quote.start, items);
      items.push({ start: quote.start, end: quote.end, kind: 'quote', text: '', lower: '', quote: q });
      at = quote.end;
    }
    pushTokens(article.text, at, end, items);
    if (items.length > 0) phrases.push({ start, end, items, block: index });
    start = end;
  }
  return phrases;
}

/** Ends of sentences that lie within no quotation. */
function boundaries(
  block: Block,
  quotations: readonly QuotationDraft[],
  first: number,
  last: number,
): number[] {
  const ends: number[] = [];
  let q = first;
  for (const sentence of block.sentences) {
    while (q < last && (quotations[q]?.end ?? 0) < sentence.end) q++;
    const quote = q < last ? quotations[q] : undefined;
    if (quote && quote.start < sentence.end && sentence.end < quote.end) continue;
    ends.push(sentence.end);
  }
  if (ends.at(-1) !== block.end) ends.push(block.end);
  return ends;
}

function pushTokens(text: string, start: number, end: number, items: Item[]): void {
  if (end <= start) return;
  const tokens = tokensOf(text, { start, end });
  tokens.forEach((token, i) => {
    if (isInnerStop(text, token, tokens[i + 1])) return;
    items.push({
      start: token.start,
      end: token.end,
      kind: token.kind,
      text: token.text,
      lower: token.text.toLowerCase(),
      quote: -1,
    });
  });
}

/** The full stop of an abbreviation or an initial. */
const isInnerStop = (text: string, token: Token, next: Token | undefined): boolean =>
  token.text === '.' && next !== undefined && token.start > 0 && classAt(text, token.start - 1) !== SPACE;

export const isWord = (item: Item | undefined): item is Item & { kind: 'word' } => item?.kind === 'word';

export const isMark = (item: Item | undefined, marks: string): boolean =>
  item?.kind === 'mark' && marks.includes(item.text);

/** A word with a capital. */
export const isCapital = (item: Item | undefined): boolean =>
  item?.kind === 'word' &&
  !isLower(item.text.charAt(0)) &&
  item.text.charAt(0) !== item.text.charAt(0).toLowerCase();

export const isPossessive = (item: Item | undefined): boolean =>
  item?.kind === 'word' && /[’'](?:s|S)?$/.test(item.text);
