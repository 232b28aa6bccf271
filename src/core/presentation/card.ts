import type { Project } from '../corpus/project.ts';
import type { Figure } from '../mentions/mention.ts';
import type { Span } from '../text/span.ts';
import { RANK } from './claim-at.ts';
import { type ClaimCard, claimCard } from './claim-card.ts';
import { type EntityCard, entityCard } from './entity-card.ts';

/** What a hover shows of a figure that claims nothing by itself: a date, an ordinal. */
export interface FigureCard {
  readonly kind: 'figure';
  readonly span: Span;
  readonly figure: Figure;
}

export type Card = ClaimCard | FigureCard | EntityCard;

/**
 * The cards for an offset, narrowest first: the figure or quotation, who or what is named, the sentence around it.
 * A plain statement has a card only where another article has it too, or every word would raise one.
 */
export function cardsAt(project: Project, path: string, offset: number): Card[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const here = (span: Span) => span.start <= offset && offset < span.end;
  const claims = analysis.claims
    .filter(here)
    .map((claim) => claimCard(project, path, analysis, claim))
    .filter((card) => card.claim.kind !== 'statement' || card.counterparts.length > 0)
    .sort(
      (a, b) =>
        RANK[a.claim.kind] - RANK[b.claim.kind] || a.span.end - a.span.start - (b.span.end - b.span.start),
    );
  const claimed = new Set(analysis.claims.filter(here).map(({ mention }) => mention));
  const figures = analysis.figures
    .filter((figure) => here(figure) && !claimed.has(figure.id))
    .map((figure) => ({ kind: 'figure', span: { start: figure.start, end: figure.end }, figure }) as const);
  const entities = analysis.entities
    .filter(here)
    .flatMap((entity) => entityCard(project, path, analysis, entity));
  const told = claims.filter((card) => card.claim.kind !== 'statement');
  const reported = claims.filter((card) => card.claim.kind === 'statement');
  return [...told, ...figures, ...entities, ...reported];
}
