import { rarityOfStem } from '../lexicon/frequency.ts';
import { isNation } from './nations.ts';
import { weightOfTerm } from './terms.ts';

/** What an article is about, as a vector of its terms. */
export interface Topic {
  readonly weights: ReadonlyMap<string, number>;
  readonly length: number;
}

/** Keys of those whom an article names. */
export interface Named {
  readonly all: ReadonlySet<string>;
  readonly persons: ReadonlySet<string>;
}

/** Names tell events apart better than what happened does, and those of persons best. Weights are under 2.1. */
const WORD = 0.7;
const NAMED = 1.05;
const PERSON = 1.4;
/** Of two reports of like events, each has its own figures and days. */
const NUMBER = 0.7;

/** What an article is about: each term by how much it says, however often it stands there; and the vector's length. */
export function topicOf(frequency: ReadonlyMap<string, number>, named: Named): Topic {
  const weights = new Map<string, number>();
  let square = 0;
  for (const term of frequency.keys()) {
    const weight = weightIn(term, named);
    weights.set(term, weight);
    square += weight * weight;
  }
  return { weights, length: Math.sqrt(square) || 1 };
}

function weightIn(term: string, { all, persons }: Named): number {
  if (term.startsWith('#')) return NUMBER;
  if (isNation(term)) return weightOfTerm(term) * NAMED;
  return rarityOfStem(term) * (persons.has(term) ? PERSON : all.has(term) ? NAMED : WORD);
}

/** How much two articles are about the same, 0..1: cosine of their terms. About 0.22 and more for one event. */
export function likenessOf(a: Topic, b: Topic): number {
  const [small, large] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small.weights) sum += weight * (large.weights.get(term) ?? 0);
  return sum / (a.length * b.length);
}
