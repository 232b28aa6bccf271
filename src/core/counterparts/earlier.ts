import type { Pairing } from './alignment.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';

/** “In 2019”, “Back in May 2019”. */
const OPENS =
  /^\P{L}{0,2}(?:(?:But|And|Back|Also|Earlier),?\s+)?in\s+(?:\p{Lu}\p{L}+\s+)?((?:1[6-9]|20)\d\d)\b/iu;
/** Characters that such an opening takes at most. */
const OPENING = 40;

/**
 * Whether one of two statements begins with an earlier year and the other has nothing of it and names nobody in common:
 * what is told is rather the event before.
 */
export const isOfEarlier = (x: ClaimProfile, y: ClaimProfile, { a, b }: Pairing): boolean =>
  (looksBack(x, y, a) || looksBack(y, x, b)) && ![...x.names.keys()].some((name) => y.names.has(name));

function looksBack(
  { claim: { start } }: ClaimProfile,
  { terms, days }: ClaimProfile,
  { analysis: { article } }: ArticleProfile,
): boolean {
  const year = OPENS.exec(article.text.slice(start, start + OPENING))?.[1];
  if (year === undefined || article.date?.startsWith(year)) return false;
  return !terms.has(`#${year}`) && ![...days].some((day) => day.startsWith(`#${year}`));
}
