import { priorFrom } from './alignment.ts';
import type { ArticleKeys } from './article-keys.ts';
import type { CandidatePair } from './candidate-pair.ts';
import { type ClaimTable, REMOVED } from './claim-table.ts';
import type { Nearness } from './near.ts';
import { keyOf, type Postings } from './postings.ts';
import {
  type ClaimAt,
  figuresReach,
  type Indexed,
  isFigure,
  isStatement,
  leastShared,
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
  return { areCandidates: far, visit: visitAll, among: foundAmong };

  function visitAll(
    own: Indexed,
    near: ReadonlySet<Indexed>,
    visit: (pair: CandidatePair, other: Indexed) => void,
  ): void {
    const priors = new Map<Indexed, number>();
    for (let i = 0; i < own.keys.size; i++) {
      for (const number of ledTo(own, i, near, priors)) {
        const other = bySlot[claims.article[number] ?? REMOVED];
        if (other !== undefined) visit([i, number - other.first], other);
      }
    }
  }

  /** Claims of articles that are not near to which rare terms or runs lead from a claim. */
  function ledTo(
    own: Indexed,
    i: number,
    near: ReadonlySet<Indexed>,
    priors: Map<Indexed, number>,
  ): number[] {
    const { keys } = own;
    const { shared, article } = claims;
    const { touched, silent } = visited(keys, i);
    const claim = [keys, i] as const;
    const figure = isFigure(claim);
    const least = figure || nearness.leftOut(own.slot) > 0 ? 0 : leastShared(claim, floor) - silent;
    const kept: number[] = [];
    for (const number of touched) {
      const sum = shared[number] ?? 0;
      shared[number] = 0;
      const other = bySlot[article[number] ?? REMOVED];
      if (other === undefined || other === own) continue;
      const there = [other.keys, number - other.first] as const;
      if (sum < least && isStatement(there)) continue;
      if (near.has(other)) continue;
      if (sum >= RUN) kept.push(number);
      else {
        // First what costs little to know: the most that it can be.
        const most = priorFrom(nearness.atMost(other.slot), keys.sentences, other.keys.sentences);
        if (!figure && !strangersReach(claim, there, sum + silent, floor, most)) continue;
        if (!far(claim, there, most)) continue;
        const prior = priors.get(other) ?? priorBetween(own, other);
        priors.set(other, prior);
        if (far(claim, there, prior)) kept.push(number);
      }
    }
    return kept;
  }

  /**
   * Claims that share a term or run which leads, with its weight in `shared`; `silent` is the weight of the terms that
   * do not lead: any other claim may have them all.
   */
  function visited(keys: ArticleKeys, i: number): { readonly touched: number[]; readonly silent: number } {
    const { shared } = claims;
    const touched: number[] = [];
    const visit = (number: number, weight: number): void => {
      const sum = shared[number] ?? 0;
      if (sum === 0) touched.push(number);
      shared[number] = Math.min(sum + weight, 2 * RUN);
    };
    let silent = 0;
    for (let k = keys.termsAt[i] ?? 0; k < (keys.termsAt[i + 1] ?? 0); k++) {
      const term = keys.terms[k] ?? 0;
      const key = keyOf(term, keys.kind[i] ?? 0);
      const weight = vocabulary.weightOf(term);
      if (!postings.leads(key)) silent += weight;
      else for (const number of postings.withTerm(key)) visit(number, weight);
    }
    for (let k = keys.runsAt[i] ?? 0; k < (keys.runsAt[i + 1] ?? 0); k++)
      for (const number of postings.withRun(keys.runs[k] ?? 0)) visit(number, RUN);
    return { touched, silent };
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
    return isFigure(p)
      ? figuresReach(p, q, floor, prior)
      : strangersReach(p, q, sharedWeight(p, q, vocabulary), floor, prior);
  }
}

/** A shared run of a quotation's words: worth comparing whatever else there is. */
const RUN = 1_000_000;

const hasRuns = ([{ runsAt }, place]: ClaimAt): boolean => (runsAt[place + 1] ?? 0) > (runsAt[place] ?? 0);
