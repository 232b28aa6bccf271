import { ABSENT, V } from './templates.ts';
import { CASING, DOCUMENT } from './text.ts';
import type { View } from './view.ts';
import type { WordTable } from './words.ts';

/** What stands for a word outside the sentence. */
const OUTSIDE_SENTENCE = 0x5bd1e995;

/** Two for each of four kinds of names. */
const LEANING_BITS = 8;

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
