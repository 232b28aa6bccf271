import { DETERMINERS, PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import { type Item, isMark, isWord } from './items.ts';
import type { NounPhrase } from './phrase.ts';
import { isAgent, isMeasure, isName, isPronoun, isSpeaker } from './words.ts';

type Items = readonly Item[];

/** Verbs that things are hardly ever the subjects of. */
const ONLY_PEOPLE: ReadonlySet<string> = new Set(
  'say tell add argue insist explain warn recall complain joke admit'.split(' '),
);

/**
 * Whether the head of a noun phrase can say something: a name, a noun of people, bodies or documents, or any noun
 * with a determiner if `cue` is a verb that only people do ("the baker said"). "Lorn's performance" and "a tenth of the
 * budget" can't; "58 percent of voters" can, since voters do.
 */
export function canSpeak(items: Items, { from, to }: NounPhrase, cue: string): boolean {
  const last = headOf(items, from, to);
  const head = items[last];
  if (!head) return false;
  if (head.kind === 'number' || isMeasure(head) || (DETERMINERS.has(head.lower) && !isPronoun(head))) {
    const link = items[last + 1];
    return link?.lower === 'of' && canSpeak(items, { from: last + 2, to }, '');
  }
  if (isPronoun(head)) return !/^(?:i|we|you)$/.test(head.lower);
  if (isName(head) || isSpeaker(head) || isAgent(head)) return true;
  const first = items[from];
  return isWord(first) && DETERMINERS.has(first.lower) && first !== head && ONLY_PEOPLE.has(cue);
}

/** Index of the last word before the first preposition or parenthesis of a phrase. */
function headOf(items: Items, from: number, to: number): number {
  let last = from;
  for (let i = from; i <= to; i++) {
    const item = items[i];
    if (isMark(item, '(') || (isWord(item) && i > from && PREPOSITIONS.has(item.lower))) break;
    // "Article 9 says"
    if (isWord(item) || (item?.kind === 'number' && !isName(items[last]))) last = i;
  }
  return last;
}
