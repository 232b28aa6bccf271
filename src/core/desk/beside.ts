import type { Claim } from '../claims/claim.ts';
import { isSure } from '../counterparts/link.ts';
import { claimAt } from '../presentation/claim-at.ts';
import { differs } from '../presentation/lens.ts';
import type { ArticleView, ViewLink } from '../presentation/view.ts';
import { contains, lengthOf, type Span } from '../text/span.ts';
import type { StoryArticle } from './story.ts';

/** The claim at a place of one article, and what another article has of it. */
export interface BesideClaim {
  readonly claim: Claim;
  /** The claim of the other article; null where it has none. */
  readonly there: { readonly claim: Claim; readonly link: ViewLink } | null;
  /** Further claims of the other article that are linked with this one. */
  readonly more: number;
}

/** The other article, and what is selected in it. */
export interface OtherArticle {
  readonly path: string;
  readonly claims: readonly Claim[];
  readonly selected: Span | null;
}

/**
 * What another article has of the claim at a place, null where there is no claim. Sure links go before possible ones; a
 * counterpart that is selected in the other article already, as in a review, stays the one.
 */
export function claimBeside(
  { analysis, links }: Pick<ArticleView, 'analysis' | 'links'>,
  at: Span,
  { path, claims, selected }: OtherArticle,
): BesideClaim | null {
  const there = new Map(claims.map((claim) => [claim.id, claim]));
  const across = links.filter(({ to }) => to.path === path && there.has(to.claim));
  const linkedBy = (fits: (link: ViewLink) => boolean): Claim | null => {
    const linked = new Set(across.filter(fits).map(({ from }) => from.claim));
    return claimAt({ ...analysis, claims: analysis.claims.filter(({ id }) => linked.has(id)) }, at);
  };
  const claim = linkedBy(isSure) ?? linkedBy(() => true) ?? claimAt(analysis, at);
  if (claim === null) return null;
  const own = across.filter(({ from }) => from.claim === claim.id);
  const isSelected = (link: ViewLink): boolean => isAt(there.get(link.to.claim), selected);
  const link = own.find(isSelected) ?? own.find(isSure) ?? own[0];
  const found = link && there.get(link.to.claim);
  return { claim, there: link && found ? { claim: found, link } : null, more: Math.max(0, own.length - 1) };
}

const isAt = (claim: Claim | undefined, selected: Span | null): boolean =>
  claim !== undefined &&
  selected !== null &&
  lengthOf(selected) > 0 &&
  (contains(claim, selected) || contains(selected, claim));

/** An article that can be opened beside another one. */
export interface BesideChoice {
  readonly path: string;
  /** Null where it is of no common story. */
  readonly article: StoryArticle | null;
  /** How many claims of the one have a counterpart in this one, possible ones left out. */
  readonly shared: number;
  /** Of these, how many differ or contradict. */
  readonly differing: number;
  /** Whether it has the best counterpart of the claim that was asked for. */
  readonly isBest: boolean;
}

/**
 * What can be opened beside `path`: the article with the best counterpart of `claim` first, then those that share most.
 * `links`: of `path`, surest first.
 */
export function besideChoices(
  path: string,
  story: readonly StoryArticle[],
  links: readonly ViewLink[],
  claim: string | null,
): BesideChoice[] {
  const best = links.find(({ from }) => from.claim === claim)?.to.path ?? null;
  const articles = new Map(story.filter((one) => one.path !== path).map((one) => [one.path, one]));
  const sure = links.filter(isSure);
  const paths = new Set([...articles.keys(), ...sure.map(({ to }) => to.path), ...(best ? [best] : [])]);
  const choices = [...paths].map((other) => {
    const across = sure.filter(({ to }) => to.path === other);
    const count = (some: readonly ViewLink[]): number => new Set(some.map(({ from }) => from.claim)).size;
    return {
      path: other,
      article: articles.get(other) ?? null,
      shared: count(across),
      differing: count(across.filter(differs)),
      isBest: other === best,
    };
  });
  return choices.sort((a, b) => Number(b.isBest) - Number(a.isBest) || b.shared - a.shared);
}
