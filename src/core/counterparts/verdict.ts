import type { Wording } from '../text/wording.ts';
import type { Relation } from './link.ts';

/** What comparing two claims comes to. */
export interface Verdict {
  /** 0..1: how sure it is that both are about the same thing. */
  readonly score: number;
  /** Whether the grounds are thin whatever the score. */
  readonly weak: boolean;
  readonly relation: Relation;
  /** What differs, in one word, or null. */
  readonly difference: string | null;
  /** Why, in plain words, strongest first; called only for pairs that are kept. */
  readonly evidence: () => readonly Wording[];
}

/** Whether two claims have one source, by name. */
export type Agreement = 'same' | 'other' | 'unknown';
