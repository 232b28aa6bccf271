import { DETERMINERS, PHRASE_ENDS, PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import { LONGEST_ASIDE } from './aside.ts';
import { type Item, isComma, isMark, isWord } from './items.ts';
import { isSomebody, type NounPhrase, phraseAfter } from './phrase.ts';
import { isAgent, isName, isPronoun, isTime } from './words.ts';

type Items = readonly Item[];

/** Words before the subject of a sentence. */
const OPENERS =
  /^(?:and|but|so|yet|or|meanwhile|however|still|also|then|now|instead|indeed|yes|no|well|again|later|earlier|finally|similarly|additionally|moreover|furthermore|nevertheless|nonetheless|besides|thus|therefore)$/;

/** The subject of a sentence or clause that begins at `from`; null where it can't be told. */
export function subjectOf(items: Items, from: number, limit: number): NounPhrase | null {
  let at = from === 0 ? afterDateline(items) : from;
  for (let round = 0; round < 3; round++) {
    while (at < limit && (items[at]?.kind === 'mark' || OPENERS.test(items[at]?.lower ?? ''))) at++;
    const first = items[at];
    if (!first || first.kind === 'quote') return null;
    if (!leadsAdjunct(items, at)) break;
    const comma = nextComma(items, at, limit);
    if (comma < 0) return null;
    at = comma + 1;
  }
  if (leadsAdjunct(items, at)) return null;
  const phrase = phraseAfter(items, pastAbout(items, at), limit);
  const whose = phrase && placeEnds(items, at, phrase) ? phraseAfter(items, phrase.to + 2, limit) : null;
  if (whose && isSomebody(items, whose)) return whose;
  if (phrase && (isSomebody(items, phrase) || isAgent(items[phrase.to]))) return phrase;
  const named = phrase && namedBehind(items, phrase, limit);
  if (named) return named;
  // "After a swift, late meeting, Lorn": the first comma was within the adjunct.
  const comma =
    at > from && isMark(items[at - 1], ',') && items[from]?.lower !== 'as'
      ? nextComma(items, at, Math.min(limit, at + 5))
      : -1;
  const later = comma < 0 ? null : phraseAfter(items, comma + 1, limit);
  return later && isSomebody(items, later) ? later : null;
}

/** "My first mate, Ada Lorn, likes to say": whom the aside names, whatever they are to somebody. */
function namedBehind(items: Items, { from, to }: NounPhrase, limit: number): NounPhrase | null {
  if (!/^(?:my|your|his|her|our|their)$/.test(items[from]?.lower ?? '') || !isMark(items[to + 1], ','))
    return null;
  const named = phraseAfter(items, to + 2, limit);
  return named && isName(items[named.from]) && isMark(items[named.to + 1], ',') ? named : null;
}

/** "about 200 divers": from the number on. */
const pastAbout = (items: Items, at: number): number =>
  items[at + 1]?.kind === 'number' &&
  /^(?:about|around|over|under|nearly|almost|some)$/.test(items[at]?.lower ?? '')
    ? at + 1
    : at;

/** "In Ostrey, New Mirdia, Lorn": the name behind the comma ends that of a place. */
const placeEnds = (items: Items, at: number, { to }: NounPhrase): boolean =>
  isMark(items[at - 1], ',') &&
  isName(items[at - 2]) &&
  isName(items[to]) &&
  isMark(items[to + 1], ',') &&
  (isName(items[to + 2]) || isPronoun(items[to + 2]));

/** Past "SOMETOWN (Agency) —" or "SOMETOWN:" at the beginning of a report. */
export function afterDateline(items: Items): number {
  const first = items[0];
  if (!isWord(first) || first.text.length < 3) return 0;
  const spelled = first.text === first.text.toUpperCase();
  if (spelled && items[1]?.text === ':' && items[2]?.kind !== 'quote') return 2;
  for (let i = 1; i < Math.min(items.length, 14); i++)
    if (isMark(items[i], '—–_-') && (spelled || isMark(items[i - 1], ')'))) return i + 1;
  return 0;
}

/** Whether an adjunct or a subordinate clause stands before the subject. */
export function leadsAdjunct(items: Items, at: number): boolean {
  const item = items[at];
  if (!isWord(item)) return item?.kind === 'number';
  if (item.lower === 'that' || item.lower === 'what') return true;
  if (isTimeLed(items, at)) return true;
  if (pastAbout(items, at) > at) return false;
  if (DETERMINERS.has(item.lower)) return false;
  const next = items[at + 1]?.lower ?? '';
  return (
    PREPOSITIONS.has(item.lower) ||
    (/ly$|^(?:just|only|soon|long|right)$/.test(item.lower) &&
      (PREPOSITIONS.has(next) || PHRASE_ENDS.has(next))) ||
    PHRASE_ENDS.has(item.lower) ||
    (/(?:ing|ed)$/.test(item.lower) && !isName(items[at + 1]))
  );
}

/** "Hours later,", "The next day,", "Three weeks ago," */
function isTimeLed(items: Items, at: number): boolean {
  for (let i = at; i < at + 4; i++) {
    if (isMark(items[i], ',')) return i > at && isTime(items[i - 1]);
    if (!isWord(items[i]) || isName(items[i])) return false;
  }
  return false;
}

function nextComma(items: Items, from: number, limit: number): number {
  for (let i = from; i < Math.min(limit, from + LONGEST_ASIDE); i++) if (isComma(items[i])) return i;
  return -1;
}
