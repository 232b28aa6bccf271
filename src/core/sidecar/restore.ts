import { isMap, type YAMLMap } from 'yaml';
import { openDocument } from './document.ts';
import {
  afterColon,
  endOfPair,
  isFilledMap,
  isFlow,
  keyOf,
  nextLine,
  pairOf,
  startOfLine,
  UnusualYaml,
} from './layout.ts';
import type { RemovedSource, SectionKey, SidecarOperation, WrittenSource } from './operation.ts';
import { isRemoval, sectionOf } from './operation.ts';
import { type Style, styleOf } from './render.ts';
import { applyEdits } from './splice.ts';

/** How the entry stands in the file that the operation removes, where it stands on lines of its own. */
export function removedSource(text: string, operation: SidecarOperation): RemovedSource | undefined {
  if (!isRemoval(operation)) return undefined;
  const section = sectionIn(text, sectionOf(operation));
  if (!section || !isFilledMap(section.value) || isFlow(section.value)) return undefined;
  const { items } = section.value;
  const index = items.findIndex((pair) => keyOf(pair) === operation.id);
  const pair = items[index];
  if (!pair) return undefined;
  try {
    const previous = items[index - 1];
    const start = startOfLine(text, pair);
    const from = previous ? endOfPair(text, previous) : nextLine(text, afterColon(text, section));
    const gap = text.slice(from, start);
    return { text: text.slice(start, endOfPair(text, pair)), after: previous ? keyOf(previous) : null, gap };
  } catch (error) {
    if (error instanceof UnusualYaml) return undefined;
    throw error;
  }
}

function sectionIn(text: string, key: SectionKey): YAMLMap['items'][number] | undefined {
  const { top } = openDocument(text);
  return top && !isFlow(top) ? pairOf(top, key) : undefined;
}

/** Puts a removed entry back as it stood; null where the operation brings none or its place is gone. */
export function restored(text: string, operation: SidecarOperation): string | null {
  const source = 'source' in operation ? operation.source : undefined;
  if (!source) return null;
  const section = sectionIn(text, sectionOf(operation));
  if (!section || (isMap(section.value) && isFlow(section.value as YAMLMap))) return null;
  const items = isFilledMap(section.value) ? section.value.items : [];
  const previous =
    items.find((pair) => keyOf(pair) === source.after) ?? (source.after === null ? null : items.at(-1));
  const at = previous ? endOfPair(text, previous) : nextLine(text, afterColon(text, section));
  const start = text.startsWith(source.gap, at) ? at + source.gap.length : at;
  const style: Style = styleOf(text);
  return applyEdits(text, [{ start, end: start, text: source.text, line: true }], style);
}

/** What an edit wrote: the one stretch in which the two texts differ. */
export function writtenSource(before: string, after: string): WrittenSource {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return {
    replaced: before.slice(start, before.length - tail),
    text: after.slice(start, after.length - tail),
  };
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
