import { interned } from '../text/interned.ts';
import { type WordKinds, wordKinds } from './attribution/word-kinds.ts';
import { type FigureWord, figureWord } from './figures/start.ts';

/** What the detectors need to know of a word by its letters alone. */
export interface WordForm extends FigureWord, WordKinds {
  readonly text: string;
}

/** The form at a place of a text: kept once for all detectors, so that what one has met is at hand for the next. */
export const wordFormAt = interned((text): WordForm => {
  const { lower, kind, begins, follows } = figureWord(text);
  const { straight, bits, cue, head } = wordKinds(text);
  return { text, lower, kind, begins, follows, straight, bits, cue, head };
});
