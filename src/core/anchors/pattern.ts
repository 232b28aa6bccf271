import { foldedPiece } from './fold.ts';
import type { Selectors } from './selector.ts';

/** Selectors as they are searched for: folded, and the context parted at the paragraph's edges. */
export interface Pattern {
  readonly exact: string;
  /** Context within the quote's own paragraph: it moves along with the quote. */
  readonly prefix: string;
  readonly suffix: string;
  /** What stands around the paragraph, and how far from the quote (folded code units, about). */
  readonly before: string;
  readonly offset: number;
  readonly after: string;
  readonly rest: number;
  readonly copies: number;
}

export function patternOf(selectors: Selectors): Pattern {
  const { quote, paragraph } = selectors;
  const prefixEdge = quote.prefix.lastIndexOf('\n') + 1;
  const firstBreak = quote.suffix.indexOf('\n');
  const suffixEdge = firstBreak < 0 ? quote.suffix.length : firstBreak;
  const prefix = foldedPiece(quote.prefix.slice(prefixEdge)).trimStart();
  const suffix = foldedPiece(quote.suffix.slice(0, suffixEdge)).trimEnd();
  const lead = quote.exact.length - quote.exact.trimStart().length;
  const trail = quote.exact.length - quote.exact.trimEnd().length;
  return {
    exact: foldedPiece(quote.exact).trim(),
    prefix: lead > 0 ? `${prefix} ` : prefix,
    suffix: trail > 0 ? ` ${suffix}` : suffix,
    before: foldedPiece(paragraph?.before ?? quote.prefix.slice(0, prefixEdge)).trim(),
    offset: paragraph?.offset ?? quote.prefix.length - prefixEdge,
    after: foldedPiece(paragraph?.after ?? quote.suffix.slice(suffixEdge)).trim(),
    rest: paragraph?.rest ?? suffixEdge,
    copies: selectors.copies ?? 0,
  };
}
