import { bytesOf } from './base64.ts';
import { CLUSTERS } from './clusters.generated.ts';
import { LEANINGS } from './leanings.generated.ts';

/**
 * Words grouped by how they are used: clusters of GloVe vectors (Pennington, Socher and Manning 2014; PDDL).
 * Layout, little-endian: the number of fine clusters (u16), the middle
 * cluster of each fine one (u8), the coarse cluster of each fine one (u8), then for each of 65,536 buckets the number of its words (u8), then the words in
 * order of buckets, three bytes each: 13 bits that tell words of one bucket apart, 11 bits of fine cluster.
 */
interface ClusterTable {
  readonly middle: Uint8Array;
  readonly coarse: Uint8Array;
  /** Where each bucket's words begin, counted in words. */
  readonly begin: Uint32Array;
  readonly words: Uint8Array;
}

const BUCKETS = 65_536;
let table: ClusterTable | undefined;

function load(): ClusterTable {
  const bytes = bytesOf(CLUSTERS);
  const fine = (bytes[0] ?? 0) | ((bytes[1] ?? 0) << 8);
  const begin = new Uint32Array(BUCKETS + 1);
  for (let i = 0; i < BUCKETS; i++) begin[i + 1] = (begin[i] ?? 0) + (bytes[2 + 2 * fine + i] ?? 0);
  return {
    middle: bytes.subarray(2, 2 + fine),
    coarse: bytes.subarray(2 + fine, 2 + 2 * fine),
    begin,
    words: bytes.subarray(2 + 2 * fine + BUCKETS),
  };
}

/** Where a word's hash puts it: the bucket, and the bits that tell it apart there. */
export const bucketOf = (hash: number): number => (hash ^ (hash >>> 15)) & 0xffff;
export const tagOf = (hash: number): number => (Math.imul(hash, 0x9e3779b1) >>> 19) & 0x1fff;

/** The place of the word (in lower case) with this FNV-1a hash among all words, -1 for one that is not known. */
export function entryOf(hash: number): number {
  table ??= load();
  const bucket = bucketOf(hash);
  const tag = tagOf(hash);
  for (let i = table.begin[bucket] ?? 0, end = table.begin[bucket + 1] ?? 0; i < end; i++)
    if (entryAt(table, i) >>> 11 === tag) return i;
  return -1;
}

const entryAt = ({ words }: ClusterTable, i: number): number =>
  (words[i * 3] ?? 0) | ((words[i * 3 + 1] ?? 0) << 8) | ((words[i * 3 + 2] ?? 0) << 16);

/** Fine cluster of a word by its place: 1 up, 0 for a word that is not known. */
export function clusterOf(entry: number): number {
  table ??= load();
  return entry < 0 ? 0 : (entryAt(table, entry) & 0x7ff) + 1;
}

let leanings: Uint8Array | undefined;

/**
 * How a word leans when it has a capital, learnt from its vector: two bits each for person, organization, place
 * and no name (from the lowest: 0 is under 0.1, 1 under 0.4, 2 under 0.75). 256 for a word that is not known.
 */
export function leaningOf(entry: number): number {
  leanings ??= bytesOf(LEANINGS);
  return entry < 0 ? 256 : (leanings[entry] ?? 256);
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
