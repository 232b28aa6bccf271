import { bytesOf } from '../../lexicon/base64.ts';
import { KERNEL } from './tagger-kernel.generated.ts';

/** What `src/kernel/tagger.ts` exports: arithmetic of many numbers at once. All numbers but counts are addresses. */
interface Arithmetic {
  readonly memory: { readonly buffer: ArrayBuffer; readonly grow: (pages: number) => number };
  readonly addRows: (from: number, rows: number, count: number, hidden: number) => void;
  readonly addVector: (hidden: number, vector: number, weights: number) => void;
  readonly writeOutput: (hidden: number, output: number, scores: number) => void;
  readonly sumFeatures: (
    values: number,
    templates: number,
    count: number,
    filter: number,
    buckets: number,
    mask: number,
    rows: number,
    rowCount: number,
    hashes: number,
    sums: number,
  ) => void;
  readonly addSums: (sums: number, step: number, scores: number) => void;
}

// Part of every host that VS Code runs on, and of Node; the compiler's library for the language alone lacks it.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
};

/** The arithmetic with its memory, of which `used` bytes are taken. Its views are made anew when the memory grows. */
export interface Kernel extends Arithmetic {
  used: number;
  floats: Float32Array;
  ints: Int32Array;
}

let module: object | undefined;

export function kernel(): Kernel {
  module ??= new WebAssembly.Module(bytesOf(KERNEL));
  const arithmetic = new WebAssembly.Instance(module).exports as Arithmetic;
  // Nothing stands at 0.
  return { ...arithmetic, ...viewsOf(arithmetic), used: ALIGNMENT };
}

const viewsOf = ({ memory: { buffer } }: Arithmetic): Pick<Kernel, 'floats' | 'ints'> => ({
  floats: new Float32Array(buffer),
  ints: new Int32Array(buffer),
});

/** Of a number. */
export const BYTES = 4;
const ALIGNMENT = 16;
const PAGE = 1 << 16;
/** Memory grows by at least so many pages at once. */
const LEAST_GROWTH = 16;

/** The address of `count` numbers of four bytes that nobody else writes to; what stands there is left as it is. */
export function reserve(own: Kernel, count: number): number {
  const address = own.used;
  own.used += Math.ceil((count * BYTES) / ALIGNMENT) * ALIGNMENT;
  const lacking = Math.ceil((own.used - own.memory.buffer.byteLength) / PAGE);
  if (lacking > 0) {
    own.memory.grow(Math.max(lacking, LEAST_GROWTH));
    Object.assign(own, viewsOf(own));
  }
  return address;
}

/** Carries numbers over into the kernel's memory; returns their address. */
export function place(own: Kernel, values: Float32Array | Int32Array): number {
  const address = reserve(own, values.length);
  (values instanceof Float32Array ? own.floats : own.ints).set(values, address / BYTES);
  return address;
}

/** Sets `count` numbers from an address on to nought. */
export function clear({ floats }: Kernel, address: number, count: number): void {
  floats.fill(0, address / BYTES, address / BYTES + count);
}
