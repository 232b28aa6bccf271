import type { Overlap, Pairing } from './alignment.ts';
import { daysApartAround, matterAround } from './around.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { TELLING_RUN } from './profile.ts';
import type { Run } from './run.ts';
import { runBeside } from './run.ts';
import type { Agreement } from './verdict.ts';
import { ONE_EVENT } from './weights.ts';

/** Part of the shorter quotation that stands in the other in a row, and part of its weight that the other has. */
const A_PHRASE = 0.4;
const OF_WEIGHT = 0.65;
/** Part of the shorter one that another person must say in a row: less is an answer to it, or a text that both quote. */
const TAKEN_UP = 0.6;
/** Two quotations that have so much of their weight in common are one in another order. */
const NEARLY_ALL = 0.75;

/** Words that say something, and words in a row: fewer can be in anybody's mouth. */
const FEW = 3;
const LONG_RUN = 8;

/**
 * Whether what two quotations share may be a phrase and no utterance, whatever it scores: a name with a title, words
 * that somebody says in every speech, or what one takes up to answer it.
 */
export function isLoose(
  x: ClaimProfile,
  y: ClaimProfile,
  common: Overlap,
  run: Run,
  { speaker, prior }: Said,
): boolean {
  const { containment, count, dice } = common;
  const shorter = Math.min(x.words.length, y.words.length);
  // Of all that a phrase says, one word: the other may be the next sentence, or the question.
  if (count < 2 && shorter >= FEW && run.length < shorter) return true;
  if (prior < ONE_EVENT && isTurnOfPhrase(x, y, common, run, speaker)) return true;
  if (dice >= NEARLY_ALL) return false;
  const part = partInRow(x, y, run);
  if (speaker === 'other' && part < TAKEN_UP) return true;
  // Another desk may have put the rest otherwise.
  return speaker !== 'same' && part < A_PHRASE && containment < OF_WEIGHT;
}

interface Said {
  readonly speaker: Agreement;
  readonly prior: number;
}

/** Quotations that are as good as identical: “we are” for “we're”. */
const ALL = 0.95;
/** Where the articles are of two stories, two runs must be more of the shorter quotation than that. */
const MOST = 0.75;

/** Whether one says on two days in part the same, “we will win so much”, or two persons have one term. */
function isTurnOfPhrase(
  x: ClaimProfile,
  y: ClaimProfile,
  { dice }: Overlap,
  run: Run,
  speaker: Agreement,
): boolean {
  if (dice >= ALL) return false;
  if (speaker !== 'same' && run.length < TELLING_RUN) return true;
  if (speaker === 'same' && run.length >= LONG_RUN) return false;
  return partInRow(x, y, run) + partInRow(x, y, runBeside(x, y, run)) <= MOST;
}

/** Weight of words around two short quotations of one speaker that shows them to be of one matter. */
const ONE_MATTER = 1.2;
const A_WORD_OR_TWO = 2;

/**
 * Whether what is quoted in articles of two stories is so short that it is rather a word of the day, “top secret”,
 * “we're going to win”, or a word that one speaker has for many matters: “a disaster”. In one story it is where it is
 * a word or two and nothing around them tells that one thing is meant.
 */
export function isCatchword(
  [x, y]: readonly [ClaimProfile, ClaimProfile],
  { count }: Overlap,
  run: Run,
  speaker: Agreement,
  pairing: Pairing,
): boolean {
  if (pairing.prior >= ONE_EVENT) {
    if (Math.min(x.words.length, y.words.length) > A_WORD_OR_TWO) return false;
    const doubts = [count < 2, speaker !== 'same', daysApartAround(x, y, pairing)].filter(Boolean);
    return doubts.length > 1 && matterAround(x, y, pairing) < ONE_MATTER;
  }
  if (speaker !== 'same') return count < FEW || (speaker === 'other' && run.length < LONG_RUN);
  const short = Math.min(x.words.length, y.words.length) <= FEW;
  const cut = x.words.length !== y.words.length;
  return (count < 2 || (short && cut)) && matterAround(x, y, pairing) < ONE_MATTER;
}

/** Part of the shorter quotation that a run is. */
export const partInRow = (x: ClaimProfile, y: ClaimProfile, { length }: Run): number =>
  length / Math.min(x.words.length, y.words.length);
