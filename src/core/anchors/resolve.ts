import { overlaps, type Span } from '../text/span.ts';
import { boundsOf, variants, widened } from './bounds.ts';
import { exactCandidates, similarCandidates } from './candidates.ts';
import { type Evidence, evidenceFor } from './evidence.ts';
import { foldedOffset, foldedPiece, sourceSpan } from './fold.ts';
import { type Pattern, patternOf } from './pattern.ts';
import type { Resolution, Selectors } from './selector.ts';
import { indexText, type TextIndex } from './text-index.ts';

/** How much better than the next a candidate must be; what is closer is a tie. */
const MARGIN = 0.06;
const MOST_CANDIDATES = 8;

interface Judged extends Span {
  readonly evidence: Evidence;
  readonly score: number;
}

/**
 * Finds the passage that selectors were made on in a text as it is now. Where the text that they were made on is to
 * be had, what became of it decides first. Else quote and context decide; the position only where candidates are
 * equal in both. What remains equal is ambiguous; what is too unlike is lost.
 * For many anchors in one text pass an index of it (`indexText`).
 */
export function resolveSelectors(target: string | TextIndex, selectors: Selectors): Resolution {
  const index = typeof target === 'string' ? indexText(target) : target;
  if (standsUnchanged(index, selectors)) return placed(index.text, selectors.position, selectors, 1);
  const pattern = patternOf(selectors);
  if (pattern.exact === '') return { status: 'lost', span: null, score: 0, candidates: [] };
  const past = index.past(selectors);
  const known = past?.place(selectors);
  if (known) return placedAt(index, selectors, { ...widenedAt(index, selectors, pattern, known), score: 1 });
  const expected = foldedOffset(index.folded, selectors.position.start);
  const judged = judge(index, selectors, pattern, expected).filter(
    (candidate) => !past?.isAnother(selectors, candidate),
  );
  const accepted = judged.filter((candidate) => acceptable(candidate.evidence, pattern));
  const [best, second] = accepted;
  if (!best) return unplaced('lost', index, judged);
  if (!second || best.score - second.score >= MARGIN) return placedAt(index, selectors, best);
  const tied = accepted.filter((candidate) => best.score - candidate.score < MARGIN);
  const inPlace = tied.filter((candidate) => Math.abs(candidate.start - expected) <= 1);
  const [only] = inPlace;
  return only && inPlace.length === 1 ? placedAt(index, selectors, only) : unplaced('ambiguous', index, tied);
}

/** The text is the one that the selectors were made on: no search can be better than the position. */
function standsUnchanged(index: TextIndex, { text, position, quote }: Selectors): boolean {
  if (index.text.slice(position.start, position.end) !== quote.exact) return false;
  return text !== undefined && quote.exact !== '' && index.fingerprint === text;
}

const widenedAt = (index: TextIndex, selectors: Selectors, pattern: Pattern, place: Span): Span =>
  widened(index.folded.text, place, boundsOf(selectors, pattern));

/** All candidates, best first. Similar ones are sought unless one stands word for word in its own context. */
function judge(index: TextIndex, selectors: Selectors, pattern: Pattern, expected: number): Judged[] {
  const { text } = index.folded;
  const bounds = boundsOf(selectors, pattern);
  const known = new Map<string, Judged>();
  const judgedOf = (span: Span): Judged => {
    const key = `${span.start}-${span.end}`;
    const before = known.get(key);
    if (before) return before;
    const evidence = evidenceFor(text, pattern, span);
    const judged = { ...span, evidence, score: scoreOf(evidence, pattern) };
    known.set(key, judged);
    return judged;
  };
  const exact = exactCandidates(text, pattern).map((span) => judgedOf(widened(text, span, bounds)));
  const settled = exact.some(({ evidence }) => (contextOf(evidence, pattern) ?? 0) === 1);
  const similar = settled
    ? []
    : similarCandidates(text, pattern, expected).flatMap(
        (span) => inContext(variants(text, span, pattern.exact, bounds).map(judgedOf), pattern) ?? [],
      );
  return bestOfOverlapping([...new Set([...exact, ...similar])]);
}

/** The one whose context fits best, the longest of equals: its words may be other ones, their place may not. */
function inContext(judged: readonly Judged[], pattern: Pattern): Judged | undefined {
  const context = ({ evidence }: Judged): number => contextOf(evidence, pattern) ?? 0;
  const length = ({ start, end }: Judged): number => end - start;
  return [...judged].sort((a, b) => context(b) - context(a) || length(b) - length(a))[0];
}

/** Of overlapping candidates the best; word-for-word ones all stay, as only one of them can be right. */
function bestOfOverlapping(candidates: readonly Judged[]): Judged[] {
  const kept: Judged[] = [];
  for (const candidate of [...candidates].sort((a, b) => b.score - a.score || a.start - b.start)) {
    const { quote } = candidate.evidence;
    const clear = kept.every((k) => !overlaps(candidate, k) || (quote === 1 && k.evidence.quote === 1));
    if (clear) kept.push(candidate);
  }
  return kept;
}

/** Mean of two sides, each with its weight; null where neither has anything to say. */
function mean(a: number | null, weightA: number, b: number | null, weightB: number): number | null {
  const weight = (a === null ? 0 : weightA) + (b === null ? 0 : weightB);
  return weight === 0 ? null : ((a ?? 0) * weightA + (b ?? 0) * weightB) / weight;
}

const contextOf = (evidence: Evidence, pattern: Pattern): number | null =>
  mean(
    evidence.prefix,
    Math.min(32, pattern.prefix.length),
    evidence.suffix,
    Math.min(32, pattern.suffix.length),
  );

const neighboursOf = ({ before, after }: Evidence): number | null => mean(before, 1, after, 1);

/** 0..1: quote 45, context 35, neighbouring paragraphs 20; what can't be compared counts as the others do. */
function scoreOf(evidence: Evidence, pattern: Pattern): number {
  const quote = sharpened(evidence.quote);
  const neighbours = neighboursOf(evidence);
  const context = contextOf(evidence, pattern);
  const known = context === null ? neighbours : sharpened(context);
  if (known === null) return quote;
  return 0.45 * quote + 0.35 * known + 0.2 * (neighbours ?? known);
}

/** Half right is as good as chance: letters alone agree so often. */
const sharpened = (similarity: number): number => Math.max(0, 2 * similarity - 1);

/** Whether a candidate is the passage at all, be it the only one. */
function acceptable(evidence: Evidence, pattern: Pattern): boolean {
  const { quote } = evidence;
  const length = pattern.exact.length;
  const context = contextOf(evidence, pattern);
  const side = Math.max(
    pattern.prefix.length >= 12 ? (evidence.prefix ?? 0) : 0,
    pattern.suffix.length >= 12 ? (evidence.suffix ?? 0) : 0,
  );
  const neighbours = Math.max(evidence.before ?? 0, evidence.after ?? 0);
  const known = (context ?? 0) >= 0.65 || side >= 0.8 || (context === null && neighbours >= 0.6);
  const bare = context === null && neighboursOf(evidence) === null;
  if (quote === 1) return known || bare || (pattern.copies === 0 && length >= 24);
  if (known) return quote >= 0.72 || (quote >= 0.6 && length >= 24 && (context ?? 0) >= 0.85);
  return pattern.copies === 0 && length >= 40 && quote >= 0.85;
}

function placedAt(
  index: TextIndex,
  selectors: Selectors,
  candidate: Span & { readonly score: number },
): Resolution {
  const span = withBlanks(index.text, selectors, sourceSpan(index.text, index.folded, candidate));
  return placed(index.text, span, selectors, candidate.score);
}

/** Takes the white space at the quote's ends back in where it still stands. */
function withBlanks(text: string, { quote }: Selectors, { start, end }: Span): Span {
  const lead = quote.exact.length - quote.exact.trimStart().length;
  const trail = quote.exact.length - quote.exact.trimEnd().length;
  const hasLead = text.slice(Math.max(0, start - lead), start) === quote.exact.slice(0, lead);
  const hasTrail = text.slice(end, end + trail) === quote.exact.slice(quote.exact.length - trail);
  return { start: hasLead ? start - lead : start, end: hasTrail ? end + trail : end };
}

function placed(text: string, { start, end }: Span, selectors: Selectors, score: number): Resolution {
  const { position } = selectors;
  const status = start === position.start && end === position.end ? 'found' : 'moved';
  const changed = wordsChanged(text, selectors, { start, end });
  return { status, span: { start, end }, score, candidates: [], changed };
}

/** Whether other words stand at a place than were quoted; shapes of quotation marks, dashes and white space apart. */
export const wordsChanged = (text: string, { quote }: Selectors, { start, end }: Span): boolean => {
  const now = text.slice(start, end);
  return now !== quote.exact && foldedPiece(now).trim() !== foldedPiece(quote.exact).trim();
};

function unplaced(status: 'ambiguous' | 'lost', index: TextIndex, judged: readonly Judged[]): Resolution {
  const candidates = judged
    .filter(({ evidence }) => evidence.quote > 0.5)
    .slice(0, MOST_CANDIDATES)
    .map(({ start, end, score }) => ({ ...sourceSpan(index.text, index.folded, { start, end }), score }));
  return { status, span: null, score: judged[0]?.score ?? 0, candidates };
}
