import { type CueForm, INDIRECT_CUES } from '../../lexicon/speech-cues.ts';
import { gathered } from '../../text/gathered.ts';
import type { Span } from '../../text/span.ts';
import { invertedAfter } from './behind.ts';
import { contentOf, type Reporting } from './content.ts';
import { type Attribution, accordingTo } from './credit.ts';
import { cueAt, isStrong, subjectOfCue } from './cue.ts';
import { type Item, isMark, isPossessive, isWord, type Phrase } from './items.ts';
import { type NounPhrase, spanOf } from './phrase.ts';
import { canSpeak } from './speaks.ts';
import { subjectBefore } from './subject.ts';
import { isAdverb, isPronoun, isSpeaker } from './words.ts';

type Items = readonly Item[];

export interface Reported extends Span {
  readonly attribution: Attribution;
}

/** Speech reported without quotation marks, one span for each cue: "Lorn said …, adding that …". */
export function indirectIn({ items, start, end }: Phrase): Reported[] {
  const according = items.some((item) => item.kind === 'quote') ? null : accordingTo(items, 0, items.length);
  if (according && items.some(({ lower }) => lower === 'according'))
    return [{ start, end, attribution: according }];
  const all = reportings(items);
  return gathered(all, (reporting, i): readonly Reported[] => {
    const content = contentOf(items, reporting, all[i - 1]?.cue ?? -1, all[i + 1]?.lead ?? items.length);
    const cue = items[reporting.cue];
    if (!content || !cue) return [];
    const attribution = { source: reporting.source, cue: { start: cue.start, end: cue.end } };
    return [{ start: content.start, end: content.end, attribution }];
  });
}

/** The first cue that reports, and those that go on with it: "and warned", ", adding", "while stressing". */
function reportings(items: Items): Reporting[] {
  const all: Reporting[] = [];
  for (let k = 0; k < items.length; k++) {
    const form = cueAt(items, k);
    if (!form || !INDIRECT_CUES.has(form.lemma) || !reports(items, k, form)) continue;
    const found = behindCue(items, k, form) ?? beforeCue(items, k, form, all.at(-1)?.cue ?? -1);
    if (found && (all.length === 0 || found.lead < k)) all.push(found);
  }
  return all;
}

/** "…, said Lorn." */
function behindCue(items: Items, k: number, form: CueForm): Reporting | null {
  const before = items[k - 1];
  if (
    !isStrong(form) ||
    form.ing ||
    /^(?:tell|ask)$/.test(form.lemma) ||
    !before ||
    isWord(before) ||
    before.kind === 'number'
  )
    return null;
  const result = invertedAfter(items, k, items.length);
  const source = result?.source;
  if (!source) return null;
  const from = items.findIndex((item) => item.start >= source.start);
  const to = items.findLastIndex((item) => item.end <= source.end);
  const next = items[to + 1];
  const ends =
    !next ||
    isMark(next, '.;)') ||
    ((isMark(next, ',—–') || (isWord(next) && INVERTED_ENDS.test(next.lower))) && !subjectBefore(items, k));
  return ends && canSpeak(items, { from, to })
    ? { cue: k, lead: k - 1, subject: k, behind: true, lemma: form.lemma, source }
    : null;
}

const INVERTED_ENDS = /^(?:in|on|at|during|after|of|when|who|as|from|to)$/;

function beforeCue(items: Items, k: number, form: CueForm, earlier: number): Reporting | null {
  const lead = leadOf(items, k);
  if (form.ing && lead === k) return null;
  const subject = subjectOfCue(items, k, form);
  if (!subject || isGoverned(items, subject) || !canSpeak(items, subject)) return null;
  // "changed what people thought a bowl could be"
  if (!form.ing && /^(?:what|how)$/.test(items[subject.from - 1]?.lower ?? '')) return null;
  const own = subject.from > earlier ? leadOf(items, subject.from) : k;
  return {
    cue: k,
    lead: Math.min(lead, own === subject.from ? k : own),
    subject: subject.relative ?? subject.from,
    behind: false,
    lemma: form.lemma,
    source: spanOf(items, subject),
  };
}

/** A phrase that a preposition governs is no subject. */
const isGoverned = (items: Items, { from, relative }: NounPhrase): boolean =>
  relative === undefined &&
  /^(?:of|for|in|at|from|with|on|to|by|against|under|over|between|among|about|into|through|than)$/.test(
    items[from - 1]?.lower ?? '',
  );

/** Whether the verb at `k` reports at all: neither "was told", "didn’t say", "would pledge" nor "expected to stay". */
function reports(items: Items, k: number, { base, ing, lemma }: CueForm): boolean {
  let at = k - 1;
  while (at >= 0 && isAdverb(items[at])) at--;
  const before = items[at]?.lower ?? '';
  const after = items[k + 1]?.lower ?? '';
  if (/^(?:not|never|nor)$|n[’']t$/.test(before) || /^(?:by|of|for)$/.test(after)) return false;
  if (base) return before === 'did' || isPronoun(items[at]) || isSpeaker(items[at]) || goesOnTo(items, at);
  if (ing) return true;
  const item = items[k]?.lower ?? '';
  if (/^(?:is|are|was|were|been|being|be|get|got|gets)$/.test(before) || isPossessive(items[at]))
    return false;
  if (/n$/.test(item) && !/^(?:has|have|had)$/.test(before)) return false;
  if (lemma === 'tell' || lemma === 'expect') return after !== 'to';
  // "a man feared dead", "a team denied visas"
  if (lemma === 'fear' || lemma === 'deny') return !isWord(items[k + 1]) || CONTENT_STARTS.test(after);
  return !(
    after === 'to' && /^(?:believe|think|estimate|report|say|urge|remind|recommend|inform)$/.test(lemma)
  );
}

/** "went on to say" */
const goesOnTo = (items: Items, at: number): boolean =>
  items[at]?.lower === 'to' && /^(?:on|continued|continues|began|begins)$/.test(items[at - 1]?.lower ?? '');

const CONTENT_STARTS =
  /^(?:that|the|a|an|any|all|this|these|it|he|she|they|there|his|her|their|its|having|\p{L}+ing)$/u;

/** Where the conjunction or comma before a further cue or its subject stands; `at` itself where there is none. */
function leadOf(items: Items, at: number): number {
  let i = at - 1;
  while (i > 0 && (isAdverb(items[i]) || isPronoun(items[i]) || items[i]?.lower === 'also')) i--;
  if (
    !isMark(items[i], ',;—–') &&
    !/^(?:and|but|while|whilst|although|though|by|before|after|whereas|as)$/.test(items[i]?.lower ?? '')
  )
    return at;
  while (i > 0 && isMark(items[i - 1], ',;—–')) i--;
  return i;
}
