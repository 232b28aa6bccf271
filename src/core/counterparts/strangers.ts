import { priorFrom } from './alignment.ts';
import { type ArticleKeys, RARE } from './article-keys.ts';
import type { CandidatePair } from './candidate-pair.ts';
import { bitOf, type ClaimTable, REMOVED } from './claim-table.ts';
import { ofTwoStories } from './figures/weighing.ts';
import type { Nearness } from './near.ts';
import { keyOf, type Postings } from './postings.ts';
import {
  type ClaimAt,
  figuresReach,
  type Indexed,
  isFigure,
  priorBetween,
  sharedWeight,
  strangersReach,
} from './reach.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is known of an archive's articles and claims. */
export interface Archive {
  readonly vocabulary: Vocabulary;
  /** Pairs that cannot reach this score are no candidates. */
  readonly floor: number;
  /** Articles by their numbers. */
  readonly bySlot: readonly (Indexed | undefined)[];
  readonly claims: ClaimTable;
  readonly postings: Postings;
  readonly nearness: Nearness;
}

/** Candidates in articles that are not near each other. */
export interface Strangers {
  /** Whether two claims, which something leads from one to the other, are candidates. */
  readonly areCandidates: (p: ClaimAt, q: ClaimAt, prior: number) => boolean;
  /** Calls `visit` with every candidate of an article that is in none of those near it. */
  readonly visit: (
    own: Indexed,
    near: ReadonlySet<Indexed>,
    visit: (pair: CandidatePair, other: Indexed) => void,
  ) => void;
  /** Articles between which a term gives candidates that all these claims have. */
  readonly among: (claims: readonly number[], visit: (path: string, other: string) => void) => void;
}

export function createStrangers({
  vocabulary,
  floor,
  bySlot,
  claims,
  postings,
  nearness,
}: Archive): Strangers {
  /** Scratch: the weight of a claim's terms by their bits. */
  const weightOfBit = new Int32Array(64);
  return { areCandidates: far, visit: visitAll, among: foundAmong };

  function visitAll(
    own: Indexed,
    near: ReadonlySet<Indexed>,
    visit: (pair: CandidatePair, other: Indexed) => void,
  ): void {
    const priors = new Map<Indexed, number>();
    const skipped = new Set([own.slot, REMOVED]);
    for (const { slot } of near) skipped.add(slot);
    for (let i = 0; i < own.keys.size; i++) {
      for (const number of ledTo(own, i, skipped, priors)) {
        const other = bySlot[claims.article[number] ?? REMOVED];
        if (other !== undefined) visit([i, number - other.first], other);
      }
    }
  }

  /** Claims of articles that are not among the skipped ones to which rare terms or runs lead from a claim. */
  function ledTo(
    own: Indexed,
    i: number,
    skipped: ReadonlySet<number>,
    priors: Map<Indexed, number>,
  ): number[] {
    const { article, met } = claims;
    const claim = [own.keys, i] as const;
    const mayReach = isFigure(claim) ? figuresMayReach(claim) : wordsMayReach(own, i);
    const kept: number[] = [];
    for (const number of visited(own.keys, i)) {
      const byRun = met[number] === MET_BY_RUN;
      met[number] = 0;
      const slot = article[number] ?? REMOVED;
      if (!byRun) {
        // First what costs little to know: the most that it can be.
        const most = priorFrom(nearness.atMost(slot), own.keys.sentences, bySlot[slot]?.keys.sentences ?? 0);
        if (!mayReach(number, most)) continue;
      }
      const other = skipped.has(slot) ? undefined : bySlot[slot];
      if (other !== undefined && (byRun || reaches(own, i, other, number, priors))) kept.push(number);
    }
    return kept;
  }

  function reaches(
    own: Indexed,
    i: number,
    other: Indexed,
    number: number,
    priors: Map<Indexed, number>,
  ): boolean {
    const prior = priors.get(other) ?? priorBetween(own, other);
    priors.set(other, prior);
    return far([own.keys, i], [other.keys, number - other.first], prior);
  }

  function figuresMayReach(claim: ClaimAt): MayReach {
    const rare = isRare(claim);
    return (number, most) => {
      if (!rare && ofTwoStories(most) && ((claims.kind[number] ?? 0) & RARE) === 0) return false;
      const other = bySlot[claims.article[number] ?? REMOVED];
      return other !== undefined && figuresReach(claim, [other.keys, number - other.first], floor, most);
    };
  }

  /** From the bits of both claims' terms: what is not among them is not shared. */
  function wordsMayReach({ keys, first }: Indexed, i: number): MayReach {
    const { kind, weight, low, high } = claims;
    const weights = weightOfBit.fill(0);
    for (let k = keys.termsAt[i] ?? 0; k < (keys.termsAt[i + 1] ?? 0); k++) {
      const term = keys.terms[k] ?? 0;
      const bit = bitOf(term);
      weights[bit] = (weights[bit] ?? 0) + vocabulary.weightOf(term);
    }
    const [ownLow, ownHigh] = [low[first + i] ?? 0, high[first + i] ?? 0];
    const [ownKind, ownWeight] = [keys.kind[i] ?? 0, keys.weight[i] ?? 0];
    return (number, most) => {
      const shared =
        sumOfBits(ownLow & (low[number] ?? 0), weights, 0) +
        sumOfBits(ownHigh & (high[number] ?? 0), weights, 32);
      return strangersReach(ownKind, ownWeight, kind[number] ?? 0, weight[number] ?? 0, shared, floor, most);
    };
  }

  /** Claims that share a term or run which leads: `met` says by which of the two. */
  function visited(keys: ArticleKeys, i: number): readonly number[] {
    const { met } = claims;
    const touched: number[] = [];
    const visit = (numbers: readonly number[], how: number): void => {
      for (const number of numbers) {
        const known = met[number] ?? 0;
        if (known === 0) touched.push(number);
        if (known < how) met[number] = how;
      }
    };
    for (let k = keys.termsAt[i] ?? 0; k < (keys.termsAt[i + 1] ?? 0); k++) {
      const key = keyOf(keys.terms[k] ?? 0, keys.kind[i] ?? 0);
      if (postings.leads(key)) visit(postings.withTerm(key), MET_BY_TERM);
    }
    for (let k = keys.runsAt[i] ?? 0; k < (keys.runsAt[i + 1] ?? 0); k++)
      visit(postings.withRun(keys.runs[k] ?? 0), MET_BY_RUN);
    return touched;
  }

  /** Candidates that a term gives which has come to lead. */
  function foundAmong(numbers: readonly number[], note: (a: string, b: string) => void): void {
    for (const [k, x] of numbers.entries()) {
      const a = bySlot[claims.article[x] ?? REMOVED];
      for (const y of a === undefined ? [] : numbers.slice(k + 1)) {
        const b = bySlot[claims.article[y] ?? REMOVED];
        if (a === undefined || b === undefined || a === b || nearness.isNear(a.slot, b.slot)) continue;
        const [p, q] = [
          [a.keys, x - a.first],
          [b.keys, y - b.first],
        ] as const;
        // Claims that a run brings together may share nothing else.
        if (hasRuns(p) || far(p, q, priorBetween(a, b))) note(a.path, b.path);
      }
    }
  }

  function far(p: ClaimAt, q: ClaimAt, prior: number): boolean {
    if (isFigure(p)) return figuresReach(p, q, floor, prior);
    const [[a, i], [b, j]] = [p, q];
    const shared = sharedWeight(p, q, vocabulary);
    return strangersReach(
      a.kind[i] ?? 0,
      a.weight[i] ?? 0,
      b.kind[j] ?? 0,
      b.weight[j] ?? 0,
      shared,
      floor,
      prior,
    );
  }
}

/** Whether a claim, by its number, may be a candidate where the articles' being of one story speaks so much for it. */
type MayReach = (number: number, most: number) => boolean;

const isRare = ([keys, place]: ClaimAt): boolean => ((keys.kind[place] ?? 0) & RARE) !== 0;

/** How claims are met. A shared run of a quotation's words is worth comparing whatever else there is. */
const MET_BY_TERM = 1;
const MET_BY_RUN = 2;

/** The sum of the weights whose bits are set, the lowest bit's standing at `from`. */
function sumOfBits(bits: number, weights: Int32Array, from: number): number {
  let sum = 0;
  for (let left = bits; left !== 0; left &= left - 1)
    sum += weights[from + 31 - Math.clz32(left & -left)] ?? 0;
  return sum;
}

const hasRuns = ([{ runsAt }, place]: ClaimAt): boolean => (runsAt[place + 1] ?? 0) > (runsAt[place] ?? 0);
