import { textOf } from '../text/span.ts';
import type { Overlap, Pairing } from './alignment.ts';
import { sharedAround } from './around.ts';
import { calledOut } from './called-out.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { evidenceOf } from './evidence.ts';
import { isCatchword, isLoose, partInRow } from './loose.ts';
import { areOpposed } from './opposed.ts';
import { TELLING_RUN } from './profile.ts';
import { contradiction, isDenied } from './relation.ts';
import type { Run } from './run.ts';
import { longestRun, runBeside, sameWords } from './run.ts';
import { speakersOf } from './speakers.ts';
import { withAkin } from './synonymy.ts';
import type { Agreement, Verdict } from './verdict.ts';
import { FULL_WEIGHT, ONE_EVENT } from './weights.ts';
import { wordDiff } from './word-diff.ts';

/** What agreeing or other speakers do to a score. */
const QUOTED: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.45, unknown: 1 };
const SHARED_RUN: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.9, unknown: 1 };
/** Two quotations: one utterance, or two of its parts. Words in a row say more than words in common. */
export function compareQuotations(
  x: ClaimProfile,
  y: ClaimProfile,
  common: Overlap,
  pairing: Pairing,
): Verdict | null {
  const speaker = speakersOf(x, y);
  const identical = sameWords(x, y);
  const run = identical ? { from: 0, to: 0, length: x.words.length } : longestRun(x, y);
  if (common.shared === 0 && run.length < TELLING_RUN) return null;
  const alike = speaker === 'same' && !identical ? withAkin(common, x, y, pairing) : common;
  const own =
    quotationScore(x, alike, run, identical, speaker, pairing) *
    support([x, y], common, run, speaker, pairing);
  const score = Math.max(own, leastOf(x, y, run, speaker, pairing));
  const contradicted = identical ? null : contradiction(x, y, pairing);
  const denied = isDenied(contradicted) && isTurned(x, y, pairing);
  return {
    score: Math.max(0, Math.min(1, score + Math.min(0, pairing.prior))),
    weak:
      (denied && contradicted === 'perhaps') ||
      (run.length < TELLING_RUN &&
        (areOpposed(x, y) || (contradicted === 'aside' && isTurned(x, y, pairing)))) ||
      isCatchword([x, y], alike, run, speaker, pairing) ||
      (!identical && isLoose(x, y, alike, run, { speaker, prior: pairing.prior })),
    relation: identical ? 'verbatim' : denied ? 'contradicts' : 'reworded',
    difference: denied ? 'negation' : null,
    evidence: () => evidenceOf(x, y, { run, speaker, identical }, pairing),
  };
}

/** Whether a negation comes or goes within what both quote: one that stands behind it is only quoted further. */
function isTurned(x: ClaimProfile, y: ClaimProfile, { a, b }: Pairing): boolean {
  const parts = wordDiff(textOf(a.analysis.article.text, x.claim), textOf(b.analysis.article.text, y.claim));
  return x.denies !== y.denies || calledOut(parts).some(({ kind }) => kind === 'negation');
}

/** Weight of words that makes two quotations one utterance where their articles may be of two stories. */
const SUPPORT: Readonly<Record<Agreement, number>> = { same: 1.8, unknown: 1.7, other: 2.4 };

/**
 * How far two quotations are borne out, 0..1. “We want it” is said every day, and “rigged” by many of many things:
 * where the articles are not surely of one story, so little must be quoted of the same matter.
 */
function support(
  [x, y]: readonly [ClaimProfile, ClaimProfile],
  { content, containment }: Overlap,
  run: Run,
  speaker: Agreement,
  pairing: Pairing,
): number {
  const inRow = runSupport(x, y, run, speaker);
  if (inRow >= 1) return 1;
  if (pairing.prior >= ONE_EVENT) return speaker === 'other' ? Math.max(OF_OTHERS, inRow) : 1;
  const needed = SUPPORT[speaker];
  const quoted = Math.min(1, containment / MOST_OF_BOTH);
  if (content >= needed) return Math.max(inRow, quoted);
  return Math.max(inRow, quoted * Math.min(1, (content + sharedAround(x, y, pairing)) / needed));
}

/** What two persons say of one event in the same words, but for a run of them, is not one utterance. */
const OF_OTHERS = 0.5;
/** Part of the shorter quotation's weight that the other must have. */
const MOST_OF_BOTH = 0.6;

/** Part of the shorter quotation that a run must be to need nothing else: what others say too is often in other mouths. */
const ENOUGH_OF_IT: Readonly<Record<Agreement, number>> = { same: 0.35, unknown: 0.8, other: 0.8 };
const PHRASE = 0.6;

/** What words in a row bear out: a telling run, or of one speaker a phrase of two words that say something. */
function runSupport(x: ClaimProfile, y: ClaimProfile, run: Run, speaker: Agreement): number {
  const part = partInRow(x, y, run);
  if (run.length >= TELLING_RUN) return Math.min(1, part / ENOUGH_OF_IT[speaker]);
  const said = x.words.slice(run.from, run.from + run.length).filter(({ stem }) => x.terms.has(stem));
  return speaker === 'same' && said.length > 1 ? Math.min(1, part / PHRASE) : 0;
}

/** What two shorter runs are worth, or a telling one by others: parts of one utterance, perhaps. */
const REPEATED = 0.42;
const ECHOED = 0.39;

function leastOf(x: ClaimProfile, y: ClaimProfile, run: Run, speaker: Agreement, pairing: Pairing): number {
  if (speaker === 'same' && isRepeated(x, y, run)) return REPEATED;
  return run.length >= TELLING_RUN && pairing.prior >= 0 ? ECHOED : 0;
}

/** Two runs that fall short of a telling one by a word. */
const isRepeated = (x: ClaimProfile, y: ClaimProfile, run: Run): boolean =>
  run.length === TELLING_RUN - 1 && runBeside(x, y, run).length >= TELLING_RUN - 1;

function quotationScore(
  x: ClaimProfile,
  common: Overlap,
  run: Run,
  identical: boolean,
  speaker: Agreement,
  pairing: Pairing,
): number {
  const size = Math.min(1, common.lighter / FULL_WEIGHT);
  const likeness = Math.max(common.dice * (0.6 + 0.4 * size), common.containment ** 1.5 * size);
  if (identical) return (0.6 + 0.4 * size) * SHARED_RUN[speaker];
  if (run.length < TELLING_RUN) return likeness * QUOTED[speaker];
  return Math.max(likeness, 0.45 + 0.5 * runWeight(x, run, pairing)) * SHARED_RUN[speaker];
}

/** How much the words of a run say, 0..1. */
function runWeight(x: ClaimProfile, run: Run, pairing: Pairing): number {
  let weight = 0;
  for (const word of x.words.slice(run.from, run.from + run.length)) {
    weight += (x.terms.get(word.stem) ?? 0) * pairing.rarity(word.stem);
  }
  return Math.min(1, weight / FULL_WEIGHT);
}
