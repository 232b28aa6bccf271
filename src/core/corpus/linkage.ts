import { type Pairing, pairingOf } from '../counterparts/alignment.ts';
import type { CandidatePair } from '../counterparts/candidate-pair.ts';
import type { ClaimIndex, ToIndex } from '../counterparts/candidates.ts';
import type { ArticleProfile } from '../counterparts/claim-profile.ts';
import type { Link } from '../counterparts/link.ts';
import { reasonsOf, scoredLinks, shownLinks } from '../counterparts/links.ts';
import { createLinkCodes, type LinkCodes } from './link-codes.ts';
import { createRecent } from './recent.ts';

/** Which claims of which articles are linked, and how. Why, is read anew from the articles when it is asked for. */
export interface Linkage {
  /** Links an article anew, after it came, changed or went (null); returns the articles whose links may have changed. */
  readonly update: (path: string, keys: ToIndex | null) => ReadonlySet<string>;
  /** Articles that have links with one. */
  readonly partners: (path: string) => Iterable<string>;
  /** Links of two articles, `from` in the first. */
  readonly links: (path: string, other: string) => Link[];
  /** Every scored pair of an article's claims with those of articles with greater paths, weak ones too: slow. */
  readonly scored: (path: string) => Link[];
  /** All links, of articles by their places in the list. */
  readonly saved: (paths: readonly string[]) => SavedLinks;
  readonly restore: (paths: readonly string[], saved: SavedLinks) => void;
}

/** Of each two linked articles: which they are, how many numbers follow, and their codes. */
export interface SavedLinks {
  readonly codes: Int32Array;
  /** What the codes' numbers of differences stand for. */
  readonly differences: readonly string[];
}

/** All that an article's claims are read from; equal names are not yet equal contents. */
export interface ArticleContent {
  readonly name: string;
  readonly same: (other: ArticleContent) => boolean;
  readonly source: unknown;
}

export interface LinkageOptions {
  readonly contentAt: (path: string) => ArticleContent | undefined;
  readonly index: ClaimIndex;
  readonly profileAt: (path: string) => ArticleProfile | undefined;
  /** Id of a claim by its place. */
  readonly claimAt: (path: string, place: number) => string | undefined;
}

/** Comparisons at hand, for the reasons of one link after another. */
const MOST_PAIRED = 8;
/** Stands in no path. */
const BETWEEN = '\n';

/** What two texts have in common, for their copies. */
interface Compared {
  readonly a: ArticleContent;
  readonly b: ArticleContent;
  readonly prior: number;
  readonly places: readonly number[];
  readonly coded: LinkCodes;
}

/** Comparisons of texts that are remembered for their copies. */
const MOST_COMPARED = 256;

export function createLinkage({ index, profileAt, claimAt, contentAt }: LinkageOptions): Linkage {
  /** Both of two linked articles have the same codes; the one with the smaller path is first in them. */
  const linked = new Map<string, Map<string, LinkCodes>>();
  let codes = createLinkCodes();
  const compared = new Map<string, Compared>();
  const pairings = createRecent(MOST_PAIRED, (key: string) => {
    const [first = '', second = ''] = key.split(BETWEEN);
    return pairingAt(first, second) ?? undefined;
  });
  return { update, partners, links, scored, saved, restore };

  function update(path: string, keys: ToIndex | null): ReadonlySet<string> {
    pairings.clear();
    const { candidates, others } = index.replace(path, keys);
    const touched = new Set([path, ...partners(path)]);
    for (const other of partners(path)) linked.get(other)?.delete(path);
    linked.delete(path);
    for (const [other, pairs] of candidates) if (link(path, other, pairs)) touched.add(other);
    for (const [a, b] of others) {
      link(a, b, index.between(a, b));
      touched.add(a).add(b);
    }
    return touched;
  }

  function link(path: string, other: string, candidates: readonly CandidatePair[]): boolean {
    const [first, second] = path < other ? [path, other] : [other, path];
    const pairs = candidates.map(([i, j]): CandidatePair => (path < other ? [i, j] : [j, i]));
    if (candidates.length === 0) return unlink(first, second);
    pairs.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
    const coded = codedOf(first, second, pairs);
    if (coded === null || coded.length === 0) return unlink(first, second);
    put(first, second, coded);
    put(second, first, coded);
    return true;
  }

  /** What two texts have in common is found out once, though copies of each stand at many paths. */
  function codedOf(first: string, second: string, pairs: readonly CandidatePair[]): LinkCodes | null {
    const [a, b] = [contentAt(first), contentAt(second)];
    const prior = index.prior(first, second);
    const places = pairs.flat();
    const key = `${a?.name} ${b?.name}`;
    const known = compared.get(key);
    if (known !== undefined && a?.same(known.a) && b?.same(known.b) && known.prior === prior) {
      const same = known.places.length === places.length && places.every((p, k) => p === known.places[k]);
      if (same) return known.coded;
    }
    const pairing = pairingAt(first, second);
    if (pairing === null) return null;
    const coded = codes.of(shownLinks(pairing, pairs));
    if (a && b) remember(key, { a, b, prior, places, coded });
    return coded;
  }

  function remember(key: string, one: Compared): void {
    compared.delete(key);
    compared.set(key, one);
    for (const oldest of compared.keys()) {
      if (compared.size <= MOST_COMPARED) break;
      compared.delete(oldest);
    }
  }

  function unlink(first: string, second: string): boolean {
    linked.get(first)?.delete(second);
    linked.get(second)?.delete(first);
    return false;
  }

  function pairingAt(first: string, second: string): Pairing | null {
    const [a, b] = [profileAt(first), profileAt(second)];
    return a === undefined || b === undefined ? null : pairingOf(a, b, index.prior(first, second));
  }

  function put(path: string, other: string, coded: LinkCodes): void {
    const known = linked.get(path);
    if (known === undefined) linked.set(path, new Map([[other, coded]]));
    else known.set(other, coded);
  }

  function partners(path: string): Iterable<string> {
    return linked.get(path)?.keys() ?? [];
  }

  function links(path: string, other: string): Link[] {
    const [first, second] = path < other ? [path, other] : [other, path];
    const pairing = first + BETWEEN + second;
    return codes.read(linked.get(path)?.get(other)).flatMap((found): Link[] => {
      const [i, j] = path < other ? found.pair : [found.pair[1], found.pair[0]];
      const [from, to] = [claimAt(path, i), claimAt(other, j)];
      if (from === undefined || to === undefined) return [];
      return [
        {
          from: { path, claim: from },
          to: { path: other, claim: to },
          relation: found.relation,
          score: found.score,
          ...(found.possible ? { certainty: 'possible' as const } : {}),
          difference: found.difference,
          get evidence() {
            const articles = pairings.get(pairing);
            return articles === undefined ? [] : reasonsOf(articles, found.pair);
          },
        },
      ];
    });
  }

  function scored(path: string): Link[] {
    return [...index.sharing(path)].flatMap(([other, pairs]) => {
      const pairing = pairingAt(path, other);
      return pairing === null ? [] : scoredLinks(pairing, pairs);
    });
  }

  function saved(paths: readonly string[]): SavedLinks {
    const places = new Map(paths.map((path, place) => [path, place]));
    const all: number[] = [];
    for (const [place, path] of paths.entries()) {
      for (const [other, coded] of linked.get(path) ?? []) {
        if (path < other) all.push(place, places.get(other) ?? 0, coded.length, ...coded);
      }
    }
    return { codes: Int32Array.from(all), differences: codes.differences };
  }

  function restore(paths: readonly string[], { codes: all, differences }: SavedLinks): void {
    codes = createLinkCodes(differences);
    compared.clear();
    for (let at = 0; at < all.length; ) {
      const [first, second] = [paths[all[at++] ?? 0] ?? '', paths[all[at++] ?? 0] ?? ''];
      const size = all[at++] ?? 0;
      // Copied: else a few links would keep all of them.
      const coded = all.slice(at, at + size);
      put(first, second, coded);
      put(second, first, coded);
      at += size;
    }
  }
}
