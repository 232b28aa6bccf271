import { isMap, isScalar, type Pair, type YAMLMap } from 'yaml';
import { lineStart, nextLine } from '../text/line-number.ts';
import { scalarText, spanOf } from './document.ts';

/** YAML that is valid but written in a way that can't be spliced safely (explicit keys, several on one line). */
export class UnusualYaml extends Error {}

export const keyOf = (pair: Pair): string => scalarText(pair.key);

export const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find((pair) => keyOf(pair) === key);

/** Of the first of some lines: spaces before its text. */
export const indentOf = (lines: string): number => /^ */.exec(lines)?.[0].length ?? 0;

/** Whole lines moved to another column. */
export function shifted(lines: string, from: number, to: number): string {
  if (from === to) return lines;
  if (to > from) return lines.replace(/^(?=[^\r\n])/gm, ' '.repeat(to - from));
  return lines.replace(new RegExp(`^ {1,${from - to}}`, 'gm'), '');
}

/** Column of a block mapping's keys. */
export function columnOf(text: string, pair: Pair): number {
  const at = spanOf(pair.key).start;
  const from = lineStart(text, at);
  if (text.slice(from, at).trim() !== '') throw new UnusualYaml();
  return at - from;
}

export const startOfLine = (text: string, pair: Pair): number => {
  const at = spanOf(pair.key).start;
  return at - columnOf(text, pair);
};

/** The offset after the colon that follows the key. */
export function afterColon(text: string, pair: Pair): number {
  const from = spanOf(pair.key).end;
  const colon = text.indexOf(':', from);
  if (colon < 0 || text.slice(from, colon).trim() !== '') throw new UnusualYaml();
  return colon + 1;
}

/** A pair without a value: `tag:`. */
export const isEmptyValue = (pair: Pair): boolean =>
  !pair.value || (isScalar(pair.value) && pair.value.value === null && !pair.value.source);

/** Where a block pair ends: after its last line, and after comments under it that are indented deeper. */
export function endOfPair(text: string, pair: Pair): number {
  const column = columnOf(text, pair);
  const value = isEmptyValue(pair) ? afterColon(text, pair) : spanOf(pair.value).end;
  let end = text.charAt(value - 1) === '\n' ? value : nextLine(text, value);
  for (let at = end; at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, nextLine(text, at));
    const indent = line.length - line.trimStart().length;
    if (line.trim() === '') continue;
    if (!line.trimStart().startsWith('#') || indent <= column) break;
    end = nextLine(text, at);
  }
  return end;
}

export const isFlow = (map: YAMLMap): boolean => map.flow === true;

export const isFilledMap = (node: unknown): node is YAMLMap => isMap(node) && node.items.length > 0;
