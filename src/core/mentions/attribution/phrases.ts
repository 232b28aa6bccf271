import type { Block } from '../../text/article.ts';
import { classAt, closes, SPACE } from '../../text/characters.ts';
import type { Span } from '../../text/span.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';
import type { Item, Phrase } from './items.ts';
import { type Narration, pushTokens } from './narration.ts';

/** Most items of a sentence; a longer one is cut, since rules look about in all of it. */
const LONGEST = 200;

/** The sentences of a block with each of its quotations (`first` to `last`, exclusive) as one item. */
export function phrasesOf(
  narration: Narration,
  index: number,
  quotations: readonly QuotationDraft[],
  first: number,
  last: number,
): Phrase[] {
  const { article } = narration;
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
      pushTokens(narration, at, quote.start, items);
      items.push(quoteItem(article.text, quote, q));
      at = quote.end;
    }
    pushTokens(narration, at, end, items);
    for (let k = 0; k < items.length; k += LONGEST)
      phrases.push({
        start,
        end,
        items: items.length > LONGEST ? items.slice(k, k + LONGEST) : items,
        block: index,
      });
    start = end;
  }
  return phrases;
}

const quoteItem = (text: string, { start, end, content }: QuotationDraft, quote: number): Item => {
  const ending = endingOf(text, content);
  return {
    start,
    end,
    kind: 'quote',
    text: ending,
    lower: ending,
    bits: 0,
    cue: undefined,
    quote,
  };
};

/** The last character of the quoted words that is no mark of a nested quotation. */
function endingOf(text: string, content: Span): string {
  let end = content.end;
  while (end > content.start && (closes(text.charAt(end - 1)) || classAt(text, end - 1) === SPACE)) end--;
  return text.charAt(end - 1);
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
