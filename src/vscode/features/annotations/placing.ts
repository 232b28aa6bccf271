import type * as vscode from 'vscode';
import { describeSpan } from '../../../core/anchors/describe.ts';
import { resolveSelectors, wordsChanged } from '../../../core/anchors/resolve.ts';
import type { Resolution, Selectors } from '../../../core/anchors/selector.ts';
import { indexText, type TextIndex } from '../../../core/anchors/text-index.ts';
import type { Annotation } from '../../../core/sidecar/annotation.ts';
import { examineRead } from '../../../core/sidecar/examine.ts';
import type { Problem } from '../../../core/text/problem.ts';
import { contains, type Span } from '../../../core/text/span.ts';
import { carrySpan, withChanges } from '../../edit-map.ts';
import type { SidecarFile, SidecarState } from '../../read-sidecars.ts';

/** An annotation and where it is in the article at this moment; null where it has no one place. */
export interface Placed {
  readonly annotation: Annotation;
  readonly span: Span | null;
  readonly resolution: Resolution;
  /** It came along with an edit: no search would be as sure. */
  readonly followed: boolean;
  /** Its sidecar can't be read at the moment: it is shown as it was read last, and can't be changed. */
  readonly stale: boolean;
}

/** Of one sidecar: the spans are in its text. */
export interface FileProblems {
  readonly file: SidecarFile;
  readonly problems: readonly Problem[];
}

/** What is known of an article's notes. */
export interface Held {
  /** The article's text that the spans count in; null where there is none. */
  readonly text: string | null;
  readonly placed: readonly Placed[];
  readonly problems: readonly FileProblems[];
  /** The text in which places were looked for last, and where they were in it. */
  readonly last: Remembered;
}

/** Places of notes in a text. */
export interface Remembered {
  readonly text: string | null;
  readonly placed: readonly Pick<Placed, 'annotation' | 'span'>[];
}

/** The places after edits. Those that do not count in the text that was edited are given up, to be looked for again. */
export function carried(
  before: Held,
  text: string,
  changes: readonly vscode.TextDocumentContentChangeEvent[],
): Held {
  const sure = before.text !== null && edited(before.text, changes) === text;
  const map = withChanges([], changes);
  const placed = before.placed.map((one) => ({
    ...one,
    span: sure && one.span ? carrySpan(map, one.span) : null,
    followed: true,
  }));
  return { ...before, text, placed };
}

/** The text with the changes of one event, which all count in the text before it. */
function edited(text: string, changes: readonly vscode.TextDocumentContentChangeEvent[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const change of [...changes].sort((a, b) => a.rangeOffset - b.rangeOffset)) {
    parts.push(text.slice(at, change.rangeOffset), change.text);
    at = change.rangeOffset + change.rangeLength;
  }
  return parts.join('') + text.slice(at);
}

/**
 * Resolves afresh what is new and what was lost. What was carried along with every edit of this very text keeps its
 * place, which is surer than any search; so does what can be told by the text that it was last placed in.
 */
export function examined(
  { files, beside, sidecar }: SidecarState,
  index: TextIndex | null,
  before: Held | undefined,
  stored: Remembered | null,
): Held {
  const text = index?.text ?? null;
  const current = new Map(sidecar.annotations.map(({ id, selectors }) => [id, selectors]));
  const known = new Map<string, Resolution>();
  const followed = new Set<string>();
  const recall = ({ text: then, placed }: Remembered, isFollowed: (id: string) => boolean): void => {
    const earlier = then === null || then === text ? null : indexText(then);
    for (const { annotation, span } of placed) {
      const { id } = annotation;
      const selectors = current.get(id);
      if (
        !span ||
        !index ||
        then === null ||
        !selectors ||
        known.has(id) ||
        !same(selectors, annotation.selectors)
      )
        continue;
      const place = earlier ? placeSince(index, earlier, selectors, span) : keptPlace(index, selectors, span);
      if (!place) continue;
      known.set(id, place);
      if (isFollowed(id)) followed.add(id);
    }
  };
  const wasFollowed = new Set(before?.placed.filter((one) => one.followed).map((one) => one.annotation.id));
  if (before?.text === text) recall(before, (id) => wasFollowed.has(id));
  if (before) recall(before.last, (id) => wasFollowed.has(id));
  if (stored) recall(stored, () => true);
  const places = new Map<string, Placed>();
  const problems = files.map((file, i) => {
    const one = examineRead({ ...file.read, value: file.shown.value }, index, known);
    for (const noted of one.annotations) {
      const { id } = noted.annotation;
      if (places.has(id)) continue;
      const { span } = noted.resolution;
      places.set(id, {
        ...noted,
        span,
        followed: span !== null && followed.has(id),
        stale: file.shown.kept.has(id),
      });
    }
    return { file, problems: [...one.problems, ...(beside[i] ?? [])] };
  });
  const placed = [...places.values()];
  return { text, placed, problems, last: { text, placed } };
}

/** A place in an earlier text, carried over to this one by what became of its words; null where that is not sure. */
function placeSince(index: TextIndex, then: TextIndex, selectors: Selectors, span: Span): Resolution | null {
  if (span.end > then.text.length) return null;
  const described = describeSpan(then, span);
  if (index.past(described) === null) return null;
  const { span: now, score } = resolveSelectors(index, described);
  const changed = now !== null && wordsChanged(index.text, selectors, now);
  return now && { status: 'moved', span: now, score, candidates: [], changed };
}

/** A place that was followed; where text was put between its words, so that they now stand whole in it, only they. */
function keptPlace(index: TextIndex, selectors: Selectors, span: Span): Resolution {
  const { exact } = selectors.quote;
  const here = index.text.slice(span.start, span.end);
  const found = here !== exact && here.includes(exact) ? resolveSelectors(index, selectors) : null;
  if (found?.span && contains(span, found.span)) return found;
  return { status: 'moved', span, score: 1, candidates: [] };
}

const same = (a: Selectors, b: Selectors): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
