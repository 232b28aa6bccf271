import { PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import type { Span } from '../../text/span.ts';
import { type Item, isMark, isWord } from './items.ts';
import { afterDateline, leadsAdjunct } from './opening-subject.ts';
import { phraseAfter, type SourceSpan } from './phrase.ts';
import { isAdverb, isTime } from './words.ts';

type Items = readonly Item[];

/** A cue of indirect speech, as indices of items. */
export interface Reporting {
  readonly cue: number;
  /** Where the words begin that introduce it: its conjunction, its subject, else the cue. */
  readonly lead: number;
  /** Where its subject begins; the cue where that stands behind it. */
  readonly subject: number;
  readonly behind: boolean;
  readonly lemma: string;
  readonly source: SourceSpan;
}

/** Fewest words of a clause that says something. */
const SHORTEST = 3;
/** Verbs that take the hearer first: "told reporters that". */
const TO_HEARERS: ReadonlySet<string> = new Set(['tell', 'inform', 'remind', 'assure']);
/** Verbs that take an infinitive as what is said: "vowed to stay". */
const COMMITTING: ReadonlySet<string> = new Set(
  'vow pledge promise agree propose demand hope claim swear'.split(' '),
);
/** Verbs that report with a clause and do something else with a noun: "maintained a lead". */
const CLAUSE_ONLY: ReadonlySet<string> = new Set(
  'maintain declare deny believe think fear expect hope agree respond reply'.split(' '),
);

/** So many items behind a cue may stand before "that". */
const REACH = 24;
/** So near the cue a clause shows that it is one. */
const NEAR = 10;

/**
 * What is reported: the clause behind the cue (past the hearer, the time, the occasion), or the one in front of
 * ", Lorn said in an interview". Null where there is none, as beside a quotation.
 */
export function contentOf(items: Items, reporting: Reporting, earlier: number, limit: number): Span | null {
  if (reporting.behind) return inFront(items, reporting, earlier, limit);
  const from = startBehind(items, reporting, limit);
  return from === null ? inFront(items, reporting, earlier, limit) : clause(items, from, limit);
}

/** Index of the first item of the clause behind the cue; null where none follows. */
function startBehind(items: Items, reporting: Reporting, limit: number): number | null {
  const { cue, subject, lemma } = reporting;
  let at = cue + 1;
  if (TO_HEARERS.has(lemma)) {
    const hearer = hearerEnd(items, at, limit);
    if (hearer < 0) return null;
    at = hearer;
    const that = thatAfter(items, at, Math.min(limit, at + 10));
    if (that !== null && !items.slice(at, that).some(isVerbal)) return that;
  }
  at = pastTime(items, at, limit);
  const first = items[at];
  if (at >= limit || !first || first.kind === 'quote') return null;
  if (first.lower === 'that') return at + 1;
  // "As Lorn told the board, the channel is shallow"
  if (isMark(first, ','))
    return items[subject - 1]?.lower === 'as' && subject <= 2 ? at + 1 : thatAfterAside(items, at, limit);
  if (isMark(first, ':')) return at + 1;
  if (first.kind === 'mark') return isMark(first, '“"‘\'([$€£#@') ? at : null;
  if (first.lower === 'to' && (COMMITTING.has(lemma) || TO_HEARERS.has(lemma))) return at;
  if (isEmpty(items, at, limit)) return null;
  // "told a party conference in Orlan": the rest of the hearers
  if (TO_HEARERS.has(lemma) && /^\p{Ll}+$/u.test(first.text) && PREPOSITIONS.has(items[at + 1]?.lower ?? ''))
    return null;
  if (PREPOSITIONS.has(first.lower) || isTime(first) || /^(?:so|then)$/.test(first.lower))
    return thatAfter(items, at, limit);
  return !CLAUSE_ONLY.has(lemma) ||
    /ing$/.test(first.lower) ||
    items.slice(at, Math.min(limit, at + NEAR)).some(isVerbal)
    ? at
    : null;
}

/** "said it again", "what they say is discrimination": no clause. */
function isEmpty(items: Items, at: number, limit: number): boolean {
  const [first, next] = [items[at]?.lower ?? '', items[at + 1]];
  if (FINITE.test(first)) return true;
  if (!/^(?:it|so|this)$/.test(first)) return false;
  return (
    at + 1 >= limit ||
    !isWord(next) ||
    PREPOSITIONS.has(next.lower) ||
    isTime(next) ||
    isAdverb(next) ||
    next.lower === 'again'
  );
}

/** A pronoun as subject or an auxiliary: there is a clause. */
const isVerbal = (item: Item): boolean =>
  isWord(item) && (FINITE.test(item.lower) || /^(?:he|she|it|they|we|i|there)$/.test(item.lower));

/** Past "reporters", "him", "the BBC"; -1 where nobody is addressed. */
function hearerEnd(items: Items, at: number, limit: number): number {
  if (/^(?:me|us|him|her|them|it|you|himself|herself|themselves|myself)$/.test(items[at]?.lower ?? ''))
    return at + 1;
  const phrase = phraseAfter(items, at, limit);
  if (!phrase) return isWord(items[at]) && !PREPOSITIONS.has(items[at]?.lower ?? '') ? at + 1 : -1;
  for (let i = phrase.from + 1; i <= phrase.to; i++)
    if (/^(?:to|in|on|at)$/.test(items[i]?.lower ?? '')) return i;
  return phrase.to + 1;
}

/** Past "Friday", "on Friday", "earlier this week", "several months later". */
function pastTime(items: Items, from: number, limit: number): number {
  let at = from;
  while (at < limit) {
    const next = /^(?:on|in|late|early|last|this|earlier|later|next)$/.test(items[at]?.lower ?? '')
      ? at + 1
      : at;
    if (isTime(items[next])) at = next + 1;
    else if (isTime(items[next + 1]) && /^(?:this|last|the)$/.test(items[next]?.lower ?? '')) at = next + 2;
    else if (isSpell(items, at)) at += 2;
    else if (isAdverb(items[at]) && items[at + 1]?.lower === 'that') at++;
    else if (/^(?:again|too|also|later|earlier|only)$/.test(items[at]?.lower ?? '')) at++;
    else if (items[at]?.kind === 'number' && at > from && isTime(items[at - 1])) at++;
    else break;
  }
  return at;
}

/** "several months after", "two days later" */
const isSpell = (items: Items, at: number): boolean =>
  /^(?:second|minute|hour|day|week|month|year|decade)s$/.test(items[at + 1]?.lower ?? '') &&
  /^(?:after|before|later|ago|earlier)$/.test(items[at + 2]?.lower ?? '');

/** Behind "that" where only the occasion stands between it and the cue: "said in a report on Monday that". */
function thatAfter(items: Items, from: number, limit: number): number | null {
  for (let i = from; i < Math.min(limit, from + REACH); i++) {
    const item = items[i];
    // "a meeting that ended" says which meeting
    const next = items[i + 1]?.lower ?? '';
    if (item?.lower === 'that' && !FINITE.test(next) && !/ed$/.test(next)) return i + 1;
    if (isMark(item, '.;:')) return null;
  }
  return null;
}

/** "He added, however, that …" */
function thatAfterAside(items: Items, comma: number, limit: number): number | null {
  for (let i = comma + 1; i < Math.min(limit, comma + 12); i++)
    if (isMark(items[i], ',')) return items[i + 1]?.lower === 'that' ? i + 2 : null;
  return null;
}

/** The clause in front of the attribution, which a comma parts from it; null for a mere adjunct ("In June, he said"). */
function inFront(
  items: Items,
  { cue, subject, behind }: Reporting,
  earlier: number,
  limit: number,
): Span | null {
  const end = behind ? cue - 1 : subject - 1;
  if (!isMark(items[end], ',—–') || earlier >= 0) return null;
  let at = afterDateline(items);
  while (
    at < end &&
    (items[at]?.kind === 'mark' || /^(?:and|but|so|yet|or|even|only)$/.test(items[at]?.lower ?? ''))
  )
    at++;
  const from = at;
  for (let round = 0; round < 3 && leadsAdjunct(items, at); round++) {
    // "Repairing it will cost millions, he said": a subject, and no adjunct.
    const gerund = /ing$/.test(items[at]?.lower ?? '');
    const opens = at;
    while (at < end && !isMark(items[at], ',')) at++;
    if (at >= end && !(gerund && items.slice(opens, end).some((item) => FINITE.test(item.lower))))
      return null;
    at++;
    if (/^(?:and|or)$/.test(items[at]?.lower ?? '')) at++;
  }
  const next = items[cue + 2];
  // "The cost, she said, would rise": the clause goes on behind the attribution.
  const goesOn = isMark(items[cue + 1], ',') && isWord(next) && FINITE.test(next.lower);
  if (isMark(items[cue + 1], ',:') && next?.kind === 'quote') return null;
  return clause(items, from, goesOn ? limit : end);
}

const FINITE =
  /^(?:is|are|was|were|will|would|can|could|may|might|must|should|has|have|had|does|do|did|\p{L}+n[’']t)$/u;

function clause(items: Items, start: number, limit: number): Span | null {
  let from = start;
  let to = limit;
  while (to > from && isMark(items[to - 1], '.;:,—–')) to--;
  while (from < to && isMark(items[from], ',:;—–')) from++;
  const slice = items.slice(from, to);
  const first = slice[0];
  const last = slice.at(-1);
  if (!first || !last || first.kind === 'quote' || slice.filter(isWord).length < SHORTEST) return null;
  return { start: first.start, end: last.end };
}
