import { LONGEST_RUN } from '../core/mentions/tagger/candidates.ts';
import { ALLOWED, lattice, marginals, reserve } from '../core/mentions/tagger/decode.ts';
import { LABELS } from '../core/mentions/tagger/labels.ts';
import type { TrainedModel } from '../core/mentions/tagger/model.ts';
import { TEMPLATES } from '../core/mentions/tagger/templates.ts';
import { indexFeatures } from './feature-index.ts';
import { learner, type NetSettings } from './net.ts';
import { keepMost, withoutSilent } from './prune.ts';
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
  readonly net: NetSettings;
  /** After a third, so many features are kept: those that do most. The rest of the training makes up for the others. */
  readonly rows: number;
}

/** Longer runs are not learnt from. */
const LONGEST = LONGEST_RUN;
/** What is left of the net's rates at the end. */
const LAST_SHARE = 0.05;
/** A weight of nought stays so while it is pulled less. */
const LEAST_PULL = 1e-4;
/** Runs between two changes of the net's rates. */
const PACE = 1000;

/**
 * Trains a linear-chain conditional random field by AdaGrad (Duchi and others 2011), one run a step. Its scores are
 * those of the features and of a net, which is trained along with them.
 */
export function train(samples: Samples, settings: Settings, report: (line: string) => void): TrainedModel {
  const { rows, hashes, counts } = indexFeatures(samples, settings.least);
  report(`${samples.labels.length} tokens, ${hashes.length} features`);
  const foreign = [...hashes.keys()].filter((row) => samples.ofForeign.has(hashes[row] ?? 0));
  const weights = new Float32Array(hashes.length * LABELS);
  const squares = new Float32Array(weights.length).fill(1);
  const transitions = new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(transitions.length).fill(1);
  const next = random(settings.seed);
  const net = learner(samples, settings.net, LONGEST, next);
  const learnt = [weights, transitions, net.net.words, net.net.rows, net.net.output];
  const mean = meanOf(learnt);
  const order = samples.runs.slice(0, -1).map((_, i) => i);
  const lat = lattice();
  const active = new Int32Array(TEMPLATES.length * LONGEST);
  const ends = new Int32Array(LONGEST);
  const slopes = new Float32Array(LABELS);
  const exponentials = new Float32Array(transitions.length);
  const expected = new Float64Array(transitions.length);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    shuffle(order, next);
    if (epoch === Math.floor(settings.epochs / 3)) {
      const kept = keepMost(weights, counts, settings.rows);
      for (const row of foreign) kept[row] = 1;
      for (let k = 0; k < rows.length; k++) if (kept[rows[k] ?? -1] !== 1) rows[k] = -1;
    }
    let loss = 0;
    order.forEach((run, done) => {
      const past = (epoch + done / order.length) / settings.epochs;
      if (done % PACE === 0) net.setRate(1 - past * (1 - LAST_SHARE));
      loss += step(run);
    });
    if (epoch >= Math.floor(settings.epochs / 2)) mean.add();
    report(`epoch ${epoch + 1}: loss ${(loss / samples.labels.length).toFixed(4)}`);
  }
  const [w, t, words, rowWeights, output] = mean.values();
  if (!w || !t || !words || !rowWeights || !output) throw new Error('nothing was learnt');
  for (const row of foreign) w.fill(0, row * LABELS, (row + 1) * LABELS);
  return withoutSilent(hashes, w, t, { words, rows: rowWeights, output });

  function step(run: number): number {
    const from = samples.runs[run] ?? 0;
    const count = (samples.runs[run + 1] ?? 0) - from;
    const worth = samples.worth[run] ?? 1;
    if (count > LONGEST) return 0;
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
      for (let l = 0; l < LABELS; l++)
        slopes[l] = worth * ((lat.marginals[t * LABELS + l] ?? 0) - (l === gold ? 1 : 0));
      for (; at < (ends[t] ?? 0); at++) descend(active[at] ?? 0, gold);
      net.learn(t, slopes);
    }
    if (count > 1) descendTransitions(from, count, worth);
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
      net.score(from + t, t, lat.scores, t * LABELS);
    }
  }

  function descend(row: number, gold: number): void {
    const base = row * LABELS;
    const decay = settings.decay / (counts[row] ?? 1);
    for (let l = 0; l < LABELS; l++) {
      const pull = slopes[l] ?? 0;
      const weight = weights[base + l] ?? 0;
      if (pull < LEAST_PULL && l !== gold && weight === 0) continue;
      const slope = pull + decay * weight;
      const square = (squares[base + l] ?? 1) + slope * slope;
      squares[base + l] = square;
      weights[base + l] = weight - (settings.rate * slope) / Math.sqrt(square);
    }
  }

  function descendTransitions(from: number, count: number, worth: number): void {
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
      const slope = worth * (expected[k] ?? 0);
      if (slope === 0 || ALLOWED[k] !== 0) continue;
      const square = (transitionSquares[k] ?? 1) + slope * slope;
      transitionSquares[k] = square;
      transitions[k] = (transitions[k] ?? 0) - (settings.rate * slope) / Math.sqrt(square);
    }
  }
}

function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
  }
}

/** The mean of weights at the times when `add` is called. */
function meanOf(weights: readonly Float32Array[]): { add: () => void; values: () => Float32Array[] } {
  const sums = weights.map((values) => new Float32Array(values.length));
  let count = 0;
  const add = (): void => {
    count++;
    weights.forEach((values, i) => {
      const sum = sums[i];
      if (sum !== undefined)
        for (let k = 0; k < values.length; k++) sum[k] = (sum[k] ?? 0) + (values[k] ?? 0);
    });
  };
  return { add, values: () => sums.map((sum) => sum.map((x) => x / Math.max(1, count))) };
}
