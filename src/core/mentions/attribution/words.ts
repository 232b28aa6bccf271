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

/** A noun that means people by its ending: "surveyors", "machinists", and "a machinist" behind a determiner. */
export const isAgent = (item: Item | undefined): boolean =>
  isWord(item) && !isCapital(item) && AGENTS.test(item.lower) && !NO_AGENTS.has(item.lower);
export const isOneAgent = (item: Item | undefined): boolean =>
  isWord(item) && !isCapital(item) && ONE_AGENT.test(item.lower) && !NO_AGENTS.has(`${item.lower}s`);
const AGENTS = /(?:ers|ors|ists|ians|men)$/;
const ONE_AGENT =
  /(?:er|or|ist|ian|ant|[^m]ent|ee|man|woman|child|chef|nurse|clerk|guide|guard|monk|nun|maid|pilot|judge|cook|thief|niece|cousin|bride|groom|teen|relative|native|executive|athlete|intern|hero)$/;

/** A noun of quantity. */
export const isMeasure = (item: Item | undefined): boolean => isWord(item) && MEASURES.has(item.lower);

/** A weekday, a month, "morning", "ago". */
export const isTime = (item: Item | undefined): boolean => isWord(item) && TIMES.has(item.lower);
export const isAdverb = (item: Item | undefined): boolean =>
  isWord(item) && item.lower.endsWith('ly') && !isCapital(item) && !NO_ADVERBS.test(item.lower);
const NO_ADVERBS =
  /^(?:family|ally|tally|rally|reply|supply|assembly|monopoly|bully|weekly|monthly|daily|anomaly)$/;
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
