import type { Span } from '../../text/span.ts';
import type { SourceSpan } from './phrase.ts';

/** What is known of a quotation while the article is read. */
export interface Given {
  attribution: { source: SourceSpan | null; cue: Span | null } | null;
  /** Index of the first quotation of the same utterance. */
  utterance: number;
  /** How it was attributed; `none` by nothing. A cue may attribute it to nobody: "73 percent said". */
  by: 'cue' | 'subject' | 'carried' | 'none';
}

/** Who spoke last, and where; `quotation` is -1 where it was indirect speech. */
export interface Memory {
  source: SourceSpan | null;
  cue: Span | null;
  block: number;
  phrase: number;
  quotation: number;
  /** The last sentence ended with a colon. */
  colon: boolean;
  /** Subject of the last sentence, for one that names nobody. */
  subject: Span | null;
}

export const noMemory = (): Memory => ({
  source: null,
  cue: null,
  block: -9,
  phrase: -9,
  quotation: -1,
  colon: false,
  subject: null,
});
