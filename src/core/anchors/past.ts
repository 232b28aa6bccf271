import type { Span } from '../text/span.ts';
import { align } from './alignment.ts';
import { type FoldedText, fold, foldedOffset } from './fold.ts';
import type { Selectors } from './selector.ts';
import { type Alignment, type Numbering, tokenAfter, tokensOf } from './tokens.ts';

/** Units beyond which two versions are not compared. */
const LONGEST = 1_500_000;
/** A passage that has grown more than this is another one. */
const GROWTH = 1.6;

/** The text that selectors were made on, held against the text as it is now. */
export interface Past {
  /** Where the passage's words are now; null where that is not sure. In folded units of the new text. */
  readonly place: (selectors: Selectors) => Span | null;
  /** Whether a place in the new text is known to be another passage of the old one. */
  readonly isAnother: (selectors: Selectors, place: Span) => boolean;
}

/** Null where the two are too long to be compared, or the old one is not the one that the selectors tell of. */
export function pastOf(was: string, text: string, now: FoldedText): Past | null {
  const old = fold(was);
  if (Math.max(old.text.length, now.text.length) > LONGEST) return null;
  const numbering: Numbering = new Map();
  const alignment = align(tokensOf(was, old, numbering), tokensOf(text, now, numbering));
  if (!alignment) return null;
  return {
    place: (selectors) => placeOf(alignment, foldedSpan(old, selectors)),
    isAnother: (selectors, place) => isAnother(alignment, foldedSpan(old, selectors), place),
  };
}

/** Without white space at its ends. */
function foldedSpan(old: FoldedText, { position }: Selectors): Span {
  let start = foldedOffset(old, position.start);
  let end = foldedOffset(old, position.end);
  while (start < end && old.text[start] === ' ') start++;
  while (end > start && old.text[end - 1] === ' ') end--;
  return { start, end };
}

/** Tokens that a span touches, the last one included. */
const touched = (tokens: Alignment['old'], { start, end }: Span): readonly [number, number] => [
  tokenAfter(tokens, start),
  tokenAfter(tokens, end - 1),
];

function placeOf({ old, now, image, source }: Alignment, span: Span): Span | null {
  if (span.end <= span.start) return null;
  const [first, last] = touched(old, span);
  const [from, to] = [image[first] ?? -1, image[last] ?? -1];
  if (from < 0 || to < from) return null;
  let [kept, at] = [0, from - 1];
  for (let i = first; i <= last; i++) {
    const there = image[i] ?? -1;
    if (there < 0) continue;
    if (there <= at || there > to) return null;
    at = there;
    kept += (old.ends[i] ?? 0) - (old.starts[i] ?? 0);
  }
  for (let j = from; j <= to; j++) {
    const was = source[j] ?? -1;
    if (was >= 0 && (was < first || was > last)) return null;
  }
  const start = (now.starts[from] ?? 0) + Math.max(0, span.start - (old.starts[first] ?? 0));
  const end = (now.ends[to] ?? 0) - Math.max(0, (old.ends[last] ?? 0) - span.end);
  const length = span.end - span.start;
  return end > start && end - start <= length * GROWTH + 8 && kept * 2 >= length * 0.8
    ? { start, end }
    : null;
}

function isAnother({ old, now, source }: Alignment, span: Span, place: Span): boolean {
  if (place.end <= place.start) return false;
  const [first, last] = touched(old, span);
  const [from, to] = touched(now, place);
  let [other, all] = [0, 0];
  for (let j = from; j <= to; j++) {
    const was = source[j] ?? -1;
    const size = (now.ends[j] ?? 0) - (now.starts[j] ?? 0);
    all += size;
    if (was >= 0 && (was < first || was > last)) other += size;
  }
  return other * 2 > all;
}
