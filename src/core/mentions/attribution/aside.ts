import { type Item, isMark, isWord } from './items.ts';
import { isName, isTime } from './words.ts';

type Items = readonly Item[];

/** Longest parenthesis between a subject and its verb, in items. */
export const LONGEST_ASIDE = 60;
const LONGEST_TAG = 5;

/** A party with a place, a degree, a seat, an honour, "Jr." */
const TAG =
  /^(?:[DRI]-\p{Lu}.*|M\.?D\.?|Ph\.?D\.?|R\.?N\.?|D\.?O\.?|J\.?D\.?|M\.?P\.?|MBA|CPA|Esq\.?|[JS]r\.?|[OMC]BE|[KQ]C|M[SL]?P|TD|SJ|USN|USMC|Ret\.?)$/u;

/** Past what follows a name between commas and is no name: "Lorn, 45, of the board," and "Lorn, D-Orlan, the chair,". */
export function beforeTag(items: Items, at: number, limit: number): number {
  const tag = items[at]?.kind === 'number' || TAG.test(items[at]?.text ?? '');
  return tag && at - 2 >= limit && isMark(items[at - 1], ',') ? at - 2 : at;
}

/**
 * The parenthesis that the one at `at` closes, if it holds more than a tag ("R-Orlan") or an age: "(Labour, Orlan)"; -1
 * where it does not.
 */
export function bracketStart(items: Items, at: number, limit: number): number {
  let parts = false;
  for (let i = at - 1; i >= Math.max(limit, at - LONGEST_ASIDE); i--) {
    parts ||= isMark(items[i], ',;');
    if (isMark(items[i], '(')) return parts || at - i > LONGEST_TAG ? i : -1;
  }
  return -1;
}

/** The comma or dash that opens the parenthesis which `at` closes; -1 where there is none. */
export function asideStart(items: Items, at: number, limit: number): number {
  const dash = isMark(items[at], '—–');
  for (let i = at - 1; i >= Math.max(limit, at - LONGEST_ASIDE); i--) {
    const item = items[i];
    if (item?.kind === 'quote' && i > limit && !isWord(items[i - 1])) return -1;
    if (isMark(item, dash ? '—–' : ',')) return i > limit ? i : -1;
    if (isMark(item, ';:')) return -1;
  }
  return -1;
}

/** "Lorn, whom divers call “slow,” said": the comma before an aside that ends with the quotation at `quote`; -1 without one. */
export function quotedAsideStart(items: Items, quote: number, limit: number): number {
  const opened = asideStart(items, quote, limit);
  return opened > limit && /^who(?:m|se)$/.test(items[opened + 1]?.lower ?? '') ? opened : -1;
}

/** Longest name of a state or country behind its town, in words. */
const LONGEST_STATE = 3;

/**
 * The comma before an address, whose second one is at `opened`: "Lorn, of Orlan, Mirdia, said", "Lorn, a diver in Orlan,
 * Mirdia, said". `opened` itself where no address stands; "the mayor of Orlan, Ada Lorn, said" has none.
 */
export function addressStart(items: Items, opened: number, closed: number, limit: number): number {
  const state = items.slice(opened + 1, closed);
  if (state.length > LONGEST_STATE || !state.every(isName)) return opened;
  let town = opened - 1;
  while (isName(items[town])) town--;
  if (town === opened - 1 || !/^(?:of|from|in|near|outside)$/.test(items[town]?.lower ?? '')) return opened;
  const start = asideStart(items, opened, limit);
  if (start < 0 || !/^(?:of|from|who|an?)$/.test(items[start + 1]?.lower ?? '')) return opened;
  const named = beforeTag(items, start - 1, limit);
  let before = named;
  while (isName(items[before])) before--;
  const governed = /^(?:in|at|on|from|to|for|near)$/.test(items[before]?.lower ?? '');
  return isName(items[named]) && !isTime(items[named]) && !governed ? start : opened;
}

/** "…, Lorn is running a shop, vows to …": between the commas stands no aside, but a subject with its verb. */
export function isClause(items: Items, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { lower } = items[i] ?? { lower: '' };
    if (/^(?:who|whom|whose|which|that|where|when|as|while|if|because|though|although|what|how)$/.test(lower))
      return false;
    if (i > from && /^(?:is|are|was|were|has|have|had|will|would)$/.test(lower)) return true;
  }
  return false;
}
