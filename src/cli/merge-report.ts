import { entryName } from '../core/sidecar/entry-name.ts';
import type { MergeResult } from '../core/sidecar/merge.ts';
import type { Io } from './io.ts';

/** Says of a merged sidecar what people must know: what is kept though one side removed it, and what is in conflict. */
export function tellMerged(name: string, merged: Extract<MergeResult, { kind: 'merged' }>, io: Io): void {
  for (const { path, removedBy } of merged.kept)
    io.err(
      `${name}: ${entryName(path)} was removed by ${removedBy} and changed by ${other(removedBy)}: it is kept.\n`,
    );
  for (const { path, line } of merged.conflicts)
    io.err(
      `${name}:${line + 1}: ${entryName(path)} was changed by both sides. Keep the lines of one and delete the marker lines.\n`,
    );
}

const other = (side: 'ours' | 'theirs'): string => (side === 'ours' ? 'theirs' : 'ours');
