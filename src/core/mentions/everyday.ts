import { rarityOfStem } from '../lexicon/frequency.ts';
import { stemOf } from '../text/stem.ts';

/** Rarity up to which a stem is one of everyday English. */
const COMMON = 1.3;

/** Whether a word, in lower case, is one of everyday English. */
export const isEveryday = (lower: string): boolean => rarityOfStem(stemOf(lower)) <= COMMON;
