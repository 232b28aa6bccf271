import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, visit, type YAMLMap } from 'yaml';
import type { Span } from '../text/span.ts';
import { sourceText } from './document.ts';
import type { Field } from './fields.ts';
import { indentOf, keyOf } from './layout.ts';
import { type MergeResult, mergeSidecars } from './merge.ts';
import { renderFields, styleOf } from './render.ts';

/** A stretch between git's markers, in whole lines. */
export interface Conflict {
  /** From the opening marker's line to the end of the closing marker's. */
  readonly span: Span;
  readonly ours: string;
  readonly theirs: string;
  /** What both had before, where git was asked to write it. */
  readonly base: string | null;
}

export type Side = 'ours' | 'theirs';
export type Choice = Side | 'both';

const MARKS = { '<': 'ours', '|': 'base', '=': 'theirs', '>': null } as const;

/** The conflicts in a text, as git or `counterpoint merge` leaves them; one that is not closed is none. */
export function conflictsIn(text: string): Conflict[] {
  const found: Conflict[] = [];
  let open: { start: number; part: 'ours' | 'base' | 'theirs'; parts: Record<string, string> } | null = null;
  for (const { 0: line, index } of text.matchAll(/[^\n]*\n|[^\n]+$/g)) {
    const mark = /^([<|=>])\1{6}(?: |\r?\n?$)/.exec(line)?.[1] as keyof typeof MARKS | undefined;
    if (mark === '<') open = { start: index, part: 'ours', parts: {} };
    else if (!open) continue;
    else if (mark === undefined) open.parts[open.part] = (open.parts[open.part] ?? '') + line;
    else if (mark !== '>') open.part = MARKS[mark];
    else {
      const { ours = '', theirs = '', base = null } = open.parts;
      const isWhole = open.part === 'theirs';
      if (isWhole) found.push({ span: { start: open.start, end: index + line.length }, ours, theirs, base });
      open = null;
    }
  }
  return found;
}

/** The text as one side has it, with its lines in every conflict. */
export function sideOf(text: string, side: Side): string {
  return replaced(text, conflictsIn(text), (conflict) => conflict[side]);
}

function replaced(text: string, conflicts: readonly Conflict[], put: (conflict: Conflict) => string): string {
  let result = '';
  let at = 0;
  for (const conflict of conflicts) {
    result += text.slice(at, conflict.span.start) + put(conflict);
    at = conflict.span.end;
  }
  return result + text.slice(at);
}

/** The three versions that git keeps of a file in conflict; each empty where that side has none. */
export interface Stages {
  readonly base: string;
  readonly ours: string;
  readonly theirs: string;
}

/**
 * Merges a sidecar that git has merged by lines: from git's three versions of it where there are any, else from what
 * the two sides of its conflicts are together with what stands around them.
 */
export function repaired(text: string, stages: Stages | null): MergeResult {
  if (stages) return mergeSidecars(stages.base, stages.ours, stages.theirs);
  const conflicts = conflictsIn(text);
  const base = conflicts.every((one) => one.base !== null)
    ? replaced(text, conflicts, (one) => one.base ?? '')
    : common(text, conflicts);
  return mergeSidecars(base, sideOf(text, 'ours'), sideOf(text, 'theirs'));
}

/** Without a base in the markers: what both sides have around them, if that can be read; else nothing. */
function common(text: string, conflicts: readonly Conflict[]): string {
  const around = replaced(text, conflicts, () => '');
  return mergeSidecars(around, around, around).kind === 'merged' ? around : '';
}

/**
 * What a conflict becomes by a choice; null where there is no such thing as both: a status is one or the other. Of
 * two notes both stand, one after the other; of tags and of different keys there are all.
 */
export function resolution(conflict: Conflict, choice: Choice): string | null {
  const { ours, theirs } = conflict;
  if (choice !== 'both') return conflict[choice];
  const [mine, other] = [mapOf(ours), mapOf(theirs)];
  if (!mine || !other) return null;
  const keys = mine.items.map(fieldOf);
  if (!other.items.some((pair) => keys.includes(fieldOf(pair)))) return closed(ours) + theirs;
  const [pair, also] = [mine.items[0], other.items[0]];
  if (mine.items.length !== 1 || other.items.length !== 1 || !pair || !also) return null;
  // What is written anew would lose them.
  if (hasComment(ours) || hasComment(theirs)) return null;
  const field = joined(fieldOf(pair), textsOf(pair.value), textsOf(also.value));
  return field && renderFields([field], indentOf(ours), styleOf(ours));
}

/** Tags are one field, however they are written. */
const fieldOf = (pair: Pair): string => (keyOf(pair) === 'tag' ? 'tags' : keyOf(pair));

const closed = (lines: string): string => (lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`);

function mapOf(lines: string): YAMLMap | null {
  const { contents, errors } = parseDocument(lines, { prettyErrors: false, uniqueKeys: false });
  return errors.length === 0 && isMap(contents) && contents.flow !== true ? (contents as YAMLMap) : null;
}

function hasComment(lines: string): boolean {
  const document = parseDocument(lines, { prettyErrors: false, uniqueKeys: false });
  let found = Boolean(document.comment || document.commentBefore);
  visit(document, (_, node) => {
    found ||= isNode(node) && Boolean(node.comment || node.commentBefore);
  });
  return found;
}

/** The texts of a scalar or of a list of them; null for anything else. */
function textsOf(node: unknown): readonly string[] | null {
  const nodes = isSeq(node) ? node.items : [node];
  return nodes.every((one) => isScalar(one))
    ? nodes.map((one) => sourceText(one as { value: unknown }))
    : null;
}

function joined(key: string, ours: readonly string[] | null, theirs: readonly string[] | null): Field | null {
  if (!ours || !theirs) return null;
  if (key === 'tags') return { key, value: { kind: 'tags', texts: [...new Set([...ours, ...theirs])] } };
  if (key !== 'note') return null;
  const text = [ours, theirs].map((texts) => texts.join('').trimEnd()).join('\n\n');
  return { key, value: { kind: 'note', text } };
}
