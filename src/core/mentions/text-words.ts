import { hashed, SEED } from '../lexicon/hash.ts';
import { longer } from './longer.ts';
import { hashedFormAt, type WordForm } from './word-form.ts';

/**
 * Words and marks of a text that are one token for whoever splits it, in order: words of plain letters that nothing
 * may go on with, and marks that join nothing. All else is for each reader to split in its own way.
 */
export interface TextWords {
  count: number;
  /** With a number behind the last that no place reaches. */
  start: Int32Array;
  end: Int32Array;
  readonly forms: WordForm[];
  /** The word that was asked for last: readers go forward. */
  at: number;
}

const SPACE = 1;
const LETTER = 2;
const MARK = 3;
const STOP = 4;
/** An apostrophe, a hyphen, "&": they may belong to the word before them. */
const JOINER = 5;
const DIGIT = 6;
const OTHER = 0;

const kindOf = (code: number): number => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z]/.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/[-&']/.test(character)) return JOINER;
  if (/\s/.test(character)) return SPACE;
  return character === '.' ? STOP : MARK;
};

/** By code unit: plain English, and dashes and quotation marks that are no apostrophes. */
const KINDS = new Uint8Array(0x10000);
for (let code = 0; code < 0x80; code++) KINDS[code] = kindOf(code);
for (let code = 0x2013; code <= 0x201d; code++) KINDS[code] = code === 0x2019 ? OTHER : MARK;

/** Code units of a text, and noughts behind them, which are marks. */
function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length + 2);
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i);
  return units;
}

const kindAt = (units: Uint16Array, i: number): number => KINDS[units[i] as number] as number;

/** In one pass over the text. */
export function readWords(text: string): TextWords {
  const units = unitsOf(text);
  const capacity = Math.max(64, text.length >> 2);
  const words = {
    count: 0,
    start: new Int32Array(capacity),
    end: new Int32Array(capacity),
    forms: [],
    at: 0,
  };
  for (let i = 0, end = 0; i < text.length; i = end) {
    const kind = kindAt(units, i);
    let hash = hashed(SEED, units[i] as number);
    for (end = i + 1; kind === LETTER && kindAt(units, end) === LETTER; end++)
      hash = hashed(hash, units[end] as number);
    if (!isAlone(units, i, end, kind)) continue;
    const form = hashedFormAt(text, i, end, hash);
    if (kindAt(units, end) !== STOP || !form.abbreviates) push(words, i, end, form);
  }
  words.start[words.count] = 0x7fffffff;
  return words;
}

/** Whether what stands from `start` to `end`, a word or another character, is one token whatever follows. */
function isAlone(units: Uint16Array, start: number, end: number, kind: number): boolean {
  const next = kindAt(units, end);
  if (kind === MARK) return true;
  if (kind === STOP) return next !== DIGIT;
  if (kind !== LETTER) return false;
  if (next !== STOP) return next === SPACE || next === MARK;
  const behind = kindAt(units, end + 1);
  return end > start + 1 && behind !== LETTER && behind !== DIGIT && behind !== OTHER;
}

function push(words: TextWords, start: number, end: number, form: WordForm): void {
  const i = words.count++;
  // One more is kept free for the number behind the last.
  if (words.count === words.start.length) {
    words.start = longer(words.start, new Int32Array(2 * words.count));
    words.end = longer(words.end, new Int32Array(2 * words.count));
  }
  words.start[i] = start;
  words.end[i] = end;
  words.forms.push(form);
}

/** The word that begins at a place and ends at `limit` at the latest, -1 where none does. */
export function wordAt(words: TextWords, place: number, limit: number): number {
  const { start, end } = words;
  if ((start[words.at] as number) > place) words.at = firstFrom(words, place);
  while ((start[words.at] as number) < place) words.at++;
  return start[words.at] === place && (end[words.at] as number) <= limit ? words.at : -1;
}

function firstFrom({ start, count }: TextWords, place: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((start[middle] as number) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
