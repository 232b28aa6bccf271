import type { Project } from '../corpus/project.ts';
import type { ClaimRef } from '../counterparts/link.ts';
import { indexAt, overlaps, type Span, textOf } from '../text/span.ts';
import { type Place, placeOf } from './place.ts';

/** A claim where it stands: what it takes to open it, to cite it and to compare it. */
export interface Passage {
  readonly ref: ClaimRef;
  readonly place: Place;
  readonly span: Span;
  /** The words of the sentences that it is a part of, or its own. */
  readonly sentences: readonly string[];
}

/** Null where the article has no such claim, as when it was edited meanwhile. */
export function passageOf(project: Project, ref: ClaimRef): Passage | null {
  const analysis = project.analysis(ref.path);
  const claim = analysis?.claims.find(({ id }) => id === ref.claim);
  if (!analysis || !claim) return null;
  const { text, blocks } = analysis.article;
  const span = { start: claim.start, end: claim.end };
  const sentences = blocks[indexAt(blocks, claim.start)]?.sentences.filter((s) => overlaps(s, span)) ?? [];
  return {
    ref,
    place: placeOf(ref.path, analysis, claim),
    span,
    sentences: (sentences.length > 0 ? sentences : [span]).map((sentence) => textOf(text, sentence)),
  };
}
