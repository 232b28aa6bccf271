import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Lists of numbers, as they stand in memory. */
export type Numbers = Uint8Array | Int32Array | Float64Array;

/** What a file of the cache holds: plain data, and lists of numbers. */
export interface Content {
  readonly head: unknown;
  readonly lists: readonly Numbers[];
}

const KINDS = [Uint8Array, Int32Array, Float64Array] as const;
/** Lists begin where a float may. */
const ALIGNMENT = 8;
const SEAL = 32;
const MOST_BYTES = 2 ** 31 - 1;

/** Bytes of a file: seal, length of the head, head, lists. `version`: of all that wrote it. */
export function sealed({ head, lists }: Content, version: string): Uint8Array {
  const shapes = lists.map((list) => [KINDS.findIndex((kind) => list instanceof kind), list.length]);
  const text = new TextEncoder().encode(JSON.stringify([head, shapes]));
  const first = aligned(SEAL + 4 + text.length);
  const bytes = new Uint8Array(lists.reduce((sum, list) => sum + aligned(list.byteLength), first));
  new DataView(bytes.buffer).setUint32(SEAL, text.length, true);
  bytes.set(text, SEAL + 4);
  let at = first;
  for (const list of lists) {
    bytes.set(new Uint8Array(list.buffer, list.byteOffset, list.byteLength), at);
    at += aligned(list.byteLength);
  }
  bytes.set(sealOf(bytes, version));
  return bytes;
}

/** Null for what was not sealed by this version, or was changed since. The lists are views of the bytes. */
function unsealed(bytes: Uint8Array, version: string): Content | null {
  if (bytes.length < SEAL + 4 || !sealOf(bytes, version).equals(bytes.subarray(0, SEAL))) return null;
  // Views need their place; bytes that are read from a file may stand anywhere in a larger buffer.
  const own = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice();
  const length = new DataView(own.buffer, own.byteOffset).getUint32(SEAL, true);
  const text = new TextDecoder().decode(own.subarray(SEAL + 4, SEAL + 4 + length));
  const [head, shapes] = JSON.parse(text) as [unknown, readonly (readonly [number, number])[]];
  let at = aligned(SEAL + 4 + length);
  const lists = shapes.map(([kind, size]) => {
    const Kind = KINDS[kind] ?? Uint8Array;
    const list = new Kind(own.buffer as ArrayBuffer, own.byteOffset + at, size);
    at += aligned(list.byteLength);
    return list;
  });
  return { head, lists };
}

const aligned = (size: number): number => Math.ceil(size / ALIGNMENT) * ALIGNMENT;

const sealOf = (bytes: Uint8Array, version: string): Buffer =>
  createHash('sha256').update(version).update(bytes.subarray(SEAL)).digest();

/** Null where the file is not there, can't be read, or is not as this version wrote it. */
export function readSealed(path: string, version: string): Content | null {
  try {
    return unsealed(readFileSync(path), version);
  } catch {
    return null;
  }
}

/** Whole or not at all: to a temporary file beside it, then a rename. What stands there is for its owner's eyes. */
export function writeSealed(path: string, content: Content, version: string): number {
  const bytes = sealed(content, version);
  if (bytes.length > MOST_BYTES) throw new Error('too much for one file of the cache');
  const temporary = `${path}.${randomUUID()}${TEMPORARY}`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(temporary, bytes, { mode: 0o600, flag: 'wx' });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return bytes.length;
}

/** How the names of files end that a crash may have left. */
export const TEMPORARY = '.tmp';
