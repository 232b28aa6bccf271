import type { Project } from '../corpus/project.ts';
import { versionsOf } from '../corpus/versions.ts';
import type { Figure } from '../mentions/mention.ts';
import { lengthOf, type Span } from '../text/span.ts';
import { RANK } from './claim-at.ts';
import { type ClaimCard, claimCard } from './claim-card.ts';
import { type EntityCard, entityCard } from './entity-card.ts';
import { otherArticles } from './place.ts';

/** What a hover shows of a figure that claims nothing by itself: a date, an ordinal. */
export interface FigureCard {
  readonly kind: 'figure';
  readonly span: Span;
  readonly figure: Figure;
}

export type Card = ClaimCard | FigureCard | EntityCard;

/**
 * The cards for an offset, narrowest first: the figure or quotation, who or what is named, the sentence around it.
 * A plain statement has a card only where another article has it too, or every word would raise one. A cursor right
 * behind a figure, say, is at it, as it is at a word: that is where it stands when keys have selected one.
 */
export function cardsAt(project: Project, path: string, offset: number): Card[] {
  const cards = cardsOver(project, path, offset);
  if (offset === 0 || cards.some(isNarrow)) return cards;
  const before = cardsOver(project, path, offset - 1);
  return before.some(isNarrow) ? before : cards;
}

const isNarrow = (card: Card): boolean => card.kind !== 'claim' || card.claim.kind !== 'statement';

function cardsOver(project: Project, path: string, offset: number): Card[] {
  const analysis = project.analysis(path);
  if (!analysis) return [];
  const here = (span: Span) => span.start <= offset && offset < span.end;
  const claimsHere = analysis.claims.filter(here);
  const others = otherArticles(project, path);
  const shown = claimsHere.filter(
    (claim) => claim.kind !== 'statement' || project.linksOf(path, claim.id).length > 0,
  );
  const versions = shown.length > 0 ? versionsOf(project, path) : [];
  const claims = shown
    .sort((a, b) => RANK[a.kind] - RANK[b.kind] || lengthOf(a) - lengthOf(b))
    .map((claim) => claimCard({ project, path, analysis, others, versions }, claim));
  const claimed = new Set(claimsHere.map(({ mention }) => mention));
  const figures = analysis.figures
    .filter((figure) => here(figure) && !claimed.has(figure.id))
    .map((figure) => ({ kind: 'figure', span: { start: figure.start, end: figure.end }, figure }) as const);
  const entities = analysis.entities
    .filter(here)
    .flatMap((entity) => entityCard(project, analysis, entity, others));
  const told = claims.filter((card) => card.claim.kind !== 'statement');
  const reported = claims.filter((card) => card.claim.kind === 'statement');
  return [...told, ...figures, ...entities, ...reported];
}
