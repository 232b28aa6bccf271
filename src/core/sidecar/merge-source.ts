import { type Document, isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap } from 'yaml';
import { nextLine } from '../text/line-number.ts';
import { isNothing, openDocument, sourceText, spanOf } from './document.ts';
import {
  afterColon,
  columnOf,
  endOfPair,
  isFilledMap,
  isFlow,
  keyOf,
  shifted,
  startOfLine,
  UnusualYaml,
} from './layout.ts';

/** One key of a mapping with its lines as they stand in a source. */
export interface SourceItem {
  readonly key: string;
  /** Comments and blank lines before it. */
  readonly lead: string;
  /** Its own lines, comments under it that are indented deeper among them. */
  readonly own: string;
  /** Of its key, in its source. */
  readonly column: number;
  readonly value: unknown;
  readonly pair: Pair;
  /** The source that `pair` has its offsets in. */
  readonly text: string;
}

/** A mapping cut into whole lines: head, items and tail put together are its source. */
export interface SourceMap {
  /** The line of the mapping's own key; in a file without keys all that it holds. */
  readonly head: string;
  readonly items: readonly SourceItem[];
  /** What follows the last item. */
  readonly tail: string;
  /** Of the items' keys; null where there are none. */
  readonly column: number | null;
  /** How much deeper the items stand than the mapping's own key; null where there are none. */
  readonly step: number | null;
}

export const EMPTY_MAP: SourceMap = { head: '', items: [], tail: '', column: null, step: null };

/** A sidecar's top mapping. The text is one that `openDocument` takes without a problem. */
export function topOf(text: string): SourceMap {
  const { top } = openDocument(text);
  if (!top || top.items.length === 0) return { ...EMPTY_MAP, head: top ? '' : text };
  if (isFlow(top)) return topOf(unfolded(text, ({ contents }) => contents));
  return { head: '', ...cut(text, top, 0, text.length), step: null };
}

/** The item's value as a mapping of items; null where it is something else or its keys are not distinct words. */
export function mapOf(item: SourceItem): SourceMap | null {
  const { text, pair, column } = item;
  if (isEmpty(pair.value)) return { ...EMPTY_MAP, ...hollow(item) };
  if (!isFilledMap(pair.value) || !hasPlainKeys(pair.value)) return null;
  if (isFlow(pair.value)) return unfoldedMap(item);
  const start = startOfLine(text, pair);
  const under = nextLine(text, afterColon(text, pair));
  const inner = cut(text, pair.value, under, endOfPair(text, pair));
  return { head: text.slice(start, under), ...inner, step: inner.column - column };
}

const isEmpty = (node: unknown): boolean => isNothing(node) || (isMap(node) && node.items.length === 0);

function hasPlainKeys(map: YAMLMap): boolean {
  const keys = map.items.map(keyOf);
  return !keys.includes('') && new Set(keys).size === keys.length;
}

/** A key without a value: `annotations:`, also where it is written `annotations: {}`. */
function hollow({ text, pair }: SourceItem): Pick<SourceMap, 'head' | 'tail'> {
  const from = startOfLine(text, pair);
  const under = nextLine(text, afterColon(text, pair));
  const { start, end } = pair.value ? spanOf(pair.value) : { start: under, end: under };
  const inline = start < under && end > start;
  const rest = inline ? nextLine(text, end) : under;
  const head = inline ? text.slice(from, start).trimEnd() + text.slice(end, rest) : text.slice(from, under);
  return { head, tail: text.slice(rest, endOfPair(text, pair)) };
}

function cut(text: string, map: YAMLMap, from: number, to: number) {
  let at = from;
  let column = 0;
  const items = map.items.map((pair): SourceItem => {
    const start = startOfLine(text, pair);
    const end = endOfPair(text, pair);
    if (start < at || end > to) throw new UnusualYaml();
    column = columnOf(text, pair);
    const [lead, own] = [text.slice(at, start), text.slice(start, end)];
    at = end;
    return { key: keyOf(pair), lead, own, column, value: pair.value, pair, text };
  });
  return { items, tail: text.slice(at, to), column };
}

/** The text with one mapping in braces written one key a line; what is within stays in braces. */
function unfolded(text: string, pick: (document: Document.Parsed) => unknown): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const map = pick(document);
  if (!isMap(map)) throw new UnusualYaml();
  map.flow = false;
  try {
    return document.toString({ lineWidth: 0 });
  } catch {
    // An alias to what stands elsewhere in the file.
    throw new UnusualYaml();
  }
}

function unfoldedMap({ own, column }: SourceItem): SourceMap | null {
  const text = unfolded(shifted(own, column, 0), ({ contents }) =>
    isMap(contents) ? contents.items[0]?.value : null,
  );
  const item = topOf(text).items[0];
  return item ? mapOf(item) : null;
}

/** Equal for lines that differ in nothing but their column and line breaks. */
export const sameSource = (a: SourceItem | null, b: SourceItem | null): boolean =>
  a === b || (a !== null && b !== null && flush(a) === flush(b));

const flush = ({ own, column }: SourceItem): string =>
  shifted(own.replaceAll('\r\n', '\n'), column, 0).replace(/\n$/, '');

/** One string for equal values: mappings by key, scalars by their text; an empty mapping is no value. */
export function contentOf(node: unknown): string {
  if (isEmpty(node)) return 'null';
  if (isScalar(node)) return JSON.stringify(sourceText(node));
  if (isAlias(node)) return `*${node.source}`;
  if (isMap(node)) return mapContent(node.items.map((pair) => [keyOf(pair), contentOf(pair.value)]));
  return isSeq(node) ? `[${node.items.map(contentOf).join()}]` : '?';
}

export const mapContent = (entries: readonly (readonly [string, string])[]): string =>
  entries.length === 0
    ? 'null'
    : `{${entries
        .map(([key, value]) => `${JSON.stringify(key)}:${value}`)
        .sort()
        .join()}}`;
