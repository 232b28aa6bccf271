import { writeValues } from './feature-values.ts';
import { ABSENT, TEMPLATES, VALUES } from './templates.ts';
import type { View } from './view.ts';
import type { WordTable } from './words.ts';

/** Features of one token: `hashes[0]` to `hashes[count - 1]`. One object serves all tokens. */
export interface Features {
  readonly hashes: Int32Array;
  count: number;
}

export const features = (): Features => ({ hashes: new Int32Array(TEMPLATES.length), count: 0 });

/** Joins a template's number and two values into one hash (the finalizer of MurmurHash3, Austin Appleby). */
function mix(template: number, a: number, b: number): number {
  let h = Math.imul(template + 1, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b);
  h = Math.imul((h << 13) | (h >>> 19), 5) ^ Math.imul(b ^ (b >>> 15), 0xc2b2ae35);
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  return Math.imul(h, 0xc2b2ae35) ^ (h >>> 16);
}

/** Writes the features of what `view` shows into `out`: training asks for them; scores are summed in the kernel. */
export function extract(view: View, table: WordTable, out: Features): void {
  const values = new Int32Array(VALUES);
  writeValues(view, table, values, 0);
  out.count = 0;
  for (const [template, first, second] of TEMPLATES)
    if (values[first] !== ABSENT)
      out.hashes[out.count++] = mix(template, values[first] ?? 0, values[second] ?? 0);
}
