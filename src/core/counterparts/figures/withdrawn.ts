import type { Analysis } from '../../claims/analysis.ts';
import { around } from '../../claims/around.ts';
import type { Figure } from '../../mentions/mention.ts';
import { contains, indexAt, type Span } from '../../text/span.ts';
import type { ClaimProfile } from '../claim-profile.ts';
import { figureKey } from '../terms.ts';
import type { Articles } from './when.ts';

/** Most characters before and behind a figure that tell that it is taken back. */
const BEFORE = 160;
const BEHIND = 60;

const NOT =
  /(?<!\b(?:if|or)\s)\b(?:not|rather than|instead of)\s+(?:the\s+)?(?:(?:figure|number|total|sum)\s+of\s+)?$/i;
const NOT_SO = '(?:incorrectly|wrongly|mistakenly|erroneously|in error)';
const SAID = '(?:said|stated|reported|gave|given|put|listed|described|identified|named|wrote|referred)';
const EARLIER = '(?:earlier|previous|original|first)';
/** A report of inspectors, the first story of a house and what is done wrongly take nothing back. */
const WRONG = new RegExp(
  [
    String.raw`\b${EARLIER} versions? (?:of (?:this|our|the (?:article|story|post))\b|(?=${NOT_SO}|${SAID}\b))`,
    String.raw`\bour ${EARLIER} (?:report|article|story|post)s?\b`,
    String.raw`\b${NOT_SO} ${SAID}\b`,
    String.raw`\b${SAID} ${NOT_SO}\b`,
    String.raw`\bmis(?:stated|reported)\b`,
    String.raw`\b(?:correction|clarification)\b[^;]{1,100}\bwe (?:wrongly )?${SAID}\b`,
  ].join('|'),
  'gi',
);
const TURN =
  /;|\b(?:it (?:is|was)|there (?:are|were)|in fact|actually|should (?:have|be)|the correct|rather|but)\b/i;
/** “As first reported” alone names a source. */
const AS_SAID = new RegExp(
  String.raw`^[^.;,\d]{0,30},?\s*as (?:it |we )?(?:had |was |were )?${NOT_SO} ${SAID}\b`,
  'i',
);

/** What one article says in so many words, and the other has only to take it back. */
export const WITHDRAWN = 'withdrawn';

/** Whether one of two figures is given only to take it back. */
export const isWithdrawn = ({ figure, context }: ClaimProfile, analysis: Analysis): boolean =>
  figure !== null && takesBack(figure, context, analysis);

/** Whether one of two statements takes back a figure that the other gives. */
export function withdraws(x: ClaimProfile, y: ClaimProfile, { a, b }: Articles): boolean {
  const shared = [...x.numbers].filter((number) => y.numbers.has(number));
  if (shared.length === 0) return false;
  const [own, other] = [takenBackBy(x, a.analysis), takenBackBy(y, b.analysis)];
  return shared.some((number) => own(number) !== other(number));
}

/** Tells whether a statement takes back a number, by its first figure of it. */
function takenBackBy({ claim, context }: ClaimProfile, analysis: Analysis): (number: string) => boolean {
  const first = new Map<string, Figure>();
  for (const figure of around(analysis.figures, claim).reverse())
    if (contains(claim, figure)) first.set(figureKey(figure), figure);
  return (number) => {
    const figure = first.get(number);
    return figure !== undefined && takesBack(figure, context, analysis);
  };
}

/**
 * Whether an article gives a figure only to take it back: “an earlier version said 40; it was 14”, “14, not 40”. Days
 * are left out: “not on Monday” says little of what was.
 */
function takesBack(figure: Figure, context: Span, { article, figures }: Analysis): boolean {
  if (figure.kind === 'date') return false;
  const before = article.text.slice(Math.max(context.start, figure.start - BEFORE), figure.start);
  const behind = article.text.slice(figure.end, Math.min(context.end, figure.end + BEHIND));
  if (NOT.test(before) || AS_SAID.test(behind)) return hasAnother();
  let said: string | null = null;
  for (const match of before.matchAll(WRONG)) said = before.slice(match.index + match[0].length);
  return said !== null && !TURN.test(said);

  /** “Not 40 metres from the gate” takes nothing back. */
  function hasAnother(): boolean {
    for (let i = indexAt(figures, context.start); i < figures.length; i++) {
      const other = figures[i];
      if (other === undefined || other.start >= context.end) return false;
      if (contains(context, other) && other.start !== figure.start && mayReplace(other, figure)) return true;
    }
    return false;
  }
}

/** Of one kind and unit, as far as both have one: “14 people, not 40”. */
const mayReplace = (a: Figure, b: Figure): boolean =>
  a.kind === b.kind && (a.unit === b.unit || a.unit === null || b.unit === null);
