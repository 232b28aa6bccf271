import { FEMALE, MALE } from '../../lexicon/speech-genders.ts';
import type { Chain } from '../mention.ts';
import { headOf, isPersonal } from './apposition.ts';
import { bitsOf, KIND } from './word-kinds.ts';

/** The pronoun that a person is called by; null where nothing tells. */
export type Gender = 'he' | 'she' | null;

export const genderOfPronoun = (words: string): Gender =>
  /^(?:she|her)$/i.test(words) ? 'she' : /^(?:he|him|his)$/i.test(words) ? 'he' : null;

/** From a form of address or a role, else from the given name. */
export function genderOf(chain: Chain | undefined, addressed: readonly string[]): Gender {
  if (!chain) return null;
  const roles = (chain.role ?? '').toLowerCase().split(/[^\p{L}]+/u);
  const given = (chain.name.includes(' ') ? (chain.name.split(' ')[0] ?? '') : '').toLowerCase();
  for (const word of [...addressed, ...roles, given]) {
    if (FEMALE.has(word)) return 'she';
    if (MALE.has(word)) return 'he';
  }
  return null;
}

/** A source without a name that "he" or "she" can mean: "a woman in the crowd", "the mayor", no "ministers". */
export function isOnePerson(words: string, gender: Gender): boolean {
  const head = headOf(words);
  if (/^(?:One|Another)\sof\s/.test(words)) return true;
  if (!isPersonal(head) && (bitsOf(head, head) & (KIND.oneAgent | KIND.speaker)) !== KIND.oneAgent)
    return false;
  return FEMALE.has(head) ? gender === 'she' : !MALE.has(head) || gender === 'he';
}
