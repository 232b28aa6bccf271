import type { ArticleProfile, ClaimProfile } from './profile.ts';

/** Claims of two articles that may be counterparts, by their places in the articles' lists of claims. */
export type CandidatePair = readonly [own: number, other: number];

/** Which claims hold a term, over all articles. */
export interface ClaimIndex {
  add(article: ArticleProfile): void;
  remove(article: ArticleProfile): void;
  /** Candidates for every claim of an article, by the path of the other article. */
  candidates(article: ArticleProfile): ReadonlyMap<string, readonly CandidatePair[]>;
}

/**
 * Terms that say less than this lead to no candidate: they stand in a good part of all claims. Names that are
 * common in the news ("president") are among them; rarer words of the claim lead the way.
 */
const SELECTIVE = 0.3;

/**
 * An inverted index. Whether two claims are candidates hangs on their own terms only, so that the links of two
 * articles are the same in every corpus, however it was built.
 */
export function createClaimIndex(): ClaimIndex {
  const postings = new Map<string, Map<string, number[]>>();
  return { add, remove, candidates };

  function add(article: ArticleProfile): void {
    for (const [i, claim] of article.claims.entries()) {
      for (const term of keysOf(claim)) {
        let articles = postings.get(term);
        if (articles === undefined) {
          articles = new Map();
          postings.set(term, articles);
        }
        const claims = articles.get(article.path);
        if (claims === undefined) articles.set(article.path, [i]);
        else claims.push(i);
      }
    }
  }

  function remove(article: ArticleProfile): void {
    for (const claim of article.claims) {
      for (const term of keysOf(claim)) {
        const articles = postings.get(term);
        if (articles?.delete(article.path) && articles.size === 0) postings.delete(term);
      }
    }
  }

  function candidates(article: ArticleProfile): ReadonlyMap<string, readonly CandidatePair[]> {
    const found = new Map<string, Set<number>>();
    for (const [i, claim] of article.claims.entries()) {
      for (const term of keysOf(claim)) {
        for (const [path, claims] of postings.get(term) ?? []) {
          if (path === article.path) continue;
          let pairs = found.get(path);
          if (pairs === undefined) {
            pairs = new Set();
            found.set(path, pairs);
          }
          for (const j of claims) pairs.add(i * WIDTH + j);
        }
      }
    }
    return new Map([...found].map(([path, pairs]) => [path, [...pairs].sort((p, q) => p - q).map(pairAt)]));
  }
}

/** More claims than an article can have: two places make one number. */
const WIDTH = 2 ** 24;

const pairAt = (pair: number): CandidatePair => [Math.floor(pair / WIDTH), pair % WIDTH];

/** What leads to a claim: its selective terms and the runs of words of a quotation. */
function keysOf(claim: ClaimProfile): string[] {
  const keys = [...claim.shingles];
  for (const [term, weight] of claim.terms) if (weight >= SELECTIVE) keys.push(term);
  return keys;
}
