import type { Selectors } from '../anchors/selector.ts';
import type { ArticleFacts } from '../text/article.ts';
import type { Span } from '../text/span.ts';

export type AnnotationStatus = 'open' | 'verified' | 'disputed' | 'closed';
export type Confidence = 'low' | 'medium' | 'high';

/** A colleague's answer to a note. Times are UTC, ISO 8601. */
export interface Reply {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  /** Markdown. */
  readonly note: string;
}

/** An analyst's note on a passage. Times are UTC, ISO 8601. */
export interface Annotation {
  readonly id: string;
  readonly author: string;
  readonly created: string;
  readonly modified: string;
  readonly status: AnnotationStatus;
  /** How sure the analyst is; null where she does not say. */
  readonly confidence: Confidence | null;
  /** A set: each once, in the order of the file. */
  readonly tags: readonly string[];
  /** Markdown. */
  readonly note: string;
  /** In the order of the file. */
  readonly replies: readonly Reply[];
  readonly selectors: Selectors;
}

/** One end of a decision: a passage of an article, by path relative to the folder of the sidecar's article. */
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
  /** It stands in her private sidecar only: no key of the file, said by whoever reads the files. */
  readonly isPrivate?: true;
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

/** One note's tags as they are written, and what the note tells besides. */
export interface TaggedNote {
  readonly id: string;
  readonly tags: readonly { readonly text: string; readonly span: Span }[];
  /** Keys that hold something, those that only the analysts know among them. */
  readonly filled: ReadonlySet<string>;
}
