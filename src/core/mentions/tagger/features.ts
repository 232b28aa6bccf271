import { CASING, DOCUMENT } from './text.ts';
import type { View } from './view.ts';
import type { WordTable } from './words.ts';

/** What stands for a word outside the sentence. */
const OUTSIDE_SENTENCE = 0x5bd1e995;

/** A feature whose first value is this one is left out. */
export const ABSENT = -0x80000000;

/**
 * Where in `FeatureValues` each value stands that features are made of: letters and clusters of words at several
 * places, shapes, gazetteers, the run's ends, what the rest of the document shows of the word (Ratinov and Roth 2009),
 * and some of these joined.
 */
const V = {
  nought: 0,
  one: 1,
  shape: 2,
  shapeBefore: 3,
  shapeAfter: 4,
  casing: 5,
  setting: 6,
  shapeCasing: 7,
  shapeSetting: 8,
  settingShape: 9,
  shapesBefore: 10,
  shapesAfter: 11,
  shapesAround: 12,
  shapesAll: 13,
  afterSetting: 14,
  gazetteer: 15,
  gazetteerBefore: 16,
  gazetteerAfter: 17,
  seen: 18,
  seenLower: 19,
  glued: 20,
  gluedNear: 21,
  standing: 22,
  left: 23,
  lengthSetting: 24,
  flags: 25,
  flagsPlain: 26,
  flagsBeforeShape: 27,
  flagsAfterShape: 28,
  flagsPair: 29,
  flagsAfterShapes: 30,
  flagsStart: 31,
  flagsHeadRun: 32,
  lower: 33,
  fine: 34,
  middle: 35,
  coarse: 36,
  leaning: 37,
  pattern: 38,
  prefix2: 39,
  prefix3: 40,
  suffix1: 41,
  suffix2: 42,
  suffix3: 43,
  suffix4: 44,
  lowerBefore: 45,
  fineBefore: 46,
  middleBefore: 47,
  coarseBefore: 48,
  leaningBefore: 49,
  suffix3Before: 50,
  lowerAfter: 51,
  fineAfter: 52,
  middleAfter: 53,
  coarseAfter: 54,
  leaningAfter: 55,
  suffix3After: 56,
  lowerSecondBefore: 57,
  fineSecondBefore: 58,
  lowerSecondAfter: 59,
  fineSecondAfter: 60,
  lowerStart: 61,
  middleStart: 62,
  coarseStart: 63,
  leaningStart: 64,
  lowerHead: 65,
  middleHead: 66,
  coarseHead: 67,
  leaningHead: 68,
  suffix3Head: 69,
  lowerOutsideBefore: 70,
  middleOutsideBefore: 71,
  coarseOutsideBefore: 72,
  lowerOutsideAfter: 73,
  middleOutsideAfter: 74,
  coarseOutsideAfter: 75,
  /** Four pairs: a part of the leanings of three words, and the shapes around with the part's number. */
  leanings: 76,
  /** Six bits of what the document shows, each `ABSENT` where it is not set. */
  shown: 84,
} as const;

const LEANING_BITS = 8;
const SHOWN = [2, 4, 8, 16, 32, 64];
export const VALUES = V.shown + SHOWN.length;

/** By feature: the template's number and where its two values stand. Features of one template share its number. */
export const TEMPLATES: readonly (readonly [number, number, number])[] = [
  [0, V.shape, V.setting],
  [1, V.lower, V.nought],
  [2, V.lower, V.shapeCasing],
  [3, V.lowerBefore, V.nought],
  [4, V.lowerAfter, V.nought],
  [5, V.lowerSecondBefore, V.nought],
  [6, V.lowerSecondAfter, V.nought],
  [7, V.lowerBefore, V.lower],
  [8, V.lower, V.lowerAfter],
  [9, V.lowerBefore, V.lowerAfter],
  [10, V.shapesBefore, V.afterSetting],
  [11, V.pattern, V.casing],
  [12, V.pattern, V.shapesAround],
  [13, V.prefix2, V.shape],
  [14, V.prefix3, V.shape],
  [15, V.suffix1, V.shape],
  [16, V.suffix2, V.shape],
  [17, V.suffix3, V.shape],
  [18, V.suffix4, V.shape],
  [19, V.fine, V.nought],
  [20, V.fineBefore, V.nought],
  [21, V.fineAfter, V.nought],
  [22, V.fineSecondBefore, V.nought],
  [23, V.fineSecondAfter, V.nought],
  [24, V.coarse, V.setting],
  [25, V.coarseBefore, V.coarse],
  [26, V.coarse, V.coarseAfter],
  [27, V.coarseBefore, V.coarseAfter],
  [28, V.fine, V.shapeSetting],
  [29, V.fineBefore, V.coarse],
  [30, V.coarse, V.fineAfter],
  [31, V.suffix3Before, V.shapeBefore],
  [32, V.suffix3After, V.shapeAfter],
  [33, V.lowerBefore, V.coarse],
  [34, V.coarse, V.lowerAfter],
  [35, V.gazetteer, V.setting],
  [36, V.gazetteer, V.shapesBefore],
  [37, V.gazetteerBefore, V.gazetteer],
  [38, V.gazetteerAfter, V.gazetteer],
  [39, V.gazetteer, V.lowerBefore],
  [40, V.gazetteer, V.lowerAfter],
  [41, V.flags, V.shapeSetting],
  [42, V.flags, V.flagsBeforeShape],
  [43, V.flags, V.flagsAfterShape],
  [44, V.flagsPair, V.flagsAfterShapes],
  [45, V.flags, V.coarse],
  [46, V.gazetteer, V.flags],
  [47, V.standing, V.lengthSetting],
  [48, V.lowerHead, V.standing],
  [49, V.lowerOutsideBefore, V.standing],
  [50, V.lowerOutsideAfter, V.standing],
  [51, V.coarseOutsideBefore, V.coarseOutsideAfter],
  [52, V.coarseHead, V.standing],
  [53, V.coarseStart, V.coarseHead],
  [54, V.lowerStart, V.standing],
  [55, V.suffix3Head, V.left],
  [56, V.coarseOutsideAfter, V.standing],
  [57, V.coarseOutsideBefore, V.standing],
  [58, V.flagsStart, V.flagsHeadRun],
  [59, V.seenLower, V.settingShape],
  [60, V.seenLower, V.coarse],
  [61, V.seen, V.shape],
  [63, V.seen, V.flagsPlain],
  [64, V.seen, V.gazetteer],
  [65, V.gluedNear, V.shapesAll],
  [66, V.glued, V.coarse],
  [67, V.middle, V.shapeSetting],
  [68, V.middleBefore, V.middle],
  [69, V.middle, V.middleAfter],
  [70, V.middleHead, V.standing],
  [71, V.middleOutsideBefore, V.middleOutsideAfter],
  [72, V.middleBefore, V.middleAfter],
  [73, V.middleBefore, V.one],
  [74, V.middleAfter, V.one],
  [75, V.middleStart, V.middleHead],
  [76, V.leaning, V.shapeSetting],
  [77, V.leaning, V.leaningBefore],
  [78, V.leaning, V.leaningAfter],
  [80, V.leaningHead, V.standing],
  [81, V.leaningStart, V.leaningHead],
  [82, V.leaning, V.lowerBefore],
  [83, V.leaning, V.lowerAfter],
  ...[0, 2, 4, 6].map((pair) => [79, V.leanings + pair, V.leanings + pair + 1] as const),
  ...SHOWN.map((_, k) => [62, V.shown + k, V.shape] as const),
];

const column = (values: Int32Array, word: number): number =>
  word < 0 ? OUTSIDE_SENTENCE : (values[word] as number);

/** What common knowledge says of a word, as far as features tell it apart. */
const flagsOf = ({ flags }: WordTable, word: number): number =>
  (word < 0 ? OUTSIDE_SENTENCE : (flags[word] as number)) & 31;

/** Writes the values of what `view` shows into `out`, `VALUES` numbers from `at` on. */
export function writeValues(view: View, table: WordTable, out: Int32Array, at: number): void {
  out[at + V.nought] = 0;
  out[at + V.one] = 1;
  writePlace(view, table, out, at);
  writeWords(view, table, out, at);
  writeLeanings(view, table, out, at);
}

/** Shapes, gazetteers, flags, and how the token stands in its run. */
function writePlace(view: View, table: WordTable, out: Int32Array, at: number): void {
  const { shape, shapeBefore, shapeAfter, casing, seen, left, glued } = view;
  const setting = casing * 2 + view.first;
  const around = shapeBefore * 16 + shapeAfter;
  const flags = flagsOf(table, view.word);
  const flagsBefore = flagsOf(table, view.before);
  const flagsAfter = flagsOf(table, view.after);
  out[at + V.shape] = shape;
  out[at + V.shapeBefore] = shapeBefore;
  out[at + V.shapeAfter] = shapeAfter;
  out[at + V.casing] = casing;
  out[at + V.setting] = setting;
  out[at + V.shapeCasing] = shape * 8 + casing;
  out[at + V.shapeSetting] = shape * 8 + setting;
  out[at + V.settingShape] = setting * 16 + shape;
  out[at + V.shapesBefore] = shape * 16 + shapeBefore;
  out[at + V.shapesAround] = around;
  out[at + V.shapesAll] = shape * 256 + around;
  out[at + V.afterSetting] = shapeAfter * 8 + setting;
  out[at + V.gazetteer] = view.gazetteer;
  out[at + V.gazetteerBefore] = view.gazetteerBefore;
  out[at + V.gazetteerAfter] = view.gazetteerAfter;
  out[at + V.seen] = seen;
  out[at + V.seenLower] = view.seenLower;
  out[at + V.glued] = glued;
  out[at + V.gluedNear] = glued >> 1;
  out[at + V.standing] = left * 8 + view.right;
  out[at + V.left] = left;
  out[at + V.lengthSetting] = view.length * 8 + setting;
  out[at + V.flags] = flags;
  out[at + V.flagsPlain] = casing === CASING.plain ? flags : 99;
  out[at + V.flagsBeforeShape] = flagsBefore * 64 + shapeBefore;
  out[at + V.flagsAfterShape] = flagsAfter * 64 + shapeAfter;
  out[at + V.flagsPair] = flagsBefore * 32 + flags;
  out[at + V.flagsAfterShapes] = flagsAfter * 256 + around;
  out[at + V.flagsStart] = flagsOf(table, view.start);
  out[at + V.flagsHeadRun] = flagsOf(table, view.head) * 64 + view.length * 4 + left;
  for (let bit = DOCUMENT.afterTitle, k = at + V.shown; bit <= DOCUMENT.beforeName; bit *= 2, k++)
    out[k] = seen & bit ? bit : ABSENT;
}

function writeWords(view: View, table: WordTable, out: Int32Array, at: number): void {
  const { word, before, after, start, head, outsideBefore, outsideAfter } = view;
  const { lower, fine, middle, coarse, leaning, suffix3 } = table;
  out[at + V.lower] = column(lower, word);
  out[at + V.fine] = column(fine, word);
  out[at + V.middle] = column(middle, word);
  out[at + V.coarse] = column(coarse, word);
  out[at + V.leaning] = column(leaning, word);
  out[at + V.pattern] = column(table.pattern, word);
  out[at + V.prefix2] = column(table.prefix2, word);
  out[at + V.prefix3] = column(table.prefix3, word);
  out[at + V.suffix1] = column(table.suffix1, word);
  out[at + V.suffix2] = column(table.suffix2, word);
  out[at + V.suffix3] = column(suffix3, word);
  out[at + V.suffix4] = column(table.suffix4, word);
  out[at + V.lowerBefore] = column(lower, before);
  out[at + V.fineBefore] = column(fine, before);
  out[at + V.middleBefore] = column(middle, before);
  out[at + V.coarseBefore] = column(coarse, before);
  out[at + V.leaningBefore] = column(leaning, before);
  out[at + V.suffix3Before] = column(suffix3, before);
  out[at + V.lowerAfter] = column(lower, after);
  out[at + V.fineAfter] = column(fine, after);
  out[at + V.middleAfter] = column(middle, after);
  out[at + V.coarseAfter] = column(coarse, after);
  out[at + V.leaningAfter] = column(leaning, after);
  out[at + V.suffix3After] = column(suffix3, after);
  out[at + V.lowerSecondBefore] = column(lower, view.secondBefore);
  out[at + V.fineSecondBefore] = column(fine, view.secondBefore);
  out[at + V.lowerSecondAfter] = column(lower, view.secondAfter);
  out[at + V.fineSecondAfter] = column(fine, view.secondAfter);
  out[at + V.lowerStart] = column(lower, start);
  out[at + V.middleStart] = column(middle, start);
  out[at + V.coarseStart] = column(coarse, start);
  out[at + V.leaningStart] = column(leaning, start);
  out[at + V.lowerHead] = column(lower, head);
  out[at + V.middleHead] = column(middle, head);
  out[at + V.coarseHead] = column(coarse, head);
  out[at + V.leaningHead] = column(leaning, head);
  out[at + V.suffix3Head] = column(suffix3, head);
  out[at + V.lowerOutsideBefore] = column(lower, outsideBefore);
  out[at + V.middleOutsideBefore] = column(middle, outsideBefore);
  out[at + V.coarseOutsideBefore] = column(coarse, outsideBefore);
  out[at + V.lowerOutsideAfter] = column(lower, outsideAfter);
  out[at + V.middleOutsideAfter] = column(middle, outsideAfter);
  out[at + V.coarseOutsideAfter] = column(coarse, outsideAfter);
}

function writeLeanings(
  { word, before, after, shapeBefore, shapeAfter }: View,
  { leaning }: WordTable,
  out: Int32Array,
  at: number,
): void {
  const own = column(leaning, word);
  const first = column(leaning, before);
  const last = column(leaning, after);
  for (let bits = 0, k = at + V.leanings; bits < LEANING_BITS; bits += 2, k += 2) {
    out[k] = ((own >> bits) & 3) * 16 + ((first >> bits) & 3) * 4 + ((last >> bits) & 3);
    out[k + 1] = bits * 64 + shapeBefore * 16 + shapeAfter;
  }
}

/** Features of one token: `hashes[0]` to `hashes[count - 1]`. One object serves all tokens. */
export interface Features {
  readonly hashes: Int32Array;
  count: number;
}

export const features = (): Features => ({ hashes: new Int32Array(TEMPLATES.length), count: 0 });

/** Joins a template's number and two values into one hash (the finalizer of MurmurHash3, Austin Appleby). */
function mix(template: number, a: number, b: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  h = Math.imul((h << 13) | (h >>> 19), 5) ^ Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 16);
}

/** Writes the features of what `view` shows into `out`: training asks for them; scores are summed in the kernel. */
export function extract(view: View, table: WordTable, out: Features): void {
  const values = new Int32Array(VALUES);
  writeValues(view, table, values, 0);
  out.count = 0;
  for (const [template, first, second] of TEMPLATES)
    if (values[first] !== ABSENT)
      out.hashes[out.count++] = mix(template, values[first] ?? 0, values[second] ?? 0);
}
