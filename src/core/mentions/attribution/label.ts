import { CUE_FORMS } from '../../lexicon/speech-cues.ts';
import { PREPOSITIONS } from '../../lexicon/speech-sources.ts';
import { type Found, invertedAfter } from './behind.ts';
import { cueAt } from './cue.ts';
import { type Item, isMark, isWord } from './items.ts';
import { phraseAfter, spanOf } from './phrase.ts';
import { phraseBefore } from './phrase-before.ts';
import { isName, isSpeaker } from './words.ts';

type Items = readonly Item[];

/** "Lorn: “…”" in a heading or a list of views; "Added Lorn: “…”". */
export function labelled(items: Items, i: number): Found | null {
  if (i === 0 && isMark(items[1], ':')) return namedOn(items);
  if (!isMark(items[i - 1], ':') || i < 2) return null;
  if (i === 2 && isAnswer(items[0]?.text ?? ''))
    return { source: spanOf(items, ANSWER), cue: null, direct: true };
  const form = cueAt(items, 0);
  if (form) return form.ing ? null : invertedAfter(items, 0, i - 1);
  const phrase = phraseBefore(items, i - 2, 0);
  if (!phrase || !isName(items[phrase.from]) || !isName(items[phrase.to])) return null;
  const before = items[phrase.from - 1];
  if (isRubric(items, phrase.from, i - 1)) return null;
  return !before || before.kind === 'mark'
    ? { source: spanOf(items, phrase), cue: null, direct: true }
    : null;
}

/** "‘…’: Ada Lorn on her return" */
function namedOn(items: Items): Found | null {
  const phrase = phraseAfter(items, 2, items.length);
  const next = items[(phrase?.to ?? 0) + 1]?.lower ?? '';
  return phrase && isName(items[phrase.from]) && /^(?:on|about)$/.test(next)
    ? { source: spanOf(items, phrase), cue: null, direct: true }
    : null;
}

const ANSWER = { from: 0, to: 0 };

/** "A: We dig." */
export const isAnswer = (words: string): boolean => /^(?:A|Answer|ANSWER)$/.test(words);

/** "Interview: “…”" names a kind of article. */
export const isRubric = (items: Items, from: number, to: number): boolean =>
  RUBRICS.has(
    items
      .slice(from, to)
      .map(({ lower }) => lower)
      .join(''),
  );

const RUBRICS = new Set(
  'q question q&a interview watch video exclusive breaking analysis opinion live update report comment editorial letter letters review podcast listen poll quote quotes'.split(
    ' ',
  ),
);

/** "Ostrey flood: ‘We lost all’" names what it is about, "Lorn on Ostrey: ‘…’" who speaks. */
export function isTopic(items: readonly Item[], colon: number): boolean {
  const words = items.slice(0, colon);
  const last = words.at(-1);
  if (words.length < 2 || words.length > LONGEST_TOPIC || isName(last) || isSpeaker(last)) return false;
  // "Lorn resisted: “…”"
  if (/ed$/.test(last?.lower ?? '')) return false;
  return words.every((word) => isWord(word) && !PREPOSITIONS.has(word.lower) && !CUE_FORMS.has(word.lower));
}
const LONGEST_TOPIC = 4;
