import type { Project } from '../corpus/project.ts';
import type { Link } from '../counterparts/link.ts';
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
}

/** What stands above the article. */
export interface ArticleLens {
  readonly quotations: number;
  readonly figures: number;
  readonly linked: number;
  readonly differing: number;
  readonly otherArticles: number;
}

export const differs = (link: Link): boolean =>
  link.relation === 'differs' || link.relation === 'contradicts';

export function articleLens(project: Project, path: string): ArticleLens | null {
  const analysis = project.analysis(path);
  if (!analysis) return null;
  const links = project.linksOf(path);
  return {
    quotations: analysis.quotations.length,
    figures: analysis.figures.length,
    linked: new Set(links.map((l) => l.from.claim)).size,
    differing: new Set(links.filter(differs).map((l) => l.from.claim)).size,
    otherArticles: otherArticles(project, path).length,
  };
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
  const differing = new Set<string>();
  const linked = new Set<string>();
  for (const link of project.linksOf(path)) {
    linked.add(link.from.claim);
    if (differs(link)) differing.add(link.from.claim);
  }
  const claimsOf = new Map<number, string[]>();
  for (const claim of analysis.claims) {
    if (!linked.has(claim.id)) continue;
    const block = firstOfList(blocks, indexAt(blocks, claim.start));
    claimsOf.set(block, [...(claimsOf.get(block) ?? []), claim.id]);
  }
  return [...claimsOf].flatMap(([index, claims]) => {
    const span = blocks[index];
    return span ? [{ span, claims, differing: claims.filter((id) => differing.has(id)).length }] : [];
  });
}
