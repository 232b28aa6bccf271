import { describe, expect, it } from 'vitest';
import { eachCandidate, runsOf } from '../../src/core/mentions/tagger/candidates.ts';
import { LABELS } from '../../src/core/mentions/tagger/labels.ts';
import { HIDDEN, modelOf } from '../../src/core/mentions/tagger/model.ts';
import { scorer } from '../../src/core/mentions/tagger/score.ts';
import { prepare } from '../../src/core/mentions/tagger/text.ts';
import { wordTable } from '../../src/core/mentions/tagger/words.ts';
import type { GoldDocument } from '../../src/train/conll.ts';
import { learner, type NetSettings } from '../../src/train/net.ts';
import { random } from '../../src/train/random.ts';
import { samplesOf } from '../../src/train/samples.ts';

const text = 'In Port Varn the minister Mara Quill met O’Dell of Halden Freight (HF).';
const DOCUMENT: GoldDocument = {
  source: 'own',
  text,
  sentences: [{ start: 0, end: text.length }],
  names: [],
};
const WHOLE: NetSettings = {
  wordRate: 1e-3,
  rate: 1e-3,
  hiddenDropout: 0,
  wordDropout: 0,
  rowDropout: 0,
  decay: 0,
};
const RATE = WHOLE.rate;

function made() {
  const table = wordTable();
  const samples = samplesOf([DOCUMENT], table);
  const next = random(11);
  const own = learner(samples, WHOLE, 64, next);
  for (let k = 0; k < own.net.rows.length; k++) own.net.rows[k] = (next() - 0.5) * 0.2;
  const scoresOf = (token: number): Float32Array => {
    const scores = new Float32Array(LABELS);
    own.score(token, 0, scores, 0);
    return scores;
  };
  return { table, samples, own, scoresOf };
}

describe('learner', () => {
  it('scores as the program does, which keeps sums by word', () => {
    const { table, samples, own, scoresOf } = made();
    const prepared = prepare(text, DOCUMENT.sentences, table);
    const none = new Float32Array(0);
    const model = modelOf(new Int32Array(0), none, new Float32Array(LABELS * LABELS), own.net);
    const score = scorer(prepared, table, model);
    let visited = 0;
    eachCandidate(prepared, runsOf(prepared), (place, index) => {
      const scores = new Float32Array(LABELS);
      score(place, scores, 0);
      scoresOf(index).forEach((expected, l) => {
        expect(scores[l]).toBeCloseTo(expected, 4);
      });
      visited++;
    });
    expect(visited).toBe(samples.labels.length);
    expect(visited).toBeGreaterThan(7);
  });

  /** A smooth loss of the scores of a token, and its slopes. */
  const wish = Float64Array.from({ length: LABELS }, (_, l) => Math.sin(l));
  const lossOf = (scores: Float32Array): number =>
    scores.reduce((sum, s, l) => sum + (s - (wish[l] ?? 0)) ** 2, 0) / 2;
  const slopesOf = (scores: Float32Array): Float32Array => scores.map((s, l) => s - (wish[l] ?? 0));

  /** The slope by finite differences of the loss in weight `k`. */
  function measured(weights: Float32Array, k: number, loss: () => number): number {
    const step = 1e-3;
    const before = weights[k] ?? 0;
    weights[k] = before + step;
    const above = loss();
    weights[k] = before - step;
    const below = loss();
    weights[k] = before;
    return (above - below) / (2 * step);
  }

  /** The slope that AdaGrad went down by, from the first change that it made: -rate * slope / sqrt(first + slope²). */
  const taken = (change: number, first: number): number =>
    (-change * Math.sqrt(first)) / Math.sqrt(Math.max(1e-20, RATE * RATE - change * change));

  it.each([
    ['output', 1, Array.from({ length: 40 }, (_, k) => k * 27)],
    ['rows', 0.1, Array.from({ length: HIDDEN }, (_, h) => h)],
  ] as const)('goes down the slope in the weights of its %s', (part, first, places) => {
    const { own, samples, scoresOf } = made();
    const token = 2;
    const weights = own.net[part];
    // Weights of rows: those of the first row that the token has.
    const base = part === 'rows' ? (samples.rows[samples.rowBegin[token] ?? 0] ?? 0) * HIDDEN : 0;
    const expected = places.map((k) => measured(weights, base + k, () => lossOf(scoresOf(token))));
    const before = weights.slice();
    own.learn(0, slopesOf(scoresOf(token)));
    places.forEach((k, i) => {
      const change = (weights[base + k] ?? 0) - (before[base + k] ?? 0);
      expect(taken(change, first)).toBeCloseTo(expected[i] ?? 0, 1);
    });
    expect(expected.some((slope) => Math.abs(slope) > 0.1)).toBe(true);
  });

  it('goes down the slope in the weights of its words, as the first step of Adam does: by the sign', () => {
    const { own, scoresOf } = made();
    const token = 2;
    const places = Array.from({ length: 200 }, (_, k) => k * 169);
    const expected = places.map((k) => measured(own.net.words, k, () => lossOf(scoresOf(token))));
    const before = own.net.words.slice();
    const frozen = { output: own.net.output.slice(), rows: own.net.rows.slice() };
    for (let n = 0; n < 64; n++) {
      own.net.output.set(frozen.output);
      own.net.rows.set(frozen.rows);
      own.learn(0, slopesOf(scoresOf(token)));
    }
    let steep = 0;
    places.forEach((k, i) => {
      const slope = expected[i] ?? 0;
      if (Math.abs(slope) < 0.02) return;
      steep++;
      expect(Math.sign((own.net.words[k] ?? 0) - (before[k] ?? 0))).toBe(-Math.sign(slope));
    });
    expect(steep).toBeGreaterThan(20);
  });
});
