import { CUE_NOUNS, type CueForm } from '../../lexicon/speech-cues.ts';
import { DETERMINERS } from '../../lexicon/speech-sources.ts';
import type { Span } from '../../text/span.ts';
import { quotedAsideStart } from './aside.ts';
import { accordingTo } from './credit.ts';
import { cueAt, isStrong } from './cue.ts';
import { type Item, isMark, isWord } from './items.ts';
import { isSomebody, type NounPhrase, phraseAfter, type SourceSpan, spanOf } from './phrase.ts';
import { phraseBefore } from './phrase-before.ts';
import { subjectBefore } from './subject.ts';
import { isAdverb, isName, isSpeaker } from './words.ts';

type Items = readonly Item[];

/** A rule's finding; `direct`: the attribution stands beside the quotation. */
export interface Found {
  readonly source: SourceSpan | null;
  readonly cue: Span | null;
  readonly direct: boolean;
}

/** Farthest that a cue may stand behind a quotation it belongs to, in items. */
const REACH = 40;

export const nextQuote = (items: Items, i: number): number => {
  for (let k = i + 1; k < items.length; k++) if (items[k]?.kind === 'quote') return k;
  return items.length;
};

/** “…,” said Lorn. “…,” Lorn said. “…,” according to Lorn. */
export function behind(items: Items, i: number, ending: string): Found | null {
  // The cue behind an aside is that of whom it tells of.
  if (ending === ',' && quotedAsideStart(items, i, 0) >= 0) return null;
  let at = i + 1;
  const comma = isMark(items[at], ',—–-―');
  if (comma) at++;
  const promised = comma || /[,?!—–…-]/.test(ending);
  const limit = Math.min(nextQuote(items, i), i + REACH);
  if (isMark(items[i + 1], '—–―-')) {
    const signed = signature(items, at, limit);
    if (signed) return signed;
  }
  const put = isBe(items[at]) && items[at + 1]?.lower === 'how' ? howPut(items, at + 2, limit) : null;
  if (put) return put;
  // “…,” came the reply: whose is not told.
  const reply = items[at]?.lower === 'came' && isWord(items[at + 1]) ? items[at + 2] : undefined;
  if (reply && CUE_NOUNS.has(reply.lower)) return { source: null, cue: reply, direct: true };
  const form = cueAt(items, at);
  if (form && !form.ing && (promised || isStrong(form))) {
    // “…,” says the landlady: whatever noun it is, where the quotation opens the sentence.
    const opens = promised && isStrong(form) && !items.slice(0, i).some(isWord);
    const inverted = invertedAfter(items, at, limit, opens);
    if (inverted) return inverted;
  }
  if (!promised) return unpromised(items, at, limit);
  // Lorn called it “slow”, and Orlan said …: another clause.
  if (comma && items[at]?.lower === 'and' && items.slice(0, i).some(isWord)) return null;
  const according = accordingTo(items, at, Math.min(limit, at + 1), limit);
  if (according) return { source: according.source, cue: according.cue, direct: true };
  return subjectThenCue(items, at, limit);
}

/** “…” — Ada Lorn. */
function signature(items: Items, at: number, limit: number): Found | null {
  const phrase = phraseAfter(items, at, limit);
  if (!phrase || phrase.from !== at || !isName(items[phrase.from])) return null;
  const next = items[phrase.to + 1];
  const span = spanOf(items, phrase);
  return !next || isMark(next, '.,') || next.kind === 'quote'
    ? { source: span, cue: null, direct: true }
    : null;
}

const PUTS = /^(?:puts?|described|describes|characteri[sz]ed|summed|sums|saw|sees|explained)$/;

/** “…” is how Lorn put it. */
function howPut(items: Items, at: number, limit: number): Found | null {
  const phrase = phraseAfter(items, at, limit);
  const isSaid = phrase !== null && PUTS.test(items[phrase.to + 1]?.lower ?? '') && isSomebody(items, phrase);
  return isSaid ? found(items, phrase, phrase.to + 1, true) : null;
}

/** "said Lorn" from the cue on. */
export function invertedAfter(items: Items, cue: number, limit: number, anybody = false): Found | null {
  if (isWord(items[cue + 1]) && /^(?:that|to|in|on|at|about|as|it)$/.test(items[cue + 1]?.lower ?? ''))
    return null;
  const phrase = phraseAfter(items, cue + 1, limit);
  const speaks = phrase && (isSomebody(items, phrase) || (anybody && closesClause(items[phrase.to + 1])));
  return speaks ? found(items, phrase, cue, true) : null;
}

export const found = (items: Items, phrase: NounPhrase, cue: number, direct: boolean): Found => ({
  source: spanOf(items, phrase),
  cue: { start: items[cue]?.start ?? 0, end: items[cue]?.end ?? 0 },
  direct,
});

/** "Lorn said", "Lorn, who leads the board, said", "the mayor later told reporters" from `at` on. */
function subjectThenCue(items: Items, at: number, limit: number): Found | null {
  if (!isWord(items[at]) && items[at]?.kind !== 'number') return null;
  for (let k = at + 1; k < limit; k++) {
    const form = cueAt(items, k);
    if (!form || form.ing || (form.base && items[k - 1]?.lower === 'to')) continue;
    if (/^(?:who|which|that)$/.test(items[k - 1]?.lower ?? '')) continue;
    const agent =
      isBe(items[k - 1]) && items[k + 1]?.lower === 'by' ? phraseAfter(items, k + 2, limit) : null;
    if (agent && isSomebody(items, agent)) return found(items, agent, k, true);
    if (isTold(items, k, form)) continue;
    const subject = subjectBefore(items, k, at);
    const whole = subject && attached(items, subject, at);
    if (whole) return found(items, whole, k, true);
    const described = subject && adjectivesBefore(items, subject, at);
    if (described) return found(items, described, k, true);
    if (subject && subject.from <= at + 3 && onlyAdverbs(items, at, subject.from))
      return found(items, subject, k, true);
  }
  return null;
}

/** "Lorn was told" hears it. */
const isTold = (items: Items, k: number, { kinds }: CueForm): boolean =>
  kinds.has('address') && isBe(items[k - 1]);

const isBe = (item: Item | undefined): boolean => /^(?:is|are|was|were|been|being)$/.test(item?.lower ?? '');

/** "a voice in the film": the phrase from `at` on that the subject is attached to by a preposition. */
function attached(items: Items, subject: NounPhrase, at: number): NounPhrase | null {
  const link = items[subject.from - 1];
  if (subject.from - 2 < at || !isWord(link) || !/^(?:of|in|on|at|from|with|for|to)$/.test(link.lower))
    return null;
  const head = phraseBefore(items, subject.from - 2, at);
  return head && head.from === at && isSomebody(items, head) ? { from: at, to: subject.to } : null;
}

/** “…” Lorn said. The comma was forgotten: only where nothing else can follow. */
function unpromised(items: Items, at: number, limit: number): Found | null {
  const result = subjectThenCue(items, at, Math.min(limit, at + 10));
  if (!result) return null;
  return closesClause(behindHearer(items, result.cue?.end ?? 0)) ? result : null;
}

/** What follows a cue that ends at `end`, past those who were told: "told reporters on Monday". */
function behindHearer(items: Items, end: number): Item | undefined {
  let at = items.findIndex((item) => item.start >= end);
  const hearer = items[at - 1]?.cue?.kinds.has('address') ? phraseAfter(items, at, items.length) : null;
  if (hearer) at = hearer.to + 1;
  while (at >= 0 && isAdverb(items[at])) at++;
  return items[at];
}

const closesClause = (next: Item | undefined): boolean =>
  !next ||
  next.kind === 'quote' ||
  isMark(next, '.,:;') ||
  (isWord(next) &&
    /^(?:in|into|on|at|to|over|from|during|after|before|as|of|with|last|when|while)$/.test(next.lower));

/** "the bald, 71-year-old diver": from its determiner on. */
function adjectivesBefore(items: Items, { from, to }: NounPhrase, at: number): NounPhrase | null {
  if (from - at > 7 || !DETERMINERS.has(items[at]?.lower ?? '')) return null;
  const between = items.slice(at + 1, from);
  const plain = between.every((item) => item.kind !== 'quote' && !isName(item) && !isSpeaker(item));
  return plain && between.some((item) => isMark(item, ',')) ? { from: at, to } : null;
}

const onlyAdverbs = (items: Items, from: number, to: number): boolean => {
  for (let k = from; k < to; k++)
    if (!isWord(items[k]) || !/^(?:then|later|also|and|as|\p{Ll}+ly)$/u.test(items[k]?.lower ?? ''))
      return false;
  return true;
};

/** The attribution at the head of the next sentence after “…?” or “…!”: "Lorn asked." */
export function opening(items: Items): Found | null {
  const form = cueAt(items, 0);
  if (form) return null;
  const result = subjectThenCue(items, 0, Math.min(items.length, 16));
  if (!result) return null;
  return closesClause(behindHearer(items, result.cue?.end ?? 0)) ? result : null;
}
