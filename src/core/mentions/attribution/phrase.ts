import { ROLE_MODIFIERS } from '../../lexicon/roles.ts';
import { BETWEEN, CUE_FORMS } from '../../lexicon/speech-cues.ts';
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import type { Span } from '../../text/span.ts';
import { type Item, isCapital, isMark, isPossessive, isWord } from './items.ts';
import { isAdverb, isClosed, isName, isPronoun, isSpeaker, isTime } from './words.ts';

/** A noun phrase as indices of items, both inclusive. */
export interface NounPhrase {
  readonly from: number;
  readonly to: number;
  /** Index of the relative pronoun that stands for it at the verb: "officials who said". */
  readonly relative?: number;
}

/** The words of a source; `stands` are those that a relative pronoun stands for. */
export interface SourceSpan extends Span {
  readonly stands?: Span;
}

type Items = readonly Item[];

/** Longest noun phrase, and farthest look to the left for a subject, in items. */
const LONGEST = 24;

export function spanOf(items: Items, phrase: NounPhrase): SourceSpan {
  const whole = { start: items[phrase.from]?.start ?? 0, end: items[phrase.to]?.end ?? 0 };
  const pronoun = phrase.relative === undefined ? undefined : items[phrase.relative];
  return pronoun ? { start: pronoun.start, end: pronoun.end, stands: whole } : whole;
}

/** Whether a phrase can be somebody: a pronoun, a name, or a noun of people and bodies. */
export function isSomebody(items: Items, { from, to }: NounPhrase): boolean {
  if (from === to) return isPronoun(items[from]) || isName(items[from]) || isSpeaker(items[from]);
  for (let i = from; i <= to; i++)
    if (isName(items[i]) || isSpeaker(items[i]) || isPronoun(items[i])) return true;
  return false;
}

/** The noun phrase that begins at `from`: what follows an inverted cue, "according to", or opens a sentence. */
export function phraseAfter(items: Items, from: number, limit: number): NounPhrase | null {
  let at = from;
  while (at < limit && isAdverb(items[at])) at++;
  const first = items[at];
  if (!isWord(first) && first?.kind !== 'number') return null;
  const quantity =
    isWord(first) && DETERMINERS.has(first.lower) && isWord(items[at + 1]) && !isClosed(items[at + 1]);
  if (isPronoun(first) && !quantity) return { from: at, to: goesOnOf(items, at, limit) };
  const determined = isWord(first) && DETERMINERS.has(first.lower);
  if (!determined && !isName(first) && isClosed(first)) return null;
  let to = at;
  let headed = isName(first) || isSpeaker(first);
  for (let i = at + 1; i < Math.min(limit, at + LONGEST); i++) {
    const step = goesOn(items, i, limit, determined && !headed, to);
    if (step === 0) break;
    headed ||= isName(items[i]) || (isSpeaker(items[i]) && !isPossessive(items[i]));
    to = i + step - 1;
    i = to;
  }
  const phrase = { from: at, to };
  return isSomebody(items, phrase) || determined ? phrase : null;
}

/** "one of the officials", "many of them". */
const goesOnOf = (items: Items, at: number, limit: number): number => {
  if (items[at + 1]?.lower !== 'of') return at;
  return phraseAfter(items, at + 2, limit)?.to ?? at;
};

/** How many items from `i` still belong to the phrase: 0 where it ends. */
function goesOn(items: Items, i: number, limit: number, open: boolean, last: number): number {
  const item = items[i];
  const before = items[last];
  if (!item) return 0;
  if (isMark(item, '(')) {
    for (let k = i + 1; k < Math.min(limit, i + 8); k++) if (isMark(items[k], ')')) return k - i + 1;
    return 0;
  }
  if (item.kind === 'mark')
    return (isMark(item, '&-–/') && isName(items[i + 1])) || isPluralOwner(items, i)
      ? 1
      : isNicknamed(items, i)
        ? 3
        : 0;
  if (item.kind === 'number') return open ? 1 : 0;
  if (!isWord(item) || isTime(item)) return 0;
  if (item.lower === 'of') return isWord(items[i + 1]) ? 1 : 0;
  if (
    item.lower === 'for' ||
    item.lower === 'at' ||
    item.lower === 'with' ||
    item.lower === 'from' ||
    item.lower === 'to' ||
    item.lower === 'in'
  )
    return isSpeaker(before) && !isName(before) && isWord(items[i + 1]) ? 1 : 0;
  if (item.lower === 'and')
    return isName(before) === isName(items[i + 1]) && isSomebodyItem(items[i + 1]) ? 1 : 0;
  if (DETERMINERS.has(item.lower)) return isWord(before) && PREPOSITIONS.has(before.lower) ? 1 : 0;
  if (isName(item)) return 1;
  if (isClosed(item) || isAdverb(item) || isPronoun(item)) return 0;
  if (isPossessive(before) || (isWord(before) && PREPOSITIONS.has(before.lower))) return 1;
  if (isSpeaker(item) || ROLE_MODIFIERS.has(item.lower)) return 1;
  if (CUE_FORMS.has(item.lower)) return 0;
  // A noun before an auxiliary: "a group of Orlan teenagers was".
  if (isName(before) && BETWEEN.has(items[i + 1]?.lower ?? '') && items[i + 1]?.lower !== 'to') return 1;
  return open || (isWord(before) && DETERMINERS.has(before.lower)) ? 1 : 0;
}

const isSomebodyItem = (item: Item | undefined): boolean =>
  isName(item) || isSpeaker(item) || (isWord(item) && DETERMINERS.has(item.lower));

/** A nickname within marks: “Bob” in Robert “Bob” Lorn. */
const isNicknamed = (items: Items, i: number): boolean =>
  isMark(items[i], '"“‘\'') && isName(items[i + 1]) && isMark(items[i + 2], '"”’\'') && isName(items[i + 3]);

/** The noun phrase that ends at `to`, not reaching left of `limit`. */
export function phraseBefore(items: Items, to: number, limit: number): NounPhrase | null {
  const head = items[to];
  if (isPronoun(head)) return { from: to, to };
  if (head?.kind === 'mark' && !isMark(head, ')')) return null;
  if (isWord(head) && /^(?:and|but|or|nor)$/.test(head.lower)) return null;
  if (
    !isMark(head, ')') &&
    (!isWord(head) || isClosed(head) || (DETERMINERS.has(head.lower) && !isName(head)))
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
  const phrase = { from: certain, to };
  return isSomebody(items, phrase) || (isWord(items[certain]) && DETERMINERS.has(items[certain]?.lower ?? ''))
    ? phrase
    : null;
}

/** The apostrophe of "the dockers’ union". */
const isPluralOwner = (items: Items, i: number): boolean =>
  isMark(items[i], "’'") &&
  items[i - 1]?.end === items[i]?.start &&
  isWord(items[i - 1]) &&
  items[i - 1]?.lower.endsWith('s') === true &&
  isWord(items[i + 1]);

/** Whether the item belongs to a phrase that goes on to its right; `maybe` if something certain stands before it. */
function goesBack(items: Items, i: number, limit: number): 'yes' | 'maybe' | 'start' | 'no' {
  const item = items[i];
  if (!item || item.kind === 'quote') return 'no';
  if (item.kind === 'mark') return isMark(item, '&-–/()"“”') || isPluralOwner(items, i) ? 'maybe' : 'no';
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
    return isSpeaker(before) ? 'maybe' : 'no';
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
