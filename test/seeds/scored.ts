import type { Analysis } from '../../src/core/claims/analysis.ts';
import { overlaps, type Span } from '../../src/core/text/span.ts';
import type { GoldDocument, GoldSpan } from './gold.ts';

/** An article as the analyst and as the engine see it. */
export interface Scored {
  readonly gold: GoldDocument;
  readonly analysis: Analysis;
}

/** Takes one failure in words. */
export type Say = (words: string) => void;

/** What was found, without what the gold leaves open. */
export const counted = <F extends Span>(
  found: readonly F[],
  asked: readonly Span[],
  open: readonly GoldSpan[],
): F[] => found.filter((f) => asked.some((a) => overlaps(a, f)) || !open.some((o) => overlaps(o, f)));
