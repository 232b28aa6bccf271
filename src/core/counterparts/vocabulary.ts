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
      const own = ofItsOwn(term);
      ids.set(own, terms.length);
      weights.push(UNKNOWN);
      return terms.push(own) - 1;
    },
    termOf: (id) => terms[id] ?? '',
    weightOf(id) {
      const known = weights[id] ?? 0;
      if (known !== UNKNOWN) return known;
      const weight = Math.round(weightOfTerm(terms[id] ?? '') * UNIT);
      weights[id] = weight;
      return weight;
    },
    size: () => terms.length,
  };
}

/** Not looked up yet. */
const UNKNOWN = -1;

/** From so many characters on, a slice of a string keeps the whole string in memory. */
const SLICED = 13;

/** A term that was cut out of an article's text, without the article. */
const ofItsOwn = (term: string): string => (term.length < SLICED ? term : JSON.parse(JSON.stringify(term)));
