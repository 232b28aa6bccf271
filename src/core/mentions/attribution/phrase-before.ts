import { BETWEEN, CUE_FORMS } from '../../lexicon/speech-cues.ts';
import { DETERMINERS } from '../../lexicon/speech-sources.ts';
import { type Item, isCapital, isMark, isPossessive, isWord } from './items.ts';
import { isDash, isPluralOwner, isSomebody, LONGEST, type NounPhrase, names } from './phrase.ts';
import { isAdverb, isAgent, isClosed, isName, isPronoun, isSpeaker, isTime } from './words.ts';

type Items = readonly Item[];

/** The noun phrase that ends at `to`, not reaching left of `limit`. */
export function phraseBefore(items: Items, to: number, limit: number): NounPhrase | null {
  const head = items[to];
  if (isPronoun(head)) return { from: to, to };
  if (head?.kind === 'mark' && !isMark(head, ')')) return null;
  if (isWord(head) && /^(?:and|but|or|nor)$/.test(head.lower)) return null;
  if (
    !isMark(head, ')') &&
    (!isWord(head) ||
      isClosed(head) ||
      (DETERMINERS.has(head.lower) && !isName(head) && items[to - 1]?.lower !== 'of'))
  )
    return null;
  let from = to;
  let certain = to;
  for (let i = to; i >= Math.max(limit, to - LONGEST); i--) {
    const step = goesBack(items, i, limit);
    if (step === 'no') break;
    from = i;
    if (step !== 'maybe') certain = i;
    if (step === 'start') break;
  }
  if (from === limit) certain = from;
  const phrase = { from: oneAndMany(items, certain, to), to };
  return isSomebody(items, phrase) || (isWord(items[certain]) && DETERMINERS.has(items[certain]?.lower ?? ''))
    ? phrase
    : null;
}

/** "a tactic officials use": what is many is no part of what is one. From the first word of people or bodies on. */
function oneAndMany(items: Items, from: number, to: number): number {
  const many =
    (isSpeaker(items[to]) || isAgent(items[to])) && /(?:[^s]s|people|men)$/.test(items[to]?.lower ?? '');
  if (!many || !/^(?:an?|another|this|that|each|every)$/.test(items[from]?.lower ?? '')) return from;
  let at = to;
  while (at - 1 > from && (isName(items[at - 1]) || isSpeaker(items[at - 1]))) at--;
  return at;
}

/** Whether the item belongs to a phrase that goes on to its right; `maybe` if something certain stands before it. */
function goesBack(items: Items, i: number, limit: number): 'yes' | 'maybe' | 'start' | 'no' {
  const item = items[i];
  if (!item || item.kind === 'quote') return 'no';
  if (item.kind === 'mark')
    return (isMark(item, '&-–/()"“”') && !isDash(items, i)) || isPluralOwner(items, i) ? 'maybe' : 'no';
  // "58 percent of registered voters"
  if (item.kind === 'number') return /^per ?cent$/.test(items[i + 1]?.lower ?? '') ? 'start' : 'maybe';
  const before = items[i - 1];
  if (item.lower === 'of') return i > limit && isWord(before) && !isClosed(before) ? 'maybe' : 'no';
  if (
    item.lower === 'for' ||
    item.lower === 'at' ||
    item.lower === 'from' ||
    item.lower === 'with' ||
    item.lower === 'to' ||
    item.lower === 'in' ||
    item.lower === 'on'
  )
    return isSpeaker(before) && names(items, i) ? 'maybe' : 'no';
  if (item.lower === 'and') return isName(before) || isSpeaker(before) ? 'maybe' : 'no';
  if (isTime(item))
    return isCapital(item) && isName(items[i + 1]) && isCapital(before) && before?.lower !== 'on'
      ? 'maybe'
      : 'no';
  if (item.lower === 'that' && !/[^s]$/.test(items[i + 1]?.lower ?? 's')) return 'no';
  if (item.lower === 'that' && isName(items[i + 1])) return 'no';
  if (DETERMINERS.has(item.lower)) {
    const chained =
      isWord(before) &&
      (/^(?:of|for)$/.test(before.lower) ||
        (/^(?:at|from|with|in)$/.test(before.lower) && isSpeaker(items[i - 2])));
    return chained ? 'maybe' : 'start';
  }
  if (isName(item)) return 'yes';
  if (/^who[ms]?$/.test(item.lower)) return 'no';
  if (isPossessive(item)) return 'maybe';
  if (isClosed(item) || isAdverb(item) || isPronoun(item)) return 'no';
  if (isSpeaker(item)) return 'yes';
  const form = CUE_FORMS.get(item.lower);
  return form && !form.base ? 'no' : 'maybe';
}

/** Past words that stand between a subject and its verb, to the left of `at`: the index of the last real word. */
export function trimBetween(items: Items, at: number, limit: number): number {
  let i = at;
  while (i >= limit) {
    const item = items[i];
    if (!isWord(item)) return i;
    if (isTime(item) && i > limit) {
      i--;
      while (i > limit && /^(?:on|in|at|late|early|last|this|next|earlier)$/.test(items[i]?.lower ?? '')) i--;
    } else if ((BETWEEN.has(item.lower) && !isCapital(item)) || isAdverb(item)) i--;
    else return i;
  }
  return i;
}
