import type { Span } from '../../text/span.ts';
import type { Without } from '../component.ts';
import { cueAt } from './cue.ts';
import { type Item, isMark, type Phrase } from './items.ts';
import { isRubric, isTopic } from './label.ts';
import type { Given, Memory } from './memory.ts';
import { subjectOf } from './opening-subject.ts';
import { isPassive } from './passive.ts';
import { isSomebody, type NounPhrase, type SourceSpan, spanOf } from './phrase.ts';

/** A source taken over from what stands before, or the sentence's subject. */
interface Carried {
  readonly source: SourceSpan | null;
  readonly cue: Span | null;
  readonly by: Given['by'];
  /** The quotation whose speech goes on; -1 for a new one. */
  readonly goesOn: number;
}

const NOBODY: Carried = { source: null, cue: null, by: 'none', goesOn: -1 };

/** Without an attribution in its own sentence: goes on with who spoke, else takes the sentence's subject. */
export function carried(
  { items, block }: Phrase,
  index: number,
  i: number,
  memory: Memory,
  without: Without,
): Carried {
  const alone = items.every((item, k) => k === i || item.kind === 'mark' || item.kind === 'quote');
  const here = memory.block === block;
  const { source, cue } = memory;
  if (alone || i === 0) {
    // What a paragraph alone quotes goes on with the speech told before it.
    const near =
      here ||
      (memory.block === block - 1 &&
        (memory.colon || memory.quotation >= 0 || (alone && memory.cue !== null)));
    if (!near || without.has('carry-over')) return NOBODY;
    const goesOn = here && memory.quotation >= 0 && index - memory.phrase <= 1 && !memory.colon;
    return { source, cue, by: 'carried', goesOn: goesOn ? memory.quotation : -1 };
  }
  if (isMark(items[i - 1], ':') && (isRubric(items, 0, i - 1) || isTopic(items, i - 1))) return NOBODY;
  if (isCalled(items, i)) return NOBODY;
  const subject = without.has('subject') ? null : subjectOf(items, 0, i);
  if (subject && isOther(items, subject))
    return { source: spanOf(items, subject), cue: null, by: 'subject', goesOn: -1 };
  return here && source && !without.has('carry-over') ? { source, cue, by: 'carried', goesOn: -1 } : NOBODY;
}

/** "Lorn was called “…”", "was described as “…”": others call her so. */
const isCalled = (items: readonly Item[], i: number): boolean => {
  const at = items[i - 1]?.lower === 'as' ? i - 2 : i - 1;
  const form = cueAt(items, at);
  return form?.kinds.has('call') === true && isPassive(items, at, form);
};

/** Somebody whom the text tells of; "I" and "you" say what a verb says they do. */
export const isOther = (items: readonly Item[], subject: NounPhrase): boolean =>
  isSomebody(items, subject) && !/^(?:i|we|you)$/.test(items[subject.from]?.lower ?? '');
