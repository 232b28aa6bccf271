import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import type { Verdict } from './verdict.ts';

/** Two claims, compared; `x` is of the first article. */
export interface Compared {
  readonly x: ClaimProfile;
  readonly y: ClaimProfile;
  readonly verdict: Verdict;
}

/** What one article says in a sentence, another lists: so many items of the list must have the sentence's claim. */
const FEWEST = 2;
/** What each of them speaks for the items that have it less surely, and all of them at most. */
const GAIN = 0.06;
export const MOST_GAIN = 0.18;

/**
 * Raises pairs of an item of a list and a claim that other items of the list are linked with: they may be its parts.
 * What shares no word of content is left as it is. `sure`: the score from which on pairs are linked.
 */
export function withListSupport<T extends Compared>(
  pairs: readonly T[],
  [a, b]: readonly [ArticleProfile, ArticleProfile],
  sure: number,
): T[] {
  const supported = pairs.map((pair) => ({ pair, gain: 0 }));
  for (const side of ['x', 'y'] as const) {
    const listed = pairs.filter(({ [side]: one }) => one.figure === null && one.block === 'bullet');
    if (listed.length <= FEWEST) continue;
    const lists = listsOf(side === 'x' ? a : b);
    const items = itemsByClaim(
      listed.filter(({ verdict }) => verdict.score >= sure),
      side,
      lists,
    );
    for (const one of supported) {
      const { verdict, [side]: item, [side === 'x' ? 'y' : 'x']: other } = one.pair;
      if (verdict.score >= sure || verdict.weak || item.figure !== null || item.block !== 'bullet') continue;
      const others = new Set(items.get(other)?.get(lists.get(item) ?? NONE));
      others.delete(item.context.start);
      if (others.size >= FEWEST) one.gain = Math.max(one.gain, Math.min(MOST_GAIN, GAIN * others.size));
    }
  }
  return supported.map(({ pair, gain }) =>
    gain === 0 ? pair : { ...pair, verdict: { ...pair.verdict, score: pair.verdict.score + gain } },
  );
}

const NONE = -1;

/** Of each claim of the other article: the items that are linked with it, by their list, told by where they begin. */
function itemsByClaim(
  pairs: readonly Compared[],
  side: 'x' | 'y',
  lists: ReadonlyMap<ClaimProfile, number>,
): ReadonlyMap<ClaimProfile, ReadonlyMap<number, readonly number[]>> {
  const found = new Map<ClaimProfile, Map<number, number[]>>();
  for (const { [side]: item, [side === 'x' ? 'y' : 'x']: other } of pairs) {
    const list = lists.get(item) ?? NONE;
    const byList = found.get(other) ?? new Map<number, number[]>();
    byList.set(list, [...(byList.get(list) ?? []), item.context.start]);
    found.set(other, byList);
  }
  return found;
}

/** The list that a claim stands in, by number: items in a row. */
function listsOf({ claims }: ArticleProfile): ReadonlyMap<ClaimProfile, number> {
  const lists = new Map<ClaimProfile, number>();
  let list = 0;
  for (const claim of claims) {
    if (claim.block === 'bullet') lists.set(claim, list);
    else list++;
  }
  return lists;
}
