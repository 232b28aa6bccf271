import { DENIALS } from '../lexicon/stopwords.ts';
import { stemOf } from '../text/stem.ts';
import type { Word } from './words.ts';

/** A bid can be rejected too: behind these verbs something must follow that can be untrue. */
const OF_CLAIMS: ReadonlySet<string> = new Set(
  ['reject', 'dismiss', 'disput', 'contradict', 'disavow'].map(stemOf),
);
const CLAIMS: ReadonlySet<string> = new Set(
  `that as claim report allegation accusation suggestion rumour rumor charge assertion criticism account notion
  speculation statement version story`
    .split(/\s+/)
    .map(stemOf),
);
const NEAR = 6;

/** The first word of what is denied, or null where nothing is: “denied | that the pier was closed”. */
export function deniedFrom(words: readonly Word[]): number | null {
  for (const [i, { key, stem }] of words.entries()) {
    if (!DENIALS.has(key)) continue;
    const object = words.slice(i + 1, i + 1 + NEAR);
    if (!OF_CLAIMS.has(stem) || object.some((word) => CLAIMS.has(word.stem))) return i + 1;
  }
  return null;
}
