import type { Resolution, Selectors } from '../anchors/selector.ts';
import type { ArticleProfile, ClaimProfile } from '../counterparts/claim-profile.ts';
import { relationOfFigures } from '../counterparts/figures/figures.ts';
import type { ClaimRef, Link, Relation } from '../counterparts/link.ts';
import type { Decision } from '../sidecar/annotation.ts';
import type { Span } from '../text/span.ts';
import { lengthOf, overlap } from '../text/span.ts';

/** An analyst's word on two claims. */
export interface DecidedPair {
  readonly from: ClaimRef;
  readonly to: ClaimRef;
  readonly decision: Decision['decision'];
  readonly author: string;
  /** Milliseconds; minus infinity where the sidecar gives no time. */
  readonly time: number;
  /** The relation of a link that was made by hand. */
  readonly relation: Relation;
  readonly difference: string | null;
}

interface Decided {
  readonly source: { readonly path: string; readonly text: string; readonly decisions?: readonly Decision[] };
  readonly profile: ArticleProfile;
}

type Resolve = (text: string, selectors: Selectors) => Resolution;

/** Claims that the decisions of all sidecars are about; a passage that is lost or ambiguous decides nothing. */
export function decidedPairs(
  articles: readonly Decided[],
  byPath: ReadonlyMap<string, Decided>,
  resolve: Resolve,
): DecidedPair[] {
  return articles.flatMap((article) =>
    (article.source.decisions ?? []).flatMap((decision) => {
      const other = byPath.get(joined(article.source.path, decision.there.article));
      if (other === undefined || other === article) return [];
      const here = claimAt(article, decision.here, resolve);
      const there = claimAt(other, decision.there.selectors, resolve);
      if (here === null || there === null) return [];
      return [
        {
          from: { path: article.source.path, claim: here.claim.id },
          to: { path: other.source.path, claim: there.claim.id },
          decision: decision.decision,
          author: decision.author,
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
    ? relationOfFigures(here, there)
    : { relation: 'paraphrase', difference: null };
}

function claimAt(article: Decided, selectors: Selectors, resolve: Resolve): ClaimProfile | null {
  const { span } = resolve(article.source.text, selectors);
  if (span === null) return null;
  let best: ClaimProfile | null = null;
  let bestShare = 0.5;
  for (const profile of article.profile.claims) {
    const share = shareOf(profile.claim, span);
    if (share > bestShare) [best, bestShare] = [profile, share];
  }
  return best;
}

/** Overlap over union. */
function shareOf(a: Span, b: Span): number {
  const common = overlap(a, b);
  return common / (lengthOf(a) + lengthOf(b) - common || 1);
}

/** A path relative to an article's folder, as a path like the article's own; works for URIs too. */
export function joined(article: string, relative: string): string {
  const parts = article.split('/').slice(0, -1);
  for (const part of relative.replaceAll('\\', '/').split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

const keyOf = (a: ClaimRef, b: ClaimRef): string => `${a.path}\n${a.claim}\n${b.path}\n${b.claim}`;

/**
 * Links as the analysts want them: rejected ones are gone, confirmed ones are certain, also where none was found.
 * Where decisions on one pair contradict each other, the newest holds.
 */
export function withDecisions(links: readonly Link[], decisions: readonly DecidedPair[]): Link[] {
  if (decisions.length === 0) return [...links];
  const decided = new Map<string, DecidedPair>();
  for (const pair of decisions) {
    const other = decided.get(keyOf(pair.from, pair.to));
    if (other !== undefined && standsBefore(other, pair)) continue;
    decided.set(keyOf(pair.from, pair.to), pair);
    decided.set(keyOf(pair.to, pair.from), pair);
  }
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

const confirmed = (link: Link, pair: DecidedPair): Link => ({
  ...link,
  score: 1,
  confirmedBy: pair.author,
});

const byHand = ({ from, to, relation, difference, author }: DecidedPair): Link => ({
  ...(from.path < to.path || from.path === to.path ? { from, to } : { from, to }),
  relation,
  score: 1,
  difference,
  evidence: [],
  confirmedBy: author,
});
