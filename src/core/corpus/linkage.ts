import { type Pairing, pairingOf } from '../counterparts/alignment.ts';
import type { CandidatePair } from '../counterparts/candidate-pair.ts';
import type { ClaimIndex } from '../counterparts/candidates.ts';
import type { ArticleProfile } from '../counterparts/claim-profile.ts';
import type { Link } from '../counterparts/link.ts';
import { scoredLinks, shownPairs } from '../counterparts/links.ts';

/** Linked claims of two articles, the one with the smaller path first: places in the lists of claims in one number. */
type Codes = readonly number[];

/** More claims than an article has that are linked. */
const PLACES = 8192;

/** Which claims of which articles are linked. What a link says is read anew from the articles when it is asked for. */
export interface Linkage {
  /** Links an article anew, after it came, changed or went (null); returns the articles whose links may have changed. */
  readonly update: (path: string, profile: ArticleProfile | null) => ReadonlySet<string>;
  /** Articles that have links with one. */
  readonly partners: (path: string) => Iterable<string>;
  /** Links of two articles, `from` in the first. */
  readonly links: (path: string, other: string) => Link[];
  /** Every scored pair of an article's claims with those of articles with greater paths, weak ones too: slow. */
  readonly scored: (path: string) => Link[];
}

export function createLinkage(
  index: ClaimIndex,
  profileAt: (path: string) => ArticleProfile | undefined,
): Linkage {
  const linked = new Map<string, Map<string, Codes>>();
  return { update, partners, links, scored };

  function update(path: string, profile: ArticleProfile | null): ReadonlySet<string> {
    const { candidates, others } = index.replace(path, profile);
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
    const codes = candidates.map(([i, j]) => (path < other ? i * PLACES + j : j * PLACES + i));
    const pairing = pairingAt(first, second);
    if (candidates.length === 0 || pairing === null) return unlink(first, second);
    const shown = shownPairs(pairing, codes.sort((p, q) => p - q).map(pairOf)).map(
      ([i, j]) => i * PLACES + j,
    );
    put(first, second, shown);
    put(second, first, shown);
    return shown.length > 0;
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

  function put(path: string, other: string, codes: Codes): void {
    const known = linked.get(path);
    if (codes.length === 0) known?.delete(other);
    else if (known === undefined) linked.set(path, new Map([[other, codes]]));
    else known.set(other, codes);
  }

  function partners(path: string): Iterable<string> {
    return linked.get(path)?.keys() ?? [];
  }

  function links(path: string, other: string): Link[] {
    const [first, second] = path < other ? [path, other] : [other, path];
    const pairing = pairingAt(first, second);
    const codes = linked.get(path)?.get(other);
    if (pairing === null || codes === undefined) return [];
    const found = scoredLinks(pairing, codes.map(pairOf));
    return path === first ? found : found.map(turned);
  }

  function scored(path: string): Link[] {
    return [...index.sharing(path)].flatMap(([other, pairs]) => {
      const pairing = pairingAt(path, other);
      return pairing === null ? [] : scoredLinks(pairing, pairs);
    });
  }
}

const pairOf = (code: number): CandidatePair => [Math.floor(code / PLACES), code % PLACES];

const turned = (link: Link): Link => ({ ...link, from: link.to, to: link.from });
