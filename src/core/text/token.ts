import type { Span } from './span.ts';

export type TokenKind = 'word' | 'number' | 'mark';

/** A word (hyphens, apostrophes and inner full stops inside), a number, or one punctuation mark. */
export interface Token extends Span {
  readonly kind: TokenKind;
  readonly text: string;
}
