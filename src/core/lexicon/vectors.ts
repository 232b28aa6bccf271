import { bytesOf } from './base64.ts';
import { clusterOf, FINE } from './clusters.ts';
import { VECTORS } from './vectors.generated.ts';

/** Numbers in a word's vector. */
export const DIMENSIONS = 48;
/** What a vector has beside its cluster's is made of so many parts, each one of so many choices. */
export const PARTS = 6;
export const PART_CHOICES = 256;
export const PART_SIZE = DIMENSIONS / PARTS;
export const CENTRES = PARTS * PART_CHOICES * PART_SIZE;
export const FIRSTS = FINE * DIMENSIONS;

/**
 * Vectors of words: the first principal components of GloVe vectors (Pennington, Socher and Manning 2014; PDDL),
 * kept small by quantization in two steps (Jégou, Douze and Schmid 2011): a word's vector is that of its cluster,
 * plus, for the commoner words, in each part the nearest of 256 differences. Layout, little-endian: the number of
 * entries of the cluster table (u32); a bit for each of them, set where it has differences; the greatest number of
 * the clusters and of the differences (f32 each); the clusters, then the differences by part, a byte a number; then
 * the choice for each part of each word that has them.
 */
export interface VectorTable {
  /** FINE x DIMENSIONS: by cluster. */
  readonly firsts: Float32Array;
  /** PARTS x PART_CHOICES x PART_SIZE. */
  readonly centres: Float32Array;
  /** PARTS bytes a word, in order of entries. */
  readonly choices: Uint8Array;
  /** Bits by entry, and how many bits are set before each 32 of them. */
  readonly known: Uint32Array;
  readonly before: Uint32Array;
}

let table: VectorTable | undefined;

export function vectorTable(): VectorTable {
  table ??= readVectors(bytesOf(VECTORS));
  return table;
}

export function readVectors(bytes: Uint8Array): VectorTable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks = Math.ceil(view.getUint32(0, true) / 32);
  const known = Uint32Array.from({ length: blocks }, (_, i) => view.getUint32(4 + i * 4, true));
  const before = new Uint32Array(blocks + 1);
  for (let i = 0; i < blocks; i++) before[i + 1] = (before[i] ?? 0) + bitCount(known[i] ?? 0);
  const scaleAt = 4 + blocks * 4;
  const numbers = (from: number, length: number, scale: number): Float32Array =>
    Float32Array.from({ length }, (_, i) => view.getInt8(from + i) * (scale / 127));
  const firstsAt = scaleAt + 8;
  const centresAt = firstsAt + FIRSTS;
  return {
    firsts: numbers(firstsAt, FIRSTS, view.getFloat32(scaleAt, true)),
    centres: numbers(centresAt, CENTRES, view.getFloat32(scaleAt + 4, true)),
    choices: bytes.subarray(centresAt + CENTRES),
    known,
    before,
  };
}

/** What `readVectors` reads; `choices` are those of the entries in `known`, in order. */
export function packVectors(
  entries: number,
  known: readonly number[],
  firsts: Float32Array,
  centres: Float32Array,
  choices: Uint8Array,
): Uint8Array {
  const scaleAt = 4 + Math.ceil(entries / 32) * 4;
  const bytes = new Uint8Array(scaleAt + 8 + FIRSTS + CENTRES + choices.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, entries, true);
  for (const entry of known) {
    const at = 4 + (entry >> 5) * 4;
    view.setUint32(at, (view.getUint32(at, true) | (1 << (entry & 31))) >>> 0, true);
  }
  let at = scaleAt + 8;
  [firsts, centres].forEach((values, i) => {
    const greatest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0) || 1;
    view.setFloat32(scaleAt + i * 4, greatest, true);
    for (const x of values) view.setInt8(at++, Math.round((x / greatest) * 127));
  });
  bytes.set(choices, at);
  return bytes;
}

/** Where the differences of an entry of the cluster table stand in `choices`; -1 for one that has none. */
export function vectorOf({ known, before }: VectorTable, entry: number): number {
  if (entry < 0) return -1;
  const block = known[entry >> 5] ?? 0;
  const bit = entry & 31;
  if (((block >>> bit) & 1) === 0) return -1;
  return (before[entry >> 5] ?? 0) + bitCount(block & ((1 << bit) - 1));
}

/** Adds the vector of an entry to the numbers of `out` from `at` on; false where it has none. */
export function addVectorOf(table: VectorTable, entry: number, out: Float32Array, at: number): boolean {
  const cluster = clusterOf(entry) - 1;
  if (cluster < 0) return false;
  const { firsts, centres, choices } = table;
  const row = vectorOf(table, entry);
  const first = cluster * DIMENSIONS - at;
  if (row < 0) {
    for (let k = at; k < at + DIMENSIONS; k++) out[k] = (out[k] as number) + (firsts[first + k] as number);
    return true;
  }
  for (let part = 0, k = at; part < PARTS; part++) {
    const centre = (part * PART_CHOICES + (choices[row * PARTS + part] as number)) * PART_SIZE - k;
    for (const end = k + PART_SIZE; k < end; k++)
      out[k] = (out[k] as number) + ((firsts[first + k] as number) + (centres[centre + k] as number));
  }
  return true;
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
