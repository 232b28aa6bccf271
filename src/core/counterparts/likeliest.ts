import { type CandidatePair, PLACES } from './candidate-pair.ts';

/**
 * Two articles with more candidates than that say the same again and again: those of one story have some hundreds,
 * a thousand at most. 300 repeats of a sentence in both would be 90,000.
 */
const MANY = 4096;
/** Of so many, each claim is compared with that many; twice as many as are shown of it. */
const LIKELIEST = 16;

/** Likeness is told apart in so many steps. */
const STEPS = 1024;

/**
 * A candidate in one number, smaller the likelier it is, and in the order of places where two are equally likely:
 * there may be a million. `likeness`: 0..2.
 */
export const candidateOf = (i: number, j: number, likeness: number): number =>
  (Math.round((2 - likeness) * STEPS) * PLACES + i) * PLACES + j;

/** The places that a candidate's number stands for. */
export const pairOf = (candidate: number): CandidatePair => [
  Math.floor(candidate / PLACES) % PLACES,
  candidate % PLACES,
];

/** The candidates of two articles that are compared: all, unless there are too many to do so. */
export function likeliest(candidates: readonly number[]): CandidatePair[] {
  if (candidates.length <= MANY) return candidates.map(pairOf);
  const counts = [new Uint8Array(PLACES), new Uint8Array(PLACES)] as const;
  const kept: CandidatePair[] = [];
  for (const candidate of new Float64Array(candidates).sort()) {
    const pair = pairOf(candidate);
    const [own, other] = [counts[0][pair[0]] ?? 0, counts[1][pair[1]] ?? 0];
    if (own === LIKELIEST || other === LIKELIEST) continue;
    counts[0][pair[0]] = own + 1;
    counts[1][pair[1]] = other + 1;
    kept.push(pair);
  }
  return kept;
}
