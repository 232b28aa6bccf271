import type { Resolution, Selectors } from '../anchors/selector.ts';
import type { ArticleProfile, ClaimProfile } from '../counterparts/claim-profile.ts';
import { relationOfFigures } from '../counterparts/figures/figures.ts';
import type { ClaimRef, Link, Relation } from '../counterparts/link.ts';
import type { Decision } from '../sidecar/annotation.ts';
import { joined } from '../sidecar/location.ts';
import { type Span, shareOf } from '../text/span.ts';

/** An analyst's word on two claims. */
export interface DecidedPair {
  readonly id: string;
  readonly from: ClaimRef;
  readonly to: ClaimRef;
  readonly decision: Decision['decision'];
  readonly author: string;
  /** Nobody else is to know of it. */
  readonly isPrivate: boolean;
  /** Milliseconds; minus infinity where the sidecar gives no time. */
  readonly time: number;
  /** The relation of a link that was made by hand. */
  readonly relation: Relation;
  readonly difference: string | null;
}

interface Deciding {
  readonly path: string;
  readonly decisions?: readonly Decision[];
}

/** The claim that a passage of an article is about; null where it is lost or ambiguous, or there is no such article. */
export type ClaimFinder = (path: string, selectors: Selectors) => ClaimProfile | null;

/** Claims that the decisions of sidecars are about; a passage that is lost or ambiguous decides nothing. */
export function decidedPairs(articles: readonly Deciding[], claimAt: ClaimFinder): DecidedPair[] {
  return articles.flatMap(({ path, decisions = [] }) =>
    decisions.flatMap((decision) => {
      const other = joined(path, decision.there.article);
      if (other === path) return [];
      const here = claimAt(path, decision.here);
      const there = here && claimAt(other, decision.there.selectors);
      if (here === null || there === null) return [];
      return [
        {
          from: { path, claim: here.claim.id },
          to: { path: other, claim: there.claim.id },
          id: decision.id,
          decision: decision.decision,
          author: decision.author,
          isPrivate: decision.isPrivate === true,
          time: timeOf(decision.created),
          ...relationByHand(here, there),
        },
      ];
    }),
  );
}

/** Times without a zone are UTC, as all times of a sidecar, wherever it is read. */
function timeOf(created: string): number {
  const iso = created.replace(' ', 'T');
  const time = Date.parse(/T[\d:.]+$/.test(iso) ? `${iso}Z` : iso);
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}

/** The later word stands; of two at one time the one that links nothing, whatever the order of files. */
function standsBefore(a: DecidedPair, b: DecidedPair): boolean {
  if (a.time !== b.time) return a.time > b.time;
  if (a.decision !== b.decision) return a.decision === 'rejected';
  return a.author <= b.author;
}

/** Whose claims are one is the analyst's word, how they stand to each other is read from them. */
function relationByHand(
  here: ClaimProfile,
  there: ClaimProfile,
): Pick<DecidedPair, 'relation' | 'difference'> {
  return here.figure !== null && there.figure !== null
    ? relationOfFigures(here, there, null)
    : { relation: 'paraphrase', difference: null };
}

interface Readable {
  readonly source: { readonly text: string };
}

/** Finds claims in articles, and remembers them while an article stays the same object. */
export function claimFinder(
  articleAt: (path: string) => Readable | undefined,
  profileAt: (path: string) => ArticleProfile | undefined,
  resolve: (text: string, selectors: Selectors) => Resolution,
): ClaimFinder {
  const known = new WeakMap<Selectors, { readonly article: Readable; readonly place: number }>();
  return (path, selectors) => {
    const article = articleAt(path);
    if (article === undefined) return null;
    let found = known.get(selectors);
    if (found?.article !== article) {
      const { span } = resolve(article.source.text, selectors);
      found = { article, place: span === null ? -1 : placeOf(profileAt(path)?.claims ?? [], span) };
      known.set(selectors, found);
    }
    return profileAt(path)?.claims[found.place] ?? null;
  };
}

function placeOf(claims: readonly ClaimProfile[], span: Span): number {
  let best = -1;
  let bestShare = 0.5;
  for (const [place, { claim }] of claims.entries()) {
    const share = shareOf(claim, span);
    if (share > bestShare) [best, bestShare] = [place, share];
  }
  return best;
}

const keyOf = (a: ClaimRef, b: ClaimRef): string => `${a.path}\n${a.claim}\n${b.path}\n${b.claim}`;

/**
 * Links as the analysts want them: rejected ones are gone, confirmed ones are certain, also where none was found.
 * Where decisions on one pair contradict each other, the newest holds.
 */
export function withDecisions(links: readonly Link[], decisions: readonly DecidedPair[]): Link[] {
  if (decisions.length === 0) return [...links];
  const decided = standing(decisions);
  const met = new Set<DecidedPair>();
  const kept = links.flatMap((link) => {
    const pair = decided.get(keyOf(link.from, link.to));
    if (pair === undefined) return [link];
    met.add(pair);
    return pair.decision === 'rejected' ? [] : [confirmed(link, pair)];
  });
  const made = [...new Set(decided.values())].filter(
    (pair) => pair.decision === 'confirmed' && !met.has(pair),
  );
  return [...kept, ...made.map((pair) => byHand(pair))];
}

/** Pairs that the analysts say are not one claim. */
export const rejectedPairs = (decisions: readonly DecidedPair[]): DecidedPair[] =>
  [...new Set(standing(decisions).values())].filter(({ decision }) => decision === 'rejected');

/** By both directions of a pair. */
function standing(decisions: readonly DecidedPair[]): Map<string, DecidedPair> {
  const decided = new Map<string, DecidedPair>();
  for (const pair of decisions) {
    const other = decided.get(keyOf(pair.from, pair.to));
    if (other !== undefined && standsBefore(other, pair)) continue;
    decided.set(keyOf(pair.from, pair.to), pair);
    decided.set(keyOf(pair.to, pair.from), pair);
  }
  return decided;
}

/** A confirmed link is certain. */
const confirmed = ({ certainty: _, ...link }: Link, pair: DecidedPair): Link => ({
  ...link,
  score: 1,
  confirmedBy: pair.author,
  decision: pair.id,
});

const byHand = ({ id, from, to, relation, difference, author }: DecidedPair): Link => ({
  from,
  to,
  relation,
  score: 1,
  difference,
  evidence: [],
  confirmedBy: author,
  decision: id,
});
