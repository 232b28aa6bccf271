import type { Item } from './items.ts';
import { KIND } from './word-kinds.ts';

const has = (item: Item | undefined, bit: number): boolean => item !== undefined && (item.bits & bit) !== 0;

export const isPronoun = (item: Item | undefined): boolean => has(item, KIND.pronoun);

/** A noun of people or bodies that say things; plurals of roles too. */
export const isSpeaker = (item: Item | undefined): boolean => has(item, KIND.speaker);

/** A noun that means people by its ending: "surveyors", "machinists", and "a machinist" behind a determiner. */
export const isAgent = (item: Item | undefined): boolean => has(item, KIND.agent);
export const isOneAgent = (item: Item | undefined): boolean => has(item, KIND.oneAgent);

/** A noun of quantity. */
export const isMeasure = (item: Item | undefined): boolean => has(item, KIND.measure);

/** A weekday, a month, "morning", "ago". */
export const isTime = (item: Item | undefined): boolean => has(item, KIND.time);
export const isAdverb = (item: Item | undefined): boolean => has(item, KIND.adverb);

/** A word of grammar: it neither names nor describes. */
export const isClosed = (item: Item | undefined): boolean => has(item, KIND.closed);

/** A name: a capital on a word that would have none but for the beginning of a sentence. */
export const isName = (item: Item | undefined): boolean => has(item, KIND.name);
