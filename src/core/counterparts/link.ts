import type { Wording } from '../text/wording.ts';

export type Relation = 'verbatim' | 'reworded' | 'paraphrase' | 'agrees' | 'differs' | 'contradicts';

/** A claim of one article of the corpus. */
export interface ClaimRef {
  /** The article's path or URI, as the corpus names it. */
  readonly path: string;
  readonly claim: string;
}

/** Two claims of different articles that are about the same thing. One link per pair of claims. */
export interface Link {
  readonly from: ClaimRef;
  readonly to: ClaimRef;
  readonly relation: Relation;
  /** 0..1. */
  readonly score: number;
  /** `possible` where the link is weak: shown apart from the others. Absent where it is likely or confirmed. */
  readonly certainty?: 'possible';
  /**
   * What differs, in a word: rounded, range, comparator, base, period (or deadline), date (of record), unit, currency,
   * value, direction (up or down), negation, opposite, qualifier, withdrawn (a figure that is taken back); `converted unit`, or the comparator, where both agree;
   * or null.
   */
  readonly difference: string | null;
  /** Why the two are linked, in plain words, strongest first. */
  readonly evidence: readonly Wording[];
  /** The analyst whose word made the link certain; absent where nobody has decided. */
  readonly confirmedBy?: string;
  /** Id of her decision, in the sidecar of one of the two articles. */
  readonly decision?: string;
}

/** Articles about one event. */
export interface Story {
  readonly id: string;
  /** Paths in order of publication where the dates are known. */
  readonly articles: readonly string[];
}

export const isSure = ({ certainty }: Pick<Link, 'certainty'>): boolean => certainty !== 'possible';

/** Whether what it is a relation of is told otherwise. */
export const isOtherwise = (relation: Relation | null): boolean =>
  relation === 'differs' || relation === 'contradicts';

/** Possible links behind the others, each group in its order. */
export const surestFirst = (links: readonly Link[]): Link[] => [
  ...links.filter(isSure),
  ...links.filter((link) => !isSure(link)),
];
