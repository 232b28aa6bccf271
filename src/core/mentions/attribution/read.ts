import type { Span } from '../../text/span.ts';
import type { Without } from '../component.ts';
import type { QuotationDraft } from '../quotations/quotation.ts';
import { type Found, opening } from './behind.ts';
import { carried, isOther } from './carried.ts';
import { accordingTo } from './credit.ts';
import { cueAt, isStrong, subjectOfCue } from './cue.ts';
import { type Item, isMark, isWord, type Phrase } from './items.ts';
import type { Given, Memory } from './memory.ts';
import { subjectOf } from './opening-subject.ts';
import { type SourceSpan, spanOf } from './phrase.ts';
import { cueBeside, inSentence } from './rules.ts';

interface Place {
  readonly text: string;
  readonly drafts: readonly QuotationDraft[];
  readonly given: Given[];
  readonly memory: Memory;
  readonly without: Without;
}

/** Attributes the quotations of one sentence and keeps who spoke for the next. */
export function readPhrase(phrase: Phrase, index: number, next: Phrase | undefined, place: Place): void {
  const { items } = phrase;
  const { memory } = place;
  let before = -1;
  items.forEach((item, i) => {
    if (item.quote < 0) return;
    attributeOne(phrase, index, i, before, next, place);
    before = item.quote;
  });
  if (before < 0) remember(phrase, index, memory);
  memory.colon = isMark(items.at(-1), ':');
}

function attributeOne(
  phrase: Phrase,
  index: number,
  i: number,
  before: number,
  next: Phrase | undefined,
  { text, drafts, given, memory, without }: Place,
): void {
  const { items, block } = phrase;
  const q = items[i]?.quote ?? -1;
  const draft = drafts[q];
  const own = given[q];
  if (!draft || !own) return;
  const ending = items[i]?.text ?? '';
  const earlier = given[before];
  const settle = (source: SourceSpan | null, cue: Span | null, by: Given['by']): void => {
    own.attribution = { source, cue };
    own.by = source || (by === 'cue' && cue) ? by : 'none';
    if (source) Object.assign(memory, { source, cue, block, phrase: index, quotation: q });
  };
  const last = items.slice(i + 1).every((item) => item.kind === 'mark');
  const opens = last && next !== undefined && /[?!—–…,-]/.test(ending) && !without.has('opening');
  const found = inSentence(items, i, ending, without) ?? (opens ? opening(next.items) : null);
  const label = without.has('label') ? null : speakerLabel(text, draft);
  if (label) {
    settle(label, null, 'cue');
    return;
  }
  const first = draft.continues && !without.has('continuation') ? given[q - 1]?.utterance : undefined;
  if (first !== undefined) own.utterance = first;
  if (first !== undefined && !found?.direct) {
    const { source = null, cue = null } = given[q - 1]?.attribution ?? {};
    settle(source, cue, 'carried');
    return;
  }
  if (found) {
    settle(found.source, found.cue, 'cue');
    if (first !== undefined) takeBack(first, q, given);
    if (earlier && sameCue(earlier, found)) joinSplit(items, i, earlier, own);
    return;
  }
  const taken = carried(phrase, index, i, memory, without);
  if (taken.goesOn >= 0) own.utterance = given[taken.goesOn]?.utterance ?? q;
  const beside = without.has('before') ? null : cueBeside(items, i);
  settle(taken.source, beside ?? taken.cue, beside ? 'cue' : taken.by);
}

/** "LORN: We dig." in a transcript. */
function speakerLabel(text: string, { content }: QuotationDraft): Span | null {
  const match = /^\p{Lu}[\p{Lu} .'’-]{1,30}(?=:\s)/u.exec(
    text.slice(content.start, Math.min(content.end, content.start + 40)),
  );
  return match && { start: content.start, end: content.start + match[0].length };
}

/** The paragraphs of a speech before the one that tells who speaks are the same speaker's. */
function takeBack(first: number, last: number, given: Given[]): void {
  const own = given[last];
  for (let k = first; k < last; k++) {
    const earlier = given[k];
    if (!own || !earlier || earlier.utterance !== first || earlier.by === 'cue') continue;
    earlier.attribution = own.attribution;
    earlier.by = own.by;
  }
}

const sameCue = (given: Given, found: Found): boolean =>
  found.cue !== null && given.attribution?.cue?.start === found.cue.start;

/** “A,” Lorn said, “b.” is one utterance; “a” and “b” named in one sentence are two. */
function joinSplit(items: readonly Item[], i: number, earlier: Given, own: Given): void {
  if (isMark(items[i - 1], ',:—–') || !isWord(items[i - 1])) own.utterance = earlier.utterance;
}

/** Keeps the speaker of a sentence without quotations for what follows it. */
function remember({ items, block }: Phrase, index: number, memory: Memory): void {
  const colon = isMark(items.at(-1), ':');
  const according = accordingTo(items, 0, items.length);
  if (according) {
    Object.assign(memory, {
      source: according.source,
      cue: according.cue,
      block,
      phrase: index,
      quotation: -1,
    });
    return;
  }
  for (let k = items.length - 1; k >= 0; k--) {
    const form = cueAt(items, k);
    if (!form || !(isStrong(form) || (colon && (!form.ing || isMark(items[k - 1], ','))))) continue;
    const subject = subjectOfCue(items, k, form);
    if (!subject) continue;
    const cue = { start: items[k]?.start ?? 0, end: items[k]?.end ?? 0 };
    const source = spanOf(items, subject);
    // “…?” Lorn asked. The sentence attributes the quotation before it, and so that goes on.
    const quotation = memory.cue?.start === cue.start ? memory.quotation : -1;
    Object.assign(memory, { source, cue, block, phrase: index, quotation });
    return;
  }
  const subject = subjectOf(items, 0, items.length);
  if (subject && isOther(items, subject) && (colon || memory.block !== block))
    Object.assign(memory, { source: spanOf(items, subject), cue: null, block, phrase: index, quotation: -1 });
}
