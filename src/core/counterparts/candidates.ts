import type { ArticleKeys } from './article-keys.ts';
import type { CandidatePair } from './candidate-pair.ts';
import { claimTable, REMOVED } from './claim-table.ts';
import { type Join, joinTo, type Shared } from './join.ts';
import { candidateOf, likeliest, pairOf } from './likeliest.ts';
import { createNearness, type MostNear, type SavedNearness } from './near.ts';
import { createPostings } from './postings.ts';
import { figuresReach, type Indexed, isFigure, likenessOf, priorBetween, wordsReach } from './reach.ts';
import { createStrangers } from './strangers.ts';
import { likenessOfVectors, type TopicVector } from './topic-vector.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Which claims of an archive may be counterparts. */
export interface ClaimIndex {
  /** Puts an article in the place of what was at its path; with null, takes that away. */
  readonly replace: (path: string, article: ToIndex | null) => Changes;
  /** Candidates of two articles. */
  readonly between: (path: string, other: string) => CandidatePair[];
  /** Every pair of claims that have a term in common, of articles with greater paths: not bounded, and slow. */
  readonly sharing: (path: string) => ReadonlyMap<string, readonly CandidatePair[]>;
  /** Articles that one is near, those that are at least so much like it. */
  readonly near: (path: string, least: number) => readonly Neighbour[];
  /** How like two articles are, 0..1. */
  readonly likeness: (path: string, other: string) => number;
  /** How much two articles' being of one story or not speaks for their claims. */
  readonly prior: (path: string, other: string) => number;
  readonly limits: (path: string) => Limits;
  /** Another number whenever the article has been put in. */
  readonly version: (path: string) => number;
  /** What was found out about the articles, which are `paths`. */
  readonly saved: () => SavedIndex;
  /** Puts articles into an empty index as they were when it was saved. */
  readonly restore: (saved: SavedIndex, article: (path: string) => ToIndex) => void;
}

export interface SavedIndex {
  readonly paths: readonly string[];
  readonly near: SavedNearness;
}

/** What is known of an article's claims and topic, by numbers of the vocabulary. */
export interface ToIndex {
  readonly keys: ArticleKeys;
  readonly topic: TopicVector;
}

export interface Neighbour {
  readonly path: string;
  /** 0..1, as `likeness` has it. */
  readonly likeness: number;
}

export interface Changes {
  /** Candidates for the article's claims, by the path of the other article. */
  readonly candidates: ReadonlyMap<string, readonly CandidatePair[]>;
  /** Other articles between which candidates may have come or gone, since terms and neighbours have become rarer or commoner. */
  readonly others: readonly (readonly [string, string])[];
}

/** What was left out of an article's counterparts because there is too much of it. */
export interface Limits {
  /** Claims at the end of the article that are linked with nothing. */
  readonly claims: number;
  /** Articles as like this one as others that it was compared with, in which only what is rare was looked for. */
  readonly articles: number;
}

/** How much is compared, so that an archive of any size takes time and memory by the number of its articles. */
export interface Bounds extends MostNear {
  /** Everywhere else a term or run of words leads from claim to claim where so many claims have it at most. */
  readonly sharing: number;
}

const BOUNDS: Bounds = { copies: 8, near: 48, sharing: 64 };

export interface IndexOptions {
  readonly vocabulary: Vocabulary;
  /** Pairs that cannot reach this score are no candidates. */
  readonly floor: number;
  /** Articles that have links with one. */
  readonly linked: (path: string) => Iterable<string>;
  readonly bounds?: Bounds;
}

/**
 * Candidates come from two sides. Articles that are near each other are compared claim by claim, each with a bounded
 * number of others; everywhere else a term or run of words must lead from one claim to the other that few claims
 * have. Both are bounded by constants, so an archive ten times as large takes about ten times as long. What is a
 * candidate hangs on the articles that are there, never on the order in which they came.
 */
export function createClaimIndex({ vocabulary, floor, linked, bounds = BOUNDS }: IndexOptions): ClaimIndex {
  const bySlot: (Indexed | undefined)[] = [];
  const byPath = new Map<string, Indexed>();
  const freeSlots: number[] = [];
  let versions = 0;
  const claims = claimTable();
  const postings = createPostings(vocabulary, bounds.sharing);
  /** Pairs of articles whose being near has been touched, and whether they were near before. */
  const touched = new Map<string, readonly [number, number, boolean]>();
  const nearness = createNearness(bounds, (a, b) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    if (!touched.has(key)) touched.set(key, [a, b, nearness.isNear(a, b)]);
  });
  const strangers = createStrangers({ vocabulary, floor, bySlot, claims, postings, nearness });
  return { replace, between, sharing, near: nearTo, likeness, prior, limits, version, saved, restore };

  function replace(path: string, article: ToIndex | null): Changes {
    const old = byPath.get(path);
    if (old !== undefined) takeOut(old);
    const own = article === null ? undefined : putIn(path, article, old?.slot);
    if (own === undefined && old !== undefined) freeSlots.push(old.slot);
    const others = changedPairs(path);
    return { candidates: own === undefined ? new Map() : candidatesOf(own), others };
  }

  function takeOut(old: Indexed): void {
    byPath.delete(old.path);
    bySlot[old.slot] = undefined;
    postings.remove(old.keys, old.first);
    claims.remove(old.first, old.keys.size);
    nearness.remove(old);
  }

  function putIn(path: string, article: ToIndex, before: number | undefined): Indexed {
    const own = placed(path, article, before ?? freeSlots.pop() ?? bySlot.length);
    nearness.add(own);
    return own;
  }

  /** Puts an article in, but for what is near it. */
  function placed(path: string, { keys, topic }: ToIndex, slot: number): Indexed {
    const own: Indexed = { path, slot, topic, keys, first: claims.add(keys, slot), version: ++versions };
    bySlot[slot] = own;
    byPath.set(path, own);
    postings.add(keys, own.first);
    return own;
  }

  function saved(): SavedIndex {
    const there = bySlot.flatMap((one) => one ?? []);
    return { paths: there.map(({ path }) => path), near: nearness.saved(there.map(({ slot }) => slot)) };
  }

  function restore({ paths, near }: SavedIndex, article: (path: string) => ToIndex): void {
    nearness.restore(
      paths.map((path, slot) => placed(path, article(path), slot)),
      near,
    );
    // Whatever leads from claim to claim now did so before.
    postings.turned();
  }

  function changedPairs(path: string): (readonly [string, string])[] {
    const changed = new Map<string, readonly [string, string]>();
    const note = (a: string, b: string): void => {
      if (a !== path && b !== path && a !== b) changed.set(a < b ? `${a}\n${b}` : `${b}\n${a}`, [a, b]);
    };
    for (const [a, b, near] of touched.values()) {
      const [p, q] = [bySlot[a], bySlot[b]];
      if (p && q && nearness.isNear(a, b) !== near) note(p.path, q.path);
    }
    touched.clear();
    for (const { leads, claims: numbers } of postings.turned()) {
      if (leads) strangers.among(numbers, note);
      else lostAmong(numbers, note);
    }
    return [...changed.values()];
  }

  /** Links that only a term gave which no longer leads. */
  function lostAmong(numbers: readonly number[], note: (a: string, b: string) => void): void {
    const among = new Set(numbers.map((number) => bySlot[claims.article[number] ?? REMOVED]?.path ?? ''));
    for (const path of among) {
      for (const other of linked(path)) {
        if (path < other && among.has(other) && !areNear(path, other)) note(path, other);
      }
    }
  }

  function areNear(path: string, other: string): boolean {
    const [a, b] = [byPath.get(path), byPath.get(other)];
    return a !== undefined && b !== undefined && nearness.isNear(a.slot, b.slot);
  }

  function candidatesOf(own: Indexed): Map<string, CandidatePair[]> {
    const found = new Map<string, CandidatePair[]>();
    const near = new Set(nearness.nearOf(own.slot).flatMap(({ slot }) => bySlot[slot] ?? []));
    const join = joinTo(own, postings, vocabulary);
    for (const other of near) {
      const pairs = joined(join, own, other);
      if (pairs.length > 0) found.set(other.path, pairs);
    }
    strangers.visit(own, near, (pair, { path }) => {
      const pairs = found.get(path);
      if (pairs === undefined) found.set(path, [pair]);
      else pairs.push(pair);
    });
    return found;
  }

  /** Chosen from the smaller path's side, so that those left of too many are the same from both. */
  function joined(join: Join, own: Indexed, other: Indexed): CandidatePair[] {
    const candidates: number[] = [];
    const near = nearness.isNear(own.slot, other.slot);
    const prior = priorBetween(own, other);
    const isFirst = own.path < other.path;
    join(other, ({ own: i, other: j, weight, run, runLeads, leads }) => {
      const [p, q] = [
        [own.keys, i],
        [other.keys, j],
      ] as const;
      const reach = near
        ? run || (isFigure(p) ? figuresReach(p, q, floor, prior) : wordsReach(p, q, weight, floor, prior))
        : runLeads || (leads && strangers.areCandidates(p, q, prior));
      if (!reach) return;
      const likeness = near ? likenessOf(p, q, weight, run) : 0;
      candidates.push(isFirst ? candidateOf(i, j, likeness) : candidateOf(j, i, likeness));
    });
    // Those of strangers are bounded by what leads to them, here as where the archive is asked.
    const pairs = near ? likeliest(candidates) : candidates.map(pairOf);
    return isFirst ? pairs : pairs.map(([i, j]) => [j, i]);
  }

  function between(path: string, other: string): CandidatePair[] {
    const [a, b] = [byPath.get(path), byPath.get(other)];
    return a === undefined || b === undefined ? [] : joined(joinTo(a, postings, vocabulary), a, b);
  }

  function sharing(path: string): ReadonlyMap<string, readonly CandidatePair[]> {
    const found = new Map<string, CandidatePair[]>();
    const own = byPath.get(path);
    if (own === undefined) return found;
    const join = joinTo(own, postings, vocabulary);
    for (const other of byPath.values()) {
      if (other.path <= path) continue;
      const pairs: CandidatePair[] = [];
      join(other, (shared: Shared) => pairs.push([shared.own, shared.other]));
      if (pairs.length > 0) found.set(other.path, pairs);
    }
    return found;
  }

  function nearTo(path: string, least: number): readonly Neighbour[] {
    const own = byPath.get(path);
    const near = own === undefined ? [] : nearness.nearOf(own.slot, least);
    return near.map(({ slot, value }) => ({ path: bySlot[slot]?.path ?? '', likeness: value }));
  }

  function version(path: string): number {
    return byPath.get(path)?.version ?? 0;
  }

  function likeness(path: string, other: string): number {
    const [a, b] = [byPath.get(path), byPath.get(other)];
    return a === undefined || b === undefined ? 0 : likenessOfVectors(a.topic, b.topic);
  }

  function prior(path: string, other: string): number {
    const [a, b] = [byPath.get(path), byPath.get(other)];
    return a === undefined || b === undefined ? 0 : priorBetween(a, b);
  }

  function limits(path: string): Limits {
    const own = byPath.get(path);
    if (own === undefined) return { claims: 0, articles: 0 };
    return { claims: own.keys.claims - own.keys.size, articles: nearness.leftOut(own.slot) };
  }
}
