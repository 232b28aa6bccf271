import { COMMON_ABBREVIATIONS } from '../../lexicon/institutions.ts';
import { leanTo, UNKNOWN_LEANING } from '../../lexicon/leanings.ts';
import { SHAPE } from './shape.ts';
import type { Words } from './token-name.ts';

/** "ILVO": none that is known for something else, or whose vector is far from those of bodies. */
export function isAbbreviatedBody(words: Words, i: number): boolean {
  const { tokens, table, at } = words;
  const name = at(i);
  if (tokens.shape[i] !== SHAPE.capitals || name.length < 3 || name.length > 6) return false;
  if (isTermShort(i, words)) return false;
  const leaning = table.leaning[tokens.word[i] ?? 0] ?? UNKNOWN_LEANING;
  const body = leaning === UNKNOWN_LEANING || leanTo(leaning, 'organization') > 0;
  return body && !COMMON_ABBREVIATIONS.has(name);
}

/** "case fatality rate (CFR)": what shortens words that are no name. */
function isTermShort(i: number, { tokens, at }: Words): boolean {
  if (at(i - 1) !== '(' || at(i + 1) !== ')') return false;
  const letters = [...at(i).toLowerCase()];
  return letters.every((letter, k) => {
    const word = i - 1 - letters.length + k;
    return tokens.shape[word] === SHAPE.lower && at(word).startsWith(letter);
  });
}
