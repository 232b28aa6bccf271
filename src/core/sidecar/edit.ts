import type { Problem } from '../text/problem.ts';
import type { Annotation, Sidecar } from './annotation.ts';
import { openDocument, problemOf } from './document.ts';
import { annotationFields, decisionFields, dismissalFields, type Field, type FieldValue } from './fields.ts';
import { UnusualYaml } from './layout.ts';
import { applyToValue, idOf, inverseOf, isRemoval, type SidecarOperation, sectionOf } from './operation.ts';
import { parseSidecar } from './parse.ts';
import { renderFields, styleOf } from './render.ts';
import { removedSource, restored, withdrawn, writtenSource } from './restore.ts';
import { applyEdits, mergeFields } from './splice.ts';

/** The file's new text, what it holds, and the operation that takes the change back; or why nothing was changed. */
export type EditResult =
  | {
      readonly kind: 'applied';
      readonly text: string;
      readonly sidecar: Sidecar;
      readonly inverse: SidecarOperation;
    }
  | { readonly kind: 'refused'; readonly problem: Problem };

/**
 * Applies an operation to a sidecar's text by splicing only the entry that it changes; everything else stays byte
 * for byte. An empty text becomes a sidecar. Refuses, with the reason, on a text that has errors, on an operation
 * that has nothing to work on, and where the result would not read back as meant.
 */
export function applyOperation(source: string, operation: SidecarOperation): EditResult {
  const bom = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(bom.length);
  const before = parseSidecar(text);
  const error = before.problems.find(({ severity }) => severity === 'error');
  if (error) return { kind: 'refused', problem: error };
  const expected = applyToValue(before.value, operation);
  const removed = removedSource(text, operation);
  const inverse = inverseOf(before.value, operation, removed);
  if (!expected || !inverse) return { kind: 'refused', problem: pointless(operation) };
  let limit: Problem | undefined;
  for (const edited of attempts(text, operation)) {
    const after = parseSidecar(edited);
    limit = after.problems.find(({ code }) => LIMITS.has(code));
    if (after.problems.some(({ severity }) => severity === 'error')) continue;
    if (canonical(after.value) !== canonical(expected)) continue;
    const back = isRemoval(inverse) ? { ...inverse, written: writtenSource(text, edited) } : inverse;
    return { kind: 'applied', text: bom + edited, sidecar: after.value, inverse: back };
  }
  return { kind: 'refused', problem: limit ? beyond(limit) : unwritable };
}

/** Problems that a sound change may cause: the reason is the file's size then, not how it is written. */
const LIMITS: ReadonlySet<string> = new Set(['sidecar-too-large', 'sidecar-too-deep']);

const beyond = ({ code, message }: Problem): Problem =>
  problemOf(code, `The change would make the sidecar too much to be read again. ${message}`, {
    start: 0,
    end: 0,
  });

const UNWRITABLE =
  'The sidecar is written in a way that Counterpoint can read but not change safely. Make the change by hand, or write one key a line.';
const unwritable = problemOf('sidecar-unwritable', UNWRITABLE, { start: 0, end: 0 });

function pointless(operation: SidecarOperation): Problem {
  const id = idOf(operation);
  const takes = isRemoval(operation) || operation.kind === 'updateAnnotation';
  return !takes
    ? problemOf('sidecar-id-taken', `There is an entry with the id "${id}" already.`, { start: 0, end: 0 })
    : problemOf('sidecar-no-entry', `There is no entry with the id "${id}"; it may have been removed.`, {
        start: 0,
        end: 0,
      });
}

/** Texts that may be the result, the one that restores most first; each is proved by reading it. */
function* attempts(text: string, operation: SidecarOperation): Generator<string> {
  for (const attempt of [restored, withdrawn, spliced]) {
    try {
      const edited = attempt(text, operation);
      if (edited !== null) yield edited;
    } catch (error) {
      if (!(error instanceof UnusualYaml)) throw error;
    }
  }
}

function spliced(text: string, operation: SidecarOperation): string {
  const style = styleOf(text);
  const fields: Field[] = [{ key: sectionOf(operation), value: map([entryOf(operation)]) }];
  const { top } = openDocument(text);
  if (top) return applyEdits(text, mergeFields(text, top, fields, style), style);
  const version: Field = { key: 'version', value: { kind: 'number', number: 1 } };
  const glue = text === '' || text.endsWith('\n') ? '' : style.eol;
  return text + glue + renderFields([version, ...fields], 0, style);
}

const map = (fields: readonly Field[]): FieldValue => ({ kind: 'map', fields });

/** The entry as the operation wants it. */
function entryOf(operation: SidecarOperation): Field {
  switch (operation.kind) {
    case 'addAnnotation':
      return { key: operation.annotation.id, value: map(annotationFields(operation.annotation)) };
    case 'updateAnnotation':
      return { key: operation.id, value: map(changedFields(operation.changes)) };
    case 'setDecision':
      return { key: operation.decision.id, value: map(decisionFields(operation.decision)) };
    case 'addDismissal':
      return { key: operation.dismissal.id, value: map(dismissalFields(operation.dismissal)) };
    case 'removeAnnotation':
    case 'removeDecision':
    case 'removeDismissal':
      return { key: operation.id, value: { kind: 'none' } };
  }
}

function changedFields(changes: Partial<Annotation>): Field[] {
  const named = new Set(Object.keys(changes));
  return annotationFields({ ...BLANK, ...changes }).filter(({ key }) => named.has(key));
}

const BLANK: Annotation = {
  id: '',
  author: '',
  created: '',
  modified: '',
  status: 'open',
  tag: null,
  note: '',
  selectors: { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 0, end: 0 } },
};

/** One string for equal values: keys and entries in order of name. */
function canonical(value: Sidecar): string {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const ordered = {
    ...value,
    annotations: [...value.annotations].sort(byId),
    decisions: [...value.decisions].sort(byId),
    dismissals: [...value.dismissals].sort(byId),
  };
  return JSON.stringify(ordered, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
