import type * as vscode from 'vscode';
import type { Span } from '../core/text/span.ts';

/** An edit as VS Code reports it: `length` code units at `offset` became `inserted` ones. */
interface Edit {
  readonly offset: number;
  readonly length: number;
  readonly inserted: number;
}

/** Edits made since an analysis, so that its spans can be shown at the right words until the next one. */
export type EditMap = readonly Edit[];

/** The edits of one change event, appended: VS Code gives them all against the text before the event. */
export function withChanges(
  map: EditMap,
  changes: readonly Pick<vscode.TextDocumentContentChangeEvent, 'rangeOffset' | 'rangeLength' | 'text'>[],
): EditMap {
  const edits = changes.map((c) => ({
    offset: c.rangeOffset,
    length: c.rangeLength,
    inserted: c.text.length,
  }));
  return [...map, ...edits.sort((a, b) => b.offset - a.offset)];
}

/** Where an offset of the analysed text is now; text typed at the very place goes before it or after it. */
function moved(map: EditMap, offset: number, end: boolean): number {
  let at = offset;
  for (const edit of map) {
    const after = edit.offset + edit.length;
    if (at > after || (at === after && !(end && edit.length === 0))) at += edit.inserted - edit.length;
    else if (at > edit.offset) at = edit.offset + (end ? 0 : edit.inserted);
  }
  return at;
}

/** The span now; null where nothing of it is left. */
export function mapSpan(map: EditMap, span: Span): Span | null {
  if (map.length === 0) return span;
  const start = moved(map, span.start, false);
  const end = moved(map, span.end, true);
  return end > start ? { start, end } : null;
}

/**
 * The span now where its ends are sure: null also where an edit cut one of them off or replaced all of it, as when
 * a file is loaded again. Then only a search tells where its words are.
 */
export function carrySpan(map: EditMap, span: Span): Span | null {
  let { start, end } = span;
  for (const { offset, length, inserted } of map) {
    const after = offset + length;
    const grown = inserted - length;
    if (offset >= end) continue;
    if (after <= start) start += grown;
    else if (offset < start || after > end || length === end - start) return null;
    end += grown;
  }
  return { start, end };
}

/** The offset in the analysed text of an offset now. */
export function unmapOffset(map: EditMap, offset: number): number {
  let at = offset;
  for (const edit of [...map].reverse()) {
    if (at >= edit.offset + edit.inserted) at += edit.length - edit.inserted;
    else if (at > edit.offset) at = edit.offset;
  }
  return at;
}
