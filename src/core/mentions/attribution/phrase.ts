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
export const LONGEST = 24;

export function spanOf(items: Items, phrase: NounPhrase): SourceSpan {
  const whole = { start: items[phrase.from]?.start ?? 0, end: items[phrase.to]?.end ?? 0 };
  const pronoun = phrase.relative === undefined ? undefined : items[phrase.relative];
  return pronoun ? { start: pronoun.start, end: pronoun.end, stands: whole } : whole;
}

/** Whether a phrase can be somebody: a pronoun, a name, or a noun of people and bodies. */
export function isSomebody(items: Items, { from, to }: NounPhrase): boolean {
  if (items[to]?.lower.endsWith('year-old')) return true;
  if (from === to) return isPronoun(items[from]) || isName(items[from]) || isSpeaker(items[from]);
  for (let i = from; i <= to; i++)
    if (isName(items[i]) || isSpeaker(items[i]) || (i === from && isPronoun(items[i]))) return true;
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
  const counted = determined || first?.kind === 'number';
  let to = determined ? at : beforeName(items, at, limit);
  let headed = isName(items[to]) || isSpeaker(items[to]);
  for (let i = to + 1; i < Math.min(limit, at + LONGEST); i++) {
    const step = goesOn(items, i, limit, counted && !headed, to);
    if (step === 0) break;
    headed ||= isName(items[i]) || (isSpeaker(items[i]) && !isPossessive(items[i]));
    to = i + step - 1;
    i = to;
  }
  while (to > at && isLoose(items[to])) to--;
  const phrase = { from: at, to };
  return isSomebody(items, phrase) || determined ? phrase : null;
}

/** The first word of the name behind "harbour master" in "said harbour master Ada Lorn"; else the word itself. */
function beforeName(items: Items, at: number, limit: number): number {
  let i = at;
  while (i < Math.min(limit, at + MOST_NOUNS) && isPlain(items[i])) i++;
  return i > at && i < limit && isName(items[i]) && isName(items[i + 1]) ? i : at;
}

const isPlain = (item: Item | undefined): boolean =>
  isLower(item) &&
  !isClosed(item) &&
  !isTime(item) &&
  !isAdverb(item) &&
  !isPronoun(item) &&
  !isPossessive(item);

/** So many nouns at most stand before the name of who has them for a title. */
const MOST_NOUNS = 3;

/** A preposition or a determiner, with which no phrase ends. */
const isLoose = (item: Item | undefined): boolean =>
  isWord(item) &&
  !isCapital(item) &&
  (PREPOSITIONS.has(item.lower) || /^(?:the|an?|its|his|her|their|first|only|then)$/.test(item.lower));

/** "one of the officials", "many of them". */
const goesOnOf = (items: Items, at: number, limit: number): number => {
  if (items[at + 1]?.lower !== 'of') return at;
  return phraseAfter(items, at + 2, limit)?.to ?? at;
};

/** What people are in or leave behind, of whom it is: "a passenger list", "a witness account". */
const WRITTEN: ReadonlySet<string> = new Set(
  'list lists account accounts manifest testimony tally log logs roster count data diary diaries'.split(' '),
);

const isLower = (item: Item | undefined): boolean => isWord(item) && !isCapital(item);

/** "Minister for Health", "Secretary of State for Health" */
const isOffice = (items: Items, last: number): boolean => {
  const at = items[last]?.text === 'State' && items[last - 1]?.lower === 'of' ? last - 2 : last;
  return isSpeaker(items[at]) && !isName(items[at]);
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
    return (isMark(item, '&-–/') && !isDash(items, i) && (open || isName(items[i + 1]))) ||
      isPluralOwner(items, i)
      ? 1
      : isNicknamed(items, i)
        ? 3
        : 0;
  if (item.kind === 'number') return open ? 1 : 0;
  if (!isWord(item)) return 0;
  // "a January survey", "the most recent survey"
  if (isTime(item) || item.lower === 'most') {
    const first = isWord(before) && /^(?:an?|the|its|his|her|their)$/.test(before.lower);
    return open && first && (isWord(items[i + 1]) || items[i + 1]?.kind === 'number') ? 1 : 0;
  }
  if (item.lower === 'of') return isWord(items[i + 1]) ? 1 : 0;
  if (
    item.lower === 'for' ||
    item.lower === 'at' ||
    item.lower === 'with' ||
    item.lower === 'from' ||
    item.lower === 'to' ||
    item.lower === 'in'
  )
    return isOffice(items, last) && names(items, i) ? 1 : 0;
  if (item.lower === 'and')
    return (open && isRoleModifier(items[i + 1])) ||
      (isName(before) === isName(items[i + 1]) && isSomebodyItem(items[i + 1]))
      ? 1
      : 0;
  if (DETERMINERS.has(item.lower)) return isWord(before) && PREPOSITIONS.has(before.lower) ? 1 : 0;
  if (isName(item)) return 1;
  if (isFirst(items, i)) return 1;
  if (isClosed(item) || isAdverb(item) || isPronoun(item)) return 0;
  if (isPossessive(before) || (isWord(before) && PREPOSITIONS.has(before.lower))) return 1;
  if (isSpeaker(item) || ROLE_MODIFIERS.has(item.lower)) return 1;
  if (isSpeaker(before) && isLower(before) && WRITTEN.has(item.lower)) return 1;
  // "the Orlander team’s coach", "Orlander state media"
  if (isName(before) && (isPossessive(item) || (item.lower === 'state' && isSpeaker(items[i + 1])))) return 1;
  if (CUE_FORMS.has(item.lower)) return 0;
  // "a senior law enforcement official"
  if (isSpeaker(before) && isSpeaker(items[i + 1]) && !/(?:ed|[’']s)$/.test(item.lower)) return 1;
  // A noun before an auxiliary: "a group of Orlan teenagers was".
  if (isName(before) && BETWEEN.has(items[i + 1]?.lower ?? '') && items[i + 1]?.lower !== 'to') return 1;
  return open || (isWord(before) && DETERMINERS.has(before.lower)) ? 1 : 0;
}

/** "the first minister", "the only survivor": no word between a subject and its verb. */
const isFirst = (items: Items, i: number): boolean =>
  /^(?:first|only|then)$/.test(items[i]?.lower ?? '') && DETERMINERS.has(items[i - 1]?.lower ?? '');

/** "current and former officials" */
const isRoleModifier = (item: Item | undefined): boolean => isWord(item) && ROLE_MODIFIERS.has(item.lower);

/** A hyphen with space on both sides, which parts as a dash does. */
export const isDash = (items: Items, i: number): boolean =>
  isMark(items[i], '-–') && (isMark(items[i - 1], '-') || isMark(items[i + 1], '-') || isApart(items, i));

/** With space on both sides. */
const isApart = (items: Items, i: number): boolean =>
  (items[i - 1]?.end ?? -1) < (items[i]?.start ?? 0) && (items[i]?.end ?? 0) < (items[i + 1]?.start ?? 0);

/** Whether the preposition at `i` names further: "envoy to Orlan", and no "prosecutor to investigate". */
export const names = (items: Items, i: number): boolean => {
  const next = items[i + 1];
  if (items[i]?.lower !== 'to') return isWord(next);
  return isName(next) || isSpeaker(next) || (isWord(next) && DETERMINERS.has(next.lower));
};

const isSomebodyItem = (item: Item | undefined): boolean =>
  isName(item) || isSpeaker(item) || (isWord(item) && DETERMINERS.has(item.lower));

/** A nickname within marks: “Bob” in Robert “Bob” Lorn. */
const isNicknamed = (items: Items, i: number): boolean =>
  isMark(items[i], '"“‘\'') && isName(items[i + 1]) && isMark(items[i + 2], '"”’\'') && isName(items[i + 3]);

/** The apostrophe of "the dockers’ union". */
export const isPluralOwner = (items: Items, i: number): boolean =>
  isMark(items[i], "’'") &&
  items[i - 1]?.end === items[i]?.start &&
  isWord(items[i - 1]) &&
  items[i - 1]?.lower.endsWith('s') === true &&
  isWord(items[i + 1]);
