import type { Annotation, Decision, Sidecar } from './annotation.ts';

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

/** A change to a sidecar, by id: ids, times and authors come from the caller. */
export type SidecarOperation =
  | {
      readonly kind: 'addAnnotation';
      readonly annotation: Annotation;
      readonly source?: RemovedSource;
    }
  | { readonly kind: 'updateAnnotation'; readonly id: string; readonly changes: AnnotationChanges }
  | { readonly kind: 'removeAnnotation'; readonly id: string }
  | { readonly kind: 'setDecision'; readonly decision: Decision; readonly source?: RemovedSource }
  | { readonly kind: 'removeDecision'; readonly id: string };

/** What the operation does to the value; null when there is nothing that it could be done to. */
export function applyToValue(sidecar: Sidecar, operation: SidecarOperation): Sidecar | null {
  const { annotations, decisions } = sidecar;
  switch (operation.kind) {
    case 'addAnnotation': {
      const taken = [...annotations, ...decisions].some(({ id }) => id === operation.annotation.id);
      return taken ? null : { ...sidecar, annotations: [...annotations, operation.annotation] };
    }
    case 'updateAnnotation':
      return annotations.some(({ id }) => id === operation.id)
        ? {
            ...sidecar,
            annotations: annotations.map((a) => (a.id === operation.id ? { ...a, ...operation.changes } : a)),
          }
        : null;
    case 'removeAnnotation':
      return annotations.some(({ id }) => id === operation.id)
        ? { ...sidecar, annotations: annotations.filter(({ id }) => id !== operation.id) }
        : null;
    case 'setDecision':
      if (annotations.some(({ id }) => id === operation.decision.id)) return null;
      return {
        ...sidecar,
        decisions: decisions.some(({ id }) => id === operation.decision.id)
          ? decisions.map((d) => (d.id === operation.decision.id ? operation.decision : d))
          : [...decisions, operation.decision],
      };
    case 'removeDecision':
      return decisions.some(({ id }) => id === operation.id)
        ? { ...sidecar, decisions: decisions.filter(({ id }) => id !== operation.id) }
        : null;
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
