import { isMap, type YAMLMap } from 'yaml';
import type { Problem } from '../text/problem.ts';
import type { Annotation, Decision, Sidecar } from './annotation.ts';
import { openDocument, problemOf } from './document.ts';
import { annotationFields, decisionFields, type Field, type FieldValue } from './fields.ts';
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
import { applyToValue, inverseOf, type RemovedSource, type SidecarOperation } from './operation.ts';
import { parseSidecar } from './parse.ts';
import { renderFields, type Style } from './render.ts';
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

type SectionKey = 'annotations' | 'decisions';

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
  for (const edited of attempts(text, operation)) {
    const after = parseSidecar(edited);
    if (after.problems.some(({ severity }) => severity === 'error')) continue;
    if (canonical(after.value) !== canonical(expected)) continue;
    return { kind: 'applied', text: bom + edited, sidecar: after.value, inverse };
  }
  return { kind: 'refused', problem: problemOf('sidecar-unwritable', UNWRITABLE, { start: 0, end: 0 }) };
}

const UNWRITABLE =
  'The sidecar is written in a way that Counterpoint can read but not change safely. Make the change by hand, or write one key a line.';

function pointless(operation: SidecarOperation): Problem {
  const id = idOf(operation);
  const adds = operation.kind === 'addAnnotation' || operation.kind === 'setDecision';
  return adds
    ? problemOf('sidecar-id-taken', `There is an entry with the id "${id}" already.`, { start: 0, end: 0 })
    : problemOf('sidecar-no-entry', `There is no entry with the id "${id}"; it may have been removed.`, {
        start: 0,
        end: 0,
      });
}

function idOf(operation: SidecarOperation): string {
  if (operation.kind === 'addAnnotation') return operation.annotation.id;
  return operation.kind === 'setDecision' ? operation.decision.id : operation.id;
}

/** Texts that may be the result, the one that restores most first; each is proved by reading it. */
function* attempts(text: string, operation: SidecarOperation): Generator<string> {
  for (const attempt of [restored, spliced]) {
    try {
      const edited = attempt(text, operation);
      if (edited !== null) yield edited;
    } catch (error) {
      if (!(error instanceof UnusualYaml)) throw error;
    }
  }
}

const styleOf = (text: string): Style => ({ eol: /\r?\n/.exec(text)?.[0] === '\r\n' ? '\r\n' : '\n' });

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

const sectionOf = ({ kind }: SidecarOperation): SectionKey =>
  kind === 'setDecision' || kind === 'removeDecision' ? 'decisions' : 'annotations';

/** The entry as the operation wants it. */
function entryOf(operation: SidecarOperation): Field {
  switch (operation.kind) {
    case 'addAnnotation':
      return { key: operation.annotation.id, value: map(annotationFields(operation.annotation)) };
    case 'updateAnnotation':
      return { key: operation.id, value: map(changedFields(operation.changes)) };
    case 'setDecision':
      return { key: operation.decision.id, value: map(decisionFields(operation.decision)) };
    case 'removeAnnotation':
    case 'removeDecision':
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

/** How the entry stands in the file that the operation removes, where it stands on lines of its own. */
function removedSource(text: string, operation: SidecarOperation): RemovedSource | undefined {
  if (operation.kind !== 'removeAnnotation' && operation.kind !== 'removeDecision') return undefined;
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
function restored(text: string, operation: SidecarOperation): string | null {
  const source = 'source' in operation ? operation.source : undefined;
  if (!source) return null;
  const section = sectionIn(text, sectionOf(operation));
  if (!section || (isMap(section.value) && isFlow(section.value as YAMLMap))) return null;
  const items = isFilledMap(section.value) ? section.value.items : [];
  const previous =
    items.find((pair) => keyOf(pair) === source.after) ?? (source.after === null ? null : items.at(-1));
  const at = previous ? endOfPair(text, previous) : nextLine(text, afterColon(text, section));
  const start = text.startsWith(source.gap, at) ? at + source.gap.length : at;
  return applyEdits(text, [{ start, end: start, text: source.text, line: true }], styleOf(text));
}

/** One string for equal values: keys and entries in order of name. */
function canonical(value: Sidecar): string {
  const byId = (a: Annotation | Decision, b: Annotation | Decision): number => (a.id < b.id ? -1 : 1);
  const ordered = {
    ...value,
    annotations: [...value.annotations].sort(byId),
    decisions: [...value.decisions].sort(byId),
  };
  return JSON.stringify(ordered, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
