import { LABELS } from './labels.ts';

/**
 * Weights of features made ready for scoring. Five features share a bucket as long as a line of the cache, so that a
 * look-up waits for memory once: nine bytes of two labels each, half a byte a label, for each of them; then a bit for
 * each that there is; then the middle 16 bits of the hash of each and then its upper 8 bits, which one comparison finds.
 * A half byte is one of sixteen levels, whose squares are whole numbers: two sums of them need no rounding.
 */
export interface FeatureTable {
  readonly buckets: Int32Array;
  /** A bit for each value of the upper `FILTER_BITS` bits of a hash: whether a feature has them. */
  readonly filter: Int32Array;
  /** What one step of the whole numbers stands for. */
  readonly step: number;
}

/** Numbers of four bytes in a bucket, and features. */
export const BUCKET = 16;
const HELD = 5;
/** Bytes of a feature: byte `l` holds label `l` in its lower half, label `l + HALF` in its upper one. */
const HALF = 9;
/** Where in a bucket it is told which features there are, and where parts of their hashes stand. */
const WHICH = 47;
const MIDDLE = 48;
const UPPER = 58;
const LEVELS = 7;
/** The bits of a hash that a bucket does not tell; they are those of its number, also where a feature moved on. */
const NEXT = 256;
/** So many that few features without weights have the bit of one with weights, and that all fit into a processor's cache. */
const FILTER_BITS = 20;

export function featureTable(hashes: Int32Array, weights: Float32Array): FeatureTable {
  const most = weights.reduce((greatest, w) => Math.max(greatest, Math.abs(w)), 0) || 1;
  let count = NEXT;
  while (count * HELD < hashes.length * 1.35) count *= 2;
  let places = placesOf(hashes, count);
  while (places === null) {
    count *= 2;
    places = placesOf(hashes, count);
  }
  const buckets = new Int32Array(count * BUCKET);
  const bytes = new Uint8Array(buckets.buffer);
  places.forEach((place, row) => {
    const [at, k] = [Math.floor(place / HELD) * BUCKET * 4, place % HELD];
    const hash = hashes[row] ?? 0;
    bytes[at + WHICH] = (bytes[at + WHICH] ?? 0) | (1 << k);
    bytes[at + MIDDLE + 2 * k] = hash >> 8;
    bytes[at + MIDDLE + 2 * k + 1] = hash >> 16;
    bytes[at + UPPER + k] = hash >> 24;
    const codes = bytes.subarray(at + k * HALF, at + (k + 1) * HALF).fill(0x88);
    for (let l = 0; l < LABELS; l++) {
      const share = (weights[row * LABELS + l] ?? 0) / most;
      const code = Math.sign(share) * Math.round(Math.sqrt(Math.abs(share)) * LEVELS) + 8;
      const byte = l % HALF;
      const kept = codes[byte] ?? 0;
      codes[byte] = l < HALF ? (kept & 0xf0) | code : (kept & 0x0f) | (code << 4);
    }
  });
  return { buckets, filter: filterOf(hashes), step: most / LEVELS ** 2 };
}

function filterOf(hashes: Int32Array): Int32Array {
  const filter = new Int32Array((1 << FILTER_BITS) / 32);
  for (const hash of hashes) {
    const bit = hash >>> (32 - FILTER_BITS);
    filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return filter;
}

/** Where each feature goes, by number of its bucket and place in it; null where so few buckets leave nothing free for a look-up to end at. */
function placesOf(hashes: Int32Array, count: number): Int32Array | null {
  const filled = new Uint8Array(count);
  const places = new Int32Array(hashes.length);
  /** Features by the bits of their hash that they keep wherever they move on to. */
  const alike = new Int32Array(NEXT);
  for (const [row, hash] of hashes.entries()) {
    const others = alike[hash & (NEXT - 1)] ?? 0;
    if (others + 1 >= (count / NEXT) * HELD) return null;
    alike[hash & (NEXT - 1)] = others + 1;
    let bucket = hash & (count - 1);
    while (filled[bucket] === HELD) bucket = (bucket + NEXT) & (count - 1);
    const held = filled[bucket] ?? 0;
    places[row] = bucket * HELD + held;
    filled[bucket] = held + 1;
  }
  return places;
}
