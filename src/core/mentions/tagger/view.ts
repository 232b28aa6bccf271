import type { Place } from './candidates.ts';
import { isNameShape } from './mark.ts';
import { DOCUMENT, type TaggerText } from './text.ts';
import type { WordTable } from './words.ts';

/** What a place shows to those who score it. One object serves all tokens of a text. */
export interface View {
  /** Words, as ids in the word table: -1 outside the sentence. */
  word: number;
  before: number;
  after: number;
  secondBefore: number;
  secondAfter: number;
  /** First and last word of the run of candidates, and the words outside it. */
  start: number;
  head: number;
  outsideBefore: number;
  outsideAfter: number;
  /** `SHAPE`, or 15 outside the sentence. */
  shape: number;
  shapeBefore: number;
  shapeAfter: number;
  /** As in `TaggerText`, 0 outside the sentence. */
  gazetteer: number;
  gazetteerBefore: number;
  gazetteerAfter: number;
  /** `CASING` of the sentence. */
  casing: number;
  /** 1 for the first token of its sentence. */
  first: number;
  /** Tokens of the run on either side, up to 3, and in all, up to 6. */
  left: number;
  right: number;
  length: number;
  /** What the document shows of the word: `DOCUMENT` bits; and 1 where it has the same in lower case. */
  seen: number;
  seenLower: number;
  /** A bit each where no space stands: before the token (4), behind it (2), before the second behind (1). */
  glued: number;
}

export const view = (): View => ({
  word: -1,
  before: -1,
  after: -1,
  secondBefore: -1,
  secondAfter: -1,
  start: -1,
  head: -1,
  outsideBefore: -1,
  outsideAfter: -1,
  shape: 0,
  shapeBefore: 0,
  shapeAfter: 0,
  gazetteer: 0,
  gazetteerBefore: 0,
  gazetteerAfter: 0,
  casing: 0,
  first: 0,
  left: 0,
  right: 0,
  length: 0,
  seen: 0,
  seenLower: 0,
  glued: 0,
});

/** What stands for a shape outside the sentence. */
const NO_SHAPE = 15;

/** Writes what is to be seen from `place` into `out`. */
export function look(text: TaggerText, table: WordTable, place: Place, out: View): void {
  const { token: i, from, to, runFrom, runTo } = place;
  const { word, shape, gazetteer } = text;
  const w = word[i] as number;
  out.word = w;
  out.before = valueAt(word, i - 1, from, to, -1);
  out.after = valueAt(word, i + 1, from, to, -1);
  out.secondBefore = valueAt(word, i - 2, from, to, -1);
  out.secondAfter = valueAt(word, i + 2, from, to, -1);
  out.start = word[runFrom] as number;
  out.head = word[runTo - 1] as number;
  out.outsideBefore = valueAt(word, runFrom - 1, from, to, -1);
  out.outsideAfter = valueAt(word, runTo, from, to, -1);
  out.shape = shape[i] as number;
  out.shapeBefore = valueAt(shape, i - 1, from, to, NO_SHAPE);
  out.shapeAfter = valueAt(shape, i + 1, from, to, NO_SHAPE);
  out.gazetteer = gazetteer[i] as number;
  out.gazetteerBefore = valueAt(gazetteer, i - 1, from, to, 0);
  out.gazetteerAfter = valueAt(gazetteer, i + 1, from, to, 0);
  out.casing = place.casing;
  out.first = i === from ? 1 : 0;
  out.left = Math.min(3, i - runFrom);
  out.right = Math.min(3, runTo - 1 - i);
  out.length = Math.min(6, runTo - runFrom);
  out.seen = text.document[w] as number;
  out.seenLower = isNameShape(out.shape)
    ? (text.document[table.lowerId[w] as number] ?? 0) & DOCUMENT.lowerCase
    : 0;
  out.glued = glued(text, i, from, to) * 4 + glued(text, i + 1, from, to) * 2 + glued(text, i + 2, from, to);
}

const valueAt = (
  values: Int32Array | Uint8Array,
  k: number,
  from: number,
  to: number,
  outside: number,
): number => (k < from || k >= to ? outside : (values[k] as number));

/** 1 where no space stands before the token. */
const glued = ({ start, end }: TaggerText, i: number, from: number, to: number): number =>
  i > from && i < to && end[i - 1] === start[i] ? 1 : 0;
