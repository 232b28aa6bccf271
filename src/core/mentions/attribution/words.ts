import { ROLE_NOUNS } from '../../lexicon/roles.ts';
import { BETWEEN } from '../../lexicon/speech-cues.ts';
import {
  DETERMINERS,
  INDEFINITE,
  MEASURES,
  NO_AGENTS,
  PERSONAL,
  PHRASE_ENDS,
  PREPOSITIONS,
  SPEAKER_NOUNS,
  TIMES,
} from '../../lexicon/speech-sources.ts';
import { type Item, isCapital, isWord } from './items.ts';

export const isPronoun = (item: Item | undefined): boolean =>
  isWord(item) && (PERSONAL.has(item.lower) || (INDEFINITE.has(item.lower) && item.lower !== 'who'));

/** A noun of people or bodies that say things; plurals of roles too. */
export const isSpeaker = (item: Item | undefined): boolean =>
  isWord(item) &&
  (SPEAKER_NOUNS.has(item.lower) ||
    ROLE_NOUNS.has(item.lower) ||
    (item.lower.endsWith('s') && ROLE_NOUNS.has(item.lower.slice(0, -1))));

/** A plural that means people by its ending: "surveyors", "machinists". */
export const isAgent = (item: Item | undefined): boolean =>
  isWord(item) &&
  !isCapital(item) &&
  /(?:ers|ors|ists|ians|men)$/.test(item.lower) &&
  !NO_AGENTS.has(item.lower);

/** A noun of quantity. */
export const isMeasure = (item: Item | undefined): boolean => isWord(item) && MEASURES.has(item.lower);

/** A weekday, a month, "morning", "ago". */
export const isTime = (item: Item | undefined): boolean => isWord(item) && TIMES.has(item.lower);
export const isAdverb = (item: Item | undefined): boolean =>
  isWord(item) &&
  item.lower.endsWith('ly') &&
  !isCapital(item) &&
  item.lower !== 'family' &&
  item.lower !== 'ally';
/** A word of grammar: it neither names nor describes. */
export const isClosed = (item: Item | undefined): boolean =>
  isWord(item) && (PHRASE_ENDS.has(item.lower) || PREPOSITIONS.has(item.lower) || BETWEEN.has(item.lower));

/** A name: a capital on a word that would have none but for the beginning of a sentence. */
export const isName = (item: Item | undefined): boolean =>
  isCapital(item) &&
  item !== undefined &&
  !item.initial &&
  !isTime(item) &&
  !isClosed(item) &&
  !DETERMINERS.has(item.lower) &&
  !PERSONAL.has(item.lower) &&
  !/^(?:and|but|or|so|yet|if|when|while|asked|speaking|meanwhile|however)$/.test(item.lower);
