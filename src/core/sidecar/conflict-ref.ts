import { fingerprint } from '../anchors/fingerprint.ts';
import { type Choice, type Conflict, conflictsIn, resolution, sideOf } from './conflict.ts';
import { placeAt } from './yaml-place.ts';

/** Keys down to what is in dispute; empty where that can't be told. */
export function pathOfConflict(text: string, conflict: Conflict): readonly string[] {
  const lines = conflict.ours === '' ? conflict.theirs : conflict.ours;
  const side = conflict.ours === '' ? 'theirs' : 'ours';
  const before = sideOf(text.slice(0, conflict.span.start), side);
  const at = before.length + lines.length - lines.trimStart().length;
  const place = placeAt(before + lines, at);
  return place ? [...place.path, ...(place.key === null ? [] : [place.key])] : [];
}

/** Names a conflict by what it is about and what its sides say: its number changes with each that is resolved. */
export const conflictId = (text: string, conflict: Conflict): string =>
  fingerprint(JSON.stringify([pathOfConflict(text, conflict), conflict.ours, conflict.theirs]));

/** The conflict that was meant; null where it is resolved, has changed, or where there are several like it. */
export function conflictById(text: string, id: string): Conflict | null {
  const [one, ...more] = conflictsIn(text).filter((conflict) => conflictId(text, conflict) === id);
  return one && more.length === 0 ? one : null;
}

/** Whether git has merged by lines: what the merge by notes itself leaves calls its sides ours and theirs. */
export const isByLines = (text: string): boolean =>
  conflictsIn(text).some(({ span }) => !text.startsWith('<<<<<<< ours', span.start));

/**
 * What a conflict becomes by a choice; null where there is no such thing. Git's own lines may cut entries in two, so
 * that both of them, one after the other, would be something else.
 */
export const resolutionIn = (text: string, conflict: Conflict, choice: Choice): string | null =>
  choice === 'both' && isByLines(text) ? null : resolution(conflict, choice);
