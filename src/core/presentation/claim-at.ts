import type { Analysis } from '../claims/analysis.ts';
import type { Claim } from '../claims/claim.ts';
import { contains, lengthOf, overlap, type Span } from '../text/span.ts';

/** Where several claims are at one place, the more telling kind goes first. */
export const RANK: Readonly<Record<Claim['kind'], number>> = { figure: 0, quotation: 1, statement: 2 };

/** The claim that covers a selection best, for commands that start from the cursor. */
export function claimAt({ claims }: Analysis, span: Span): Claim | null {
  const covering = claims.filter((c) => contains(c, span) || contains(span, c));
  return (
    covering.sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.end - a.start - (b.end - b.start))[0] ?? null
  );
}

/** The claim that shares most with a selection, or the narrowest one at a cursor. */
export function claimCovering(analysis: Analysis, span: Span): Claim | null {
  if (span.start === span.end) return claimAt(analysis, span);
  const share = (claim: Claim): number => {
    const common = overlap(claim, span);
    return common / (lengthOf(claim) + lengthOf(span) - common || 1);
  };
  const touched = analysis.claims.filter((claim) => share(claim) > 0);
  return touched.sort((a, b) => share(b) - share(a))[0] ?? null;
}
