import type { CueForm } from '../lexicon/speech-cues.ts';
import type { Span } from '../text/span.ts';
import { accordingTo, cueAt, cueNounBefore, isStrong, subjectOfCue } from './attribution-cue.ts';
import { type Item, isCapital, isMark, isWord } from './attribution-items.ts';
import {
  isName,
  isSomebody,
  type NounPhrase,
  phraseAfter,
  phraseBefore,
  type SourceSpan,
  spanOf,
} from './attribution-phrase.ts';
import { subjectBefore, subjectOf } from './attribution-subject.ts';

type Items = readonly Item[];

/** A rule's finding; `direct`: the attribution stands beside the quotation. */
export interface Found {
  readonly source: SourceSpan | null;
  readonly cue: Span | null;
  readonly direct: boolean;
}

/** Farthest that a cue may stand behind a quotation it belongs to, in items. */
const REACH = 40;

/**
 * Attributes the quotation at `i` within its sentence, the surest rule first. `ending` is the last character
 * of the quoted words: a comma there promises an attribution right behind.
 */
export function inSentence(items: Items, i: number, ending: string): Found | null {
  return (
    behind(items, i, ending) ??
    seemingTo(items, i) ??
    labelled(items, i) ??
    statedBefore(items, i, true) ??
    accordingIn(items, i) ??
    trailing(items, i) ??
    statedBefore(items, i, false) ??
    nounBefore(items, i)
  );
}

const nextQuote = (items: Items, i: number): number => {
  for (let k = i + 1; k < items.length; k++) if (items[k]?.kind === 'quote') return k;
  return items.length;
};

/** “…,” said Lorn. “…,” Lorn said. “…,” according to Lorn. */
function behind(items: Items, i: number, ending: string): Found | null {
  let at = i + 1;
  const comma = isMark(items[at], ',—–-―');
  if (comma) at++;
  const promised = comma || /[,?!—–…-]/.test(ending);
  const limit = Math.min(nextQuote(items, i), i + REACH);
  if (isMark(items[i + 1], '—–―-')) {
    const signed = signature(items, at, limit);
    if (signed) return signed;
  }
  const form = cueAt(items, at);
  if (form && !form.ing && (promised || isStrong(form))) {
    const inverted = invertedAfter(items, at, limit);
    if (inverted) return inverted;
  }
  if (!promised) return unpromised(items, at, limit);
  const according = accordingTo(items, at, Math.min(limit, at + 3), limit);
  if (according) return { ...according, direct: true };
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

function invertedAfter(items: Items, cue: number, limit: number): Found | null {
  if (isWord(items[cue + 1]) && /^(?:that|to|in|on|at|about|as|it)$/.test(items[cue + 1]?.lower ?? ''))
    return null;
  const phrase = phraseAfter(items, cue + 1, limit);
  return phrase && isSomebody(items, phrase) ? found(items, phrase, cue, true) : null;
}

const found = (items: Items, phrase: NounPhrase, cue: number, direct: boolean): Found => ({
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
    const subject = subjectBefore(items, k, at);
    const whole = subject && attached(items, subject, at);
    if (whole) return found(items, whole, k, true);
    if (subject && subject.from <= at + 3 && onlyAdverbs(items, at, subject.from))
      return found(items, subject, k, true);
  }
  return null;
}

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
  const next = items.findIndex((item) => item.start >= (result.cue?.end ?? 0));
  return closesClause(items[next]) ? result : null;
}

const closesClause = (next: Item | undefined): boolean =>
  !next ||
  next.kind === 'quote' ||
  isMark(next, '.,:;') ||
  (isWord(next) && /^(?:in|on|at|to|during|after|as|of|with|last|when)$/.test(next.lower));

const onlyAdverbs = (items: Items, from: number, to: number): boolean => {
  for (let k = from; k < to; k++)
    if (!isWord(items[k]) || !/^(?:then|later|also|and|as|\p{Ll}+ly)$/u.test(items[k]?.lower ?? ''))
      return false;
  return true;
};

/** "seemed “…” to some observers": those to whom it seemed say it. */
function seemingTo(items: Items, i: number): Found | null {
  if (items[i + 1]?.lower !== 'to') return null;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) {
    if (!/^(?:seem|appear|look|sound)(?:s|ed|ing)?$/.test(items[k]?.lower ?? '')) continue;
    const phrase = phraseAfter(items, i + 2, nextQuote(items, i));
    return phrase && isSomebody(items, phrase) ? found(items, phrase, k, true) : null;
  }
  return null;
}

/**
 * The nearest strong cue before the quotation, or a nearer one that names what is quoted ("called it “…”").
 * Weak cues count where there is no strong one.
 */
function statedBefore(items: Items, i: number, sure: boolean): Found | null {
  let weak: Found | null = null;
  for (let k = i - 1; k >= 0; k--) {
    const form = cueAt(items, k);
    const beside = isBeside(items, k, i);
    if (!form || (form.kinds.has('act') && !beside) || isPassive(items, k, form)) continue;
    const naming = !weak && form.kinds.has('call') && i - k <= 8;
    const certain = isStrong(form) || naming || (beside && isMark(items[i - 1], ',:'));
    if (!certain && (sure || weak)) continue;
    const subject = subjectOfCue(items, k, form);
    if (!subject) continue;
    const result = found(items, subject, k, beside);
    if (certain) return result;
    weak ??= result;
  }
  return weak;
}

/** "Lorn: “…”" in a heading or a list of views; "Added Lorn: “…”". */
function labelled(items: Items, i: number): Found | null {
  if (!isMark(items[i - 1], ':') || i < 2) return null;
  if (cueAt(items, 0)) return invertedAfter(items, 0, i - 1);
  const phrase = phraseBefore(items, i - 2, 0);
  if (!phrase || !isName(items[phrase.from]) || !isName(items[phrase.to])) return null;
  const before = items[phrase.from - 1];
  return !before || before.kind === 'mark'
    ? { source: spanOf(items, phrase), cue: null, direct: true }
    : null;
}

/** Only commas, colons and small words between cue and quotation. */
function isBeside(items: Items, cue: number, quote: number): boolean {
  if (quote - cue > 4) return false;
  for (let k = cue + 1; k < quote; k++) if (isWord(items[k]) && isCapital(items[k])) return false;
  return true;
}

/** "was called “…”": the one who calls is not the subject. */
const isPassive = (items: Items, k: number, form: CueForm): boolean =>
  !form.base &&
  !form.ing &&
  form.lemma !== 'say' &&
  /^(?:is|are|was|were|been|being|be)$/.test(items[k - 1]?.lower ?? '');

function accordingIn(items: Items, i: number): Found | null {
  const before = accordingTo(items, 0, i);
  const result = accordingTo(items, i + 1, items.length) ?? before;
  return result && { ...result, direct: false };
}

/** The last clause of the sentence attributes it: "The “…” must go, Lorn said on Tuesday." */
function trailing(items: Items, i: number): Found | null {
  for (let k = items.length - 1; k > i; k--) {
    const form = cueAt(items, k);
    if (!form || form.ing || !isStrong(form)) continue;
    if (isMark(items[k - 1], ',')) {
      const inverted = invertedAfter(items, k, items.length);
      if (inverted) return { ...inverted, direct: false };
    }
    const next = items[k + 1];
    const ends =
      !next ||
      next.kind === 'mark' ||
      /^(?:on|in|at|to|during|after|before|of|about|as|last|this)$/.test(next.lower) ||
      !isWord(next) ||
      isCapital(next) ||
      next.lower.length > 2;
    const subject = ends ? subjectBefore(items, k, i + 1) : null;
    const opener = subject && items[subject.from - 1];
    if (subject && (isMark(opener ?? undefined, ',—–') || opener?.kind === 'quote'))
      return found(items, subject, k, false);
  }
  return null;
}

function nounBefore(items: Items, i: number): Found | null {
  const result = cueNounBefore(items, i);
  return result && { ...result, direct: false };
}

/** Somebody as the subject of the sentence or of its last clause before the quotation: the weakest rule. */
export function subjectAlone(items: Items, i: number): NounPhrase | null {
  return subjectOf(items, 0, i);
}

/** The attribution at the head of the next sentence after “…?” or “…!”: "Lorn asked." */
export function opening(items: Items): Found | null {
  const form = cueAt(items, 0);
  if (form) return null;
  const result = subjectThenCue(items, 0, Math.min(items.length, 16));
  if (!result) return null;
  const after = items.findIndex((item) => item.start >= (result.cue?.end ?? 0));
  const next = items[after];
  return closesClause(next) ? result : null;
}
