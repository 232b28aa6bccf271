import type { Gazetteer } from '../../lexicon/gazetteer.ts';
import { HONORIFICS, ROLE_MODIFIERS, ROLE_NOUNS } from '../../lexicon/roles.ts';

/** What common knowledge says of a word: bits of `WordTable.flags`. */
export const WORD = {
  given: 1,
  person: 2,
  honorific: 4,
  role: 8,
  modifier: 16,
  closed: 64,
  address: 128,
} as const;

/** Forms of address that stand before nothing but a person's name. */
const ADDRESSES = new Set(
  'Mr Mr. Mrs Mrs. Ms Ms. Mx Mx. Dr. Prof. Sen. Rep. Gov. Rev. Gen. Lt. Col. Maj. Capt. Sgt.'.split(' '),
);

/** Words that, alone and with a capital, begin a sentence: none of them is a name by itself. */
const CLOSED: ReadonlySet<string> = new Set(
  `the a an this that these those he she it we they you i his her its our their my your him them who whom whose which
  what when where how why in on at for with from by of to as into about against between through during after before
  under since until among without despite and but or nor so yet if then because although though while whereas unless
  whether there is are was were do does did has have had not no some any all many much several each every both
  another other however meanwhile instead according also just even only`.split(/\s+/),
);

const titled = (lower: string): string => lower.charAt(0).toUpperCase() + lower.slice(1);

/** The flags of a word, which is `lower` in lower case. */
export function flagsOf(word: string, lower: string, gazetteer: Gazetteer): number {
  const name = titled(lower);
  return (
    (gazetteer.isGivenName(word) || gazetteer.isGivenName(name) ? WORD.given : 0) |
    (gazetteer.isPersonName(word) || gazetteer.isPersonName(name) ? WORD.person : 0) |
    (HONORIFICS.has(lower) ? WORD.honorific : 0) |
    (ROLE_NOUNS.has(lower) ? WORD.role : 0) |
    (ROLE_MODIFIERS.has(lower) ? WORD.modifier : 0) |
    (CLOSED.has(lower) ? WORD.closed : 0) |
    (ADDRESSES.has(word) ? WORD.address : 0)
  );
}
