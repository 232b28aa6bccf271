import type { KeyPath } from './merge-piece.ts';

const ENTRIES: Readonly<Record<string, string>> = {
  annotations: 'annotation',
  decisions: 'decision',
  dismissals: 'dismissal',
};

/** What people call a place in a sidecar: `"note" of annotation a-1`, `reply r-1 of annotation a-1`. */
export function entryName([section = '', id, ...keys]: KeyPath): string {
  const entry = ENTRIES[section];
  if (id === undefined) return `"${section}"`;
  if (!entry) return `"${[section, id, ...keys].join('.')}"`;
  const [key, reply, ...more] = keys;
  if (key === undefined) return `${entry} ${id}`;
  if (key !== 'replies' || reply === undefined) return `"${keys.join('.')}" of ${entry} ${id}`;
  const answer = `reply ${reply} of ${entry} ${id}`;
  return more.length === 0 ? answer : `"${more.join('.')}" of ${answer}`;
}
