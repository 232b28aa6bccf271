import { INDIRECT_CUES } from '../../lexicon/speech-cues.ts';
import type { Span } from '../../text/span.ts';
import { type Attribution, accordingTo, cueAt, subjectOfCue } from './cue.ts';
import { type Item, isMark, isWord, type Phrase } from './items.ts';
import { isSomebody, type SourceSpan, spanOf } from './phrase.ts';
import { isAdverb, isPronoun } from './words.ts';

type Items = readonly Item[];

export interface Reported extends Span {
  readonly attribution: Attribution;
}

/** A cue with the place of its subject; `lead` is where the words begin that introduce it. */
interface Reporting {
  readonly cue: number;
  readonly lead: number;
  readonly subject: number;
  readonly source: SourceSpan;
}

/** Fewest words of a clause that says something. */
const SHORTEST = 3;

/** Speech reported without quotation marks, one span for each cue: "Lorn said …, adding that …". */
export function indirectIn({ items, start, end }: Phrase): Reported[] {
  const according = accordingTo(items, 0, items.length);
  const quoted = items.some((item) => item.kind === 'quote');
  if (according && !quoted) return [{ start, end, attribution: according }];
  const all = reportings(items);
  return all.flatMap((reporting, i) => {
    const clause = clauseOf(items, reporting, all[i + 1]?.lead ?? items.length);
    const cue = items[reporting.cue];
    if (!clause || !cue) return [];
    return [
      { ...clause, attribution: { source: reporting.source, cue: { start: cue.start, end: cue.end } } },
    ];
  });
}

/** The first cue that reports, and those that go on with it: "and warned", ", adding", "while stressing". */
function reportings(items: Items): Reporting[] {
  const all: Reporting[] = [];
  for (let k = 0; k < items.length; k++) {
    const form = cueAt(items, k);
    if (!form || !INDIRECT_CUES.has(form.lemma)) continue;
    const lead = leadOf(items, k);
    if ((form.ing || all.length > 0) && lead === k) continue;
    const subject = subjectOfCue(items, k, form);
    if (!subject || !isSomebody(items, subject)) continue;
    all.push({ cue: k, lead, subject: subject.from, source: spanOf(items, subject) });
  }
  return all;
}

/** Where the conjunction or comma before a further cue stands; the cue itself where there is none. */
function leadOf(items: Items, cue: number): number {
  let at = cue - 1;
  while (at > 0 && (isAdverb(items[at]) || isPronoun(items[at]) || items[at]?.lower === 'also')) at--;
  if (!isMark(items[at], ',') && !/^(?:and|but|while|whilst|by|before|after)$/.test(items[at]?.lower ?? ''))
    return cue;
  while (at > 0 && isMark(items[at - 1], ',')) at--;
  return at;
}

/** The reported clause: what follows the cue, or what stands before a cue that ends the sentence. */
function clauseOf(items: Items, { cue, subject }: Reporting, limit: number): Span | null {
  let from = cue + 1;
  let to = limit;
  if (items[from]?.lower === 'that') from++;
  if (isMark(items[from], '.,:;') || !items[from]) {
    from = 0;
    to = subject;
    while (to > 0 && isMark(items[to - 1], ',—–')) to--;
  }
  while (to > from && isMark(items[to - 1], '.;:,')) to--;
  const slice = items.slice(from, to);
  const first = slice[0];
  const last = slice.at(-1);
  if (!first || !last || first.kind === 'quote' || slice.filter(isWord).length < SHORTEST) return null;
  return { start: first.start, end: last.end };
}
