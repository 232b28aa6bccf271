import type { QuotationDraft } from '../quotations/quotation.ts';
import { behind } from './behind.ts';
import type { Given, Memory } from './memory.ts';
import type { Narration } from './narration.ts';
import { phrasesOf } from './phrases.ts';

interface Place {
  readonly drafts: readonly QuotationDraft[];
  readonly given: readonly Given[];
  readonly memory: Memory;
}

/** Attributes quotation `q`, which ends in block `index`, by what stands behind its closing mark, unless a cue before it did. */
export function readSpill(
  narration: Narration,
  index: number,
  q: number,
  { drafts, given, memory }: Place,
): void {
  const own = given[q];
  const draft = drafts[q];
  const rest = draft?.rests.at(-1);
  if (!own || !draft || !rest || own.by === 'cue') return;
  const end = { ...draft, ...rest, end: rest.end + 1, content: rest, block: index };
  const phrases = phrasesOf(narration, index, [end], 0, 1);
  const at = phrases.findIndex(({ items }) => items.some(({ quote }) => quote === 0));
  const items = phrases[at]?.items ?? [];
  const i = items.findIndex(({ quote }) => quote === 0);
  const found = i < 0 ? null : behind(items, i, items[i]?.text ?? '');
  if (!found?.source) return;
  own.attribution = { source: found.source, cue: found.cue };
  own.by = 'cue';
  if (memory.block !== index || memory.quotation < 0)
    Object.assign(memory, { ...own.attribution, block: index, phrase: at, quotation: q });
}
