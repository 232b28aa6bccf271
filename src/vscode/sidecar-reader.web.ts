import { applyOperations } from '../core/sidecar/edit.ts';
import type { SidecarOperation } from '../core/sidecar/operation.ts';
import { recentSources } from '../core/sidecar/parse.ts';
import type { SidecarReader } from './sidecar-reader.ts';

/** In a browser sidecars are read at once, however large. */
export function createSidecarReader(): SidecarReader {
  const sourceOf = recentSources();
  const editedNow = (text: string, operations: readonly SidecarOperation[]) =>
    applyOperations(text, operations, sourceOf);
  return {
    read: async (text) => sourceOf(text).read,
    edited: async (text, operations) => editedNow(text, operations),
    editedNow,
    dispose: () => {},
  };
}
