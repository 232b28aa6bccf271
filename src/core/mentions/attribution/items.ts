import type { CueForm } from '../../lexicon/speech-cues.ts';
import type { Article, Block } from '../../text/article.ts';
import { classAt, closes, SPACE } from '../../text/characters.ts';
import { tokenAt } from '../../text/segment.ts';
import { indexAt, type Span } from '../../text/span.ts';
import type { TokenKind } from '../../text/token.ts';
import { isEveryday } from '../everyday.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';
import { type TextWords, wordAt } from '../text-words.ts';
import { type WordForm, wordFormAt } from '../word-form.ts';
import { bitsOf, hasCapital, KIND } from './word-kinds.ts';

/** A token of the narration, or a whole quotation taken as one: its `text` is its last character. */
export interface Item extends Span {
  readonly kind: 'word' | 'number' | 'mark' | 'quote';
  readonly text: string;
  /** In lower case, with straight apostrophes. */
  readonly lower: string;
  /**
   * What kinds of word it is; 0 for all that is no word. A capital that the beginning of a sentence explains makes no
   * name of it.
   */
  readonly bits: number;
  readonly cue: CueForm | undefined;
  /** Index of the quotation; -1 for tokens. */
  readonly quote: number;
}

/** A sentence of the narration: quotations within it don't end it. */
export interface Phrase extends Span {
  readonly items: readonly Item[];
  /** Index in `article.blocks`. */
  readonly block: number;
}

/** Most items of a sentence; a longer one is cut, since rules look about in all of it. */
const LONGEST = 200;

/** What is told outside the quotations. */
export interface Narration {
  readonly article: Article;
  /** They tell which words at the beginning of a sentence have their capital for another reason. */
  readonly names: readonly Span[];
  readonly words: TextWords;
}

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

function pushTokens(narration: Narration, start: number, end: number, items: Item[]): void {
  const { text } = narration.article;
  for (let item = itemAt(narration, start, end); item !== null; item = itemAt(narration, item.end, end)) {
    if (isInnerStop(text, item) && itemAt(narration, item.end, end) !== null) continue;
    if (item.cue !== undefined && !item.cue.base) nameSpeaker(items);
    const read = isOpening(narration, item, end, items) ? { ...item, bits: item.bits ^ KIND.name } : item;
    if (isInitial(text, item, items.at(-1))) items.push({ ...item, lower: `${item.lower}.`, bits: NAMED });
    else if (isOfRank(item, items.at(-1))) items.push({ ...item, bits: NAMED });
    else if ((item.bits & KIND.contracted) === 0) items.push(read);
    else items.push(...parted(text, read));
  }
}

/** “…,” May said. “…,” Jun wrote. “…,” Will added. A month or "Will" alone before a verb of saying is a name. */
function nameSpeaker(items: Item[]): void {
  const last = items.at(-1);
  if (!last || ((last.bits & MONTHLY) !== MONTHLY && last.text !== 'Will')) return;
  const before = items.at(-2);
  if (/day$/.test(last.lower) || before?.kind === 'word' || before?.kind === 'number') return;
  items[items.length - 1] = { ...last, bits: (last.bits & ~KIND.time & ~KIND.closed) | KIND.name };
}

const MONTHLY = KIND.time | KIND.capital;
const NAMED = KIND.name | KIND.capital;

/** "Ada A. Lorn", "Peter I. Orlan": no article and no pronoun. */
const isInitial = (text: string, { text: word, end }: Item, before: Item | undefined): boolean =>
  (word === 'A' || word === 'I') && text.charAt(end) === '.' && isNamed(before);

/** "Sgt. First Class Peter Orlan", "Petty Officer Second Class" */
const isOfRank = ({ text }: Item, before: Item | undefined): boolean =>
  /^(?:First|Second|Third)$/.test(text) && isNamed(before);

const isNamed = (item: Item | undefined): boolean => item !== undefined && (item.bits & KIND.name) !== 0;

/** The first token from `from` on. */
function itemAt({ article: { text }, words }: Narration, from: number, limit: number): Item | null {
  let start = from;
  while (start < limit && classAt(text, start) === SPACE) start++;
  const shared = wordAt(words, start, limit);
  if (shared >= 0) {
    const form = words.forms[shared] as WordForm;
    return itemOf(start, words.end[shared] as number, form.kind, form);
  }
  const { end, kind } = tokenAt(text, start, limit);
  return kind && itemOf(start, end, kind, wordFormAt(text, start, end));
}

const itemOf = (start: number, end: number, kind: TokenKind, form: WordForm): Item => ({
  start,
  end,
  kind,
  text: form.text,
  lower: form.straight,
  bits: kind === 'word' ? form.bits : 0,
  cue: kind === 'word' ? form.cue : undefined,
  quote: -1,
});

/**
 * Whether a word has its capital from the beginning of its sentence. What is hardly a word of English has it as a
 * name: names that the tagger finds hang on the rest of the article, and what is quoted where should not.
 */
function isOpening(narration: Narration, item: Item, limit: number, before: readonly Item[]): boolean {
  if ((item.bits & KIND.name) === 0 || before.length > 5 || before.some(isSpoken)) return false;
  const next = itemAt(narration, item.end, limit);
  return (
    !(next !== null && hasCapital(next.text)) &&
    !isWithin(narration.names, item.start) &&
    isEveryday(item.lower)
  );
}

/** "he’s" as "he" and "is". */
function parted(text: string, item: Item): Item[] {
  const cut = item.start + wordFormAt(text, item.start, item.end).head;
  const { text: head, straight: lower, bits, cue } = wordFormAt(text, item.start, cut);
  const tail = text.slice(cut, item.end);
  return [
    { ...item, end: cut, text: head, lower, bits: bits & (item.bits | ~KIND.name), cue },
    {
      ...item,
      start: cut,
      text: tail,
      lower: 'is',
      bits: bitsOf(tail, 'is'),
      cue: undefined,
    },
  ];
}

/** After such an item no sentence begins. */
const isSpoken = (item: Item): boolean =>
  item.kind === 'word' || item.kind === 'number' || (item.kind === 'quote' && !/[.!?]/.test(item.text));

const isWithin = (spans: readonly Span[], offset: number): boolean => {
  const span = spans[indexAt(spans, offset)];
  return span !== undefined && span.start <= offset;
};

/** The full stop of an abbreviation or an initial. */
const isInnerStop = (text: string, { start, end }: Span): boolean =>
  end === start + 1 && text.charCodeAt(start) === 0x2e && start > 0 && classAt(text, start - 1) !== SPACE;

export const isWord = (item: Item | undefined): item is Item & { kind: 'word' } => item?.kind === 'word';

export const isMark = (item: Item | undefined, marks: string): boolean =>
  item?.kind === 'mark' && marks.includes(item.text);

/** A comma, or a quotation that ends with one. */
export const isComma = (item: Item | undefined): boolean =>
  isMark(item, ',') || (item?.kind === 'quote' && item.text === ',');

/** A word with a capital. */
export const isCapital = (item: Item | undefined): boolean =>
  item !== undefined && (item.bits & KIND.capital) !== 0;

export const isPossessive = (item: Item | undefined): boolean =>
  item !== undefined && (item.bits & KIND.possessive) !== 0;
