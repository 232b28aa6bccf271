import { priorOf } from './alignment.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { claimTable, REMOVED } from './claim-table.ts';
import type { FigureMeasure } from './figures/measure.ts';
import { mayTieStories, ofTwoStories, UNSURE } from './figures/weighing.ts';
import { weightOfTerm } from './terms.ts';

/** Claims of two articles that may be counterparts, by their places in the articles' lists of claims. */
export type CandidatePair = readonly [own: number, other: number];

/** Which claims hold a term, over all articles. */
export interface ClaimIndex {
  add(article: ArticleProfile): void;
  remove(path: string): void;
  /**
   * Candidates for every claim of an article, by the path of the other article. With a `floor`, pairs that
   * cannot reach this score are left out.
   */
  candidates(article: ArticleProfile, floor?: number): ReadonlyMap<string, readonly CandidatePair[]>;
}

/**
 * Terms that say less than this lead to no candidate: they stand in a good part of all claims. Rarer words of
 * the claim lead the way.
 */
const SELECTIVE = 0.3;
/** Weights are added up as whole numbers, so that a sum hangs on no order. */
const UNIT = 240;
/** A shared run of a quotation's words: worth comparing whatever else there is. */
const RUN_WEIGHT = 1_000_000;

/**
 * Claims of an article that are linked: some 3,000 sentences. A longer text is no article, and two such texts
 * would be compared for minutes.
 */
export const MOST_CLAIMS = 5000;

interface Entry {
  readonly article: ArticleProfile;
  readonly number: number;
  /** Number of the article's first claim; the others follow. */
  readonly base: number;
  /** How many of its claims are indexed. */
  readonly size: number;
}

/** Numbers of the claims that hold a term. */
type Postings = Map<string, number[]>;

/**
 * An inverted index. Whether two claims are candidates hangs on their own two articles only, so that the links
 * of two articles are the same in every corpus, however it was built.
 */
export function createClaimIndex(): ClaimIndex {
  const entries = new Map<string, Entry>();
  /** By article number; undefined where the article was removed. */
  let articles: (Entry | undefined)[] = [];
  const claims = claimTable();
  /** Figures are compared with figures, other claims with others. */
  const postings: Readonly<Record<'figure' | 'words', Postings>> = { figure: new Map(), words: new Map() };
  let dead = 0;
  return { add, remove, candidates };

  function add(article: ArticleProfile): void {
    remove(article.path);
    const size = Math.min(article.claims.length, MOST_CLAIMS);
    const entry = { article, number: articles.length, base: claims.count, size };
    entries.set(article.path, entry);
    articles.push(entry);
    for (const claim of article.claims.slice(0, MOST_CLAIMS)) {
      const number = claims.add(claim, entry.number);
      const lists = postings[sideOf(claim)];
      for (const [key] of keysOf(claim)) {
        const list = lists.get(key);
        if (list === undefined) lists.set(key, [number]);
        else list.push(number);
      }
    }
  }

  function remove(path: string): void {
    const entry = entries.get(path);
    if (entry === undefined) return;
    entries.delete(path);
    articles[entry.number] = undefined;
    claims.article.fill(REMOVED, entry.base, entry.base + entry.size);
    dead += entry.size;
    if (dead > 1000 && dead * 2 > claims.count) rebuild();
  }

  /** Numbers of removed claims stay in the postings until they are the greater part. */
  function rebuild(): void {
    const kept = [...entries.values()].map((entry) => entry.article);
    postings.figure.clear();
    postings.words.clear();
    entries.clear();
    articles = [];
    claims.count = 0;
    dead = 0;
    for (const article of kept) add(article);
  }

  function candidates(article: ArticleProfile, floor = 0): ReadonlyMap<string, readonly CandidatePair[]> {
    const found = new Map<string, CandidatePair[]>();
    const own = entries.get(article.path)?.number ?? REMOVED;
    const priors = new Map<number, number>();
    const priorWith = (number: number): number => {
      const other = articles[number];
      const prior = priors.get(number) ?? (other === undefined ? 0 : priorOf(article, other.article));
      priors.set(number, prior);
      return prior;
    };
    for (const [i, claim] of article.claims.slice(0, MOST_CLAIMS).entries()) {
      for (const number of reached(claim, own, floor, priorWith)) {
        const entry = articles[claims.article[number] ?? 0];
        if (entry === undefined) continue;
        const pairs = found.get(entry.article.path);
        if (pairs === undefined) found.set(entry.article.path, [[i, number - entry.base]]);
        else pairs.push([i, number - entry.base]);
      }
    }
    return found;
  }

  /** Numbers of the claims of other articles that share keys with a claim and can reach the floor, in order. */
  function reached(
    claim: ClaimProfile,
    own: number,
    floor: number,
    prior: (article: number) => number,
  ): number[] {
    const { shared, article, touched } = claims;
    let count = 0;
    const lists = postings[sideOf(claim)];
    for (const [key, weight] of keysOf(claim)) {
      for (const number of lists.get(key) ?? NONE) {
        const sum = shared[number] ?? 0;
        if (sum === 0) touched[count++] = number;
        shared[number] = sum + weight;
      }
    }
    const kept: number[] = [];
    for (let k = 0; k < count; k++) {
      const number = touched[k] ?? 0;
      const sum = shared[number] ?? 0;
      shared[number] = 0;
      const other = article[number] ?? REMOVED;
      if (other === REMOVED || other === own) continue;
      if (floor === 0 || sum >= RUN_WEIGHT) kept.push(number);
      else if (claim.figure !== null) {
        const one = floor <= UNSURE || !ofTwoStories(prior(other));
        if (one || mayTieStories(claim.measure, measureOf(number))) kept.push(number);
      } else {
        const most = reach(claim, claims.weight[number] ?? 0, claims.statement[number] === 1, sum / UNIT);
        if (most >= LEAST_REACH && most + prior(other) >= floor) kept.push(number);
      }
    }
    return kept.sort((p, q) => p - q);
  }

  function measureOf(number: number): FigureMeasure | null {
    const entry = articles[claims.article[number] ?? 0];
    return entry?.article.claims[number - entry.base]?.measure ?? null;
  }
}

const NONE: readonly number[] = [];
const sideOf = (claim: ClaimProfile): 'figure' | 'words' => (claim.figure === null ? 'words' : 'figure');

/** Slack for what weighs differently between two articles, and for terms that are not in the index. */
const SLACK = 1.5;
/** Claims that share less are no candidates, whatever their articles. */
const LEAST_REACH = 0.2;

/** The most that two claims can score by their words, seen from the terms of the index alone. */
function reach(a: ClaimProfile, otherWeight: number, otherStatement: boolean, weight: number): number {
  const dice = (2 * weight) / (a.weight + otherWeight);
  const containment = weight / Math.min(a.weight, otherWeight);
  const statements = otherStatement && a.claim.kind === 'statement';
  return SLACK * (statements ? 0.65 * dice + 0.35 * containment : Math.max(dice, containment));
}

/** What leads to a claim: its selective terms and the runs of words of a quotation. */
function keysOf(claim: ClaimProfile): (readonly [string, number])[] {
  const keys: (readonly [string, number])[] = claim.shingles.map((shingle) => [shingle, RUN_WEIGHT]);
  for (const term of claim.terms.keys()) {
    const weight = weightOfTerm(term);
    if (weight >= SELECTIVE) keys.push([term, Math.round(weight * UNIT)]);
  }
  const counted = countedThing(claim);
  if (counted !== null && !claim.terms.has(counted))
    keys.push([counted, Math.round(weightOfTerm(counted) * UNIT)]);
  return keys;
}

/** What a figure counts or divides leads to it as its words do: "14 hangers", "a quarter of the sensors". */
function countedThing({ measure }: ClaimProfile): string | null {
  if (measure === null) return null;
  const { group, measured, dimension } = measure.quantity;
  const thing = group === 'share' ? measure.base : group === 'amount' && !measured ? dimension : null;
  return thing !== null && thing !== '' && weightOfTerm(thing) >= SELECTIVE ? thing : null;
}
