import type { Overlap, Pairing } from './alignment.ts';
import { overlapOf } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { agreementOf } from './conflicts.ts';
import { evidenceOf } from './evidence.ts';
import { compareFigures } from './figures/figures.ts';
import { sameName } from './names.ts';
import { TELLING_RUN } from './profile.ts';
import { contradicts } from './relation.ts';
import type { Run } from './run.ts';
import { longestRun, runBeside, sameWords } from './run.ts';
import { withAkin } from './synonymy.ts';
import type { Agreement, Verdict } from './verdict.ts';

/** Weight of words that makes a claim as good as unmistakable: some four rare words. */
const FULL_WEIGHT = 3;

/** Weight of shared words beside persons' names and titles that ties statements of unlike articles. */
const SOME_CONTENT = 0.8;
/** What two articles being of one story speaks for their claims, from where that is no longer in doubt. */
const ONE_EVENT = 0.1;
/** What sharing names and nothing else is worth there. */
const NAMES_ONLY = 0.5;

/** One person says and does many things: in articles of other stories a name alone ties nothing. */
const amongStrangers = ({ content }: Overlap): number =>
  NAMES_ONLY + (1 - NAMES_ONLY) * Math.min(1, content / SOME_CONTENT);

/** Compares two claims of different articles; null when they cannot be about the same thing. */
export function compareClaims(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Verdict | null {
  if (x.figure !== null || y.figure !== null) return compareFigures(x, y, pairing);
  const common = overlapOf(x, y, pairing);
  if (x.claim.kind === 'quotation' && y.claim.kind === 'quotation') {
    return compareQuotations(x, y, common, pairing);
  }
  return common.shared === 0 ? null : compareStatements(x, y, withAkin(common, x, y, pairing), pairing);
}

function speakersOf(x: ClaimProfile, y: ClaimProfile): Agreement {
  if (x.claim.source === null || y.claim.source === null) return 'unknown';
  return sameName(x.claim.source, y.claim.source) ? 'same' : 'other';
}

/** What agreeing or other speakers do to a score. */
const QUOTED: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.6, unknown: 1 };
const SHARED_RUN: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.9, unknown: 1 };
const REPORTED: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.75, unknown: 1 };
/** A quotation reported elsewhere without its speaker being named is a weaker find. */
const QUOTED_AND_REPORTED: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.75, unknown: 0.9 };

/** Two quotations: one utterance, or two of its parts. Words in a row say more than words in common. */
function compareQuotations(
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
  const own = quotationScore(x, alike, run, identical, speaker, pairing);
  const score = speaker === 'same' && isRepeated(x, y, run) ? Math.max(REPEATED, own) : own;
  const denied = !identical && contradicts(x, y, pairing);
  return {
    score: Math.max(0, Math.min(1, score + Math.min(0, pairing.prior))),
    weak: false,
    relation: identical ? 'verbatim' : denied ? 'contradicts' : 'reworded',
    difference: denied ? 'negation' : null,
    evidence: () => evidenceOf(x, y, { run, speaker, identical }, pairing),
  };
}

/** What two shorter runs are worth: parts of one utterance, perhaps. */
const REPEATED = 0.42;

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

/** Weight of shared words that are no names: where it is less, the claims may say anything of one person. */
const SOME_FACT = 0.5;
/** What sharing names and nothing else is worth in articles of one story. */
const NO_FACT = 0.8;

/** What sharing a number or a verb of change and nothing else is worth: anything may rise by five. */
const NOTHING = 0.3;

const withFacts = ({ fact, named }: Overlap): number =>
  fact + named === 0 ? NOTHING : NO_FACT + (1 - NO_FACT) * Math.min(1, fact / SOME_FACT);

/** Statements, or a quotation that the other article reports in its own words. */
function compareStatements(x: ClaimProfile, y: ClaimProfile, common: Overlap, pairing: Pairing): Verdict {
  const speaker = speakersOf(x, y);
  const size = Math.min(1, common.lighter / FULL_WEIGHT);
  const mixed = x.claim.kind !== y.claim.kind;
  const likeness = mixed
    ? 0.5 * common.dice + 0.5 * common.containment ** 1.5 * size
    : 0.65 * common.dice + 0.35 * common.containment * size;
  const own =
    likeness *
    (mixed ? QUOTED_AND_REPORTED : REPORTED)[speaker] *
    (pairing.prior < ONE_EVENT ? amongStrangers(common) : 1) *
    agreementOf(x, y) *
    withFacts(common);
  const score = Math.max(own * 0.2, own + pairing.prior * (mixed ? 0.3 : 1));
  const denied = contradicts(x, y, pairing);
  return {
    score: Math.min(1, score),
    // What shares names and no fact may be of one person and nothing else.
    weak: common.fact === 0,
    relation: denied ? 'contradicts' : 'paraphrase',
    difference: denied ? 'negation' : null,
    evidence: () => evidenceOf(x, y, { run: longestRun(x, y), speaker, identical: false }, pairing),
  };
}
