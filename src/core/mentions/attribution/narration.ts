import type { Article } from '../../text/article.ts';
import { classAt, SPACE } from '../../text/characters.ts';
import { tokenAt } from '../../text/segment.ts';
import { indexAt, type Span } from '../../text/span.ts';
import type { TokenKind } from '../../text/token.ts';
import { isEveryday } from '../everyday.ts';
import { type TextWords, wordAt } from '../text-words.ts';
import { type WordForm, wordFormAt } from '../word-form.ts';
import type { Item } from './items.ts';
import { bitsOf, hasCapital, KIND } from './word-kinds.ts';

/** What is told outside the quotations. */
export interface Narration {
  readonly article: Article;
  /** They tell which words at the beginning of a sentence have their capital for another reason. */
  readonly names: readonly Span[];
  readonly words: TextWords;
}

/** The tokens from `start` to `end` as items. */
export function pushTokens(narration: Narration, start: number, end: number, items: Item[]): void {
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
