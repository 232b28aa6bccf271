import { describe, expect, it } from 'vitest';
import {
  ALLOWED,
  ALLOWED_FIRST,
  ALLOWED_LAST,
  lattice,
  marginals,
  viterbi,
} from '../../src/core/mentions/tagger/decode.ts';
import { LABELS } from '../../src/core/mentions/tagger/labels.ts';
import { random } from '../../src/train/random.ts';

/** Every way to label `count` tokens. */
function* ways(count: number): Generator<number[]> {
  if (count === 0) yield [];
  else for (const way of ways(count - 1)) for (let l = 0; l < LABELS; l++) yield [...way, l];
}

/** The score of a way, -Infinity where labels may not stand so. */
function scoreOf(way: readonly number[], scores: Float32Array, transitions: Float32Array): number {
  let score = 0;
  way.forEach((label, t) => {
    const before = way[t - 1];
    const pair = before === undefined ? 0 : before * LABELS + label;
    const bounds =
      (before === undefined ? (ALLOWED_FIRST[label] ?? 0) : (ALLOWED[pair] ?? 0)) +
      (t === way.length - 1 ? (ALLOWED_LAST[label] ?? 0) : 0);
    score += bounds < 0 ? -Infinity : (scores[t * LABELS + label] ?? 0);
    if (before !== undefined) score += transitions[pair] ?? 0;
  });
  return score;
}

function example(count: number, seed: number) {
  const next = random(seed);
  const values = (length: number): Float32Array => Float32Array.from({ length }, () => (next() - 0.5) * 6);
  const scores = values(count * LABELS);
  const transitions = values(LABELS * LABELS);
  const all = [...ways(count)].map((way) => ({ way, score: scoreOf(way, scores, transitions) }));
  return { scores, transitions, all };
}

const logSum = (scores: readonly number[]): number =>
  Math.log(scores.reduce((sum, s) => sum + Math.exp(s), 0));

const CASES = [1, 2, 3].flatMap((count) => [1, 2, 3].map((seed): [number, number] => [count, seed]));

describe('viterbi', () => {
  it.each(CASES)('finds the best of all ways to label %i tokens (seed %i)', (count, seed) => {
    const { scores, transitions, all } = example(count, seed);
    const lat = lattice();
    lat.scores.set(scores);
    viterbi(
      lat,
      count,
      transitions.map((w, k) => w + (ALLOWED[k] ?? 0)),
    );
    const best = all.reduce((a, b) => (b.score > a.score ? b : a));
    expect([...lat.labels.subarray(0, count)]).toEqual(best.way);
  });
});

describe('marginals', () => {
  const reckoned = (count: number, scores: Float32Array, transitions: Float32Array): Float32Array => {
    const lat = lattice();
    lat.scores.set(scores);
    marginals(
      lat,
      count,
      transitions.map((w, k) => (ALLOWED[k] === 0 ? Math.exp(w) : 0)),
    );
    return lat.marginals.slice(0, count * LABELS);
  };

  it.each(CASES)('are the shares of all ways to label %i tokens (seed %i)', (count, seed) => {
    const { scores, transitions, all } = example(count, seed);
    const total = logSum(all.map(({ score }) => score));
    const expected = new Float64Array(count * LABELS);
    for (const { way, score } of all)
      way.forEach((label, t) => {
        expected[t * LABELS + label] = (expected[t * LABELS + label] ?? 0) + Math.exp(score - total);
      });
    reckoned(count, scores, transitions).forEach((p, k) => {
      expect(p).toBeCloseTo(expected[k] ?? 0, 4);
    });
  });

  it('are the slopes of the logarithm of the sum over all ways: what training goes down', () => {
    const [count, step] = [2, 1e-2];
    const { scores, transitions, all } = example(count, 7);
    const totalWith = (k: number, by: number): number => {
      const moved = scores.slice();
      moved[k] = (moved[k] ?? 0) + by;
      return logSum(all.map(({ way }) => scoreOf(way, moved, transitions)));
    };
    reckoned(count, scores, transitions).forEach((p, k) => {
      expect(p).toBeCloseTo((totalWith(k, step) - totalWith(k, -step)) / (2 * step), 3);
    });
  });
});
