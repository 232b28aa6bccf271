import { type FigureTokens, lowerAt, textAt } from '../figures/token.ts';

const FAR = 40;

/** No sentence ends between the two tokens; a full stop inside is that of an abbreviation if a small letter follows. */
export function isOneSentence(tokens: FigureTokens, from: number, to: number): boolean {
  if (to - from > FAR) return false;
  for (let at = from; at < to; at++) {
    const word = lowerAt(tokens, at);
    if (word === '?' || word === '!') return false;
    if (word === '.' && /^\p{Lu}|^["“‘`]/u.test(textAt(tokens, at + 1))) return false;
  }
  return true;
}
