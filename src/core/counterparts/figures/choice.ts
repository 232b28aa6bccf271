import type { ClaimProfile } from '../claim-profile.ts';
import type { Verdict } from '../verdict.ts';
import { quantityName } from './measure.ts';

interface Pair {
  readonly x: ClaimProfile;
  readonly y: ClaimProfile;
  readonly verdict: Verdict;
}

/** A figure's other counterparts of equal value must come this near to its best one. */
const NEAR_EQUAL = 0.7;
/** Conflicts must be the best of both their figures, or as good as: a heading repeats what the text says. */
const NEAR_CONFLICT = 0.85;

/**
 * One measure has one figure in an article, told perhaps in several places: a figure that agrees with one of the
 * other article's is not in conflict with a second, and of several conflicts it has the likeliest.
 */
export function chosenFigures<P extends Pair>(pairs: readonly P[]): P[] {
  const conflicts = pairs.filter(isConflict);
  if (pairs.length === 0) return [];
  const agreeing = pairs.filter((pair) => !isConflict(pair));
  const equal = bestByEnd(agreeing.filter(({ verdict }) => !isRounded(verdict)));
  const kept = agreeing.filter(({ x, y, verdict }) => {
    const best = Math.max(equal.get(endOf(x, 'x')) ?? 0, equal.get(endOf(y, 'y')) ?? 0);
    if (isRounded(verdict) && best > verdict.score) return isHedged(x) || isHedged(y);
    return verdict.score >= NEAR_EQUAL * best;
  });
  const settled = new Set(
    kept.filter((pair) => !isWithdrawn(pair)).flatMap(({ x, y }) => [endOf(x, 'x'), endOf(y, 'y')]),
  );
  // An amount that agrees in one currency may be given in another as well.
  const open = conflicts.filter(
    ({ x, y, verdict }) =>
      verdict.difference === 'currency' || !(settled.has(endOf(x, 'x')) || settled.has(endOf(y, 'y'))),
  );
  const best = bestByEnd(open);
  const likeliest = open.filter(({ x, y, verdict }) =>
    [endOf(x, 'x'), endOf(y, 'y')].every((end) => verdict.score >= NEAR_CONFLICT * (best.get(end) ?? 0)),
  );
  return [...kept, ...likeliest];
}

const isConflict = ({ verdict }: Pair): boolean =>
  verdict.difference === 'value' || verdict.difference === 'currency';

/** What is taken back is no figure of the article: it settles nothing. */
const isWithdrawn = ({ verdict }: Pair): boolean => verdict.difference === 'withdrawn';

const isRounded = ({ difference }: Verdict): boolean => difference === 'rounded' || difference === 'range';

const isHedged = ({ figure }: ClaimProfile): boolean => figure !== null && figure.comparator !== '=';

function bestByEnd(pairs: readonly Pair[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const { x, y, verdict } of pairs) {
    for (const end of [endOf(x, 'x'), endOf(y, 'y')])
      best.set(end, Math.max(best.get(end) ?? 0, verdict.score));
  }
  return best;
}

/** A figure by its side; amounts that count or cost something are one wherever the article repeats them. */
function endOf({ claim, measure }: ClaimProfile, side: 'x' | 'y'): string {
  if (measure === null) return `${side} ${claim.id}`;
  const { group, dimension } = measure.quantity;
  const repeated = group === 'money' || (group === 'amount' && dimension !== '' && measure.distinct >= 0.6);
  return repeated
    ? `${side} ${quantityName(measure.quantity)} ${measure.figure.unit}`
    : `${side} ${claim.id}`;
}
