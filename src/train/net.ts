import { addVectorOf, DIMENSIONS, vectorTable } from '../core/lexicon/vectors.ts';
import { ROWS, SLOTS, TOPICS } from '../core/mentions/tagger/inputs.ts';
import { LABELS } from '../core/mentions/tagger/labels.ts';
import { HIDDEN, type Net } from '../core/mentions/tagger/model.ts';
import { adaGrad, adam } from './descent.ts';
import type { Samples } from './samples.ts';

export interface NetSettings {
  /** Rate of the words' weights (Adam) and of all others (AdaGrad). */
  readonly wordRate: number;
  readonly rate: number;
  /** Shares of hidden units, words and rows that a token does without at each visit. */
  readonly hiddenDropout: number;
  readonly wordDropout: number;
  readonly rowDropout: number;
  readonly decay: number;
}

/** Tokens between two changes of the words' weights. */
const BATCH = 64;
const PLACES = SLOTS + TOPICS;

/** A net in training. */
export interface Learner {
  readonly net: Net;
  /** Adds the scores of sample `token` to `scores` from `to` on, and keeps what `learn(at, …)` needs. */
  readonly score: (token: number, at: number, scores: Float32Array, to: number) => void;
  /** Goes down the slope: `slopes` are those of the scores, LABELS of them. */
  readonly learn: (at: number, slopes: Float32Array) => void;
  /** What is left of the rates, from 1 down to 0. */
  readonly setRate: (share: number) => void;
}

/** A net that begins with small weights drawn by `next`; runs have at most `longest` tokens. */
export function learner(
  samples: Samples,
  settings: NetSettings,
  longest: number,
  next: () => number,
): Learner {
  const vectors = vectorsAndTopics(samples);
  const spread = (length: number, width: number): Float32Array =>
    Float32Array.from({ length }, () => (next() - 0.5) * 2 * width);
  const net: Net = {
    words: spread(PLACES * DIMENSIONS * HIDDEN, 1.5 / Math.sqrt(PLACES * DIMENSIONS)),
    rows: new Float32Array(ROWS * HIDDEN),
    output: spread(HIDDEN * LABELS, 1 / Math.sqrt(HIDDEN)),
  };
  const words = adam(net.words);
  const rowSquares = new Float32Array(net.rows.length).fill(0.1);
  const outputSquares = new Float32Array(net.output.length).fill(1);
  const kept = {
    hidden: new Float32Array(longest * HIDDEN),
    /** What each unit was multiplied by: 0 where it was silent or dropped. */
    mask: new Float32Array(longest * HIDDEN),
    vectors: new Int32Array(longest * PLACES),
    rows: new Int32Array(longest * MOST_ROWS),
    rowCount: new Int32Array(longest),
  };
  const hidden = new Float64Array(HIDDEN);
  const slopes = new Float64Array(HIDDEN);
  const active = new Int32Array(HIDDEN);
  let share = 1;
  let pending = 0;

  return {
    net,
    score,
    learn,
    setRate: (left) => {
      share = left;
    },
  };

  function score(token: number, at: number, scores: Float32Array, to: number): void {
    hidden.fill(0);
    for (let place = 0; place < PLACES; place++) {
      const vector = next() < settings.wordDropout ? -1 : vectors.at(token, place);
      kept.vectors[at * PLACES + place] = vector;
      if (vector >= 0) addVector(net.words, place, vectors.data, vector * DIMENSIONS, hidden);
    }
    let count = 0;
    for (let k = samples.rowBegin[token] ?? 0; k < (samples.rowBegin[token + 1] ?? 0); k++) {
      if (next() < settings.rowDropout) continue;
      const row = samples.rows[k] as number;
      kept.rows[at * MOST_ROWS + count++] = row;
      for (let h = 0; h < HIDDEN; h++)
        hidden[h] = (hidden[h] as number) + (net.rows[row * HIDDEN + h] as number);
    }
    kept.rowCount[at] = count;
    const scale = 1 / (1 - settings.hiddenDropout);
    for (let h = 0; h < HIDDEN; h++) {
      const x = hidden[h] as number;
      const mask = x > 0 && next() >= settings.hiddenDropout ? scale : 0;
      kept.mask[at * HIDDEN + h] = mask;
      kept.hidden[at * HIDDEN + h] = x * mask;
      if (mask === 0) continue;
      for (let l = 0; l < LABELS; l++)
        scores[to + l] = (scores[to + l] as number) + x * mask * (net.output[h * LABELS + l] as number);
    }
  }

  function learn(at: number, delta: Float32Array): void {
    let count = 0;
    for (let h = 0; h < HIDDEN; h++) {
      const mask = kept.mask[at * HIDDEN + h] as number;
      if (mask === 0) continue;
      active[count] = h;
      slopes[count++] = mask * learnOutput(h, kept.hidden[at * HIDDEN + h] as number, delta);
    }
    for (let place = 0; place < PLACES; place++) {
      const vector = kept.vectors[at * PLACES + place] as number;
      if (vector < 0) continue;
      for (let d = 0; d < DIMENSIONS; d++) {
        const x = vectors.data[vector * DIMENSIONS + d] as number;
        const row = (place * DIMENSIONS + d) * HIDDEN;
        for (let a = 0; a < count; a++) {
          const k = row + (active[a] as number);
          words.slopes[k] = (words.slopes[k] as number) + x * (slopes[a] as number);
        }
      }
    }
    const rate = settings.rate * share;
    for (let r = 0; r < (kept.rowCount[at] as number); r++) {
      const row = (kept.rows[at * MOST_ROWS + r] as number) * HIDDEN;
      for (let a = 0; a < count; a++)
        adaGrad(net.rows, rowSquares, row + (active[a] as number), slopes[a] as number, rate);
    }
    if (++pending < BATCH) return;
    words.step(settings.wordRate * share, pending, settings.decay);
    pending = 0;
  }

  /** Returns the slope of a hidden unit. */
  function learnOutput(h: number, activation: number, delta: Float32Array): number {
    let slope = 0;
    const rate = settings.rate * share;
    for (let l = 0; l < LABELS; l++) {
      const k = h * LABELS + l;
      const weight = net.output[k] as number;
      slope += (delta[l] as number) * weight;
      adaGrad(
        net.output,
        outputSquares,
        k,
        (delta[l] as number) * activation + settings.decay * weight,
        rate,
      );
    }
    return slope;
  }
}

/** Room for the rows of one token. */
const MOST_ROWS = 32;

/** The vectors of all words that the samples have, then the topics; and which of them a sample has at a place. */
function vectorsAndTopics(samples: Samples): {
  data: Float32Array;
  at: (token: number, place: number) => number;
} {
  const rowOf = new Map<number, number>();
  for (const entry of samples.vectors) if (entry >= 0 && !rowOf.has(entry)) rowOf.set(entry, rowOf.size);
  const words = rowOf.size;
  const data = new Float32Array(words * DIMENSIONS + samples.topics.length);
  for (const [entry, row] of rowOf) addVectorOf(vectorTable(), entry, data, row * DIMENSIONS);
  data.set(samples.topics, words * DIMENSIONS);
  const rows = samples.vectors.map((entry) => rowOf.get(entry) ?? -1);
  return {
    data,
    at: (token, place) =>
      place < SLOTS
        ? (rows[token * SLOTS + place] as number)
        : words + (samples.topicRows[token * TOPICS + place - SLOTS] as number),
  };
}

/** Adds a vector times the weights of its place to `hidden`, four numbers at a time. */
function addVector(
  weights: Float32Array,
  place: number,
  data: Float32Array,
  at: number,
  hidden: Float64Array,
): void {
  for (let d = 0; d < DIMENSIONS; d += 4) {
    const [a, b, c, e] = [
      data[at + d] ?? 0,
      data[at + d + 1] ?? 0,
      data[at + d + 2] ?? 0,
      data[at + d + 3] ?? 0,
    ];
    const row = (place * DIMENSIONS + d) * HIDDEN;
    for (let h = 0; h < HIDDEN; h++)
      hidden[h] =
        (hidden[h] as number) +
        a * (weights[row + h] as number) +
        b * (weights[row + HIDDEN + h] as number) +
        c * (weights[row + 2 * HIDDEN + h] as number) +
        e * (weights[row + 3 * HIDDEN + h] as number);
  }
}
