import { LABELS, mayBegin, mayEnd, mayFollow, OUTSIDE } from './labels.ts';

const NEVER = -1e9;

/** LABELS x LABELS, row by the label before: 0 where the pair may stand, else far below any score. */
export const ALLOWED: Float32Array = Float32Array.from({ length: LABELS * LABELS }, (_, k) =>
  mayFollow(Math.floor(k / LABELS), k % LABELS) ? 0 : NEVER,
);
export const ALLOWED_FIRST: Float32Array = Float32Array.from({ length: LABELS }, (_, l) =>
  mayBegin(l) ? 0 : NEVER,
);
export const ALLOWED_LAST: Float32Array = Float32Array.from({ length: LABELS }, (_, l) =>
  mayEnd(l) ? 0 : NEVER,
);

const labels = Array.from({ length: LABELS }, (_, l) => l);
/** By label, those that may stand before it and behind it: a third of all pairs. */
const BEFORE = labels.map((l) => Uint8Array.from(labels.filter((k) => mayFollow(k, l))));
const BEHIND = labels.map((k) => Uint8Array.from(labels.filter((l) => mayFollow(k, l))));

/** Labels of a token that is all of its run, as most are. */
const ALONE = labels.filter((l) => mayBegin(l) && mayEnd(l));

/** Buffers for runs of up to `capacity` tokens; grown when a longer one comes. */
export interface Lattice {
  capacity: number;
  /** Scores by token and label: written by the caller. */
  scores: Float32Array;
  /** Viterbi: best way to each label, and the label before on it. Marginals: forward values, scaled. */
  forward: Float64Array;
  backward: Float64Array;
  /** Exponentials of the scores, less the greatest of each token. */
  emission: Float64Array;
  from: Uint8Array;
  /** Probability of each label at each token. */
  marginals: Float32Array;
  labels: Uint8Array;
}

export function lattice(capacity = 16): Lattice {
  const size = capacity * LABELS;
  return {
    capacity,
    scores: new Float32Array(size),
    forward: new Float64Array(size),
    backward: new Float64Array(size),
    emission: new Float64Array(size),
    from: new Uint8Array(size),
    marginals: new Float32Array(size),
    labels: new Uint8Array(capacity),
  };
}

export function reserve(lat: Lattice, tokens: number): void {
  if (tokens > lat.capacity) Object.assign(lat, lattice(tokens * 2));
}

/** The best labels of `count` tokens, into `lat.labels`. */
export function viterbi(lat: Lattice, count: number, transitions: Float32Array): void {
  const { scores, forward, from, labels } = lat;
  if (count === 1) {
    labels[0] = ALONE.reduce((best, l) => ((scores[l] ?? 0) > (scores[best] ?? 0) ? l : best), OUTSIDE);
    return;
  }
  for (let l = 0; l < LABELS; l++) forward[l] = (scores[l] ?? 0) + (ALLOWED_FIRST[l] ?? 0);
  for (let t = 1; t < count; t++) {
    for (let l = 0; l < LABELS; l++) {
      let best = -Infinity;
      let before = 0;
      const allowed = BEFORE[l] as Uint8Array;
      for (let b = 0; b < allowed.length; b++) {
        const k = allowed[b] as number;
        const way = (forward[(t - 1) * LABELS + k] ?? 0) + (transitions[k * LABELS + l] ?? 0);
        if (way > best) {
          best = way;
          before = k;
        }
      }
      forward[t * LABELS + l] = best + (scores[t * LABELS + l] ?? 0);
      from[t * LABELS + l] = before;
    }
  }
  let best = -Infinity;
  for (let l = 0; l < LABELS; l++) {
    const way = (forward[(count - 1) * LABELS + l] ?? 0) + (ALLOWED_LAST[l] ?? 0);
    if (way > best) {
      best = way;
      labels[count - 1] = l;
    }
  }
  for (let t = count - 1; t > 0; t--) labels[t - 1] = from[t * LABELS + (labels[t] ?? 0)] ?? 0;
}

/**
 * The probability of each label at each token, into `lat.marginals`: the forward-backward algorithm with each
 * column scaled to sum 1. `weights` are the exponentials of the transitions.
 */
export function marginals(lat: Lattice, count: number, weights: Float32Array): void {
  if (count === 1) {
    aloneMarginals(lat);
    return;
  }
  const { emission, forward, backward } = lat;
  exponentials(lat, count);
  for (let l = 0; l < LABELS; l++) forward[l] = ALLOWED_FIRST[l] === 0 ? (emission[l] ?? 0) : 0;
  scale(forward, 0);
  for (let t = 1; t < count; t++) {
    for (let l = 0; l < LABELS; l++) {
      let sum = 0;
      const allowed = BEFORE[l] as Uint8Array;
      for (let b = 0; b < allowed.length; b++) {
        const k = allowed[b] as number;
        sum += (forward[(t - 1) * LABELS + k] ?? 0) * (weights[k * LABELS + l] ?? 0);
      }
      forward[t * LABELS + l] = sum * (emission[t * LABELS + l] ?? 0);
    }
    scale(forward, t * LABELS);
  }
  const last = (count - 1) * LABELS;
  for (let l = 0; l < LABELS; l++) backward[last + l] = ALLOWED_LAST[l] === 0 ? 1 : 0;
  scale(backward, last);
  for (let t = count - 2; t >= 0; t--) {
    for (let k = 0; k < LABELS; k++) {
      let sum = 0;
      const allowed = BEHIND[k] as Uint8Array;
      for (let b = 0; b < allowed.length; b++) {
        const l = allowed[b] as number;
        sum +=
          (weights[k * LABELS + l] ?? 0) *
          (emission[(t + 1) * LABELS + l] ?? 0) *
          (backward[(t + 1) * LABELS + l] ?? 0);
      }
      backward[t * LABELS + k] = sum;
    }
    scale(backward, t * LABELS);
  }
  for (let t = 0; t < count; t++) {
    let sum = 0;
    for (let l = 0; l < LABELS; l++) sum += (forward[t * LABELS + l] ?? 0) * (backward[t * LABELS + l] ?? 0);
    for (let l = 0; l < LABELS; l++)
      lat.marginals[t * LABELS + l] =
        ((forward[t * LABELS + l] ?? 0) * (backward[t * LABELS + l] ?? 0)) / (sum || 1);
  }
}

function aloneMarginals({ scores, emission, marginals }: Lattice): void {
  let most = -Infinity;
  for (const l of ALONE) most = Math.max(most, scores[l] ?? 0);
  let sum = 0;
  for (const l of ALONE) {
    const share = Math.exp((scores[l] ?? 0) - most);
    emission[l] = share;
    sum += share;
  }
  for (let l = 0; l < LABELS; l++) marginals[l] = 0;
  for (const l of ALONE) marginals[l] = (emission[l] ?? 0) / sum;
}

function scale(values: Float64Array, at: number): void {
  let sum = 0;
  for (let l = 0; l < LABELS; l++) sum += values[at + l] ?? 0;
  for (let l = 0; l < LABELS; l++) values[at + l] = (values[at + l] ?? 0) / (sum || 1);
}

function exponentials(lat: Lattice, count: number): void {
  const { scores, emission } = lat;
  for (let t = 0; t < count; t++) {
    let most = -Infinity;
    for (let l = 0; l < LABELS; l++) most = Math.max(most, scores[t * LABELS + l] ?? 0);
    for (let l = 0; l < LABELS; l++)
      emission[t * LABELS + l] = Math.exp((scores[t * LABELS + l] ?? 0) - most);
  }
}
