import { shifted } from './layout.ts';
import { commentsBeyond, mergeComments, withoutComments } from './merge-lines.ts';
import type { SourceItem, SourceMap } from './merge-source.ts';

type Items = ReadonlyMap<string, SourceItem>;

/** What the merged mapping has before each of its keys, and at its end (null): comments and blank lines. */
export function mergedComments(
  base: SourceMap,
  ours: SourceMap,
  theirs: SourceMap,
  alive: ReadonlySet<string>,
  column: number,
): (key: string | null) => string {
  const maps = [base, ours, theirs].map(itemsOf) as [Items, Items, Items];
  const spare = keptComments(...maps, alive);
  const stranded = [ours, theirs].map((side) => strandedComments(side, maps[0], alive, column));
  return (key) => {
    const left = mergeComments('', stranded[0]?.get(key) ?? '', stranded[1]?.get(key) ?? '');
    const [b, o, t] = [base, ours, theirs].map((map, i) => {
      if (key === null) return shifted(map.tail, map.column ?? column, column);
      const item = maps[i]?.get(key);
      return item ? shifted(item.lead, item.column, column) : null;
    });
    const own = (lead: string): string => (spare === '' ? lead : withoutComments(lead, spare, b ?? ''));
    return left + mergeComments(b ?? '', own(o ?? t ?? ''), own(t ?? o ?? ''));
  };
}

const itemsOf = ({ items }: SourceMap): Items => new Map(items.map((item) => [item.key, item]));

/** Comments before entries that stay though one side removed them: that side has them before the next one. */
function keptComments(base: Items, ours: Items, theirs: Items, alive: ReadonlySet<string>): string {
  return [...base.values()]
    .filter(({ key }) => alive.has(key) && ours.has(key) !== theirs.has(key))
    .map(({ lead }) => lead)
    .join('');
}

/** Comments that came to stand before an entry because the one they belong to was removed outlive it. */
function strandedComments(
  side: SourceMap,
  base: Items,
  alive: ReadonlySet<string>,
  column: number,
): Map<string | null, string> {
  const landed = new Map<string | null, string>();
  let waiting = '';
  for (const { key, lead, column: from } of side.items) {
    if (alive.has(key)) {
      landed.set(key, waiting);
      waiting = '';
    } else waiting += shifted(commentsBeyond(lead, base.get(key)?.lead ?? '').join(''), from, column);
  }
  return landed.set(null, waiting);
}
