import { isCommonStem } from '../../lexicon/frequency.ts';
import { GAZETTEER } from '../../lexicon/gazetteer.ts';
import type { Article } from '../../text/article.ts';
import { stemOf } from '../../text/stem.ts';
import type { EntityDraft } from './draft.ts';

/** Kinds of articles and matters that stand where a place does. */
const NO_PLACES = /^(?:factbox|liveblog|brexit|covid|newsletter|megathread)$/;

/** "HAVENSUND - Repairs": words in capitals and a dash before the first sentence, without agency or date. */
const HEAD = /^(\p{Lu}[\p{Lu}’'.]{2,}(?:[ -]\p{Lu}[\p{Lu}’'.]+){0,2})\s?(?:\s[-–]{1,2}|\s?—)\s?[\p{Lu}“"‘]/u;

/** Where a dispatch comes from that says so in capitals alone: a known place, or words that are none of English. */
export function dispatchPlace({ text, blocks }: Article): EntityDraft | null {
  const first = blocks.find(({ kind }) => kind === 'paragraph');
  if (first === undefined) return null;
  const place = HEAD.exec(text.slice(first.start, Math.min(first.end, first.start + 80)))?.[1];
  if (place === undefined || !place.split(/[ -]/).every(isPlaceWord)) return null;
  return { start: first.start, end: first.start + place.length, type: 'place' };
}

function isPlaceWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (word.length < 4 || NO_PLACES.test(lower)) return false;
  const kind = GAZETTEER.lookUp(word.charAt(0) + lower.slice(1))?.kind ?? GAZETTEER.lookUp(word)?.kind;
  return kind === undefined
    ? !isCommonStem(stemOf(lower))
    : kind === 'city' || kind === 'capital' || kind === 'town';
}
