import { isScalar, isSeq } from 'yaml';
import { sourceText } from './document.ts';
import { ANNOTATION_KEYS } from './fields.ts';
import { shifted } from './layout.ts';
import type { KeyPath } from './merge-piece.ts';
import { type SourceItem, type SourceMap, topOf } from './merge-source.ts';
import { renderFields, styleOf } from './render.ts';

export const isAnnotation = (path: KeyPath): boolean => path.length === 2 && path[0] === 'annotations';

const KEYS: ReadonlySet<string> = new Set(['tag', 'tags']);
const AFTER_TAGS: readonly string[] = ANNOTATION_KEYS.slice(ANNOTATION_KEYS.indexOf('tags') + 1);

/** What an annotation's mapping is in the three versions. */
export type Three = readonly [base: SourceMap, ours: SourceMap, theirs: SourceMap];

/**
 * Tags are a set: where both sides changed it, what either added is added and what either took away is gone, and all
 * three versions are given the merged set, written alike. Left as they are, for the merge of one field: tags that at
 * most one side changed, one tag that each side replaced by another one (a true conflict), and tags written with a
 * comment or in another way that would not survive.
 */
export function withMergedTags(three: Three): Three {
  const sets = three.map(tagsOf);
  const [b, o, t] = sets;
  if (!b || !o || !t || same(o, t) || same(b, o) || same(b, t)) return three;
  if (b.length === 1 && o.length === 1 && t.length === 1) return underOneKey(three, [b, o, t]);
  const isNoted = three.some((map) => tagItems(map).some(({ lead }) => lead.includes('#')));
  const [, ours, theirs] = three;
  const stay = b.filter((tag) => o.includes(tag) && t.includes(tag));
  const added = [o, t].map((set) => set.filter((tag) => !b.includes(tag)));
  // In an order that does not depend on which side is ours.
  const fresh = [...new Set(added.flat())].sort();
  const tags = [...stay, ...fresh];
  if (tags.length === 0 && isNoted) return three;
  return written(three, tags, ours.column ?? theirs.column ?? 0);
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((tag) => b.includes(tag));

/** A "#" within quotation marks begins no comment. */
const QUOTED = /"(?:[^"\\]|\\.)*"|'[^']*'/gs;

/** Null where they are written in a way of which merging would lose something. */
function tagsOf({ items }: SourceMap): readonly string[] | null {
  const texts: string[] = [];
  for (const { value, own } of items.filter(({ key }) => KEYS.has(key))) {
    const nodes = isSeq(value) ? value.items : [value];
    if (/(?:^|\s)#/m.test(own.replace(QUOTED, '')) || !nodes.every((node) => isScalar(node) || !node))
      return null;
    for (const node of nodes) if (isScalar(node) && node.value !== null) texts.push(sourceText(node));
  }
  return [...new Set(texts)];
}

/** One tag may stand alone in a list, as the last of several: written alike, two of them dispute one field. */
function underOneKey(three: Three, sets: readonly (readonly string[])[]): Three {
  const keys = new Set(three.flatMap((map) => tagItems(map).map(({ key }) => key)));
  if (keys.size === 1) return three;
  const [base, ours, theirs] = three.map((map, i) => {
    const item = renderedTags(three, sets[i] ?? []);
    return item ? put(map, item, three[1].column ?? three[2].column ?? 0) : map;
  });
  return base && ours && theirs ? [base, ours, theirs] : three;
}

function renderedTags(three: Three, texts: readonly string[]): SourceItem | undefined {
  const text = three.find(({ items }) => items.length > 0)?.items[0]?.text ?? '';
  const lines = renderFields([{ key: 'tags', value: { kind: 'tags', texts } }], 0, styleOf(text));
  return topOf(lines).items[0];
}

function written(three: Three, texts: readonly string[], column: number): Three {
  const item = renderedTags(three, texts);
  if (item) return [put(three[0], item, column), put(three[1], item, column), put(three[2], item, column)];
  // Nothing is left: one side counts as having left all, which the other one removed.
  const [base, ours, theirs] = three;
  const bare = { ...theirs, items: theirs.items.filter(({ key }) => !KEYS.has(key)) };
  return [
    { ...base, items: [...base.items.filter(({ key }) => !KEYS.has(key)), ...tagItems(ours)] },
    ours,
    bare,
  ];
}

const tagItems = ({ items }: SourceMap): SourceItem[] => items.filter(({ key }) => KEYS.has(key));

/** The mapping with one item for its tags, where the first of them stood or else before what comes after tags. */
function put(map: SourceMap, item: SourceItem, column: number): SourceMap {
  const own = tagItems(map);
  const lead = own.map((one) => one.lead).join('');
  const from = own[0]?.column ?? map.column ?? column;
  const placed: SourceItem = { ...item, lead, own: shifted(item.own, 0, from), column: from };
  const others = map.items.filter((one) => !KEYS.has(one.key));
  const first = own[0] ? map.items.indexOf(own[0]) : -1;
  const next = others.findIndex(({ key }) => AFTER_TAGS.includes(key));
  const at = first >= 0 ? first : next >= 0 ? next : others.length;
  return { ...map, items: [...others.slice(0, at), placed, ...others.slice(at)] };
}
