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

/** Quote and context decide where an anchor is; the position only breaks ties. */
export interface Selectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector;
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
}
