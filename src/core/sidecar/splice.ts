import { isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { lineStart, nextLine } from '../text/line-number.ts';
import { sourceText, spanOf } from './document.ts';
import { type Field, type FieldValue, none, RANK } from './fields.ts';
import {
  afterColon,
  columnOf,
  endOfPair,
  isEmptyValue,
  isFilledMap,
  isFlow,
  keyOf,
  pairOf,
  startOfLine,
  UnusualYaml,
} from './layout.ts';
import { renderFields, renderFlow, renderFlowField, renderValue, type Style, tagFields } from './render.ts';
import { plain } from './scalar.ts';

/** Replaces source between two offsets. `line`: whole lines, which need a line break before them. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly line?: boolean;
}

/**
 * The edits that bring a mapping's source to hold `fields`: what is equal stays untouched, keys that are not named
 * stay, `none` removes. Throws `UnusualYaml` where the way it is written leaves no safe place.
 */
export function mergeFields(text: string, map: YAMLMap, fields: readonly Field[], style: Style): Edit[] {
  return fields.flatMap((field) => {
    if (field.value.kind === 'tags') return tagEdits(text, map, field, field.value.texts, style);
    const pair = pairOf(map, field.key);
    if (field.value.kind === 'none') return pair ? removal(text, map, pair) : [];
    if (!pair) return isFlow(map) ? flowInsertion(map, field) : blockInsertion(text, map, field, style);
    if (field.value.kind === 'list')
      return [
        ...removal(text, map, pair),
        ...(isFlow(map) ? flowInsertion(map, field) : blockInsertion(text, map, field, style)),
      ];
    return replacement(text, map, pair, field.value, style);
  });
}

/** Within a list of tags only those that come or go are touched: comments behind the others stay. */
function tagEdits(text: string, map: YAMLMap, field: Field, texts: readonly string[], style: Style): Edit[] {
  const pair = pairOf(map, 'tags');
  const list = pair?.value;
  const items = isSeq(list) && list.flow !== true ? list.items.filter(isScalar) : [];
  const stay = items.filter((item) => texts.includes(sourceText(item)));
  if (!pair || !isSeq(list) || items.length < list.items.length || stay.length === 0)
    return mergeFields(text, map, tagFields(field), style);
  const there = new Set(stay.map(sourceText));
  const gone = items.filter((item) => !stay.includes(item)).map((item) => lineOf(text, item));
  const last = lineOf(text, items.at(-1));
  const pad = text.slice(last.start, text.indexOf('-', last.start));
  const added = texts.filter((tag) => !there.has(tag)).map((tag) => `${pad}- ${plain(tag)}${style.eol}`);
  return [
    ...mergeFields(text, map, [none('tag')], style),
    ...gone,
    { start: last.end, end: last.end, text: added.join(''), line: true },
  ];
}

/** The line of a list's item, to be removed. */
function lineOf(text: string, node: unknown): Edit {
  const { start, end } = spanOf(node);
  const from = lineStart(text, start);
  if (!/^[ \t]*- *$/.test(text.slice(from, start)) || text.slice(start, end).includes('\n'))
    throw new UnusualYaml();
  return { start: from, end: nextLine(text, end), text: '' };
}

/** Applies edits that do not overlap; those at one place in their order. */
export function applyEdits(text: string, edits: readonly Edit[], style: Style): string {
  let result = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    result += text.slice(at, edit.start);
    const glued = edit.line && edit.text !== '' && result !== '' && !result.endsWith('\n');
    result += (glued ? style.eol : '') + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

function removal(text: string, map: YAMLMap, pair: Pair): Edit[] {
  if (!isFlow(map)) return [{ start: startOfLine(text, pair), end: endOfPair(text, pair), text: '' }];
  const index = map.items.indexOf(pair);
  const next = map.items[index + 1];
  const previous = map.items[index - 1];
  const start = previous && !next ? endOfFlowPair(previous) : spanOf(pair.key).start;
  return [{ start, end: next ? spanOf(next.key).start : endOfFlowPair(pair), text: '' }];
}

const endOfFlowPair = (pair: Pair): number =>
  (isEmptyValue(pair) ? spanOf(pair.key) : spanOf(pair.value)).end;

function flowInsertion(map: YAMLMap, field: Field): Edit[] {
  const last = map.items.at(-1);
  const at = last ? endOfFlowPair(last) : spanOf(map).start + 1;
  return [{ start: at, end: at, text: (last ? ', ' : '') + renderFlowField(field) }];
}

/** After the keys that come before it in the fixed order; after all where it has no place in it. */
function blockInsertion(text: string, map: YAMLMap, field: Field, style: Style): Edit[] {
  const rank = RANK.get(field.key) ?? Number.POSITIVE_INFINITY;
  const before = map.items.filter((pair) => (RANK.get(keyOf(pair)) ?? rank) <= rank);
  const previous = before.at(-1);
  const first = map.items[0];
  const column = first ? columnOf(text, first) : 0;
  const at = previous ? endOfPair(text, previous) : first ? startOfLine(text, first) : text.length;
  return [{ start: at, end: at, text: renderFields([field], column, style), line: true }];
}

function replacement(text: string, map: YAMLMap, pair: Pair, value: FieldValue, style: Style): Edit[] {
  const { value: node } = pair;
  if (value.kind === 'map' && isFilledMap(node)) return mergeFields(text, node, value.fields, style);
  if (value.kind !== 'map' && currentText(node) === textOf(value)) return [];
  if (isFlow(map)) {
    const { start, end } = isEmptyValue(pair) ? pointAfterColon(text, pair) : spanOf(node);
    return [{ start, end, text: (isEmptyValue(pair) ? ' ' : '') + renderFlow(value) }];
  }
  return blockReplacement(text, pair, value, style);
}

const pointAfterColon = (text: string, pair: Pair): { start: number; end: number } => {
  const at = afterColon(text, pair);
  return { start: at, end: at };
};

const currentText = (node: unknown): string | null => (isScalar(node) ? sourceText(node) : null);

const textOf = (value: FieldValue): string =>
  value.kind === 'number' ? String(value.number) : 'text' in value ? value.text : '';

/** The value's part on the key's line is replaced, its lines under it too; a comment behind it stays. */
function blockReplacement(text: string, pair: Pair, value: FieldValue, style: Style): Edit[] {
  const { inline, under } = renderValue(value, columnOf(text, pair), style);
  if (isEmptyValue(pair)) {
    const { start, end } = pointAfterColon(text, pair);
    const head = { start, end, text: inline === '' ? '' : ` ${inline}` };
    return [head, linesAt(nextLine(text, start), under)];
  }
  const { start, end } = spanOf(pair.value);
  const header = /^[|>][-+0-9]*/.exec(text.slice(start, start + 4))?.[0];
  if (header === undefined || !isScalar(pair.value) || !pair.value.type?.startsWith('BLOCK'))
    return [{ start, end, text: inline }, linesAt(nextLine(text, end), under)];
  const body = Math.min(nextLine(text, start), end);
  return [
    { start, end: start + header.length, text: inline },
    { start: body, end, text: under, line: true },
  ];
}

const linesAt = (at: number, lines: string): Edit => ({ start: at, end: at, text: lines, line: true });
