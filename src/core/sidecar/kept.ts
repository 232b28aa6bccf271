import type { Sidecar } from './annotation.ts';
import { entryIdOf, idOf, idsOf, type SidecarOperation } from './operation.ts';

/** What a change belongs to: tried again it has the same key, a change to another field or another reply has not. */
export function changeKey(article: string, operation: SidecarOperation): string {
  return [article, operation.kind, idOf(operation), ...changedNames(operation)].join(' ');
}

/** Of a reply that is not written yet. */
export const replyKey = (article: string, id: string): string => `${article} addReply ${id}`;

function changedNames(operation: SidecarOperation): string[] {
  if (!('changes' in operation)) return [];
  return Object.keys(operation.changes)
    .filter((name) => name !== 'modified')
    .sort();
}

/** What is to be done with a change that was kept, now that its entry may have changed. */
export type Replay =
  /** It was written after all, or the entry says the same. */
  | { readonly kind: 'done' }
  | { readonly kind: 'apply' }
  /** The text is another one now: both stay, this one as a reply to the note `to`. */
  | { readonly kind: 'beside'; readonly to: string; readonly note: string }
  /** Somebody chose otherwise since: the analyst decides. */
  | { readonly kind: 'changed' };

/** `before`: what would have taken the change back when it was kept; null where that is not known. */
export function replayOf(
  sidecar: Sidecar,
  operation: SidecarOperation,
  before: SidecarOperation | null,
): Replay {
  if (operation.kind.startsWith('add'))
    return { kind: idsOf(sidecar).some(({ id }) => id === idOf(operation)) ? 'done' : 'apply' };
  if (operation.kind !== 'updateAnnotation' && operation.kind !== 'updateReply') return { kind: 'apply' };
  const note = sidecar.annotations.find(({ id }) => id === entryIdOf(operation));
  const entry = operation.kind === 'updateReply' ? note?.replies.find(({ id }) => id === operation.id) : note;
  // Writing it says that it is gone.
  if (!note || !entry) return { kind: 'apply' };
  const { changes } = operation;
  const names = changedNames(operation);
  if (names.every((name) => isSame(fieldOf(entry, name), fieldOf(changes, name)))) return { kind: 'done' };
  const old = before && 'changes' in before ? before.changes : null;
  const isOther = old
    ? names.some((name) => !isSame(fieldOf(entry, name), fieldOf(old, name)))
    : entry.modified > changes.modified;
  if (!isOther) return { kind: 'apply' };
  const text = changes.note?.trim() ? changes.note : null;
  if (text === null) return { kind: 'changed' };
  return note.replies.some((reply) => reply.note === text)
    ? { kind: 'done' }
    : { kind: 'beside', to: note.id, note: text };
}

const fieldOf = (held: object, name: string): unknown =>
  Object.entries(held).find(([key]) => key === name)?.[1];

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A kept change to read and to copy from: its article, the passage and what was typed or chosen, as Markdown. */
export function keptText(path: string, sidecar: Sidecar | undefined, operation: SidecarOperation): string {
  const note =
    operation.kind === 'addAnnotation'
      ? operation.annotation
      : sidecar?.annotations.find(({ id }) => id === entryIdOf(operation));
  const quote = note ? [`> ${note.selectors.quote.exact.trim().replace(/\s+/g, ' ')}`] : [];
  return [`## ${path}`, ...quote, ...typedIn(operation)].join('\n\n');
}

function typedIn(operation: SidecarOperation): string[] {
  if (operation.kind === 'addAnnotation') return [operation.annotation.note];
  if (operation.kind === 'addReply') return [operation.reply.note];
  if (!('changes' in operation)) return [JSON.stringify(operation, null, 2)];
  const { changes } = operation;
  return changedNames(operation).map((name) => {
    const value = fieldOf(changes, name);
    return name === 'note' ? String(value) : `${name}: ${Array.isArray(value) ? value.join(', ') : value}`;
  });
}
