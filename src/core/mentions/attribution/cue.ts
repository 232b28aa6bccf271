import { BETWEEN, CUE_FORMS, CUE_NOUNS, type CueForm, STRONG_CUES } from '../../lexicon/speech-cues.ts';
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import type { Span } from '../../text/span.ts';
import { type Item, isCapital, isPossessive, isWord } from './items.ts';
import { type NounPhrase, phraseAfter, type SourceSpan, spanOf } from './phrase.ts';
import { phraseBefore, trimBetween } from './phrase-before.ts';
import { subjectBefore, subjectOf } from './subject.ts';
import { bitsOf, KIND } from './word-kinds.ts';
import { isAgent, isClosed, isMeasure, isName, isPronoun, isSpeaker } from './words.ts';

type Items = readonly Item[];

/** Who, and by what word. */
export interface Attribution {
  readonly source: SourceSpan | null;
  readonly cue: Span;
}

const MODAL =
  /^(?:to|i|we|you|they|who|others|some|many|several|most|few|both|would|will|can|could|did|does|do|not|may|might|must|should|also|n[’']t|\p{L}+n[’']t)$/u;

/** Third persons that are plural nouns as often. */
const NOUN_TOO =
  /^(?:claims|reports|comments|remarks|notes|states|questions|calls|demands|answers|promises|pledges|tweets|posts|worries|hopes|fears|doubts|orders|urges|estimates|jokes|hints|signals|shows|finds|sees|reads|texts|blogs|labels|names|brands|terms|tags|details|voices|offers|warnings|rules|cries|screams|shouts|signs|goes|attacks|rants|reasons|points|protests|objects|starts|stops|ends|opens|closes|waves|smiles|laughs|cheers|emails|e-mails|casts|paints|guarantees|cites|quotes|hails|references|mocks|vents|echoes|praises|blames|briefs|challenges)$/;

/** "as a memo put it" */
const PUT_IT: CueForm = { lemma: 'say', kinds: new Set(['say']), base: false, ing: false };
const isPutIt = (items: Items, i: number): boolean =>
  items[i + 1]?.lower === 'it' && /^puts?$/.test(items[i]?.lower ?? '');

/** The cue verb at `i`, told from the noun of the same form; undefined where there is none. */
export function cueAt(items: Items, i: number): CueForm | undefined {
  const item = items[i];
  const form = item?.cue ?? (isPutIt(items, i) ? PUT_IT : undefined);
  if (!form || !isWord(item) || (isCapital(item) && i > 0 && items[i - 1]?.kind === 'word')) return undefined;
  // "pointed out", not "pointed to"; "went on", not "went to".
  if (form.lemma === 'point' && items[i + 1]?.lower !== 'out') return undefined;
  if (form.lemma === 'go' && items[i + 1]?.lower !== 'on') return undefined;
  // "some state officials", "the interests of member states trump all"
  if (/^states?$/.test(item.lower) && !isStating(items, i)) return undefined;
  const before = items[i - 1];
  const past = !form.base && !form.ing && !item.lower.endsWith('s');
  if (past || form.ing)
    return isWord(before) && DETERMINERS.has(before.lower) && !isPronoun(before) ? undefined : form;
  if (before?.kind !== 'word') return form.base && before?.kind !== 'quote' ? undefined : form;
  if (form.base) return MODAL.test(before.lower) || isPlural(before) ? form : undefined;
  if (isPossessive(before) || DETERMINERS.has(before.lower) || PREPOSITIONS.has(before.lower))
    return undefined;
  if (!NOUN_TOO.test(item.lower)) return form;
  if (
    isWord(items[i + 1]) &&
    /^(?:as|of|about|by|on|from|in|for|and|were|are)$/.test(items[i + 1]?.lower ?? '')
  )
    return undefined;
  return isName(before) ||
    isPronoun(before) ||
    isSpeaker(before) ||
    before.lower === 'who' ||
    /ly$/.test(before.lower) ||
    before.lower === 'also'
    ? form
    : undefined;
}

const isStating = (items: Items, i: number): boolean =>
  isName(items[i - 1]) ||
  /^(?:that|the|it|he|she|they|there)$/.test(items[i + 1]?.lower ?? '') ||
  !isWord(items[i + 1]);

const isPlural = (item: Item): boolean => isSpeaker(item) && /(?:s|people|men)$/.test(item.lower);

export const isStrong = (form: CueForm | undefined): boolean =>
  form !== undefined && STRONG_CUES.has(form.lemma);

/** Whose words the cue verb at `i` gives: its own subject, or that of the clause it leans on. */
export function subjectOfCue(items: Items, i: number, form: CueForm): NounPhrase | null {
  const before = items[i - 1];
  // "went on to say" has its own subject; "used the day to say" leans on that of "used".
  const goesOn = before?.lower === 'to' && BETWEEN.has(items[i - 2]?.lower ?? '');
  const withWhom = form.ing ? withParticiple(items, i) : null;
  if (withWhom) return withWhom;
  const leans = form.ing || (form.base && before?.lower === 'to' && !goesOn);
  if (leans && !(form.ing && isAbsolute(items, i))) return mainSubject(items, i);
  const own = subjectBefore(items, i);
  // "welcomed what he called": whoever welcomed it.
  if (own && own.from === own.to && isPronoun(items[own.from]) && items[own.from - 1]?.lower === 'what')
    return mainSubject(items, own.from - 1) ?? own;
  if (own || (isWord(before) && before.lower === 'who')) return own;
  const at = trimBetween(items, i - 1, 0);
  if (isAgent(items[at])) return { from: at, to: at };
  return isPlainPlural(items[at]) || isMeasure(items[at]) ? null : mainSubject(items, i);
}

/** A noun that nothing tells to be somebody: it is the verb's subject, and so nobody else is. */
const isPlainPlural = (item: Item | undefined): boolean =>
  isWord(item) &&
  /^\p{Ll}+s$/u.test(item.text) &&
  !isClosed(item) &&
  !DETERMINERS.has(item.lower) &&
  !CUE_FORMS.has(item.lower);

/** "with one diver saying": the phrase behind "with". */
function withParticiple(items: Items, participle: number): NounPhrase | null {
  const phrase = phraseBefore(items, participle - 1, 0);
  return phrase && items[phrase.from - 1]?.lower === 'with' ? phrase : null;
}

/** "Lorn saying", "he warning": a participle with a subject of its own; in "a word to anyone hoping" it has none. */
const isAbsolute = (items: Items, participle: number): boolean => {
  const before = items[participle - 1];
  const governor = items[participle - 2]?.lower ?? '';
  if (isName(before)) return !/^(?:to|for|from|against|by)$/.test(governor);
  return isPronoun(before) && !(PREPOSITIONS.has(governor) && governor !== 'with');
};

/** Subject of the nearest finite verb of saying to the left, else of another cue, else of the sentence. */
function mainSubject(items: Items, at: number): NounPhrase | null {
  const whole = subjectOf(items, 0, at);
  let weak: NounPhrase | null = null;
  // What stands before the subject is another clause: "After Orlan said so, Lorn rose and said".
  for (let i = at - 1; i > (whole?.from ?? 0); i--) {
    const form = cueAt(items, i);
    if (!form || form.ing || items[i - 1]?.lower === 'to' || (weak && !isStrong(form))) continue;
    const subject = subjectBefore(items, i);
    if (subject && isStrong(form)) return subject;
    weak ??= subject;
  }
  return weak ?? whole;
}

/** "according to Lorn", "as per the board": the phrase after it, wherever it stands in the sentence. */
export function accordingTo(items: Items, from: number, to: number, end = to): Attribution | null {
  for (let i = from; i < to; i++) {
    const item = items[i];
    if (item === undefined || (item.bits & KIND.credits) === 0) continue;
    const phrase =
      item.lower === 'according' && items[i + 1]?.lower === 'to'
        ? phraseAfter(items, i + 2, end)
        : (item.lower === 'per' || item.lower === 'via') && isName(items[i + 1])
          ? phraseAfter(items, i + 1, end)
          : null;
    if (!phrase) continue;
    const last = items[item.lower === 'according' ? i + 1 : i];
    return { source: spanOf(items, phrase), cue: { start: item.start, end: last?.end ?? item.end } };
  }
  return null;
}

/** "Lorn’s claim that", "his message": the possessor of the noun of speech nearest to the left of `to`. */
export function cueNounBefore(items: Items, to: number): Attribution | null {
  if (items[to - 1]?.lower === 'as') return null;
  for (let i = to - 1; i > 0 && i > to - 16; i--) {
    const item = items[i];
    if (item?.kind === 'quote' && to - i > NEAR_QUOTE) return null;
    if (!isWord(item) || !CUE_NOUNS.has(item.lower)) continue;
    if (isJudged(items, i, to)) return { source: null, cue: item };
    for (let k = i - 1; k >= 0 && k > i - 4; k--) {
      const owner = items[k];
      if (!isWord(owner)) break;
      if (/^(?:his|her|their)$/.test(owner.lower)) return { source: owner, cue: item };
      if (isPossessive(owner) && isName(owner)) return { source: possessor(items, k), cue: item };
      const role = isPossessive(owner) ? roleOwning(items, k) : null;
      if (role) return { source: role, cue: item };
    }
    if ((items[i + 1]?.lower === 'by' || items[i + 1]?.lower === 'from') && isWord(items[i + 2])) {
      const by = phraseAfter(items, i + 2, to);
      if (by) return { source: spanOf(items, by), cue: item };
    }
  }
  return null;
}

/** How far behind another quotation one may still be of the same noun: "his talk of “x” and of “y”". */
const NEAR_QUOTE = 4;

/** "Lorn’s statement was “true”" judges it, and who judges is not told; "Lorn’s slogan is “True”" gives it. */
const isJudged = (items: Items, noun: number, to: number): boolean =>
  to === noun + 2 &&
  /^(?:is|was|are|were)$/.test(items[noun + 1]?.lower ?? '') &&
  !GIVEN.has(items[noun]?.lower ?? '');

const GIVEN = new Set(
  'slogan motto mantra refrain line phrase answer reply response message word words quote question'.split(
    ' ',
  ),
);

/** "the minister’s pledge": the noun of somebody with its article. */
function roleOwning(items: Items, at: number): Span | null {
  const owner = items[at];
  const lower = owner?.lower.replace(/[’'](?:s)?$/, '') ?? '';
  const article = items[at - 1];
  if (!owner || article?.lower !== 'the' || (bitsOf(lower, lower) & KIND.speaker) === 0) return null;
  return { start: article.start, end: owner.end - (/[’'][sS]?$/.exec(owner.text)?.[0].length ?? 0) };
}

/** The name without its possessive ending. */
function possessor(items: Items, at: number): Span {
  let from = at;
  while (from > 0 && isName(items[from - 1]) && !isPossessive(items[from - 1])) from--;
  const last = items[at];
  const ending = /[’'][sS]?$/.exec(last?.text ?? '')?.[0].length ?? 0;
  return { start: items[from]?.start ?? 0, end: (last?.end ?? 0) - ending };
}
