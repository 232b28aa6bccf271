import type { Wording } from '../text/wording.ts';
import type { Pairing } from './alignment.ts';
import type { CandidatePair } from './candidate-pair.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { compareClaims } from './compare.ts';
import { withoutEchoes } from './echoes.ts';
import { chosenFigures } from './figures/choice.ts';
import type { Link } from './link.ts';
import { MOST_GAIN, withListSupport } from './list-support.ts';
import type { Verdict } from './verdict.ts';

/** Links with at least this score are shown. */
export const SHOWN = 0.38;
/**
 * Links with less are shown as possible, apart. Words in common can be common to two statements by chance; less so
 * the words of two quotations, or two figures of one value. Measured: `npm run bench reliability`.
 */
const LIKELY_STATEMENTS = 0.55;
const LIKELY = 0.45;

const isPossible = ({ x, y, verdict }: Scored): boolean =>
  verdict.weak ||
  verdict.score < (x.claim.kind === y.claim.kind && !isStatement(x) ? LIKELY : LIKELY_STATEMENTS);

/** A claim's weaker counterparts in an article are left out when a much better one is there. */
const NEAR_BEST = 0.45;
/** One quotation can hold parts of several. */
const NEAR_BEST_QUOTED = 0.4;
const MOST = 8;

interface Scored {
  readonly pair: CandidatePair;
  readonly x: ClaimProfile;
  readonly y: ClaimProfile;
  readonly verdict: Verdict;
}

/** What a link says, without its reasons: the claims by their places. */
export interface Found extends Pick<Link, 'relation' | 'score' | 'difference'> {
  readonly pair: CandidatePair;
  readonly possible: boolean;
}

/** Every scored pair of two articles, weak ones too. */
export function scoredLinks(pairing: Pairing, pairs: readonly CandidatePair[]): Link[] {
  return scored(pairing, pairs).map((one) => toLink(pairing, one));
}

/** Why two claims are linked, in plain words, strongest first. */
export function reasonsOf(pairing: Pairing, pair: CandidatePair): readonly Wording[] {
  return scored(pairing, [pair])[0]?.verdict.evidence() ?? [];
}

/** The pairs that are worth showing as links of two articles: each claim's best, nothing said twice. */
export function shownLinks(pairing: Pairing, pairs: readonly CandidatePair[]): Found[] {
  const { a, b } = pairing;
  const all = withListSupport(scored(pairing, pairs, SHOWN), [a, b], SHOWN);
  const good = all.filter(({ verdict }) => verdict.score >= SHOWN);
  const figures = chosenFigures(good.filter(({ x }) => x.figure !== null));
  const others = good.filter(({ x }) => x.figure === null);
  return withoutEchoes(bestOf([...figures, ...others])).map(toFound);
}

/** Of pairs that score less than `floor` some are left out. */
function scored(pairing: Pairing, pairs: readonly CandidatePair[], floor = 0): Scored[] {
  const found: Scored[] = [];
  for (const pair of pairs) {
    const [i, j] = pair;
    const x = pairing.a.claims[i];
    const y = pairing.b.claims[j];
    if (x === undefined || y === undefined) continue;
    const verdict = compareClaims(x, y, pairing, isListed(x) || isListed(y) ? floor - MOST_GAIN : floor);
    if (verdict !== null && verdict.score > 0) found.push({ pair, x, y, verdict });
  }
  return found;
}

const toLink = ({ a, b }: Pairing, one: Scored): Link => ({
  from: { path: a.path, claim: one.x.claim.id },
  to: { path: b.path, claim: one.y.claim.id },
  relation: one.verdict.relation,
  score: rounded(one.verdict.score),
  ...(isPossible(one) ? { certainty: 'possible' as const } : {}),
  difference: one.verdict.difference,
  evidence: one.verdict.evidence(),
});

const toFound = (one: Scored): Found => ({
  pair: one.pair,
  relation: one.verdict.relation,
  score: rounded(one.verdict.score),
  possible: isPossible(one),
  difference: one.verdict.difference,
});

/** Thousandths are what a link is told to. */
const rounded = (score: number): number => Math.round(score * 1000) / 1000;

/** Pairs that come near to the best pair of both their claims, among claims of one kind. */
function bestOf(pairs: readonly Scored[]): Scored[] {
  const best = new Map<ClaimProfile, number>();
  const count = new Map<ClaimProfile, number>();
  for (const { x, y, verdict } of pairs) {
    for (const claim of [x, y]) best.set(claim, Math.max(best.get(claim) ?? 0, verdict.score));
  }
  return [...pairs]
    .sort((p, q) => q.verdict.score - p.verdict.score)
    .filter(({ x, y, verdict }) => {
      const sides = [x, y];
      const near = quoted(x) && quoted(y) ? NEAR_BEST_QUOTED : NEAR_BEST;
      if (sides.some((claim) => verdict.score < near * (best.get(claim) ?? 0))) return false;
      if (sides.some((claim) => (count.get(claim) ?? 0) >= MOST)) return false;
      for (const claim of sides) count.set(claim, (count.get(claim) ?? 0) + 1);
      return true;
    });
}

const isListed = ({ block }: ClaimProfile): boolean => block === 'bullet';

const isStatement = ({ claim }: ClaimProfile): boolean => claim.kind === 'statement';

const quoted = ({ claim }: ClaimProfile): boolean => claim.kind === 'quotation';
