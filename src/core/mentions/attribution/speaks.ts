import { DETERMINERS, DOCUMENTS, PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import { type Item, isMark, isWord } from './items.ts';
import type { NounPhrase } from './phrase.ts';
import { TIES } from './subject.ts';
import { isAgent, isMeasure, isName, isOneAgent, isPronoun, isSpeaker } from './words.ts';

type Items = readonly Item[];

/**
 * Whether the head of a noun phrase can say something: a name, a noun of people, bodies or documents. "Lorn's
 * performance" and "a tenth of the budget" can't; "58 percent of voters" can, since voters do.
 */
export function canSpeak(items: Items, { from, to }: NounPhrase): boolean {
  if (NOBODY.test(items[from]?.lower ?? '') || items.slice(from, to + 1).some(isRelative)) return false;
  const last = headOf(items, from, to);
  const head = items[last];
  if (!head) return false;
  if (head.kind === 'number' || isMeasure(head) || (DETERMINERS.has(head.lower) && !isPronoun(head))) {
    const link = items[last + 1];
    return link?.lower === 'of' && canSpeak(items, { from: last + 2, to });
  }
  if (isPronoun(head)) return !/^(?:i|we|you)$/.test(head.lower);
  // "he was the one who wrote it": who, the article says elsewhere.
  if (/^ones?$/.test(head.lower)) return false;
  if (isName(head) || isSpeaker(head) || isAgent(head) || (isWord(head) && DOCUMENTS.has(head.lower)))
    return true;
  const first = items[from];
  return isWord(first) && DETERMINERS.has(first.lower) && isOneAgent(head);
}

const NOBODY = /^(?:no|nobody|none|neither|nothing)$/;
/** "most of whom" */
const isRelative = (item: Item): boolean => /^(?:whom|which|whose)$/.test(item.lower);

/** Index of the last word before the first preposition or parenthesis of a phrase. */
function headOf(items: Items, from: number, to: number): number {
  let last = from;
  for (let i = from; i <= to; i++) {
    const item = items[i];
    if (
      isMark(item, '(') ||
      (isWord(item) &&
        i > from &&
        (PREPOSITIONS.has(item.lower) || TIES.has(item.lower) || item.lower === 'who'))
    )
      break;
    // "Article 9 says"
    if (isWord(item) || (item?.kind === 'number' && !isName(items[last]))) last = i;
  }
  return last;
}
