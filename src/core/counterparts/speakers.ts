import type { ClaimProfile } from './claim-profile.ts';
import { sameName } from './names.ts';
import type { Agreement } from './verdict.ts';

/** Whether two claims are said by one person or body. */
export function speakersOf(x: ClaimProfile, y: ClaimProfile): Agreement {
  const [a, b] = [x.claim.source, y.claim.source];
  if (a === null || b === null) return 'unknown';
  return sameName(a, b) ? 'same' : isDescribed(a) || isDescribed(b) ? 'unknown' : 'other';
}

/**
 * “The front-runner” and “aides” may be anybody, also who has a name elsewhere; and the words of a text, “the First
 * Amendment”, are said by whoever cites them.
 */
const isDescribed = (source: string): boolean => !/\p{Lu}\S*$/u.test(source) || TEXTS.test(source);
const TEXTS = /\b(?:Amendment|Constitution|Charter|Treaty|Declaration|Act|Code|Bible|Koran|Quran|Torah)\b/;
