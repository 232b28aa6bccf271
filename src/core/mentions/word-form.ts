import { hashOf } from '../lexicon/hash.ts';
import { isAbbreviatedTitle } from '../lexicon/roles.ts';
import { type WordKinds, wordKinds } from './attribution/word-kinds.ts';
import { type FigureWord, figureWord } from './figures/start.ts';
import { shapeOfLetters } from './names/shape.ts';

/** What the detectors need to know of a word by its letters alone. */
export interface WordForm extends FigureWord, WordKinds {
  /** The word's id in the tagger's table that it was last met with, and the number of that table. */
  id: number;
  table: number;
  readonly text: string;
  /** `SHAPE` of a word of letters, and of a mark. */
  readonly shape: number;
  /** A title that is shortened when a full stop stands behind it: "Gen". */
  readonly abbreviates: boolean;
}

/** Longer words are hardly met again, and would be kept for nothing. */
const LONGEST = 40;
/** As many words as some hundred articles have; then the table begins anew, so that it stays small. */
const MOST_FORMS = 1 << 14;
const MASK = MOST_FORMS * 2 - 1;

/** Open addressing by hash: the hash and index + 1 side by side, 0 where free. */
const slots = new Int32Array(MOST_FORMS * 4);
let forms: WordForm[] = [];

/** What is cut out of a text may keep the whole of it in memory; what is read anew doesn't. */
const ownCopy = (word: string): string => JSON.parse(JSON.stringify(word));

function make(text: string): WordForm {
  const { lower, kind, begins, follows } = figureWord(text);
  const { straight, bits, cue, head } = wordKinds(text);
  const shape = shapeOfLetters(text);
  const abbreviates = text.length < 6 && isAbbreviatedTitle(text);
  return {
    id: 0,
    table: 0,
    text,
    lower,
    kind,
    begins,
    follows,
    straight,
    bits,
    cue,
    head,
    shape,
    abbreviates,
  };
}

/**
 * The form at a place of a text: kept once for all detectors, so that what one has met is at hand for the next, and
 * one string stands for all places of a word, which makes looking it up in sets fast.
 */
export const wordFormAt = (text: string, start: number, end: number): WordForm =>
  hashedFormAt(text, start, end, hashOf(text, start, end));

/** As `wordFormAt` for those who know the word's hash. */
export function hashedFormAt(text: string, start: number, end: number, hash: number): WordForm {
  if (end - start > LONGEST) return make(ownCopy(text.slice(start, end)));
  for (let at = slotOf(hash); ; at = (at + 1) & MASK) {
    const held = slots[at * 2 + 1] as number;
    if (held === 0) return add(ownCopy(text.slice(start, end)), hash, at);
    if (slots[at * 2] !== hash) continue;
    const form = forms[held - 1] as WordForm;
    if (isAt(form.text, text, start, end)) return form;
  }
}

function add(text: string, hash: number, free: number): WordForm {
  let at = free;
  if (forms.length === MOST_FORMS) {
    slots.fill(0);
    forms = [];
    at = slotOf(hash);
  }
  const form = make(text);
  slots[at * 2] = hash;
  slots[at * 2 + 1] = forms.push(form);
  return form;
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & MASK;

/** Whether a word stands from `start` to `end` of a text. */
function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
