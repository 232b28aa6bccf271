import type { Span } from '../../text/span.ts';
import { contains, indexAt, overlaps } from '../../text/span.ts';
import type { Term, Terms } from '../terms.ts';
import type { Word } from '../words.ts';

type Read = (span: Span, words: readonly Word[]) => Terms;

/** What a term says of a figure by the clauses between them. */
const NEARNESS = [1, 0.65, 0.45] as const;
const HEADING = 0.5;
/** Clauses on each side that are read: more than prose has in reach, few where every mark ends one. */
const MOST_CLAUSES = 24;

const BREAK =
  /[,;:()—–“”"•]|\b(?:but|while|which|whereas|after|before|because|when|although|though|who|as|since)\b|\b(?:from|to|compared with|than)\b(?=[^\p{L}]{0,4}\d)|\b(?:and|or)\b/giu;

/**
 * The clauses of a sentence, roughly: between marks, subordinating words, and figures joined by "and".
 * `figures` are in order and do not overlap.
 */
function clausesOf(text: string, sentence: Span, figures: readonly Span[]): Span[] {
  const clauses: Span[] = [];
  let start = sentence.start;
  for (const match of text.slice(sentence.start, sentence.end).matchAll(BREAK)) {
    const at = sentence.start + match.index;
    const after = at + match[0].length;
    // "1,000" and "between 3 and 5 per cent" hold together.
    const figure = figures[indexAt(figures, at)];
    if (figure !== undefined && figure.start < after) continue;
    if (/^[,:]$/.test(match[0]) && /\d/.test(text.charAt(after))) continue;
    // “Raised from 3 to 5” gives two figures, “rose to 34” one.
    if (/^(?:from|to)$/i.test(match[0]) && !holdsFigure(figures, start, at)) continue;
    if (/^(?:and|or)$/i.test(match[0]) && !leadsToFigure(text, after, figures)) continue;
    if (at > start) clauses.push({ start, end: at });
    start = after;
  }
  if (sentence.end > start) clauses.push({ start, end: sentence.end });
  return clauses;
}

const holdsFigure = (figures: readonly Span[], start: number, end: number): boolean => {
  const next = figures[indexAt(figures, start)];
  return next !== undefined && next.start >= start && next.end <= end;
};

/** Words that stand between “and” and the figure that it leads to: “killed 31 and injured some 140”. */
const BEFORE_FIGURE = /^(?:\s+\p{L}+){0,3}[^\p{L},;:()]{0,4}$/u;
const MOST_BEFORE = 40;

/** “14 were killed and dozens were missing”. */
const MANY = /^\s+(?:dozens|scores|hundreds|thousands|several|many|others|another)\b/i;

function leadsToFigure(text: string, from: number, figures: readonly Span[]): boolean {
  if (MANY.test(text.slice(from, from + MOST_BEFORE))) return true;
  const next = figures[indexAt(figures, from)];
  if (next === undefined || next.start - from > MOST_BEFORE) return false;
  return next.start <= from + 1 || BEFORE_FIGURE.test(text.slice(from, next.start));
}

export interface Surroundings {
  readonly text: string;
  readonly sentence: Span;
  /** The heading that the figure stands under, if any. */
  readonly heading: Span | null;
  /** Other figures of the article, in order. */
  readonly figures: readonly Span[];
  /** Words of the figure itself that say what it is of: "extra" in "six extra ferries". */
  readonly modifiers: readonly Span[];
}

/** What is said around a figure, the nearer the more it says; its number and unit are left to be compared as such. */
export function termsAround(
  figure: Span,
  { text, sentence, heading, figures, modifiers }: Surroundings,
  read: Read,
  readSpan: (span: Span) => Terms,
  wordsOf: (span: Span) => readonly Word[],
): TermsAround {
  const clauses = clausesOf(text, sentence, figures);
  const at = indexAt(clauses, figure.start);
  const own = new Set(modifiers.map(({ start }) => start));
  const found: Gathered = {
    terms: new Map(),
    names: new Map(),
    nameTerms: new Set(),
    whoTerms: new Set(),
    places: new Set(),
    persons: new Set(),
    nearest: new Set(),
  };
  const first = Math.max(0, at - MOST_CLAUSES);
  for (const [k, clause] of clauses.slice(first, at + MOST_CLAUSES + 1).entries()) {
    const i = first + k;
    const terms = overlaps(clause, figure)
      ? read(
          clause,
          wordsOf(clause).filter((word) => !contains(figure, word) || own.has(word.start)),
        )
      : readSpan(clause);
    if (i === at) for (const name of terms.names.keys()) found.nearest.add(name);
    gather(found, terms, NEARNESS[Math.min(2, Math.abs(i - at))] ?? 0);
  }
  if (heading !== null) gather(found, readSpan(heading), HEADING);
  return found;
}

export interface TermsAround extends Terms {
  /** Keys of the names in the figure's own clause. */
  readonly nearest: ReadonlySet<string>;
}

interface Gathered extends TermsAround {
  readonly terms: Map<string, Term>;
  readonly names: Map<string, string>;
  readonly nameTerms: Set<string>;
  readonly whoTerms: Set<string>;
  readonly places: Set<string>;
  readonly persons: Set<string>;
  readonly nearest: Set<string>;
}

function gather(into: Gathered, terms: Terms, factor: number): void {
  for (const [key, term] of terms.terms) {
    const weight = term.weight * factor;
    if ((into.terms.get(key)?.weight ?? 0) < weight) into.terms.set(key, { ...term, weight });
  }
  for (const [key, name] of terms.names) into.names.set(key, name);
  for (const key of terms.nameTerms) into.nameTerms.add(key);
  for (const key of terms.whoTerms) into.whoTerms.add(key);
}
