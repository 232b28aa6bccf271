import type { Span } from './span.ts';
import type { Wording } from './wording.ts';

/** Something wrong with input: collected as data, thrown only for bugs. */
export interface Problem {
  /** Stable, kebab-case: `sidecar-syntax`, `anchor-lost`. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'information';
  /** What is wrong, where, and what to do: one or two plain sentences, in English. */
  readonly message: string;
  /** The same as data, for other languages. */
  readonly words: Wording;
  readonly span: Span;
  /** Of a sidecar's problem: the passages of the article that it is about. */
  readonly passages?: readonly Span[];
  /** Changes that would mend it, the likeliest first. */
  readonly fixes?: readonly Fix[];
}

/** A change to the text that a problem is in. */
export interface Fix {
  /** What it does, in a few words. */
  readonly title: Wording;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** A value as far as it could be read, with what was wrong. */
export interface Read<T> {
  readonly value: T;
  readonly problems: readonly Problem[];
}
