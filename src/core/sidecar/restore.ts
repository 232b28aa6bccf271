import { isMap, type YAMLMap } from 'yaml';
import { changedStretch } from '../text/changed-stretch.ts';
import { nextLine } from '../text/line-number.ts';
import { textOf } from '../text/span.ts';
import type { OpenedDocument } from './document.ts';
import {
  afterColon,
  columnOf,
  endOfPair,
  indentOf,
  isFilledMap,
  isFlow,
  keyOf,
  pairOf,
  shifted,
  startOfLine,
  UnusualYaml,
} from './layout.ts';
import type { RemovedSource, SidecarOperation, WrittenSource } from './operation.ts';
import { isRemoval, sectionOf } from './operation.ts';
import { type Style, styleOf } from './render.ts';
import { applyEdits, mergeFields } from './splice.ts';

/** The YAML of a text, which may have been read before. */
export type Open = (text: string) => OpenedDocument;

/** How the entry stands in the file that the operation removes, where it stands on lines of its own. */
export function removedSource(
  text: string,
  operation: SidecarOperation,
  open: Open,
): RemovedSource | undefined {
  if (!isRemoval(operation)) return undefined;
  const { within, key } = placeOf(text, operation, open);
  const section = pairAt(open(text), within);
  if (!section || !isFilledMap(section.value) || isFlow(section.value)) return undefined;
  const { items } = section.value;
  const index = items.findIndex((pair) => keyOf(pair) === key);
  const pair = items[index];
  if (!pair) return undefined;
  try {
    const previous = items[index - 1];
    const start = startOfLine(text, pair);
    const from = previous ? endOfPair(text, previous) : nextLine(text, afterColon(text, section));
    const gap = text.slice(from, start);
    const after = previous ? keyOf(previous) : null;
    return { text: text.slice(start, endOfPair(text, pair)), after, gap, within };
  } catch (error) {
    if (error instanceof UnusualYaml) return undefined;
    throw error;
  }
}

type AnyRemoval = Extract<SidecarOperation, { readonly id: string; readonly written?: unknown }>;

/** What goes with a removal: with the last reply the key that held the replies. */
function placeOf(
  text: string,
  operation: AnyRemoval,
  open: Open,
): { within: readonly string[]; key: string } {
  const section = sectionOf(operation);
  if (operation.kind !== 'removeReply') return { within: [section], key: operation.id };
  return isLastReply(text, operation, open)
    ? { within: [section, operation.to], key: 'replies' }
    : { within: [section, operation.to, 'replies'], key: operation.id };
}

/** Whether a note has this reply and no other. */
export function isLastReply(
  text: string,
  { to, id }: { readonly to: string; readonly id: string },
  open: Open,
): boolean {
  const replies = pairAt(open(text), ['annotations', to, 'replies'])?.value;
  return isFilledMap(replies) && replies.items.every((pair) => keyOf(pair) === id);
}

/** The pair under which a mapping stands, by its keys from the top down. */
function pairAt({ top }: OpenedDocument, path: readonly string[]): YAMLMap['items'][number] | undefined {
  let map: unknown = top;
  let pair: YAMLMap['items'][number] | undefined;
  for (const key of path) {
    if (!isMap(map) || isFlow(map as YAMLMap)) return undefined;
    pair = pairOf(map as YAMLMap, key);
    map = pair?.value;
  }
  return pair;
}

/** Puts a removed entry back as it stood; null where the operation brings none or its place is gone. */
export function restored(text: string, operation: SidecarOperation, open: Open): string | null {
  const source = 'source' in operation ? operation.source : undefined;
  if (!source) return null;
  const section = pairAt(open(text), source.within);
  if (!section) return withSection(text, source, open);
  if (isMap(section.value) && isFlow(section.value as YAMLMap)) return null;
  const items = isFilledMap(section.value) ? section.value.items : [];
  const previous =
    items.find((pair) => keyOf(pair) === source.after) ?? (source.after === null ? null : items.at(-1));
  const at = previous ? endOfPair(text, previous) : nextLine(text, afterColon(text, section));
  const start = text.startsWith(source.gap, at) ? at + source.gap.length : at;
  const style: Style = styleOf(text);
  const [first] = items;
  const lines = first ? shifted(source.text, indentOf(source.text), columnOf(text, first)) : source.text;
  return applyEdits(text, [{ start, end: start, text: lines, line: true }], style);
}

/** In a file that has nothing of its kind yet: as when a note becomes private. */
function withSection(text: string, { within, text: entry }: RemovedSource, open: Open): string | null {
  const [section, ...more] = within;
  if (section === undefined || more.length > 0 || indentOf(entry) === 0) return null;
  const style = styleOf(text);
  const lines = `${section}:${style.eol}${entry}`;
  const { top } = open(text);
  if (!top) return text === '' ? `version: 1${style.eol}${lines}` : null;
  const heading = { key: section, value: { kind: 'map' as const, fields: [] } };
  const [edit, ...others] = isFlow(top) ? [] : mergeFields(text, top, [heading], style);
  return edit && others.length === 0 ? applyEdits(text, [{ ...edit, text: lines }], style) : null;
}

/** What an edit wrote: the one stretch in which the two texts differ. */
export function writtenSource(before: string, after: string): WrittenSource {
  const { span, text } = changedStretch(before, after);
  return { replaced: textOf(before, span), text };
}

/**
 * Takes an added entry out just as it was written, with what it needed to stand there (its section's heading);
 * null where the operation brings nothing written or that is no longer there as it was.
 */
export function withdrawn(text: string, operation: SidecarOperation): string | null {
  const written = 'written' in operation ? operation.written : undefined;
  if (!written || written.text === '') return null;
  const at = text.indexOf(written.text);
  if (at < 0 || text.indexOf(written.text, at + 1) >= 0) return null;
  return text.slice(0, at) + written.replaced + text.slice(at + written.text.length);
}
