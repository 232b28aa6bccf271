import { type Span, shareOf } from '../text/span.ts';

/** What one analyst noted on a passage of an article. */
export interface Coding {
  readonly analyst: string;
  readonly article: string;
  readonly span: Span;
  readonly tags: readonly string[];
  readonly status: string;
}

/** A passage that at least one analyst noted; of two notes of one analyst the tags are put together. */
export interface Passage {
  readonly article: string;
  readonly span: Span;
  readonly codings: ReadonlyMap<string, Coding>;
}

/** What two notes must share, of what they cover together, to be about one passage. */
const SHARED = 0.5;

/** Puts notes on the same passage together, in the order of the articles and their texts. */
export function passagesOf(codings: readonly Coding[]): Passage[] {
  const byArticle = new Map<string, Coding[]>();
  for (const coding of codings)
    byArticle.set(coding.article, [...(byArticle.get(coding.article) ?? []), coding]);
  return [...byArticle]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([article, own]) => inArticle(article, own));
}

interface Growing {
  readonly span: Span;
  readonly codings: Map<string, Coding>;
}

function inArticle(article: string, codings: readonly Coding[]): Passage[] {
  const ordered = [...codings].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || (a.analyst < b.analyst ? -1 : 1),
  );
  const passages: Growing[] = [];
  for (const coding of ordered) {
    const best = closest(passages, coding.span);
    if (!best) passages.push({ span: coding.span, codings: new Map([[coding.analyst, coding]]) });
    else best.codings.set(coding.analyst, together(best.codings.get(coding.analyst), coding));
  }
  return passages.map(({ span, codings: own }) => ({ article, span, codings: own }));
}

/** The passage that shares most with a span, and enough of it. */
function closest(passages: readonly Growing[], span: Span): Growing | null {
  let [best, most]: [Growing | null, number] = [null, SHARED];
  for (const passage of passages) {
    const shared = shareOf(passage.span, span);
    if (shared > most || (shared === most && !best)) [best, most] = [passage, shared];
  }
  return best;
}

const together = (before: Coding | undefined, coding: Coding): Coding =>
  before ? { ...before, tags: [...new Set([...before.tags, ...coding.tags])] } : coding;
