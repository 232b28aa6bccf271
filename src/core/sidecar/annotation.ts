import type { Selectors } from '../anchors/selector.ts';
import type { ArticleFacts } from '../text/article.ts';

export type AnnotationStatus = 'open' | 'verified' | 'disputed' | 'closed';

/** An analyst's note on a passage. Times are UTC, ISO 8601. */
export interface Annotation {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly status: AnnotationStatus;
  readonly tag: string | null;
  /** Markdown. */
  readonly note: string;
  readonly selectors: Selectors;
}

/** One end of a decision: a passage of an article, by path relative to the sidecar's folder. */
export interface DecisionEnd {
  readonly article: string;
  readonly selectors: Selectors;
}

/** An analyst's word on a link: stored once, obeyed from either article. */
export interface Decision {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly decision: 'confirmed' | 'rejected';
  /** The passage in this sidecar's own article. */
  readonly here: Selectors;
  readonly there: DecisionEnd;
}

export type FindingKind = 'quotation' | 'figure' | 'name';

/** An analyst's word that what was found at a passage is none: it stays away, for everyone. */
export interface Dismissal {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  /** What the passage is not. */
  readonly kind: FindingKind;
  readonly selectors: Selectors;
}

/** What a sidecar holds. Unknown keys stay in the file and out of this value. */
export interface Sidecar {
  readonly version: 1;
  readonly article: ArticleFacts;
  readonly annotations: readonly Annotation[];
  readonly decisions: readonly Decision[];
  readonly dismissals: readonly Dismissal[];
}
