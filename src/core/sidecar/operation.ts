import type { Annotation, Decision, Dismissal, Sidecar } from './annotation.ts';

/** What may change in an annotation, with the time of the change. */
export type AnnotationChanges = Partial<Omit<Annotation, 'id' | 'created' | 'modified'>> &
  Pick<Annotation, 'modified'>;

/** How a removed entry stood in the file: so that undoing brings comments and unknown keys back too. */
export interface RemovedSource {
  readonly text: string;
  /** Id of the entry before it; null for the first. */
  readonly after: string | null;
  /** Comments and blank lines between the two. */
  readonly gap: string;
}

/** How an added entry was written, with all that had to be written for it: so that undoing leaves no trace. */
export interface WrittenSource {
  readonly text: string;
  /** What stood in its place; mostly nothing. */
  readonly replaced: string;
}

/** A change to a sidecar, by id: ids, times and authors come from the caller. */
export type SidecarOperation =
  | {
      readonly kind: 'addAnnotation';
      readonly annotation: Annotation;
      readonly source?: RemovedSource;
    }
  | { readonly kind: 'updateAnnotation'; readonly id: string; readonly changes: AnnotationChanges }
  | Removal<'removeAnnotation'>
  | { readonly kind: 'setDecision'; readonly decision: Decision; readonly source?: RemovedSource }
  | Removal<'removeDecision'>
  | { readonly kind: 'addDismissal'; readonly dismissal: Dismissal; readonly source?: RemovedSource }
  | Removal<'removeDismissal'>;

export interface Removal<K extends 'removeAnnotation' | 'removeDecision' | 'removeDismissal'> {
  readonly kind: K;
  readonly id: string;
  readonly written?: WrittenSource;
}

export type SectionKey = 'annotations' | 'decisions' | 'dismissals';

const SECTIONS: Readonly<Record<SidecarOperation['kind'], SectionKey>> = {
  addAnnotation: 'annotations',
  updateAnnotation: 'annotations',
  removeAnnotation: 'annotations',
  setDecision: 'decisions',
  removeDecision: 'decisions',
  addDismissal: 'dismissals',
  removeDismissal: 'dismissals',
};

export const sectionOf = ({ kind }: SidecarOperation): SectionKey => SECTIONS[kind];

type AnyRemoval = Removal<'removeAnnotation'> | Removal<'removeDecision'> | Removal<'removeDismissal'>;

/** The id of the entry that an operation is about. */
export function idOf(operation: SidecarOperation): string {
  if (operation.kind === 'addAnnotation') return operation.annotation.id;
  if (operation.kind === 'addDismissal') return operation.dismissal.id;
  return operation.kind === 'setDecision' ? operation.decision.id : operation.id;
}

export const isRemoval = (operation: SidecarOperation): operation is AnyRemoval =>
  operation.kind.startsWith('remove');

const has = (list: readonly { readonly id: string }[], id: string): boolean =>
  list.some((entry) => entry.id === id);

const without = <T extends { readonly id: string }>(list: readonly T[], id: string): T[] =>
  list.filter((entry) => entry.id !== id);

/** What the operation does to the value; null when there is nothing that it could be done to. */
export function applyToValue(sidecar: Sidecar, operation: SidecarOperation): Sidecar | null {
  const { annotations, decisions, dismissals } = sidecar;
  const id = idOf(operation);
  switch (operation.kind) {
    case 'addAnnotation':
      return has([...annotations, ...decisions, ...dismissals], id)
        ? null
        : { ...sidecar, annotations: [...annotations, operation.annotation] };
    case 'updateAnnotation': {
      const changed = annotations.map((a) => (a.id === id ? { ...a, ...operation.changes } : a));
      return has(annotations, id) ? { ...sidecar, annotations: changed } : null;
    }
    case 'removeAnnotation':
      return has(annotations, id) ? { ...sidecar, annotations: without(annotations, id) } : null;
    case 'setDecision': {
      if (has([...annotations, ...dismissals], id)) return null;
      const set = decisions.map((d) => (d.id === id ? operation.decision : d));
      return { ...sidecar, decisions: has(decisions, id) ? set : [...decisions, operation.decision] };
    }
    case 'removeDecision':
      return has(decisions, id) ? { ...sidecar, decisions: without(decisions, id) } : null;
    case 'addDismissal':
      return has([...annotations, ...decisions, ...dismissals], id)
        ? null
        : { ...sidecar, dismissals: [...dismissals, operation.dismissal] };
    case 'removeDismissal':
      return has(dismissals, id) ? { ...sidecar, dismissals: without(dismissals, id) } : null;
  }
}

/** The operation that takes this one back, found before it is applied. `source` is how a removed entry stood. */
export function inverseOf(
  sidecar: Sidecar,
  operation: SidecarOperation,
  source: RemovedSource | undefined,
): SidecarOperation | null {
  const kept = source ? { source } : {};
  switch (operation.kind) {
    case 'addAnnotation':
      return { kind: 'removeAnnotation', id: operation.annotation.id };
    case 'updateAnnotation': {
      const before = sidecar.annotations.find(({ id }) => id === operation.id);
      return before
        ? { kind: 'updateAnnotation', id: operation.id, changes: changedBack(before, operation.changes) }
        : null;
    }
    case 'removeAnnotation': {
      const annotation = sidecar.annotations.find(({ id }) => id === operation.id);
      return annotation ? { kind: 'addAnnotation', annotation, ...kept } : null;
    }
    case 'setDecision': {
      const decision = sidecar.decisions.find(({ id }) => id === operation.decision.id);
      return decision
        ? { kind: 'setDecision', decision }
        : { kind: 'removeDecision', id: operation.decision.id };
    }
    case 'removeDecision': {
      const decision = sidecar.decisions.find(({ id }) => id === operation.id);
      return decision ? { kind: 'setDecision', decision, ...kept } : null;
    }
    case 'addDismissal':
      return { kind: 'removeDismissal', id: operation.dismissal.id };
    case 'removeDismissal': {
      const dismissal = sidecar.dismissals.find(({ id }) => id === operation.id);
      return dismissal ? { kind: 'addDismissal', dismissal, ...kept } : null;
    }
  }
}

/** The old values of what changes, no more: what others change in between stays. */
function changedBack(before: Annotation, changes: AnnotationChanges): AnnotationChanges {
  return {
    modified: before.modified,
    ...('author' in changes ? { author: before.author } : {}),
    ...('status' in changes ? { status: before.status } : {}),
    ...('tag' in changes ? { tag: before.tag } : {}),
    ...('note' in changes ? { note: before.note } : {}),
    ...('selectors' in changes ? { selectors: before.selectors } : {}),
  };
}
