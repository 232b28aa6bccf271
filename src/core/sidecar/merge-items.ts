import { isMap } from 'yaml';
import { scalarText } from './document.ts';
import { isFilledMap, shifted } from './layout.ts';
import { mergedComments } from './merge-comments.ts';
import { asOneConflict, baseOfDecision, isDecision } from './merge-decision.ts';
import { byTime, mayAddComment, mergeHeads, unlessBoth } from './merge-lines.ts';
import { mergedOrder } from './merge-order.ts';
import type { KeyPath, Piece } from './merge-piece.ts';
import {
  contentOf,
  EMPTY_MAP,
  mapContent,
  mapOf,
  type SourceItem,
  type SourceMap,
  sameSource,
} from './merge-source.ts';
import { isAnnotation, withMergedTags } from './merge-tags.ts';

/** What one side removed and the other changed: it stays as it was changed. */
export interface KeptEntry {
  readonly path: KeyPath;
  readonly removedBy: 'ours' | 'theirs';
}

/** A merged item or mapping. */
export interface Merged {
  readonly pieces: readonly Piece[];
  readonly kept: readonly KeptEntry[];
  /** What must be read from it (see `contentOf`) with ours, and with theirs, in every conflict; null: nothing. */
  readonly ours: string | null;
  readonly theirs: string | null;
}

/** One key in the three versions, each null where that has not got it. */
interface Sides {
  readonly base: SourceItem | null;
  readonly ours: SourceItem | null;
  readonly theirs: SourceItem | null;
}

/** Each holds together: half of one side's and half of the other's would point nowhere. */
const ATOMIC: ReadonlySet<string> = new Set(['selectors', 'here', 'there']);
/** Depth of an entry's own keys: above it a key is an id. */
const FIELD = 3;

/** Merges mappings key by key; `column`: of their keys in the result. */
export function mergeMaps(
  path: KeyPath,
  base: SourceMap,
  ours: SourceMap,
  theirs: SourceMap,
  column: number,
): Merged {
  const [b, o, t] = [base, ours, theirs].map((map) => new Map(map.items.map((item) => [item.key, item])));
  const merged = new Map<string, Merged>();
  for (const { key } of [...ours.items, ...theirs.items]) {
    if (merged.has(key)) continue;
    const sides = { base: b?.get(key) ?? null, ours: o?.get(key) ?? null, theirs: t?.get(key) ?? null };
    const item = mergeItem([...path, key], sides, column);
    if (item) merged.set(key, item);
  }
  const alive = new Set(merged.keys());
  const comments = mergedComments(base, ours, theirs, alive, column);
  const items = mergedOrder(base, ours, theirs, alive).flatMap((key) => {
    const item = merged.get(key);
    return item ? [{ key, item }] : [];
  });
  const content = (side: 'ours' | 'theirs'): string =>
    mapContent(items.flatMap(({ key, item }) => (item[side] === null ? [] : [[key, item[side]]])));
  return {
    pieces: [...items.flatMap(({ key, item }) => [comments(key), ...item.pieces]), comments(null)],
    kept: items.flatMap(({ item }) => item.kept),
    ours: content('ours'),
    theirs: content('theirs'),
  };
}

/** Null where the item is gone. */
function mergeItem(path: KeyPath, sides: Sides, column: number): Merged | null {
  const { base, ours, theirs } = sides;
  if (sameSource(ours, theirs) || sameSource(base, theirs)) return taken(ours, column);
  if (sameSource(base, ours)) return taken(theirs, column);
  const inner = mergeInside(path, sides, column);
  if (inner) return inner;
  const side = ours ?? theirs;
  if (!side) return null;
  if (!ours || !theirs) return mergeRemoval(path, sides, side, column);
  const values = [base && contentOf(base.value), contentOf(ours.value), contentOf(theirs.value)] as const;
  const clean = unlessBoth(...values);
  if (values[1] === values[2]) return taken(ours.own < theirs.own ? ours : theirs, column);
  if (clean) return taken(clean.value === values[1] ? ours : theirs, column);
  if (isModified(path)) return taken(laterOf(ours, theirs), column);
  return conflict(path, ours, theirs, column);
}

function taken(item: SourceItem | null, column: number): Merged | null {
  if (!item) return null;
  const value = contentOf(item.value);
  return { pieces: [shifted(item.own, item.column, column)], kept: [], ours: value, theirs: value };
}

const isModified = (path: KeyPath): boolean => path.length >= FIELD && path.at(-1) === 'modified';

const laterOf = (a: SourceItem, b: SourceItem): SourceItem =>
  byTime(scalarText(a.value), scalarText(b.value)) >= 0 ? a : b;

/** Removed by one side and not left as it was by the other. */
function mergeRemoval(path: KeyPath, { base, ours }: Sides, side: SourceItem, column: number): Merged | null {
  const content = contentOf(side.value);
  const changed = content !== 'null' && content !== (base && contentOf(base.value));
  if (!changed && !mayAddComment(side.own, base?.own ?? '')) return null;
  const whole = taken(side, column);
  if (!whole || content === 'null' || isModified(path)) return whole;
  const removedBy = ours ? 'theirs' : 'ours';
  if (isMap(side.value) && !isAtomic(path)) return { ...whole, kept: [{ path, removedBy }] };
  return conflict(path, ours, ours ? null : side, column);
}

function conflict(path: KeyPath, ours: SourceItem | null, theirs: SourceItem | null, column: number): Merged {
  const lines = (item: SourceItem | null): string => (item ? shifted(item.own, item.column, column) : '');
  return {
    pieces: [{ path, ours: lines(ours), theirs: lines(theirs) }],
    kept: [],
    ours: ours && contentOf(ours.value),
    theirs: theirs && contentOf(theirs.value),
  };
}

const isAtomic = (path: KeyPath): boolean => path.length >= FIELD && ATOMIC.has(path.at(-1) ?? '');

/** Merges mappings within; null where there are none on both sides. */
function mergeInside(path: KeyPath, { base, ours, theirs }: Sides, column: number): Merged | null {
  if (isAtomic(path)) return null;
  const maps = [ours, theirs].map((item) => (item ? mapOf(item) : null));
  const [o, t] = maps;
  const b = (base && mapOf(base)) ?? EMPTY_MAP;
  const one = o ?? t;
  const lone = ours === null || theirs === null;
  if (!one || (lone ? !holdsEntries(one) : !o || !t)) return null;
  const [mine, other] = [o ?? EMPTY_MAP, t ?? EMPTY_MAP];
  const steps = [b.step, mine.step ?? other.step, other.step ?? mine.step] as const;
  const step = unlessBoth(...steps)?.value ?? Math.min(steps[1] ?? 2, steps[2] ?? 2);
  const sides = [isDecision(path) ? baseOfDecision(b, mine, other) : b, mine, other] as const;
  const [origin, first, second] = isAnnotation(path) ? withMergedTags(sides) : sides;
  const inside = mergeMaps(path, origin, first, second, column + (step ?? 2));
  if (lone && inside.ours === 'null' && inside.theirs === 'null') return null;
  const head = headOf([base, ours, theirs], [b, mine, other], column);
  const pieces = isDecision(path) ? asOneConflict(inside.pieces) : inside.pieces;
  return { ...inside, pieces: [head, ...pieces] };
}

/** A section or list of replies: where one side has emptied it, its entries are looked at one by one. */
const holdsEntries = ({ items }: SourceMap): boolean =>
  items.length > 0 && items.every(({ key, value }) => isFilledMap(value) && !ATOMIC.has(key));

function headOf(items: readonly (SourceItem | null)[], maps: readonly SourceMap[], column: number): string {
  const heads = maps.map(({ head, step, items: [first] }, i) => {
    const from = first && step !== null ? first.column - step : (items[i]?.column ?? column);
    return shifted(head, from, column);
  });
  const [b = '', o = '', t = ''] = heads;
  return mergeHeads(b, o || t, t || o);
}
