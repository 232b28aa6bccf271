import type { ArticleProfile, ClaimProfile } from './profile.ts';
import { likenessOf } from './profile.ts';

/** Two articles under comparison: how much a term says between them. */
export interface Pairing {
  readonly a: ArticleProfile;
  readonly b: ArticleProfile;
  /** Factor of a term's weight, 0..1: what both articles speak of throughout tells their claims apart little. */
  readonly rarity: (term: string) => number;
  /** How much being articles of one story speaks for any two of their claims, 0..0.5. */
  readonly prior: number;
}

const COMMON = 0.3;

export function pairingOf(a: ArticleProfile, b: ArticleProfile): Pairing {
  const cache = new Map<string, number>();
  const rarity = (term: string): number => {
    const cached = cache.get(term);
    if (cached !== undefined) return cached;
    const spread = Math.max(1, a.frequency.get(term) ?? 0) * Math.max(1, b.frequency.get(term) ?? 0);
    const value = 1 / (1 + COMMON * Math.log(spread));
    cache.set(term, value);
    return value;
  };
  return { a, b, rarity, prior: priorOf(a, b) };
}

/** Sentences in an article beyond which two of one story are less and less likely to say the same. */
const USUAL_SENTENCES = 25;

function priorOf(a: ArticleProfile, b: ArticleProfile): number {
  const sentences = Math.sqrt(Math.max(1, a.sentences * b.sentences));
  return 0.9 * (likenessOf(a, b) - 0.2) * Math.min(1, USUAL_SENTENCES / sentences);
}

/** How much two claims' words have in common. */
export interface Overlap {
  /** Weight of shared terms against the weight of both, 0..1. */
  readonly dice: number;
  /** Weight of shared terms against the weight of the lighter claim, 0..1. */
  readonly containment: number;
  /** Weight of the lighter claim. */
  readonly lighter: number;
  readonly shared: number;
  /** Shared terms, the most telling first. */
  readonly terms: readonly string[];
}

export function overlapOf(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Overlap {
  const [small, large] = x.terms.size <= y.terms.size ? [x, y] : [y, x];
  const found: [string, number][] = [];
  let shared = 0;
  let smallWeight = 0;
  for (const [term, weight] of small.terms) {
    const scaled = weight * pairing.rarity(term);
    smallWeight += scaled;
    const other = large.terms.get(term);
    if (other === undefined) continue;
    const common = Math.min(weight, other) * pairing.rarity(term);
    shared += common;
    found.push([term, common]);
  }
  let largeWeight = 0;
  for (const [term, weight] of large.terms) largeWeight += weight * pairing.rarity(term);
  const lighter = Math.min(smallWeight, largeWeight);
  return {
    dice: shared === 0 ? 0 : (2 * shared) / (smallWeight + largeWeight),
    containment: shared === 0 ? 0 : Math.min(1, shared / lighter),
    lighter,
    shared,
    terms: found.sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1)).map(([term]) => term),
  };
}

/** Words that two claims have in a row. */
export interface Run {
  /** Position in the first and in the second claim's words. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/** Longest claims that are compared word by word: beyond that only their first words are. */
const RUN_WORDS = 400;

/** The longest run of equal words; the empty run where there is none. */
export function longestRun(x: ClaimProfile, y: ClaimProfile): Run {
  const a = x.words.slice(0, RUN_WORDS);
  const b = y.words.slice(0, RUN_WORDS);
  let best: Run = { from: 0, to: 0, length: 0 };
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const length = a[i]?.key === b[j]?.key ? (previous[j] ?? 0) + 1 : 0;
      current[j + 1] = length;
      if (length > best.length) best = { from: i + 1 - length, to: j + 1 - length, length };
    }
    [previous, current] = [current, previous];
  }
  return best;
}

export const sameWords = (x: ClaimProfile, y: ClaimProfile): boolean =>
  x.words.length > 0 &&
  x.words.length === y.words.length &&
  x.words.every((word, i) => word.key === y.words[i]?.key);
