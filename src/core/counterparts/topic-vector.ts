import type { Topic } from './topic.ts';
import { UNIT, type Vocabulary } from './vocabulary.ts';

/** Weights are kept beside an article's number. */
export const WEIGHT_BITS = 9;
export const MOST_WEIGHT = 2 ** WEIGHT_BITS - 1;

/** A topic by numbers of terms, ascending, and whole weights: its products hang on no order. */
export interface TopicVector {
  readonly ids: Int32Array;
  readonly weights: Int32Array;
  readonly length: number;
}

export function vectorOf({ weights }: Topic, vocabulary: Vocabulary): TopicVector {
  const pairs = [...weights].map(
    ([term, weight]) => [vocabulary.idOf(term), Math.min(MOST_WEIGHT, Math.round(weight * UNIT))] as const,
  );
  pairs.sort((a, b) => a[0] - b[0]);
  const own = Int32Array.from(pairs, ([, weight]) => weight);
  let square = 0;
  for (const weight of own) square += weight * weight;
  return { ids: Int32Array.from(pairs, ([id]) => id), weights: own, length: Math.sqrt(square) || 1 };
}

export function likenessOfVectors(a: TopicVector, b: TopicVector): number {
  const [x, y] = [a.ids, b.ids];
  let sum = 0;
  for (let i = 0, j = 0; i < x.length && j < y.length; ) {
    const [p, q] = [x[i] ?? 0, y[j] ?? 0];
    if (p === q) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (p < q) i++;
    else j++;
  }
  return sum / (a.length * b.length);
}
