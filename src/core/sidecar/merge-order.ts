import { isMap } from 'yaml';
import { scalarText } from './document.ts';
import { RANK } from './fields.ts';
import { pairOf } from './layout.ts';
import { byTime, unlessBoth } from './merge-lines.ts';
import type { SourceItem, SourceMap } from './merge-source.ts';

/**
 * The order of a merged mapping's keys, the same whichever side is ours: the keys that both sides have as they stand
 * there, after each of them what a side has added there, by the time of creation, then by id.
 */
export function mergedOrder(
  base: SourceMap,
  ours: SourceMap,
  theirs: SourceMap,
  alive: ReadonlySet<string>,
): string[] {
  const inTheirs = new Set(theirs.items.map(({ key }) => key));
  const shared = new Set(ours.items.map(({ key }) => key).filter((key) => inTheirs.has(key)));
  const frame = frameOf(base, ours, theirs, shared);
  const mine = followers(ours, shared);
  const other = followers(theirs, shared);
  const zipped = [null, ...frame].flatMap((key) => [
    ...(key === null ? [] : [key]),
    ...zip(mine.get(key) ?? [], other.get(key) ?? []),
  ]);
  return zipped.filter((key) => alive.has(key));
}

/** Where one side moved entries by hand, its order holds. */
function frameOf(
  base: SourceMap,
  ours: SourceMap,
  theirs: SourceMap,
  shared: ReadonlySet<string>,
): readonly string[] {
  const before = new Set(base.items.map(({ key }) => key));
  const written = (map: SourceMap, wanted: (key: string) => boolean): string =>
    JSON.stringify(map.items.map(({ key }) => key).filter((key) => shared.has(key) && wanted(key)));
  const known = (map: SourceMap): string => written(map, (key) => before.has(key));
  const all = (map: SourceMap): string => written(map, () => true);
  const moved = unlessBoth(known(base), known(ours), known(theirs));
  const [first, second] = [all(ours), all(theirs)];
  const [lesser] = [first, second].sort() as [string, string];
  if (!moved || known(ours) === known(theirs)) return JSON.parse(lesser) as string[];
  return JSON.parse(moved.value === known(ours) ? first : second) as string[];
}

/** What a side alone has, by the shared key that it follows; null: it comes before all. */
function followers(map: SourceMap, shared: ReadonlySet<string>): Map<string | null, SourceItem[]> {
  const found = new Map<string | null, SourceItem[]>();
  let after: string | null = null;
  for (const item of map.items) {
    if (shared.has(item.key)) after = item.key;
    else if (!found.get(after)?.push(item)) found.set(after, [item]);
  }
  return found;
}

/** Both lists keep their own order. */
function zip(first: readonly SourceItem[], second: readonly SourceItem[]): string[] {
  const keys: string[] = [];
  let [i, k] = [0, 0];
  for (;;) {
    const [a, b] = [first[i], second[k]];
    if (!a && !b) return keys;
    if (a && (!b || compare(a, b) < 0)) {
      keys.push(a.key);
      i++;
    } else if (b) {
      keys.push(b.key);
      k++;
    }
  }
}

function compare(a: SourceItem, b: SourceItem): number {
  const rank = ({ key }: SourceItem): number => RANK.get(key) ?? RANK.size;
  return byTime(createdOf(a), createdOf(b)) || rank(a) - rank(b) || (a.key < b.key ? -1 : 1);
}

function createdOf({ value }: SourceItem): string {
  const created = isMap(value) ? pairOf(value, 'created')?.value : null;
  return scalarText(created);
}
