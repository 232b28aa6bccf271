import { CRIES } from '../../lexicon/speech-titles.ts';
import type { Found } from './behind.ts';
import { type Item, isWord } from './items.ts';
import { subjectOf } from './opening-subject.ts';
import { type NounPhrase, spanOf } from './phrase.ts';
import { isSpeaker } from './words.ts';

type Items = readonly Item[];

/** "their chants of “…”", "The crowd broke into chants of “…”"; else somebody speaks, and nobody tells who. */
export function cried(items: Items, i: number): Found | null {
  const of = items[i - 1]?.lower === 'of' ? i - 2 : -1;
  const noun = items[of];
  if (!noun || !isWord(noun) || !CRIES.has(noun.lower)) return null;
  const owner = items[of - 1];
  const subject = owner?.lower === 'their' ? { from: of - 1, to: of - 1 } : subjectOf(items, 0, of);
  const source = subject && isMany(items, subject) ? spanOf(items, subject) : null;
  return { source, cue: { start: noun.start, end: noun.end }, direct: false };
}

/** "their", "protesters", "The crowd": no single person, who is chanted at. */
const isMany = (items: Items, { from, to }: NounPhrase): boolean =>
  /^(?:their|they)$/.test(items[from]?.lower ?? '') ||
  (isSpeaker(items[to]) && /(?:[^s]s|men|people|crowd|audience)$/.test(items[to]?.lower ?? ''));
