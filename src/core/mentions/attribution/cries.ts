import { CRIES } from '../../lexicon/speech-titles.ts';
import type { Found } from './behind.ts';
import { type Item, isWord } from './items.ts';
import { subjectOf } from './opening-subject.ts';
import { type NounPhrase, spanOf } from './phrase.ts';
import { isSpeaker } from './words.ts';

type Items = readonly Item[];

/** "shouting slogans such as “…”": they who shout, whoever else the sentence names. */
export function slogans(items: Items, i: number): Found | null {
  const such = items[i - 1]?.lower === 'as' && items[i - 2]?.lower === 'such' ? i - 3 : -1;
  const at = items[i - 1]?.lower === 'like' ? i - 2 : such;
  return items[at]?.lower === 'slogans' ? criedIn(items, at) : null;
}

/** "their chants of “…”", "The crowd broke into chants of “…”"; else somebody speaks, and nobody tells who. */
export function cried(items: Items, i: number): Found | null {
  const of = items[i - 1]?.lower === 'of' ? i - 2 : -1;
  return isWord(items[of]) && CRIES.has(items[of]?.lower ?? '') ? criedIn(items, of) : null;
}

function criedIn(items: Items, at: number): Found {
  const subject = items[at - 1]?.lower === 'their' ? { from: at - 1, to: at - 1 } : subjectOf(items, 0, at);
  const source = subject && isMany(items, subject) ? spanOf(items, subject) : null;
  return { source, cue: { start: items[at]?.start ?? 0, end: items[at]?.end ?? 0 }, direct: false };
}

/** "their", "protesters", "The crowd", "Members of the board": no single person, who is chanted at. */
const isMany = (items: Items, { from, to }: NounPhrase): boolean =>
  /^(?:their|they)$/.test(items[from]?.lower ?? '') || areMany(items[from]) || areMany(items[to]);

const areMany = (item: Item | undefined): boolean =>
  isSpeaker(item) && /(?:[^s]s|men|people|crowd|audience)$/.test(item?.lower ?? '');
