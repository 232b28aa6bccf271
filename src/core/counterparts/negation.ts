import { NEGATIONS } from '../lexicon/stopwords.ts';
import type { Word } from './words.ts';

/** Behind a negation these say how much it is, not that it is untrue: “not only”, “no fewer than 40”. */
const DEGREES: ReadonlySet<string> = new Set('only just merely simply fewer less later earlier'.split(' '));
/** “Whether or not it opens”, “dozens, if not hundreds”. */
const OPEN: ReadonlySet<string> = new Set(['or', 'if']);

/** Whether the word at a place of a claim negates something. */
export function negatesAt(words: readonly Word[], at: number): boolean {
  const key = words[at]?.key ?? '';
  if (!NEGATIONS.has(key)) return false;
  const [next, second] = [words[at + 1]?.key ?? '', words[at + 2]?.key ?? ''];
  if (DEGREES.has(next) || (next === 'more' && second === 'than')) return false;
  return key !== 'not' || !OPEN.has(words[at - 1]?.key ?? '');
}
