import type { Features } from './features.ts';
import { LABELS } from './labels.ts';

/**
 * Weights of features made ready for scoring. A feature is three 32-bit numbers: the upper 24 bits of its hash, then
 * nine bytes of two labels each, half a byte a label; five of them share a bucket as long as a line of the cache, so
 * that a look-up waits for memory once. A half byte is one of sixteen levels, whose squares are whole numbers: two
 * labels are summed in one 32-bit number, without rounding.
 */
export interface FeatureTable {
  readonly buckets: Int32Array;
  /** What one step of the whole numbers stands for. */
  readonly step: number;
}

/** Numbers in a feature and in a bucket, of which the last is left free. */
const ENTRY = 3;
const BUCKET = 16;
const USED = 15;
/** Bytes of a feature: byte `l` holds label `l` in its lower half, label `l + HALF` in its upper one. */
const HALF = 9;
const LEVELS = 7;
/** The bits of a hash that an entry holds; the others are those of its bucket's number, also where it moved on. */
const TAG = ~0xff;
const NEXT = 256;

export function featureTable(hashes: Int32Array, weights: Float32Array): FeatureTable {
  const most = weights.reduce((greatest, w) => Math.max(greatest, Math.abs(w)), 0) || 1;
  let count = NEXT;
  while (count * USED < hashes.length * ENTRY * 1.35) count *= 2;
  let places = placesOf(hashes, count);
  while (places === null) {
    count *= 2;
    places = placesOf(hashes, count);
  }
  const buckets = new Int32Array(count * BUCKET);
  const codes = new Uint8Array(HALF);
  const bytes = (from: number): number =>
    codes.subarray(from, from + 4).reduce((word, byte, k) => word | (byte << (8 * k)), 0);
  places.forEach((at, row) => {
    codes.fill(0x88);
    for (let l = 0; l < LABELS; l++) {
      const share = (weights[row * LABELS + l] ?? 0) / most;
      const code = Math.sign(share) * Math.round(Math.sqrt(Math.abs(share)) * LEVELS) + 8;
      const byte = l % HALF;
      const kept = codes[byte] ?? 0;
      codes[byte] = l < HALF ? (kept & 0xf0) | code : (kept & 0x0f) | (code << 4);
    }
    buckets[at] = ((hashes[row] ?? 0) & TAG) | (codes[0] ?? 0);
    buckets[at + 1] = bytes(1);
    buckets[at + 2] = bytes(5);
  });
  return { buckets, step: most / LEVELS ** 2 };
}

/** Where each feature goes; null where so few buckets leave nothing free for a look-up to end at. */
function placesOf(hashes: Int32Array, count: number): Int32Array | null {
  const filled = new Uint8Array(count);
  const places = new Int32Array(hashes.length);
  /** Features by the bits of their hash that they keep wherever they move on to. */
  const alike = new Int32Array(NEXT);
  for (const [row, hash] of hashes.entries()) {
    const others = alike[hash & ~TAG] ?? 0;
    if (others + 1 >= (count / NEXT) * (USED / ENTRY)) return null;
    alike[hash & ~TAG] = others + 1;
    let bucket = hash & (count - 1);
    while (filled[bucket] === USED / ENTRY) bucket = (bucket + NEXT) & (count - 1);
    const held = filled[bucket] ?? 0;
    places[row] = bucket * BUCKET + held * ENTRY;
    filled[bucket] = held + 1;
  }
  return places;
}

/** The squares of the two levels in a byte, as halves of one number. */
const PAIRS = Int32Array.from({ length: 256 }, (_, byte) => square(byte & 15) + square(byte >> 4) * 0x10000);

function square(code: number): number {
  const level = code - 8;
  return level * Math.abs(level);
}

/** Sums of scores, as whole numbers: those of two labels in each. */
export const SUMS = HALF;

/** Writes the sums of the features' scores into `sums`, from `at` on. They stand in variables: nothing is written per feature. */
export function sumFeatures(
  { buckets }: FeatureTable,
  { hashes, count }: Features,
  sums: Int32Array,
  at: number,
): void {
  let [a, b, c, d, e, f, g, h, k] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < count; n++) {
    const entry = entryOf(buckets, hashes[n] as number);
    if (entry < 0) continue;
    const [second, third] = [buckets[entry + 1] as number, buckets[entry + 2] as number];
    a = (a + (PAIRS[(buckets[entry] as number) & 0xff] as number)) | 0;
    b = (b + (PAIRS[second & 0xff] as number)) | 0;
    c = (c + (PAIRS[(second >> 8) & 0xff] as number)) | 0;
    d = (d + (PAIRS[(second >> 16) & 0xff] as number)) | 0;
    e = (e + (PAIRS[second >>> 24] as number)) | 0;
    f = (f + (PAIRS[third & 0xff] as number)) | 0;
    g = (g + (PAIRS[(third >> 8) & 0xff] as number)) | 0;
    h = (h + (PAIRS[(third >> 16) & 0xff] as number)) | 0;
    k = (k + (PAIRS[third >>> 24] as number)) | 0;
  }
  sums[at] = a;
  sums[at + 1] = b;
  sums[at + 2] = c;
  sums[at + 3] = d;
  sums[at + 4] = e;
  sums[at + 5] = f;
  sums[at + 6] = g;
  sums[at + 7] = h;
  sums[at + 8] = k;
}

/** Adds up the sums that stand at `places`, and adds what they come to as scores to `scores`, from `at` on. */
export function addSums(
  { step }: FeatureTable,
  sums: Int32Array,
  places: Int32Array,
  scores: Float32Array,
  at: number,
): void {
  let [a, b, c, d, e, f, g, h, k] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  for (let n = 0; n < places.length; n++) {
    const from = places[n] as number;
    a = (a + (sums[from] as number)) | 0;
    b = (b + (sums[from + 1] as number)) | 0;
    c = (c + (sums[from + 2] as number)) | 0;
    d = (d + (sums[from + 3] as number)) | 0;
    e = (e + (sums[from + 4] as number)) | 0;
    f = (f + (sums[from + 5] as number)) | 0;
    g = (g + (sums[from + 6] as number)) | 0;
    h = (h + (sums[from + 7] as number)) | 0;
    k = (k + (sums[from + 8] as number)) | 0;
  }
  addPair(a, step, scores, at);
  addPair(b, step, scores, at + 1);
  addPair(c, step, scores, at + 2);
  addPair(d, step, scores, at + 3);
  addPair(e, step, scores, at + 4);
  addPair(f, step, scores, at + 5);
  addPair(g, step, scores, at + 6);
  addPair(h, step, scores, at + 7);
  // The labels are an odd number: the last pair has no upper half.
  scores[at + HALF - 1] = (scores[at + HALF - 1] as number) + k * step;
}

/** Where a feature stands in `buckets`; -1 for one without weights. */
function entryOf(buckets: Int32Array, hash: number): number {
  const mask = buckets.length / BUCKET - 1;
  for (let bucket = hash & mask; ; bucket = (bucket + NEXT) & mask) {
    const end = bucket * BUCKET + USED;
    for (let at = end - USED; at < end; at += ENTRY) {
      const held = buckets[at] as number;
      if (held === 0) return -1;
      if (((held ^ hash) & TAG) === 0) return at;
    }
  }
}

function addPair(pair: number, step: number, scores: Float32Array, at: number): void {
  const low = (pair << 16) >> 16;
  scores[at] = (scores[at] as number) + low * step;
  scores[at + HALF] = (scores[at + HALF] as number) + ((pair - low) >> 16) * step;
}
