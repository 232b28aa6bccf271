import type { Features } from '../core/mentions/tagger/features.ts';

/** Templates (by number: see `extract`) that foreign sources have weights of their own for. */
const TEMPLATES = [0, 1, 3, 4, 19, 24, 35, 36, 41, 47, 48, 51, 52];

/**
 * Features that one source alone has, which learn what its guidelines differ in, so that those of all sources need
 * not (Daumé 2007); the program does without them. `known` gathers them.
 */
export function foreignFeatures({ hashes }: Features, source: number, known: Set<number>): Int32Array {
  return Int32Array.from(TEMPLATES, (template) => {
    const hash = Math.imul((hashes[template] ?? 0) ^ ((source + 1) * 0x9e3779b1), 0x85ebca6b);
    known.add(hash);
    return hash;
  });
}
