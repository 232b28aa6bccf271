import { ALLOWED, lattice, marginals, reserve } from '../core/mentions/tagger/decode.ts';
import { LABELS } from '../core/mentions/tagger/labels.ts';
import { modelOf, type TaggerModel } from '../core/mentions/tagger/model.ts';
import { indexFeatures } from './feature-index.ts';
import { random } from './random.ts';
import type { Samples } from './samples.ts';

export interface Settings {
  readonly epochs: number;
  readonly seed: number;
  readonly rate: number;
  /** Features met less often are left out. */
  readonly least: number;
  /** Share of features that a token does without at each visit, so that none is leant on alone. */
  readonly dropout: number;
  /** Strength of the pull towards zero. */
  readonly decay: number;
}

export interface Trained {
  readonly model: TaggerModel;
  /** How often each feature (row) was met. */
  readonly counts: Float32Array;
}

/** Trains a linear-chain conditional random field by AdaGrad (Duchi and others 2011), one run a step. */
export function train(samples: Samples, settings: Settings, report: (line: string) => void): Trained {
  const { rows, hashes, counts } = indexFeatures(samples, settings.least);
  report(`${samples.labels.length} tokens, ${hashes.length} features`);
  const weights = new Float32Array(hashes.length * LABELS);
  const squares = new Float32Array(weights.length).fill(1);
  const transitions = new Float32Array(LABELS * LABELS);
  /** Sums of the weights at the ends of the later epochs, whose mean is the model. */
  const sums = new Float32Array(weights.length);
  const transitionSums = new Float32Array(transitions.length);
  let summed = 0;
  const transitionSquares = new Float32Array(transitions.length).fill(1);
  const next = random(settings.seed);
  const order = samples.runs.slice(0, -1).map((_, i) => i);
  const lat = lattice();
  const active = new Int32Array(128 * 4096);
  const ends = new Int32Array(4096);
  const exponentials = new Float32Array(transitions.length);
  const expected = new Float64Array(transitions.length);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    let loss = 0;
    for (const run of order) loss += step(run);
    if (epoch + 1 >= settings.epochs / 2) {
      weights.forEach((w, i) => {
        sums[i] = (sums[i] ?? 0) + w;
      });
      transitions.forEach((w, i) => {
        transitionSums[i] = (transitionSums[i] ?? 0) + w;
      });
      summed++;
    }
    report(`epoch ${epoch + 1}: loss ${(loss / samples.labels.length).toFixed(4)}`);
  }
  const model = modelOf(
    hashes,
    sums.map((w) => w / summed),
    transitionSums.map((w) => w / summed),
  );
  return { model, counts };

  function step(run: number): number {
    const from = samples.runs[run] ?? 0;
    const count = (samples.runs[run + 1] ?? 0) - from;
    if (count > 4000) return 0;
    reserve(lat, count);
    score(from, count);
    for (let k = 0; k < transitions.length; k++)
      exponentials[k] = ALLOWED[k] === 0 ? Math.exp(transitions[k] ?? 0) : 0;
    marginals(lat, count, exponentials);
    let loss = 0;
    let at = 0;
    for (let t = 0; t < count; t++) {
      const gold = samples.labels[from + t] ?? 0;
      loss -= Math.log(Math.max(1e-12, lat.marginals[t * LABELS + gold] ?? 0));
      for (; at < (ends[t] ?? 0); at++) descend(active[at] ?? 0, t, gold);
    }
    if (count > 1) descendTransitions(from, count);
    return loss;
  }

  function score(from: number, count: number): void {
    lat.scores.fill(0, 0, count * LABELS);
    const scale = 1 / (1 - settings.dropout);
    let at = 0;
    for (let t = 0; t < count; t++) {
      for (let k = samples.begin[from + t] ?? 0; k < (samples.begin[from + t + 1] ?? 0); k++) {
        const row = rows[k] ?? -1;
        if (row < 0 || next() < settings.dropout) continue;
        active[at++] = row;
        for (let l = 0; l < LABELS; l++)
          lat.scores[t * LABELS + l] =
            (lat.scores[t * LABELS + l] ?? 0) + scale * (weights[row * LABELS + l] ?? 0);
      }
      ends[t] = at;
    }
  }

  function descend(row: number, t: number, gold: number): void {
    const base = row * LABELS;
    const decay = settings.decay / (counts[row] ?? 1);
    for (let l = 0; l < LABELS; l++) {
      const p = lat.marginals[t * LABELS + l] ?? 0;
      const weight = weights[base + l] ?? 0;
      if (p < 1e-4 && l !== gold && weight === 0) continue;
      const slope = p - (l === gold ? 1 : 0) + decay * weight;
      const square = (squares[base + l] ?? 1) + slope * slope;
      squares[base + l] = square;
      weights[base + l] = weight - (settings.rate * slope) / Math.sqrt(square);
    }
  }

  function descendTransitions(from: number, count: number): void {
    const { forward, backward, emission } = lat;
    expected.fill(0);
    for (let t = 1; t < count; t++) {
      let sum = 0;
      for (let pass = 0; pass < 2; pass++) {
        for (let k = 0; k < LABELS; k++) {
          const before = forward[(t - 1) * LABELS + k] ?? 0;
          if (before === 0) continue;
          for (let l = 0; l < LABELS; l++) {
            const joint =
              before *
              (exponentials[k * LABELS + l] ?? 0) *
              (emission[t * LABELS + l] ?? 0) *
              (backward[t * LABELS + l] ?? 0);
            if (pass === 0) sum += joint;
            else expected[k * LABELS + l] = (expected[k * LABELS + l] ?? 0) + joint / (sum || 1);
          }
        }
      }
      const pair = (samples.labels[from + t - 1] ?? 0) * LABELS + (samples.labels[from + t] ?? 0);
      expected[pair] = (expected[pair] ?? 0) - 1;
    }
    for (let k = 0; k < transitions.length; k++) {
      const slope = expected[k] ?? 0;
      if (slope === 0 || ALLOWED[k] !== 0) continue;
      const square = (transitionSquares[k] ?? 1) + slope * slope;
      transitionSquares[k] = square;
      transitions[k] = (transitions[k] ?? 0) - (settings.rate * slope) / Math.sqrt(square);
    }
  }
}
