/** W3C Text Quote Selector: https://www.w3.org/TR/annotation-model/#text-quote-selector */
export interface TextQuoteSelector {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C Text Position Selector; UTF-16 code units, end exclusive. */
export interface TextPositionSelector {
  readonly start: number;
  readonly end: number;
}

/** Which paragraph the quote stands in and what is around it: tells a paragraph from its copies. */
export interface ParagraphSelector {
  /** 1 for the first paragraph (a line that is not blank). */
  readonly ordinal: number;
  /** Code units from the paragraph's start to the quote's start. */
  readonly offset: number;
  /** Code units from the quote's end to the end of its (last) paragraph. */
  readonly rest: number;
  /** The last words of the text before the paragraph. */
  readonly before: string;
  /** The first words of the text after it. */
  readonly after: string;
}

/** Quote and context decide where an anchor is; the position only breaks ties. */
export interface Selectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
  readonly paragraph?: ParagraphSelector;
  /** How many other times the quote stood in the text; absent where it was unique. */
  readonly copies?: number;
  /** Fingerprint of the text that they were made on: its git blob id with line feeds (see `fingerprint`). */
  readonly text?: string;
}

export type ResolutionStatus = 'found' | 'moved' | 'ambiguous' | 'lost';

/** Where a selector's quote is in a text now. */
export interface Resolution {
  readonly status: ResolutionStatus;
  /** Null when ambiguous or lost: never guessed. */
  readonly span: { readonly start: number; readonly end: number } | null;
  /** 0..1. */
  readonly score: number;
  /** Where it may be, best first, when it is ambiguous or lost. */
  readonly candidates: readonly { readonly start: number; readonly end: number; readonly score: number }[];
  /**
   * The place is right but other words stand there: a figure, a name or a negation may be another now.
   * Absent where there is no place, or where it was not told by a search.
   */
  readonly changed?: boolean;
}
