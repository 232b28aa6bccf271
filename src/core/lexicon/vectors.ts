import { bytesOf } from './base64.ts';
import { VECTORS } from './vectors.generated.ts';

/** Numbers in a word's vector. */
export const DIMENSIONS = 48;
/** A vector is made of so many parts, each one of so many choices. */
export const PARTS = 8;
export const PART_CHOICES = 256;
export const PART_SIZE = DIMENSIONS / PARTS;

/**
 * Vectors of words: the first principal components of GloVe vectors (Pennington, Socher and Manning 2014; PDDL),
 * kept small by product quantization (Jégou, Douze and Schmid 2011): each part of a vector is the nearest of 256
 * centres. Layout, little-endian: the number of entries of the cluster table (u32); a bit for each of them, set
 * where it has a vector; the greatest centre (f32); the centres, a byte a number, in parts; then the choice for
 * each part of each vector.
 */
export interface VectorTable {
  /** PARTS x PART_CHOICES x PART_SIZE. */
  readonly centres: Float32Array;
  /** PARTS bytes a vector, in order of entries. */
  readonly choices: Uint8Array;
  /** Bits by entry, and how many bits are set before each 32 of them. */
  readonly known: Uint32Array;
  readonly before: Uint32Array;
}

export const CENTRES = PARTS * PART_CHOICES * PART_SIZE;

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
  const scale = view.getFloat32(scaleAt, true) / 127;
  const centres = Float32Array.from({ length: CENTRES }, (_, i) => view.getInt8(scaleAt + 4 + i) * scale);
  return { centres, choices: bytes.subarray(scaleAt + 4 + CENTRES), known, before };
}

/** The vector of an entry of the cluster table, by its number in `choices`; -1 for one that has none. */
export function vectorOf({ known, before }: VectorTable, entry: number): number {
  if (entry < 0) return -1;
  const block = known[entry >> 5] ?? 0;
  const bit = entry & 31;
  if (((block >>> bit) & 1) === 0) return -1;
  return (before[entry >> 5] ?? 0) + bitCount(block & ((1 << bit) - 1));
}

function bitCount(bits: number): number {
  let n = bits - ((bits >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
