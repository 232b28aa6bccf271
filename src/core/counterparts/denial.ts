import { DENIALS } from '../lexicon/stopwords.ts';
import { stemsOf } from '../text/stem.ts';
import type { Word } from './words.ts';

/** A bid can be rejected too: behind these verbs something must follow that can be untrue. */
const OF_CLAIMS = stemsOf('reject dismiss dispute contradict disavow');
const CLAIMS =
  stemsOf(`that as claim report allegation accusation suggestion rumour rumor charge assertion criticism
  account notion speculation statement version story`);
/** What is denied to somebody rather than denied to be so: “denied service”, “denied a visa”. */
const GRANTED =
  stemsOf(`access admission admittance aid appeal application asylum bail benefit bond care chance
  citizenship compensation coverage credit custody delay entry extension help injunction leave
  licence license loan membership motion opportunity parole passage pension permission permit petition protection
  request right service status stay treatment visa vote waiver`);
/** Behind these it is told what is denied to be so, whoever grants what. */
const TOLD: ReadonlySet<string> = new Set(['that', 'having', 'being']);
const NEAR = 6;

/** The first word of what is denied, or null where nothing is: “denied | that the pier was closed”. */
export function deniedFrom(words: readonly Word[]): number | null {
  for (const [i, { key, stem }] of words.entries()) {
    if (!DENIALS.has(key)) continue;
    const object = words.slice(i + 1, i + 1 + NEAR);
    if (OF_CLAIMS.has(stem) ? object.some((word) => CLAIMS.has(word.stem)) : !isGranted(object)) return i + 1;
  }
  return null;
}

function isGranted(object: readonly Word[]): boolean {
  const told = object.findIndex(({ key }) => TOLD.has(key) || key.endsWith('ing'));
  return object.slice(0, told < 0 ? NEAR : told).some(({ stem }) => GRANTED.has(stem));
}
