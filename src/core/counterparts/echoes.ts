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
  const touched = partnersOf(quotations, touches);
  const contained = partnersOf(figures, (x, other) => contains(x.claim, other.claim));
  return pairs.filter((pair) => {
    const { x, y, verdict } = pair;
    if (x.figure !== null || (isQuotation(x) && isQuotation(y))) return true;
    if (touched(x).some((other) => touches(y, other))) return false;
    if (verdict.score >= IN_FULL) return true;
    return !contained(x).some((other) => contains(y.claim, other.claim));
  });
}

/** Of a claim of the first article: what is paired with those that it meets. Asked of each claim once, not of each pair. */
function partnersOf(
  pairs: readonly Scored[],
  meets: (x: ClaimProfile, other: ClaimProfile) => boolean,
): (x: ClaimProfile) => readonly ClaimProfile[] {
  const partners = new Map<ClaimProfile, ClaimProfile[]>();
  for (const { x, y } of pairs) partners.set(x, [...(partners.get(x) ?? []), y]);
  const found = new Map<ClaimProfile, readonly ClaimProfile[]>();
  return (x) => {
    const known = found.get(x) ?? [...partners].flatMap(([other, ys]) => (meets(x, other) ? ys : []));
    found.set(x, known);
    return known;
  };
}

const isQuotation = ({ claim }: ClaimProfile): boolean => claim.kind === 'quotation';

const touches = (claim: ClaimProfile, other: ClaimProfile): boolean =>
  claim === other || overlaps(claim.claim, other.claim);
