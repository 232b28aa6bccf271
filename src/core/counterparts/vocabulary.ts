import { weightOfTerm } from './terms.ts';

/** Weights are added up as whole numbers, so that a sum hangs on no order. */
export const UNIT = 240;

/** Numbers for the terms of an archive. Terms are never forgotten: another article will bring them back. */
export interface Vocabulary {
  readonly idOf: (term: string) => number;
  readonly termOf: (id: number) => string;
  /** How much a term says wherever it stands, in units of 1/240. */
  readonly weightOf: (id: number) => number;
  readonly size: () => number;
}

export function createVocabulary(): Vocabulary {
  const ids = new Map<string, number>();
  const terms: string[] = [];
  const weights: number[] = [];
  return {
    idOf(term) {
      const known = ids.get(term);
      if (known !== undefined) return known;
      ids.set(term, terms.length);
      weights.push(Math.round(weightOfTerm(term) * UNIT));
      return terms.push(term) - 1;
    },
    termOf: (id) => terms[id] ?? '',
    weightOf: (id) => weights[id] ?? 0,
    size: () => terms.length,
  };
}
