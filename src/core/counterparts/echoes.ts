import { contains, overlaps } from '../text/span.ts';
import type { ClaimProfile } from './claim-profile.ts';
import type { Verdict } from './verdict.ts';

interface Scored {
  readonly x: ClaimProfile;
  readonly y: ClaimProfile;
  readonly verdict: Verdict;
}

/** Two sentences so much alike tell more than the figures in them do. */
const IN_FULL = 0.6;

/**
 * Without statements that only repeat, around them, quotations or figures that are linked already: the reader
 * is shown the same place once.
 */
export function withoutEchoes<S extends Scored>(pairs: readonly S[]): S[] {
  const quotations = pairs.filter(({ x, y }) => isQuotation(x) && isQuotation(y));
  // A day is what much happens on: that it is linked tells nothing of the rest.
  const figures = pairs.filter(({ x }) => x.figure !== null && x.figure.kind !== 'date');
  return pairs.filter((pair) => {
    const { x, y, verdict } = pair;
    if (x.figure !== null || (isQuotation(x) && isQuotation(y))) return true;
    if (quotations.some((other) => touches(x, other.x) && touches(y, other.y))) return false;
    if (verdict.score >= IN_FULL) return true;
    return !figures.some((other) => contains(x.claim, other.x.claim) && contains(y.claim, other.y.claim));
  });
}

const isQuotation = ({ claim }: ClaimProfile): boolean => claim.kind === 'quotation';

const touches = (claim: ClaimProfile, other: ClaimProfile): boolean =>
  claim === other || overlaps(claim.claim, other.claim);
