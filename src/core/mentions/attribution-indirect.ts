import { INDIRECT_CUES } from '../lexicon/speech-cues.ts';
import type { Span } from '../text/span.ts';
import { type Attribution, accordingTo, cueAt, subjectOfCue } from './attribution-cue.ts';
import { isMark, isWord, type Phrase } from './attribution-items.ts';
import { isSomebody, spanOf } from './attribution-phrase.ts';

export interface Reported extends Span {
  readonly attribution: Attribution;
}

/** Fewest words of a clause that says something. */
const SHORTEST = 3;

/** Speech reported without quotation marks: a sentence with a cue whose clause is mostly outside of them. */
export function indirectIn({ items, start, end }: Phrase): Reported[] {
  const according = accordingTo(items, 0, items.length);
  const quoted = items.some((item) => item.kind === 'quote');
  if (according && !quoted) return [{ start, end, attribution: according }];
  for (let k = 0; k < items.length; k++) {
    const form = cueAt(items, k);
    if (!form || form.ing || !INDIRECT_CUES.has(form.lemma)) continue;
    const subject = subjectOfCue(items, k, form);
    if (!subject || !isSomebody(items, subject)) continue;
    const clause = clauseOf(items, k, subject.from);
    if (!clause) continue;
    const cue = { start: items[k]?.start ?? 0, end: items[k]?.end ?? 0 };
    return [{ ...clause, attribution: { source: spanOf(items, subject), cue } }];
  }
  return [];
}

/** The reported clause: what follows the cue, or what stands before a cue that ends the sentence. */
function clauseOf(items: Phrase['items'], cue: number, subject: number): Span | null {
  let from = cue + 1;
  let to = items.length;
  if (items[from]?.lower === 'that') from++;
  if (isMark(items[from], '.,:;') || !items[from]) {
    to = subject;
    from = 0;
    while (to > 0 && isMark(items[to - 1], ',—–')) to--;
  }
  const slice = items.slice(from, to);
  const words = slice.filter(isWord);
  if (words.length < SHORTEST || slice[0]?.kind === 'quote') return null;
  while (to > from && isMark(items[to - 1], '.;:,')) to--;
  const first = items[from];
  const last = items[to - 1];
  return first && last ? { start: first.start, end: last.end } : null;
}
