import type { Place } from './candidates.ts';
import { isNameShape } from './mark.ts';
import { CASING, DOCUMENT, type TaggerText } from './text.ts';
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

/**
 * Writes the features of the token at `place` into `out`. Word windows, affixes, shapes, word clusters, gazetteers,
 * the run's ends, and what the rest of the document shows of the word (Ratinov and Roth 2009).
 */
export function extract(text: TaggerText, table: WordTable, place: Place, out: Features): void {
  const { hashes } = out;
  const { token: i, from, to, casing, runFrom, runTo } = place;
  let n = 0;
  const put = (template: number, a: number, b: number): void => {
    hashes[n++] = mix(template, a, b);
  };
  const { word, shape, gazetteer } = text;
  const id = (k: number): number => (k < from || k >= to ? -1 : (word[k] ?? -1));
  const column = (values: Int32Array | Uint8Array, w: number): number =>
    w < 0 ? OUTSIDE_SENTENCE : (values[w] ?? 0);
  const [w0, w1, w2, p1, p2] = [id(i), id(i + 1), id(i + 2), id(i - 1), id(i - 2)];
  const shapeAt = (k: number): number => (k < from || k >= to ? 15 : (shape[k] ?? 0));
  const gazetteerAt = (k: number): number => (k < from || k >= to ? 0 : (gazetteer[k] ?? 0));
  const [s0, sp, sn] = [shapeAt(i), shapeAt(i - 1), shapeAt(i + 1)];
  const { lower, fine, middle, coarse, flags, pattern, suffix3 } = table;
  const [l0, ln, lp] = [column(lower, w0), column(lower, w1), column(lower, p1)];
  const [c0, cn, cp] = [column(coarse, w0), column(coarse, w1), column(coarse, p1)];
  const [f0, fn, fp] = [column(fine, w0), column(fine, w1), column(fine, p1)];
  const first = i === from ? 1 : 0;
  const setting = casing * 2 + first;

  put(0, s0, setting);
  put(1, l0, 0);
  put(2, l0, s0 * 8 + casing);
  put(3, lp, 0);
  put(4, ln, 0);
  put(5, column(lower, p2), 0);
  put(6, column(lower, w2), 0);
  put(7, lp, l0);
  put(8, l0, ln);
  put(9, lp, ln);
  put(10, s0 * 16 + sp, sn * 8 + setting);
  put(11, column(pattern, w0), casing);
  put(12, column(pattern, w0), sp * 16 + sn);
  put(13, column(table.prefix2, w0), s0);
  put(14, column(table.prefix3, w0), s0);
  put(15, column(table.suffix1, w0), s0);
  put(16, column(table.suffix2, w0), s0);
  put(17, column(suffix3, w0), s0);
  put(18, column(table.suffix4, w0), s0);
  put(19, f0, 0);
  put(20, fp, 0);
  put(21, fn, 0);
  put(22, column(fine, p2), 0);
  put(23, column(fine, w2), 0);
  put(24, c0, setting);
  put(25, cp, c0);
  put(26, c0, cn);
  put(27, cp, cn);
  put(28, f0, s0 * 8 + setting);
  put(29, fp, c0);
  put(30, c0, fn);
  put(31, column(suffix3, p1), sp);
  put(32, column(suffix3, w1), sn);
  put(33, lp, c0);
  put(34, c0, ln);

  const [g0, gp, gn] = [gazetteerAt(i), gazetteerAt(i - 1), gazetteerAt(i + 1)];
  put(35, g0, setting);
  put(36, g0, s0 * 16 + sp);
  put(37, gp, g0);
  put(38, gn, g0);
  put(39, g0, lp);
  put(40, g0, ln);
  const [a0, ap, an] = [column(flags, w0) & 31, column(flags, p1) & 31, column(flags, w1) & 31];
  put(41, a0, s0 * 8 + setting);
  put(42, a0, ap * 64 + sp);
  put(43, a0, an * 64 + sn);
  put(44, ap * 32 + a0, an * 256 + sp * 16 + sn);
  put(45, a0, c0);
  put(46, g0, a0);

  const left = Math.min(3, i - runFrom);
  const length = Math.min(6, runTo - runFrom);
  const [head, before, after, start] = [id(runTo - 1), id(runFrom - 1), id(runTo), id(runFrom)];
  const standing = left * 8 + Math.min(3, runTo - 1 - i);
  put(47, standing, length * 8 + setting);
  put(48, column(lower, head), standing);
  put(49, column(lower, before), standing);
  put(50, column(lower, after), standing);
  put(51, column(coarse, before), column(coarse, after));
  put(52, column(coarse, head), standing);
  put(53, column(coarse, start), column(coarse, head));
  put(54, column(lower, start), standing);
  put(55, column(suffix3, head), left);
  put(56, column(coarse, after), standing);
  put(57, column(coarse, before), standing);
  put(58, column(flags, start) & 31, (column(flags, head) & 31) * 64 + length * 4 + left);

  const seen = text.document[w0] ?? 0;
  const seenLower = isNameShape(s0) ? (text.document[table.lowerId[w0] ?? -1] ?? 0) & DOCUMENT.lowerCase : 0;
  put(59, seenLower, setting * 16 + s0);
  put(60, seenLower, c0);
  put(61, seen, s0);
  for (let bit = DOCUMENT.afterTitle; bit <= DOCUMENT.beforeName; bit *= 2) if (seen & bit) put(62, bit, s0);
  put(63, seen, casing === CASING.plain ? a0 : 99);
  put(64, seen, g0);
  const glued = (k: number): number => (k > from && k < to && text.end[k - 1] === text.start[k] ? 1 : 0);
  put(65, glued(i) * 2 + glued(i + 1), s0 * 256 + sp * 16 + sn);
  put(66, glued(i) * 4 + glued(i + 1) * 2 + glued(i + 2), c0);
  const [m0, mn, mp] = [column(middle, w0), column(middle, w1), column(middle, p1)];
  put(67, m0, s0 * 8 + setting);
  put(68, mp, m0);
  put(69, m0, mn);
  put(70, column(middle, head), standing);
  put(71, column(middle, before), column(middle, after));
  put(72, mp, mn);
  put(73, mp, 1);
  put(74, mn, 1);
  put(75, column(middle, start), column(middle, head));
  const { leaning } = table;
  const [e0, en, ep] = [column(leaning, w0), column(leaning, w1), column(leaning, p1)];
  put(76, e0, s0 * 8 + setting);
  put(77, e0, ep);
  put(78, e0, en);
  for (let bits = 0; bits < 8; bits += 2)
    put(79, ((e0 >> bits) & 3) * 16 + ((ep >> bits) & 3) * 4 + ((en >> bits) & 3), bits * 64 + sp * 16 + sn);
  put(80, column(leaning, head), standing);
  put(81, column(leaning, start), column(leaning, head));
  put(82, e0, lp);
  put(83, e0, ln);
  out.count = n;
}
