import { weightOfTerm } from './terms.ts';

/** What an article is about, as a vector of its terms. */
export interface Topic {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Names tell events apart better than what happened does. */
const NAMED = 1.5;

/** What an article is about: each term by how much it says, however often it stands there; and the vector's length. */
export function topicOf(frequency: ReadonlyMap<string, number>, named: ReadonlySet<string>): Topic {
  const weights = new Map<string, number>();
  let square = 0;
  for (const term of frequency.keys()) {
    const weight = weightOfTerm(term) * (named.has(term) ? NAMED : 1);
    weights.set(term, weight);
    square += weight * weight;
  }
  return { weights, length: Math.sqrt(square) || 1 };
}

/** How much two articles are about the same, 0..1: cosine of their terms. About 0.25 and more for one event. */
export function likenessOf(a: Topic, b: Topic): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small.weights) sum += weight * (large.weights.get(term) ?? 0);
  return sum / (a.length * b.length);
}
