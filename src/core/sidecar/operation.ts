import type { ArticleFacts } from '../text/article.ts';
import type { Annotation, Decision, Dismissal, Reply, Sidecar } from './annotation.ts';

/** What may change in an annotation, with the time of the change; replies have operations of their own. */
export type AnnotationChanges = Partial<Omit<Annotation, 'id' | 'created' | 'modified' | 'replies'>> &
  Pick<Annotation, 'modified'>;

/** How a removed entry stood in the file: so that undoing brings comments and unknown keys back too. */
export interface RemovedSource {
  readonly text: string;
  /** Key of the entry before it; null for the first. */
  readonly after: string | null;
  /** Comments and blank lines between the two. */
  readonly gap: string;
  /** Keys from the top down to the mapping that it stood in. */
  readonly within: readonly string[];
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
  | {
      readonly kind: 'addReply';
      /** The annotation's id. */
      readonly to: string;
      readonly reply: Reply;
      readonly source?: RemovedSource;
    }
  | {
      readonly kind: 'updateReply';
      readonly to: string;
      readonly id: string;
      readonly changes: Pick<Reply, 'modified' | 'note'>;
    }
  | (Removal<'removeReply'> & { readonly to: string })
  | { readonly kind: 'setDecision'; readonly decision: Decision; readonly source?: RemovedSource }
  /** Its other article has another path now; whatever else was changed in it meanwhile stays. */
  | { readonly kind: 'updateDecision'; readonly id: string; readonly article: string }
  | Removal<'removeDecision'>
  | { readonly kind: 'addDismissal'; readonly dismissal: Dismissal; readonly source?: RemovedSource }
  | Removal<'removeDismissal'>
  | {
      readonly kind: 'setFacts';
      readonly changes: FactChanges;
      readonly written?: WrittenSource;
    };

/** What the analyst states of an article; null takes a statement away. */
export type FactChanges = Readonly<Partial<Record<StatedFact, string | null>>>;

export const STATED_FACTS = ['headline', 'outlet', 'published', 'url'] as const;
export type StatedFact = (typeof STATED_FACTS)[number];

type RemovalKind = 'removeAnnotation' | 'removeReply' | 'removeDecision' | 'removeDismissal';

export interface Removal<K extends RemovalKind> {
  readonly kind: K;
  readonly id: string;
  readonly written?: WrittenSource;
}

export type SectionKey = 'article' | 'annotations' | 'decisions' | 'dismissals';

const SECTIONS: Readonly<Record<SidecarOperation['kind'], SectionKey>> = {
  addAnnotation: 'annotations',
  updateAnnotation: 'annotations',
  removeAnnotation: 'annotations',
  addReply: 'annotations',
  updateReply: 'annotations',
  removeReply: 'annotations',
  setDecision: 'decisions',
  updateDecision: 'decisions',
  removeDecision: 'decisions',
  addDismissal: 'dismissals',
  removeDismissal: 'dismissals',
  setFacts: 'article',
};

export const sectionOf = ({ kind }: SidecarOperation): SectionKey => SECTIONS[kind];

type AnyRemoval = Extract<SidecarOperation, { kind: RemovalKind }>;

/** The id of the entry that an operation is about: of the reply, where it is about one. Of an article's facts, its key. */
export function idOf(operation: SidecarOperation): string {
  if (operation.kind === 'setFacts') return 'article';
  if (operation.kind === 'addAnnotation') return operation.annotation.id;
  if (operation.kind === 'addReply') return operation.reply.id;
  if (operation.kind === 'addDismissal') return operation.dismissal.id;
  return operation.kind === 'setDecision' ? operation.decision.id : operation.id;
}

/** The id of the entry of a section that an operation is about or within. */
export const entryIdOf = (operation: SidecarOperation): string =>
  'to' in operation ? operation.to : idOf(operation);

export const isRemoval = (operation: SidecarOperation): operation is AnyRemoval =>
  operation.kind.startsWith('remove');

interface Identified {
  readonly id: string;
}

const has = (list: readonly Identified[], id: string): boolean => list.some((entry) => entry.id === id);

const without = <T extends Identified>(list: readonly T[], id: string): T[] =>
  list.filter((entry) => entry.id !== id);

/** Every id is used once in a file, of replies too. */
export const idsOf = ({ annotations, decisions, dismissals }: Sidecar): Identified[] => [
  ...annotations.flatMap((annotation) => [annotation, ...annotation.replies]),
  ...decisions,
  ...dismissals,
];

/** What the operation does to the value; null when there is nothing that it could be done to. */
export function applyToValue(sidecar: Sidecar, operation: SidecarOperation): Sidecar | null {
  const { annotations, decisions, dismissals } = sidecar;
  const id = idOf(operation);
  const taken = has(idsOf(sidecar), id);
  switch (operation.kind) {
    case 'addAnnotation': {
      const ids = [operation.annotation, ...operation.annotation.replies].map((one) => one.id);
      const free = new Set(ids).size === ids.length && !ids.some((one) => has(idsOf(sidecar), one));
      return free ? { ...sidecar, annotations: [...annotations, operation.annotation] } : null;
    }
    case 'updateAnnotation': {
      const changed = annotations.map((a) => (a.id === id ? { ...a, ...operation.changes } : a));
      return has(annotations, id) ? { ...sidecar, annotations: changed } : null;
    }
    case 'removeAnnotation':
      return has(annotations, id) ? { ...sidecar, annotations: without(annotations, id) } : null;
    case 'addReply':
      return taken ? null : withReplies(sidecar, operation.to, (replies) => [...replies, operation.reply]);
    case 'updateReply':
    case 'removeReply': {
      const changed = (replies: readonly Reply[]): Reply[] =>
        operation.kind === 'removeReply'
          ? without(replies, id)
          : replies.map((reply) => (reply.id === id ? { ...reply, ...operation.changes } : reply));
      return replyIn(sidecar, operation) ? withReplies(sidecar, operation.to, changed) : null;
    }
    case 'setDecision': {
      if (taken && !has(decisions, id)) return null;
      const set = decisions.map((d) => (d.id === id ? operation.decision : d));
      return { ...sidecar, decisions: has(decisions, id) ? set : [...decisions, operation.decision] };
    }
    case 'updateDecision': {
      const { article } = operation;
      const changed = decisions.map((d) => (d.id === id ? { ...d, there: { ...d.there, article } } : d));
      return has(decisions, id) ? { ...sidecar, decisions: changed } : null;
    }
    case 'removeDecision':
      return has(decisions, id) ? { ...sidecar, decisions: without(decisions, id) } : null;
    case 'setFacts':
      return { ...sidecar, article: withFacts(sidecar.article, operation.changes) };
    case 'addDismissal':
      return taken ? null : { ...sidecar, dismissals: [...dismissals, operation.dismissal] };
    case 'removeDismissal':
      return has(dismissals, id) ? { ...sidecar, dismissals: without(dismissals, id) } : null;
  }
}

function withFacts(facts: ArticleFacts, changes: FactChanges): ArticleFacts {
  const changed = Object.entries({ ...facts, ...changes });
  return Object.fromEntries(changed.filter(([, value]) => value !== null));
}

function withReplies(
  sidecar: Sidecar,
  to: string,
  change: (replies: readonly Reply[]) => readonly Reply[],
): Sidecar | null {
  if (!has(sidecar.annotations, to)) return null;
  const annotations = sidecar.annotations.map((one) =>
    one.id === to ? { ...one, replies: change(one.replies) } : one,
  );
  return { ...sidecar, annotations };
}

const replyIn = (
  { annotations }: Sidecar,
  { to, id }: { readonly to: string; readonly id: string },
): Reply | undefined => annotations.find((one) => one.id === to)?.replies.find((reply) => reply.id === id);

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
    case 'addReply':
      return { kind: 'removeReply', to: operation.to, id: operation.reply.id };
    case 'updateReply': {
      const { to, id } = operation;
      const before = replyIn(sidecar, operation);
      if (!before) return null;
      return { kind: 'updateReply', to, id, changes: { modified: before.modified, note: before.note } };
    }
    case 'removeReply': {
      const reply = replyIn(sidecar, operation);
      return reply ? { kind: 'addReply', to: operation.to, reply, ...kept } : null;
    }
    case 'setDecision': {
      const decision = sidecar.decisions.find(({ id }) => id === operation.decision.id);
      return decision
        ? { kind: 'setDecision', decision }
        : { kind: 'removeDecision', id: operation.decision.id };
    }
    case 'updateDecision': {
      const { id } = operation;
      const before = sidecar.decisions.find((one) => one.id === id);
      return before ? { kind: 'updateDecision', id, article: before.there.article } : null;
    }
    case 'removeDecision': {
      const decision = sidecar.decisions.find(({ id }) => id === operation.id);
      return decision ? { kind: 'setDecision', decision, ...kept } : null;
    }
    case 'setFacts': {
      const { article } = sidecar;
      const names = STATED_FACTS.filter((name) => name in operation.changes);
      return {
        kind: 'setFacts',
        changes: Object.fromEntries(names.map((name) => [name, article[name] ?? null])),
      };
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
    ...('confidence' in changes ? { confidence: before.confidence } : {}),
    ...('tags' in changes ? { tags: before.tags } : {}),
    ...('note' in changes ? { note: before.note } : {}),
    ...('selectors' in changes ? { selectors: before.selectors } : {}),
  };
}
