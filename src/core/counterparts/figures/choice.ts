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
  const inSentence = bestBy(open, betweenSentences);
  const likeliest = open.filter(
    (pair) =>
      endsOf(pair).every((end) => pair.verdict.score >= NEAR_CONFLICT * (best.get(end) ?? 0)) &&
      betweenSentences(pair).every((end) => pair.verdict.score >= (inSentence.get(end) ?? 0)),
  );
  return [...kept, ...likeliest];
}

const isConflict = ({ verdict: { difference } }: Pair): boolean =>
  difference === 'value' || difference === 'currency' || difference === 'direction';

/** What is taken back is no figure of the article: it settles nothing. */
const isWithdrawn = ({ verdict }: Pair): boolean => verdict.difference === 'withdrawn';

const isRounded = ({ difference }: Verdict): boolean => difference === 'rounded' || difference === 'range';

const isHedged = ({ figure }: ClaimProfile): boolean => figure !== null && figure.comparator !== '=';

const endsOf = ({ x, y }: Pair): string[] => [endOf(x, 'x'), endOf(y, 'y')];

/** Of a list, as of parties and their votes, each figure has one counterpart in the other list. */
const betweenSentences = ({ x, y }: Pair): string[] => [
  `x ${x.claim.id} ${y.context.start}`,
  `y ${y.claim.id} ${x.context.start}`,
];

const bestByEnd = (pairs: readonly Pair[]): Map<string, number> => bestBy(pairs, endsOf);

function bestBy(pairs: readonly Pair[], keysOf: (pair: Pair) => readonly string[]): Map<string, number> {
  const best = new Map<string, number>();
  for (const pair of pairs)
    for (const key of keysOf(pair)) best.set(key, Math.max(best.get(key) ?? 0, pair.verdict.score));
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
