import { CASING, DOCUMENT } from './text.ts';
import type { View } from './view.ts';
import type { WordTable } from './words.ts';

/** Room for the features of one token. */
export const MOST_FEATURES = 112;

/** What stands for a word outside the sentence. */
const OUTSIDE_SENTENCE = 0x5bd1e995;

/** Features of one token: `hashes[0]` to `hashes[count - 1]`. One object serves all tokens. */
export interface Features {
  readonly hashes: Int32Array;
  count: number;
}

export const features = (): Features => ({ hashes: new Int32Array(MOST_FEATURES), count: 0 });

/** Joins a template's number and two values into one hash (the finalizer of MurmurHash3, Austin Appleby). */
function mix(template: number, a: number, b: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  h = Math.imul((h << 13) | (h >>> 19), 5) ^ Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 16);
}

function put(out: Features, template: number, a: number, b: number): void {
  out.hashes[out.count++] = mix(template, a, b);
}

const column = (values: Int32Array | Uint8Array, word: number): number =>
  word < 0 ? OUTSIDE_SENTENCE : (values[word] as number);

/** What common knowledge says of a word, as far as features tell it apart. */
const flagsOf = (table: WordTable, word: number): number => column(table.flags, word) & 31;

const settingOf = ({ casing, first }: View): number => casing * 2 + first;
const standingOf = ({ left, right }: View): number => left * 8 + right;

/**
 * The features of a token fall into groups, each of what follows from the same few words and numbers: those of a group
 * come together again and again, so that their scores can be kept. Word windows, affixes, shapes, word clusters,
 * gazetteers, the run's ends, and what the rest of the document shows of the word (Ratinov and Roth 2009).
 */
interface Group {
  /** Writes what the group's features follow from: two words or other numbers from -1 up, and one from 0 up. */
  readonly key: (view: View, table: WordTable, key: Int32Array) => void;
  readonly put: (view: View, table: WordTable, out: Features) => void;
}

function setKey(key: Int32Array, a: number, b: number, rest: number): void {
  key[0] = a;
  key[1] = b;
  key[2] = rest;
}

export const GROUPS: readonly Group[] = [
  {
    key: (view, _table, key) => {
      const { word, shape, gazetteer, seen, seenLower } = view;
      const looks = (shape * 8 + settingOf(view)) * 64 + gazetteer;
      setKey(key, word, -1, (looks * 128 + seen) * 2 + seenLower);
    },
    put: ofToken,
  },
  {
    key: ({ before, shapeBefore }, _table, key) => setKey(key, before, -1, shapeBefore),
    put: ({ before, shapeBefore }, table, out) => {
      put(out, 3, column(table.lower, before), 0);
      put(out, 20, column(table.fine, before), 0);
      put(out, 31, column(table.suffix3, before), shapeBefore);
      put(out, 73, column(table.middle, before), 1);
    },
  },
  {
    key: ({ after, shapeAfter }, _table, key) => setKey(key, after, -1, shapeAfter),
    put: ({ after, shapeAfter }, table, out) => {
      put(out, 4, column(table.lower, after), 0);
      put(out, 21, column(table.fine, after), 0);
      put(out, 32, column(table.suffix3, after), shapeAfter);
      put(out, 74, column(table.middle, after), 1);
    },
  },
  {
    key: ({ secondBefore }, _table, key) => setKey(key, secondBefore, -1, 0),
    put: ({ secondBefore }, table, out) => {
      put(out, 5, column(table.lower, secondBefore), 0);
      put(out, 22, column(table.fine, secondBefore), 0);
    },
  },
  {
    key: ({ secondAfter }, _table, key) => setKey(key, secondAfter, -1, 0),
    put: ({ secondAfter }, table, out) => {
      put(out, 6, column(table.lower, secondAfter), 0);
      put(out, 23, column(table.fine, secondAfter), 0);
    },
  },
  {
    key: ({ before, word, gazetteerBefore, gazetteer, shape, shapeBefore }, _table, key) =>
      setKey(key, before, word, ((gazetteerBefore * 64 + gazetteer) * 16 + shape) * 16 + shapeBefore),
    put: withBefore,
  },
  {
    key: ({ word, after, gazetteer, gazetteerAfter, shapeAfter }, _table, key) =>
      setKey(key, word, after, (gazetteer * 64 + gazetteerAfter) * 16 + shapeAfter),
    put: withAfter,
  },
  {
    key: ({ before, after }, _table, key) => setKey(key, before, after, 0),
    put: ({ before, after }, table, out) => {
      put(out, 9, column(table.lower, before), column(table.lower, after));
      put(out, 27, column(table.coarse, before), column(table.coarse, after));
      put(out, 72, column(table.middle, before), column(table.middle, after));
    },
  },
  {
    key: (view, _table, key) => {
      const shapes = (view.shape * 16 + view.shapeBefore) * 16 + view.shapeAfter;
      setKey(key, view.word, -1, (shapes * 8 + settingOf(view)) * 8 + view.glued);
    },
    put: ofShapes,
  },
  {
    key: ({ before, word, after, shapeBefore, shapeAfter }, table, key) => {
      const { leaning } = table;
      const flags = (flagsOf(table, before) * 32 + flagsOf(table, word)) * 32 + flagsOf(table, after);
      // A leaning has 9 bits, one more than a byte for those that are not known.
      const around = (((column(leaning, before) & 0x1ff) << 9) | (column(leaning, after) & 0x1ff)) << 9;
      setKey(key, flags, around | column(leaning, word), shapeBefore * 16 + shapeAfter);
    },
    put: ofLeanings,
  },
  {
    key: (view, _table, key) =>
      setKey(
        key,
        view.start,
        view.head,
        ((view.left * 8 + view.right) * 8 + view.length) * 8 + settingOf(view),
      ),
    put: ofRun,
  },
  {
    key: (view, _table, key) => setKey(key, view.outsideBefore, view.outsideAfter, standingOf(view)),
    put: (view, { lower, coarse, middle }, out) => {
      const { outsideBefore, outsideAfter } = view;
      const standing = standingOf(view);
      put(out, 49, column(lower, outsideBefore), standing);
      put(out, 50, column(lower, outsideAfter), standing);
      put(out, 51, column(coarse, outsideBefore), column(coarse, outsideAfter));
      put(out, 56, column(coarse, outsideAfter), standing);
      put(out, 57, column(coarse, outsideBefore), standing);
      put(out, 71, column(middle, outsideBefore), column(middle, outsideAfter));
    },
  },
];

/** Writes the features of what `view` shows into `out`. */
export function extract(view: View, table: WordTable, out: Features): void {
  out.count = 0;
  for (const group of GROUPS) group.put(view, table, out);
}

/** What the token shows by itself, and the document of it. */
function ofToken(view: View, table: WordTable, out: Features): void {
  const { word, shape, casing, gazetteer, seen, seenLower } = view;
  const setting = settingOf(view);
  const [lower, fine, coarse] = [
    column(table.lower, word),
    column(table.fine, word),
    column(table.coarse, word),
  ];
  const flags = flagsOf(table, word);
  put(out, 0, shape, setting);
  put(out, 1, lower, 0);
  put(out, 2, lower, shape * 8 + casing);
  put(out, 11, column(table.pattern, word), casing);
  put(out, 13, column(table.prefix2, word), shape);
  put(out, 14, column(table.prefix3, word), shape);
  put(out, 15, column(table.suffix1, word), shape);
  put(out, 16, column(table.suffix2, word), shape);
  put(out, 17, column(table.suffix3, word), shape);
  put(out, 18, column(table.suffix4, word), shape);
  put(out, 19, fine, 0);
  put(out, 24, coarse, setting);
  put(out, 28, fine, shape * 8 + setting);
  put(out, 35, gazetteer, setting);
  put(out, 41, flags, shape * 8 + setting);
  put(out, 45, flags, coarse);
  put(out, 46, gazetteer, flags);
  put(out, 59, seenLower, setting * 16 + shape);
  put(out, 60, seenLower, coarse);
  put(out, 61, seen, shape);
  for (let bit = DOCUMENT.afterTitle; bit <= DOCUMENT.beforeName; bit *= 2)
    if (seen & bit) put(out, 62, bit, shape);
  put(out, 63, seen, casing === CASING.plain ? flags : 99);
  put(out, 64, seen, gazetteer);
  put(out, 67, column(table.middle, word), shape * 8 + setting);
  put(out, 76, column(table.leaning, word), shape * 8 + setting);
}

function withBefore(view: View, table: WordTable, out: Features): void {
  const { word, before, shape, shapeBefore, gazetteer, gazetteerBefore } = view;
  const { lower, fine, middle, coarse, leaning } = table;
  put(out, 7, column(lower, before), column(lower, word));
  put(out, 25, column(coarse, before), column(coarse, word));
  put(out, 29, column(fine, before), column(coarse, word));
  put(out, 33, column(lower, before), column(coarse, word));
  put(out, 36, gazetteer, shape * 16 + shapeBefore);
  put(out, 37, gazetteerBefore, gazetteer);
  put(out, 39, gazetteer, column(lower, before));
  put(out, 42, flagsOf(table, word), flagsOf(table, before) * 64 + shapeBefore);
  put(out, 68, column(middle, before), column(middle, word));
  put(out, 77, column(leaning, word), column(leaning, before));
  put(out, 82, column(leaning, word), column(lower, before));
}

function withAfter(view: View, table: WordTable, out: Features): void {
  const { word, after, shapeAfter, gazetteer, gazetteerAfter } = view;
  const { lower, fine, middle, coarse, leaning } = table;
  put(out, 8, column(lower, word), column(lower, after));
  put(out, 26, column(coarse, word), column(coarse, after));
  put(out, 30, column(coarse, word), column(fine, after));
  put(out, 34, column(coarse, word), column(lower, after));
  put(out, 38, gazetteerAfter, gazetteer);
  put(out, 40, gazetteer, column(lower, after));
  put(out, 43, flagsOf(table, word), flagsOf(table, after) * 64 + shapeAfter);
  put(out, 69, column(middle, word), column(middle, after));
  put(out, 78, column(leaning, word), column(leaning, after));
  put(out, 83, column(leaning, word), column(lower, after));
}

function ofShapes(view: View, table: WordTable, out: Features): void {
  const { word, shape, shapeBefore, shapeAfter, glued } = view;
  put(out, 10, shape * 16 + shapeBefore, shapeAfter * 8 + settingOf(view));
  put(out, 12, column(table.pattern, word), shapeBefore * 16 + shapeAfter);
  put(out, 65, glued >> 1, shape * 256 + shapeBefore * 16 + shapeAfter);
  put(out, 66, glued, column(table.coarse, word));
}

function ofLeanings(view: View, table: WordTable, out: Features): void {
  const { word, before, after, shapeBefore, shapeAfter } = view;
  const [a0, ap, an] = [flagsOf(table, word), flagsOf(table, before), flagsOf(table, after)];
  put(out, 44, ap * 32 + a0, an * 256 + shapeBefore * 16 + shapeAfter);
  const { leaning } = table;
  const [e0, ep, en] = [column(leaning, word), column(leaning, before), column(leaning, after)];
  for (let bits = 0; bits < 8; bits += 2)
    put(
      out,
      79,
      ((e0 >> bits) & 3) * 16 + ((ep >> bits) & 3) * 4 + ((en >> bits) & 3),
      bits * 64 + shapeBefore * 16 + shapeAfter,
    );
}

function ofRun(view: View, table: WordTable, out: Features): void {
  const { start, head, left, length } = view;
  const { lower, middle, coarse, leaning, suffix3 } = table;
  const standing = standingOf(view);
  put(out, 47, standing, length * 8 + settingOf(view));
  put(out, 48, column(lower, head), standing);
  put(out, 52, column(coarse, head), standing);
  put(out, 53, column(coarse, start), column(coarse, head));
  put(out, 54, column(lower, start), standing);
  put(out, 55, column(suffix3, head), left);
  put(out, 58, flagsOf(table, start), flagsOf(table, head) * 64 + length * 4 + left);
  put(out, 70, column(middle, head), standing);
  put(out, 75, column(middle, start), column(middle, head));
  put(out, 80, column(leaning, head), standing);
  put(out, 81, column(leaning, start), column(leaning, head));
}
