import type { CueForm } from '../../lexicon/speech-cues.ts';
import { nextQuote } from './behind.ts';
import { type Item, isMark } from './items.ts';
import { isSomebody, type NounPhrase, phraseAfter } from './phrase.ts';

type Items = readonly Item[];

/** "was called “…”", "seen by Lorn as “…”": the one who calls is not the subject. */
export const isPassive = (items: Items, k: number, form: CueForm): boolean =>
  !form.base &&
  !form.ing &&
  form.lemma !== 'say' &&
  (/^(?:is|are|was|were|been|being|be)$/.test(items[k - 1]?.lower ?? '') || items[k + 1]?.lower === 'by');

/** "was called “…” by Lorn" */
export function agentBehind(items: Items, quote: number): NounPhrase | null {
  if (items[quote + 1]?.lower !== 'by') return null;
  const agent = phraseAfter(items, quote + 2, nextQuote(items, quote));
  return agent && isSomebody(items, agent) ? agent : null;
}

/** "was called by Lorn “…”", "were told by Lorn that": whom "by" names, between the verb and the quotation. */
export function agentOf(items: Items, verb: number, quote: number): NounPhrase | null {
  for (let k = verb + 1; k < Math.min(quote, verb + MOST_BEFORE_BY); k++) {
    if (items[k]?.lower !== 'by') continue;
    const agent = phraseAfter(items, k + 1, quote);
    const near =
      agent &&
      (quote - agent.to <= MOST_AFTER_BY ||
        items[agent.to + 1]?.lower === 'that' ||
        isMark(items[quote - 1], ',:'));
    return near && isSomebody(items, agent) ? agent : null;
  }
  return null;
}

const MOST_BEFORE_BY = 4;
const MOST_AFTER_BY = 6;
