import { bytesOf } from './base64.ts';
import { CLUSTERS } from './clusters.generated.ts';

/**
 * Words grouped by how they are used: clusters of GloVe vectors (Pennington, Socher and Manning 2014; PDDL).
 * Layout, little-endian: how many words (u32); for each of the 2,048 fine clusters its middle cluster (u8), then for
 * each its coarse one (u8); of all buckets in order, a bit 1 for each of its words and then a bit 0; then of all words,
 * in that order, the tag that tells words of one bucket apart (u8); then the fine clusters, 11 bits each.
 */
export interface ClusterTable {
  readonly middle: Uint8Array;
  readonly coarse: Uint8Array;
  /** Where each bucket's words begin, counted in words. */
  readonly begin: Uint32Array;
  readonly tags: Uint8Array;
  readonly fine: Uint16Array;
}

export const FINE = 2048;
const FINE_BITS = 11;
export const BUCKETS = 1 << 18;
let table: ClusterTable | undefined;

const load = (): ClusterTable => readClusters(bytesOf(CLUSTERS));

export function readClusters(bytes: Uint8Array): ClusterTable {
  const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const bitsAt = 4 + 2 * FINE;
  const tagsAt = bitsAt + ((BUCKETS + count + 7) >> 3);
  const begin = new Uint32Array(BUCKETS + 1);
  for (let bit = 0, bucket = 0, words = 0; bucket < BUCKETS; bit++)
    if (((bytes[bitsAt + (bit >> 3)] as number) >> (bit & 7)) & 1) words++;
    else begin[++bucket] = words;
  const fineAt = tagsAt + count;
  const fine = new Uint16Array(count);
  for (let i = 0, bit = 0; i < count; i++, bit += FINE_BITS) {
    const at = fineAt + (bit >> 3);
    const bits = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);
    fine[i] = (bits >> (bit & 7)) & (FINE - 1);
  }
  return {
    middle: bytes.subarray(4, 4 + FINE),
    coarse: bytes.subarray(4 + FINE, bitsAt),
    begin,
    tags: bytes.subarray(tagsAt, fineAt),
    fine,
  };
}

/** A word and its clusters, as they are written. */
export interface Clustered {
  readonly hash: number;
  readonly fine: number;
}

/** Words in order of their entries, and the table's bytes. Of words that can't be told apart the first is kept. */
export function packClusters<T extends Clustered>(
  words: readonly T[],
  middle: ArrayLike<number>,
  coarse: ArrayLike<number>,
): { bytes: Uint8Array; entries: T[] } {
  const buckets: T[][] = Array.from({ length: BUCKETS }, () => []);
  for (const word of words) {
    const bucket = buckets[bucketOf(word.hash)];
    if (bucket !== undefined && !bucket.some(({ hash }) => tagOf(hash) === tagOf(word.hash)))
      bucket.push(word);
  }
  const entries = buckets.flat();
  const bitsAt = 4 + 2 * FINE;
  const tagsAt = bitsAt + ((BUCKETS + entries.length + 7) >> 3);
  const fineAt = tagsAt + entries.length;
  const bytes = new Uint8Array(fineAt + ((entries.length * FINE_BITS + 7) >> 3));
  new DataView(bytes.buffer).setUint32(0, entries.length, true);
  bytes.set(Array.from(middle), 4);
  bytes.set(Array.from(coarse), 4 + FINE);
  const setBits = (from: number, bit: number, value: number, width: number): void => {
    for (let k = 0; k < width; k++) {
      const at = from + ((bit + k) >> 3);
      bytes[at] = (bytes[at] ?? 0) | (((value >> k) & 1) << ((bit + k) & 7));
    }
  };
  let bit = 0;
  for (const { length } of buckets) {
    for (let k = 0; k < length; k++) setBits(bitsAt, bit++, 1, 1);
    bit++;
  }
  entries.forEach(({ hash, fine }, i) => {
    bytes[tagsAt + i] = tagOf(hash);
    setBits(fineAt, i * FINE_BITS, fine, FINE_BITS);
  });
  return { bytes, entries };
}

/** Spreads a hash over all bits (the finalizer of MurmurHash3, Austin Appleby). */
function spread(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** Where a word's hash puts it: the bucket, and the bits that tell it apart there. */
const bucketOf = (hash: number): number => spread(hash) >>> 14;
const tagOf = (hash: number): number => (spread(hash) >>> 6) & 0xff;

/** The place of the word (in lower case) with this FNV-1a hash among all words, -1 for one that is not known. */
export function entryOf(hash: number): number {
  table ??= load();
  const bucket = bucketOf(hash);
  const tag = tagOf(hash);
  for (let i = table.begin[bucket] ?? 0, end = table.begin[bucket + 1] ?? 0; i < end; i++)
    if (table.tags[i] === tag) return i;
  return -1;
}

/** One of two halves, 0 or 1, that words are dealt to by chance. */
export function halfOf(entry: number): number {
  table ??= load();
  return (table.tags[entry] ?? 0) & 1;
}

/** Fine cluster of a word by its place: 1 up, 0 for a word that is not known. */
export function clusterOf(entry: number): number {
  table ??= load();
  return entry < 0 ? 0 : (table.fine[entry] ?? 0) + 1;
}

/** Coarse cluster of a fine one, 0 of 0. */
export function coarseOf(fine: number): number {
  table ??= load();
  return fine === 0 ? 0 : (table.coarse[fine - 1] ?? 0) + 1;
}

/** Middle cluster of a fine one, 0 of 0. */
export function middleOf(fine: number): number {
  table ??= load();
  return fine === 0 ? 0 : (table.middle[fine - 1] ?? 0) + 1;
}
