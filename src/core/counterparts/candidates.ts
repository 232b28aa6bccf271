import { priorOf } from './alignment.ts';
import type { ArticleProfile, ClaimProfile } from './profile.ts';
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
  /** Number of the article's first claim; the others follow. */
  readonly base: number;
  readonly keys: readonly (readonly (readonly [key: string, weight: number])[])[];
}

/**
 * An inverted index. Whether two claims are candidates hangs on their own two articles only, so that the links
 * of two articles are the same in every corpus, however it was built.
 */
export function createClaimIndex(): ClaimIndex {
  const postings = new Map<string, number[]>();
  const entries = new Map<string, Entry>();
  /** Article of each claim number; undefined where the article was removed. */
  let owners: (Entry | undefined)[] = [];
  let shared = new Int32Array(1024);
  let dead = 0;
  return { add, remove, candidates };

  function add(article: ArticleProfile): void {
    remove(article.path);
    const entry = { article, base: owners.length, keys: article.claims.slice(0, MOST_CLAIMS).map(keysOf) };
    entries.set(article.path, entry);
    for (const [i, keys] of entry.keys.entries()) {
      owners.push(entry);
      for (const [key] of keys) {
        const list = postings.get(key);
        if (list === undefined) postings.set(key, [entry.base + i]);
        else list.push(entry.base + i);
      }
    }
    if (shared.length < owners.length) shared = new Int32Array(owners.length * 2);
  }

  function remove(path: string): void {
    const entry = entries.get(path);
    if (entry === undefined) return;
    entries.delete(path);
    for (let i = 0; i < entry.keys.length; i++) owners[entry.base + i] = undefined;
    dead += entry.keys.length;
    if (dead > 1000 && dead * 2 > owners.length) rebuild();
  }

  /** Numbers of removed claims stay in the postings until they are the greater part. */
  function rebuild(): void {
    const articles = [...entries.values()].map((entry) => entry.article);
    postings.clear();
    entries.clear();
    owners = [];
    dead = 0;
    for (const article of articles) add(article);
  }

  function candidates(article: ArticleProfile, floor = 0): ReadonlyMap<string, readonly CandidatePair[]> {
    const found = new Map<string, CandidatePair[]>();
    const priors = new Map<Entry, number>();
    const priorWith = (entry: Entry): number => {
      const prior = priors.get(entry) ?? priorOf(article, entry.article);
      priors.set(entry, prior);
      return prior;
    };
    for (const [i, claim] of article.claims.slice(0, MOST_CLAIMS).entries()) {
      for (const number of touchedBy(claim, article.path)) {
        const weight = shared[number] ?? 0;
        shared[number] = 0;
        const entry = owners[number];
        const other = entry?.article.claims[number - entry.base];
        if (entry === undefined || other === undefined || !comparable(claim, other)) continue;
        if (floor > 0 && reach(claim, other, weight / UNIT, () => priorWith(entry)) < floor) continue;
        const pairs = found.get(entry.article.path);
        if (pairs === undefined) found.set(entry.article.path, [[i, number - entry.base]]);
        else pairs.push([i, number - entry.base]);
      }
    }
    return found;
  }

  /** Numbers of the claims of other articles that share keys with a claim; `shared` holds how much. */
  function touchedBy(claim: ClaimProfile, path: string): number[] {
    const touched: number[] = [];
    for (const [key, weight] of keysOf(claim)) {
      for (const number of postings.get(key) ?? []) {
        const entry = owners[number];
        if (entry === undefined || entry.article.path === path) continue;
        if (shared[number] === 0) touched.push(number);
        shared[number] = (shared[number] ?? 0) + weight;
      }
    }
    return touched.sort((p, q) => p - q);
  }
}

const comparable = (a: ClaimProfile, b: ClaimProfile): boolean => (a.figure === null) === (b.figure === null);

/** Slack for what weighs differently between two articles, and for terms that are not in the index. */
const SLACK = 1.5;

/** The most that two claims can score, seen from the terms of the index alone. */
function reach(a: ClaimProfile, b: ClaimProfile, weight: number, prior: () => number): number {
  if (weight * UNIT >= RUN_WEIGHT || a.figure !== null) return 1;
  const dice = (2 * weight) / (a.weight + b.weight);
  const containment = weight / Math.min(a.weight, b.weight);
  const most =
    SLACK *
    (a.claim.kind === b.claim.kind && a.claim.kind === 'statement'
      ? 0.65 * dice + 0.35 * containment
      : Math.max(dice, containment));
  return most < 0.2 ? 0 : most + prior();
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
