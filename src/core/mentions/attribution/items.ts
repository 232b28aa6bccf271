import { rarityOfStem } from '../../lexicon/frequency.ts';
import type { Article, Block } from '../../text/article.ts';
import { classAt, closes, isLower, SPACE } from '../../text/characters.ts';
import { tokensOf } from '../../text/segment.ts';
import { indexAt, type Span } from '../../text/span.ts';
import { stemOf } from '../../text/stem.ts';
import type { Token } from '../../text/token.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';

/** A token of the narration, or a whole quotation taken as one: its `text` is its last character. */
export interface Item extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'quote';
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /** Index of the quotation; -1 for tokens. */
  readonly quote: number;
  /** A capital that the beginning of a sentence explains: the word is within no known name. */
  readonly initial: boolean;
}

/** A sentence of the narration: quotations within it don't end it. */
export interface Phrase extends Span {
  readonly items: readonly Item[];
  /** Index in `article.blocks`. */
  readonly block: number;
}

/** Most items of a sentence; a longer one is cut, since rules look about in all of it. */
const LONGEST = 200;

/**
 * The sentences of a block with each of its quotations (`first` to `last`, exclusive) as one item; `names` tells
 * which words at the beginning of a sentence have their capital for another reason.
 */
export function phrasesOf(
  article: Article,
  index: number,
  quotations: readonly QuotationDraft[],
  first: number,
  last: number,
  names: readonly Span[],
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
      pushTokens(article.text, at, quote.start, items, names);
      items.push(quoteItem(article.text, quote, q));
      at = quote.end;
    }
    pushTokens(article.text, at, end, items, names);
    for (let k = 0; k < items.length; k += LONGEST)
      phrases.push({ start, end, items: items.slice(k, k + LONGEST), block: index });
    start = end;
  }
  return phrases;
}

const quoteItem = (text: string, { start, end, content }: QuotationDraft, quote: number): Item => {
  const ending = endingOf(text, content);
  return { start, end, kind: 'quote', text: ending, lower: ending, quote, initial: false };
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

function pushTokens(text: string, start: number, end: number, items: Item[], names: readonly Span[]): void {
  if (end <= start) return;
  const tokens = tokensOf(text, { start, end });
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (isInnerStop(text, token, next)) return;
    const opens = token.kind === 'word' && items.length < 6 && !items.some(isSpoken);
    const lower = token.text.toLowerCase().replaceAll('’', "'");
    const named =
      opens &&
      ((next !== undefined && hasCapital(next.text)) || isWithin(names, token.start) || isUncommon(lower));
    const item = {
      start: token.start,
      end: token.end,
      kind: token.kind,
      text: token.text,
      lower,
      quote: -1,
      initial: opens && !named,
    };
    const clitic = CONTRACTED.exec(lower);
    if (clitic?.[1] === undefined) items.push(item);
    else items.push(...parted(item, clitic[1].length));
  });
}

/**
 * Hardly a word of English: its capital is a name's. Names that the tagger finds hang on the rest of the article, and
 * what is quoted where should not.
 */
const isUncommon = (lower: string): boolean => rarityOfStem(stemOf(lower)) > 1.3;

/** "he’s", "they’ve": a subject and an auxiliary. */
const CONTRACTED = /^(he|she|it|they|we|i|you|who)'(?:s|re|d|ll|ve|m)$/;

function parted(item: Item, at: number): Item[] {
  const [head, tail] = [item.text.slice(0, at), item.text.slice(at)];
  const cut = item.start + at;
  return [
    { ...item, end: cut, text: head, lower: head.toLowerCase() },
    { ...item, start: cut, text: tail, lower: 'is', initial: false },
  ];
}

/** After such an item no sentence begins. */
const isSpoken = (item: Item): boolean =>
  item.kind === 'word' || item.kind === 'number' || (item.kind === 'quote' && !/[.!?]/.test(item.text));

const isWithin = (spans: readonly Span[], offset: number): boolean => {
  const span = spans[indexAt(spans, offset)];
  return span !== undefined && span.start <= offset;
};

const hasCapital = (word: string): boolean => {
  const first = word.charAt(0);
  return !isLower(first) && first !== first.toLowerCase();
};

/** The full stop of an abbreviation or an initial. */
const isInnerStop = (text: string, token: Token, next: Token | undefined): boolean =>
  token.text === '.' && next !== undefined && token.start > 0 && classAt(text, token.start - 1) !== SPACE;

export const isWord = (item: Item | undefined): item is Item & { kind: 'word' } => item?.kind === 'word';

export const isMark = (item: Item | undefined, marks: string): boolean =>
  item?.kind === 'mark' && marks.includes(item.text);

/** A word with a capital. */
export const isCapital = (item: Item | undefined): boolean => item?.kind === 'word' && hasCapital(item.text);

export const isPossessive = (item: Item | undefined): boolean =>
  item?.kind === 'word' && /[’'](?:s|S)?$/.test(item.text);
