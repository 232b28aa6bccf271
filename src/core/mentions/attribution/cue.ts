import { BETWEEN, CUE_FORMS, type CueForm, NOUN_TOO, STRONG_CUES } from '../../lexicon/speech-cues.ts';
import { DETERMINERS, PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import { type Item, isCapital, isPossessive, isWord } from './items.ts';
import { subjectOf } from './opening-subject.ts';
import { LONGEST, type NounPhrase } from './phrase.ts';
import { phraseBefore, trimBetween } from './phrase-before.ts';
import { subjectBefore } from './subject.ts';
import { isAgent, isClosed, isMeasure, isName, isOneAgent, isPronoun, isSpeaker } from './words.ts';

type Items = readonly Item[];

const MODAL =
  /^(?:to|i|we|you|they|who|others|some|many|several|most|few|both|would|will|can|could|did|does|do|not|may|might|must|should|also|n[’']t|\p{L}+n[’']t)$/u;

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
  // "will continue to be “…”"
  if (form.lemma === 'continue' && items[i + 1]?.lower === 'to') return undefined;
  // "some state officials", "the interests of member states trump all"
  if (/^states?$/.test(item.lower) && !isStating(items, i)) return undefined;
  const before = items[i - 1];
  // "a Senate hearing"
  if (form.lemma === 'hear' && form.ing && isWord(before) && !isClosed(before)) return undefined;
  // "Lorn said, and I quote, “…”"
  if (form.lemma === 'quote' && before?.lower === 'i') return undefined;
  // “…,” the suit reads.
  if (form.lemma === 'read' && isWord(before) && !isWord(items[i + 1]) && !isClosed(before)) return form;
  const past = !form.base && !form.ing && !item.lower.endsWith('s');
  if (past || form.ing) {
    // "shirts that said “…”"
    if (past && before?.lower === 'that' && isWord(items[i - 2])) return form;
    return isWord(before) && DETERMINERS.has(before.lower) && !isPronoun(before) ? undefined : form;
  }
  if (before?.kind !== 'word') return form.base && before?.kind !== 'quote' ? undefined : form;
  if (form.base)
    return MODAL.test(before.lower) || isPlural(before) || isAgent(before) || isPeople(items, i - 1)
      ? form
      : undefined;
  if (isPossessive(before) || DETERMINERS.has(before.lower) || PREPOSITIONS.has(before.lower))
    return undefined;
  if (!NOUN_TOO.has(item.lower)) return form;
  if (
    isWord(items[i + 1]) &&
    /^(?:as|of|about|by|on|from|in|for|and|were|are)$/.test(items[i + 1]?.lower ?? '')
  )
    return undefined;
  return isName(before) ||
    isPronoun(before) ||
    isSpeaker(before) ||
    /^(?:who|which)$/.test(before.lower) ||
    /ly$/.test(before.lower) ||
    before.lower === 'also'
    ? form
    : undefined;
}

const isStating = (items: Items, i: number): boolean =>
  isName(items[i - 1]) ||
  /^(?:that|the|it|he|she|they|there)$/.test(items[i + 1]?.lower ?? '') ||
  !isWord(items[i + 1]);

/** "the Orlanders state" */
const isPeople = (items: Items, i: number): boolean =>
  isName(items[i]) &&
  !isPossessive(items[i]) &&
  items[i - 1]?.lower === 'the' &&
  /[^s]s$/.test(items[i]?.lower ?? '');

const isPlural = (item: Item): boolean => isSpeaker(item) && /(?:s|people|men)$/.test(item.lower);

export const isStrong = (form: CueForm | undefined): boolean =>
  form !== undefined && STRONG_CUES.has(form.lemma);

/** Whose words the cue verb at `i` gives: its own subject, or that of the clause it leans on. */
export function subjectOfCue(items: Items, i: number, form: CueForm): NounPhrase | null {
  const before = items[i - 1];
  // "went on to say" has its own subject; "used the day to say" leans on that of "used".
  const goesOn = before?.lower === 'to' && BETWEEN.has(items[i - 2]?.lower ?? '');
  // "with Lorn saying “…” and adding “…”"
  if (form.ing && before?.lower === 'and')
    for (let k = i - 2; k > Math.max(0, i - LONGEST); k--) {
      const earlier = items[k]?.cue;
      if (earlier?.ing) return subjectOfCue(items, k, earlier);
    }
  const whose = form.ing ? (withParticiple(items, i) ?? quotedAs(items, i)) : null;
  if (whose) return whose;
  const leans = form.ing || (form.base && before?.lower === 'to' && !goesOn);
  if (leans && !(form.ing && isAbsolute(items, i))) return mainSubject(items, i);
  const own = subjectBefore(items, i);
  // "welcomed what he called": whoever welcomed it.
  if (own && own.from === own.to && isPronoun(items[own.from]) && items[own.from - 1]?.lower === 'what')
    return mainSubject(items, own.from - 1) ?? own;
  if (own || (isWord(before) && before.lower === 'who')) return own;
  const at = trimBetween(items, i - 1, 0);
  if (isAgent(items[at])) return { from: at, to: at };
  if (isOneAgent(items[at]) && /^(?:an?|the|one|another)$/.test(items[at - 1]?.lower ?? ''))
    return { from: at - 1, to: at };
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
  const phrase = phraseBefore(items, trimBetween(items, participle - 1, 0), 0);
  return phrase && items[phrase.from - 1]?.lower === 'with' ? phrase : null;
}

/** "The Gazette quoted an engineer as saying": the engineer. */
function quotedAs(items: Items, participle: number): NounPhrase | null {
  if (items[participle - 1]?.lower !== 'as') return null;
  const phrase = phraseBefore(items, participle - 2, 0);
  return phrase && /^(?:quot|cit)(?:ed|es|ing)$/.test(items[phrase.from - 1]?.lower ?? '') ? phrase : null;
}

/** "Lorn saying", "he warning": a participle with a subject of its own; in "a word to anyone hoping" it has none. */
const isAbsolute = (items: Items, participle: number): boolean => {
  const before = items[participle - 1];
  let at = participle - 2;
  while (isName(before) && isName(items[at])) at--;
  const governor = items[at]?.lower ?? '';
  if (isPronoun(before)) return !(PREPOSITIONS.has(governor) && governor !== 'with');
  const from = phraseBefore(items, participle - 1, 0)?.from ?? at + 1;
  return isName(before) && !GOVERNS.test(governor) && !GOVERNS.test(items[from - 1]?.lower ?? '');
};

const GOVERNS = /^(?:to|for|from|against|by|into|in|on|at)$/;

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
