import type { ClaimKind } from '../claims/claim.ts';
import type { Project } from '../corpus/project.ts';
import { versionsOf } from '../corpus/versions.ts';
import { isOtherwise, isSure, type Link } from '../counterparts/link.ts';
import type { Block } from '../text/article.ts';
import { indexAt, type Span } from '../text/span.ts';
import { otherArticles } from './place.ts';

/** What stands above a paragraph or a list: only where another article has one of its claims. */
export interface ParagraphLens {
  readonly span: Span;
  /** Claims of the paragraph with a counterpart, in order. */
  readonly claims: readonly string[];
  /** How many of them differ or contradict. */
  readonly differing: number;
  /** How many of the claims have possible counterparts only. */
  readonly possible: number;
}

/** How much of an article there is, and how much of it other articles have. */
export interface ArticleCounts {
  /** As claims: "Monday" is a figure that claims nothing by itself. */
  readonly quotations: number;
  readonly figures: number;
  /** Claims with a counterpart, without those that have possible ones only. */
  readonly linked: number;
  readonly differing: number;
  readonly possible: number;
  readonly otherArticles: number;
}

/** What stands above the article. */
export interface ArticleLens extends ArticleCounts {
  /** Other versions of the article, with what is otherwise there. */
  readonly versions: readonly VersionCount[];
}

/** How many sentences are otherwise in another version of an article. */
export interface VersionCount {
  readonly path: string;
  /** Whether the other version is the earlier one. */
  readonly earlier: boolean;
  readonly changed: number;
  readonly added: number;
  readonly withdrawn: number;
}

/** Of versions that say the same there is nothing to tell. */
function versionCounts(project: Project, path: string): VersionCount[] {
  return versionsOf(project, path)
    .map(({ earlier, later, changed, added, withdrawn }) => ({
      path: later === path ? earlier : later,
      earlier: later === path,
      changed: changed.length,
      added: added.length,
      withdrawn: withdrawn.length,
    }))
    .filter(({ changed, added, withdrawn }) => changed + added + withdrawn > 0);
}

export const differs = (link: Pick<Link, 'certainty' | 'relation'>): boolean =>
  isSure(link) && isOtherwise(link.relation);

/** Ids of the claims that some of `links` start from. */
const claimsFrom = (links: readonly Link[]): ReadonlySet<string> =>
  new Set(links.map((link) => link.from.claim));

export function articleCounts(project: Project, path: string): ArticleCounts | null {
  const analysis = project.analysis(path);
  if (!analysis) return null;
  const links = project.linksOf(path);
  const sure = claimsFrom(links.filter(isSure));
  const countOf = (kind: ClaimKind): number => analysis.claims.filter((claim) => claim.kind === kind).length;
  return {
    quotations: countOf('quotation'),
    figures: countOf('figure'),
    linked: sure.size,
    differing: claimsFrom(links.filter(differs)).size,
    possible: claimsFrom(links).size - sure.size,
    otherArticles: otherArticles(project, path).length,
  };
}

export function articleLens(project: Project, path: string): ArticleLens | null {
  const counts = articleCounts(project, path);
  return counts && { ...counts, versions: versionCounts(project, path) };
}

/** A list has one lens, above its first bullet. */
function firstOfList(blocks: readonly Block[], index: number): number {
  while (blocks[index]?.kind === 'bullet' && blocks[index - 1]?.kind === 'bullet') index--;
  return index;
}

export function paragraphLenses(project: Project, path: string): ParagraphLens[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const { blocks } = analysis.article;
  const links = project.linksOf(path);
  const linked = claimsFrom(links);
  const sure = claimsFrom(links.filter(isSure));
  const differing = claimsFrom(links.filter(differs));
  const claimsOf = new Map<number, string[]>();
  for (const claim of analysis.claims) {
    if (!linked.has(claim.id)) continue;
    const block = firstOfList(blocks, indexAt(blocks, claim.start));
    claimsOf.set(block, [...(claimsOf.get(block) ?? []), claim.id]);
  }
  return [...claimsOf].flatMap(([index, claims]) => {
    const span = blocks[index];
    const count = (ids: ReadonlySet<string>): number => claims.filter((id) => ids.has(id)).length;
    return span ? [{ span, claims, differing: count(differing), possible: claims.length - count(sure) }] : [];
  });
}
