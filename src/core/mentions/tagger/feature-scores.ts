import { LABELS } from './labels.ts';

/**
 * Weights of features made ready for scoring. A feature is three 32-bit numbers: the upper 24 bits of its hash, then
 * nine bytes of two labels each, half a byte a label; five of them share a bucket as long as a line of the cache, so
 * that a look-up waits for memory once. A half byte is one of sixteen levels, whose squares are whole numbers: two
 * sums of them need no rounding.
 */
export interface FeatureTable {
  readonly buckets: Int32Array;
  /** What one step of the whole numbers stands for. */
  readonly step: number;
}

/** Numbers in a feature and in a bucket, of which the last is left free. */
const ENTRY = 3;
export const BUCKET = 16;
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
