import type { ClaimRef, Link } from '../counterparts/link.ts';
import { SHOWN } from '../counterparts/links.ts';
import { byText } from '../text/order.ts';
import { type DecidedPair, rejectedPairs, withDecisions } from './decisions.ts';
import type { Linkage } from './linkage.ts';
import { createRecent } from './recent.ts';

/** What a corpus answers about its links. */
export interface LinkAnswers {
  /** Every link with at least `minScore` (default: the threshold for shown links), by place. */
  links(minScore?: number): readonly Link[];
  /** Links of an article, or of one claim of it, best first; `from` is always on the side of `path`. */
  linksOf(path: string, claim?: string): readonly Link[];
  /** Two claims each that an analyst says are not one. */
  rejected(): readonly (readonly [ClaimRef, ClaimRef])[];
}

export interface LinkAnswersOptions {
  readonly linkage: Linkage;
  readonly paths: () => readonly string[];
  /** The decisions that count. */
  readonly standing: () => readonly DecidedPair[];
}

/** Articles whose links are at hand: more than are shown at once. */
const MOST_ASKED = 100;

/** Links as some decisions have them; `byClaim` keeps those of articles that were asked for, until it is told to forget. */
export function linkAnswers({ linkage, paths, standing }: LinkAnswersOptions) {
  const linksOfArticle = (path: string): Link[] => {
    const own = [...linkage.partners(path)].flatMap((other) => linkage.links(path, other));
    const turned = standing().flatMap((pair) =>
      pair.from.path === path
        ? [pair]
        : pair.to.path === path
          ? [{ ...pair, from: pair.to, to: pair.from }]
          : [],
    );
    return withDecisions(own, turned).sort(best);
  };
  const byClaim = createRecent(MOST_ASKED, (path: string) => groupedByClaim(linksOfArticle(path)));
  const asked: LinkAnswers = {
    links: (minScore = SHOWN) =>
      withDecisions(linksOfAll(minScore), standing())
        .filter((link) => link.score >= minScore)
        .sort(byPlace),
    linksOf: (path, claim) => byClaim.get(path)?.get(claim ?? '') ?? [],
    rejected: () => rejectedPairs(standing()).map(({ from, to }) => [from, to]),
  };
  return { asked, byClaim };

  /** Before anybody decides. */
  function linksOfAll(minScore: number): Link[] {
    const found: Link[] = [];
    for (const path of paths()) {
      if (minScore < SHOWN) found.push(...linkage.scored(path));
      else
        for (const other of linkage.partners(path))
          if (path < other) found.push(...linkage.links(path, other));
    }
    return found;
  }
}

const byPlace = (a: Link, b: Link): number =>
  byText(a.from.path, b.from.path) ||
  byText(a.to.path, b.to.path) ||
  byText(a.from.claim, b.from.claim) ||
  byText(a.to.claim, b.to.claim);

const best = (a: Link, b: Link): number => b.score - a.score || byPlace(a, b);

/** Links by claim; all of them under the empty string. */
function groupedByClaim(links: readonly Link[]): ReadonlyMap<string, readonly Link[]> {
  const groups = new Map<string, Link[]>([['', [...links]]]);
  for (const link of links) {
    const group = groups.get(link.from.claim);
    if (group === undefined) groups.set(link.from.claim, [link]);
    else group.push(link);
  }
  return groups;
}
