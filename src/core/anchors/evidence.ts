import search from 'approx-string-match';
import type { Span } from '../text/span.ts';
import type { Pattern } from './pattern.ts';
import { endsLike, quoteSimilarity, startsLike } from './similarity.ts';

/** What speaks for a candidate, each 0..1; null where the selectors have nothing to compare. */
export interface Evidence {
  readonly quote: number;
  readonly prefix: number | null;
  readonly suffix: number | null;
  readonly before: number | null;
  readonly after: number | null;
}

/** Context shorter than this stands at many places and says nothing. */
const LEAST_CONTEXT = 4;
/** Units beyond its place in which a neighbouring paragraph is still looked for. */
const WINDOW = 1500;
/** In longer paragraphs the neighbours are too far away to be worth a search. */
const LONGEST_PARAGRAPH = 10_000;

export function evidenceFor(text: string, pattern: Pattern, { start, end }: Span): Evidence {
  const { prefix, suffix } = pattern;
  return {
    quote: quoteSimilarity(pattern.exact, text.slice(start, end)),
    prefix:
      prefix.trim().length < LEAST_CONTEXT
        ? null
        : endsLike(text.slice(Math.max(0, start - 2 * prefix.length), start), prefix),
    suffix:
      suffix.trim().length < LEAST_CONTEXT
        ? null
        : startsLike(text.slice(end, end + 2 * suffix.length), suffix),
    before: neighbourBefore(text, pattern, start),
    after: neighbourAfter(text, pattern, end),
  };
}

function neighbourBefore(text: string, { before, offset }: Pattern, start: number): number | null {
  if (before.length < LEAST_CONTEXT || offset > LONGEST_PARAGRAPH) return null;
  const window = text.slice(Math.max(0, start - offset - before.length - WINDOW), start);
  const exact = window.lastIndexOf(before, window.length - offset * 0.9 + 8);
  const match = exact >= 0 ? { end: exact + before.length, errors: 0 } : like(window, before).at(-1);
  return match ? nearness(window.length - match.end, offset, 1 - match.errors / before.length) : 0;
}

function neighbourAfter(text: string, { after, rest }: Pattern, end: number): number | null {
  if (after.length < LEAST_CONTEXT || rest > LONGEST_PARAGRAPH) return null;
  const window = text.slice(end, end + rest + after.length + WINDOW);
  const exact = window.indexOf(after, Math.max(0, rest * 0.9 - 8));
  const match = exact >= 0 ? { start: exact, errors: 0 } : like(window, after)[0];
  return match ? nearness(match.start, rest, 1 - match.errors / after.length) : 0;
}

const like = (window: string, piece: string): ReturnType<typeof search> =>
  search(window, piece, Math.floor(piece.length * 0.25));

/** Full worth where the neighbour was, less with every paragraph put in between. */
function nearness(gap: number, expected: number, similarity: number): number {
  const strayed = Math.abs(gap - expected) - 12 - expected * 0.1;
  return similarity * (strayed <= 0 ? 1 : 0.7 / (1 + strayed / 600));
}
