import type { Problem } from '../text/problem.ts';
import { say, sentences } from '../text/wording.ts';
import type { Annotation, Reply, Sidecar } from './annotation.ts';
import { problemOf } from './document.ts';
import {
  annotationFields,
  decisionFields,
  dismissalFields,
  type Field,
  type FieldValue,
  factFields,
  none,
  otherArticle,
  replyFields,
} from './fields.ts';
import { UnusualYaml } from './layout.ts';
import {
  applyToValue,
  entryIdOf,
  idOf,
  inverseOf,
  isRemoval,
  type SidecarOperation,
  sectionOf,
} from './operation.ts';
import { recentSources, type SidecarSource } from './parse.ts';
import { renderFields, styleOf } from './render.ts';
import { isLastReply, type Open, removedSource, restored, withdrawn, writtenSource } from './restore.ts';
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
export function applyOperation(
  source: string,
  operation: SidecarOperation,
  sourceOf: (text: string) => SidecarSource = recentSources(),
): EditResult {
  const bom = source.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = source.slice(bom.length);
  const open: Open = (one) => sourceOf(one).opened;
  const before = sourceOf(text).read;
  const error = before.problems.find(({ severity }) => severity === 'error');
  if (error) return { kind: 'refused', problem: error };
  const expected = applyToValue(before.value, operation);
  const removed = removedSource(text, operation, open);
  const inverse = inverseOf(before.value, operation, removed);
  if (!expected || !inverse) return { kind: 'refused', problem: pointless(operation) };
  let limit: Problem | undefined;
  for (const edited of attempts(text, operation, open)) {
    const after = sourceOf(edited).read;
    limit = after.problems.find(({ code }) => LIMITS.has(code));
    if (after.problems.some(({ severity }) => severity === 'error')) continue;
    if (canonical(after.value) !== canonical(expected)) continue;
    const isAsWritten = isRemoval(inverse) || inverse.kind === 'setFacts';
    const back = isAsWritten ? { ...inverse, written: writtenSource(text, edited) } : inverse;
    return { kind: 'applied', text: bom + edited, sidecar: after.value, inverse: back };
  }
  return { kind: 'refused', problem: limit ? beyond(limit) : unwritable };
}

/** The file's new text, and the operations that take all of it back, in their order. */
export type EditsResult =
  | { readonly kind: 'applied'; readonly text: string; readonly inverses: readonly SidecarOperation[] }
  | { readonly kind: 'refused'; readonly problem: Problem };

/** Applies operations one after another: all of them, or none. */
export function applyOperations(
  source: string,
  operations: readonly SidecarOperation[],
  sourceOf: (text: string) => SidecarSource = recentSources(),
): EditsResult {
  let text = source;
  const inverses: SidecarOperation[] = [];
  for (const operation of operations) {
    const result = applyOperation(text, operation, sourceOf);
    if (result.kind === 'refused') return result;
    text = result.text;
    inverses.unshift(result.inverse);
  }
  return { kind: 'applied', text, inverses };
}

/** Problems that a sound change may cause: the reason is the file's size then, not how it is written. */
const LIMITS: ReadonlySet<string> = new Set(['sidecar-too-large', 'sidecar-too-deep']);

const beyond = ({ code, words }: Problem): Problem =>
  problemOf(code, sentences(say('The change would make the sidecar too much to be read again.'), words), {
    start: 0,
    end: 0,
  });

const UNWRITABLE = say(
  'The sidecar is written in a way that Counterpoint can read but not change safely. Make the change by hand, or write one key a line.',
);
const unwritable = problemOf('sidecar-unwritable', UNWRITABLE, { start: 0, end: 0 });

function pointless(operation: SidecarOperation): Problem {
  const id = idOf(operation);
  const takes = isRemoval(operation) || operation.kind.startsWith('update');
  if (operation.kind === 'addReply') {
    const words = say(
      'The note "{0}" is not there any more, or there is an entry with the id "{1}" already.',
      operation.to,
      id,
    );
    return problemOf('sidecar-no-entry', words, { start: 0, end: 0 });
  }
  return !takes
    ? problemOf('sidecar-id-taken', say('There is an entry with the id "{0}" already.', id), {
        start: 0,
        end: 0,
      })
    : problemOf(
        'sidecar-no-entry',
        say('There is no entry with the id "{0}"; it may have been removed.', id),
        {
          start: 0,
          end: 0,
        },
      );
}

/** Texts that may be the result, the one that restores most first; each is proved by reading it. */
function* attempts(text: string, operation: SidecarOperation, open: Open): Generator<string> {
  for (const attempt of [restored, withdrawn, spliced]) {
    try {
      const edited = attempt(text, operation, open);
      if (edited !== null) yield edited;
    } catch (error) {
      if (!(error instanceof UnusualYaml)) throw error;
    }
  }
}

function spliced(text: string, operation: SidecarOperation, open: Open): string {
  const style = styleOf(text);
  const within =
    operation.kind === 'setFacts'
      ? factFields(operation.changes)
      : [{ key: entryIdOf(operation), value: wanted(operation, text, open) }];
  const fields: Field[] = [{ key: sectionOf(operation), value: map(within) }];
  const { top } = open(text);
  if (top) return applyEdits(text, mergeFields(text, top, fields, style), style);
  const version: Field = { key: 'version', value: { kind: 'number', number: 1 } };
  const glue = text === '' || text.endsWith('\n') ? '' : style.eol;
  return text + glue + renderFields([version, ...fields], 0, style);
}

const map = (fields: readonly Field[]): FieldValue => ({ kind: 'map', fields });

type EntryOperation = Exclude<SidecarOperation, { kind: 'setFacts' }>;

/** The entry as the operation wants it: keys that it does not name stay. */
function wanted(operation: EntryOperation, text: string, open: Open): FieldValue {
  switch (operation.kind) {
    case 'addAnnotation':
      return map(annotationFields(operation.annotation));
    case 'updateAnnotation':
      return map(changedFields(operation.changes));
    case 'addReply':
      return replies({ key: operation.reply.id, value: map(replyFields(operation.reply)) });
    case 'updateReply':
      return replies({ key: operation.id, value: map(changedReply(operation.changes)) });
    case 'removeReply':
      return isLastReply(text, operation, open) ? map([none('replies')]) : replies(none(operation.id));
    case 'setDecision':
      return map(decisionFields(operation.decision));
    case 'updateDecision':
      return map([{ key: 'there', value: map([otherArticle(operation.article)]) }]);
    case 'addDismissal':
      return map(dismissalFields(operation.dismissal));
    case 'removeAnnotation':
    case 'removeDecision':
    case 'removeDismissal':
      return { kind: 'none' };
  }
}

const replies = (reply: Field): FieldValue => map([{ key: 'replies', value: map([reply]) }]);

const changedReply = ({ modified, note }: Pick<Reply, 'modified' | 'note'>): Field[] =>
  replyFields({ id: '', author: '', created: '', modified, note }).filter(
    ({ key }) => key === 'modified' || key === 'note',
  );

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
  confidence: null,
  tags: [],
  note: '',
  replies: [],
  selectors: { quote: { exact: '', prefix: '', suffix: '' }, position: { start: 0, end: 0 } },
};

/** One string for equal values: keys and entries in order of name. */
function canonical(value: Sidecar): string {
  const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);
  const ordered = {
    ...value,
    annotations: value.annotations
      .map((one) => ({ ...one, tags: [...one.tags].sort(), replies: [...one.replies].sort(byId) }))
      .sort(byId),
    decisions: [...value.decisions].sort(byId),
    dismissals: [...value.dismissals].sort(byId),
  };
  return JSON.stringify(ordered, (_key, held: unknown) =>
    held !== null && typeof held === 'object' && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
}
