import type { Overlap, Pairing } from './alignment.ts';
import { overlapOf, shareThemesOnly } from './alignment.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { agreementOf, areOfOthers } from './conflicts.ts';
import { isOfEarlier } from './earlier.ts';
import { evidenceOf } from './evidence.ts';
import { compareFigures } from './figures/figures.ts';
import { WITHDRAWN, withdraws } from './figures/withdrawn.ts';
import { sayOpposites } from './one-proposition.ts';
import { areOfKinds, areOpposed } from './opposed.ts';
import { compareQuotations } from './quotations.ts';
import { contradiction, isDenied } from './relation.ts';
import { longestRun } from './run.ts';
import { speakersOf } from './speakers.ts';
import { swapParts } from './swapped.ts';
import { MOST_AKIN, withAkin } from './synonymy.ts';
import { shareTooLittle } from './thin.ts';
import type { Agreement, Verdict } from './verdict.ts';
import { A_DENIAL, FULL_WEIGHT, ONE_EVENT } from './weights.ts';

/** Weight of shared words beside persons' names and titles that ties statements of unlike articles. */
const SOME_CONTENT = 0.8;
/** What sharing names and nothing else is worth there. */
const NAMES_ONLY = 0.5;

/** One person says and does many things: in articles of other stories a name alone ties nothing. */
const amongStrangers = ({ content }: Overlap): number =>
  NAMES_ONLY + (1 - NAMES_ONLY) * Math.min(1, content / SOME_CONTENT);

/**
 * Compares two claims of different articles; null when they cannot be about the same thing, or where it costs little to
 * know that they score less than `floor`.
 */
export function compareClaims(x: ClaimProfile, y: ClaimProfile, pairing: Pairing, floor = 0): Verdict | null {
  if (x.figure !== null || y.figure !== null) return compareFigures(x, y, pairing);
  const common = overlapOf(x, y, pairing);
  if (x.claim.kind === 'quotation' && y.claim.kind === 'quotation') {
    return compareQuotations(x, y, common, pairing);
  }
  if (common.shared === 0 || (x.denies === y.denies && mostOf(x, y, common, pairing) < floor)) return null;
  return compareStatements(x, y, withAkin(common, x, y, pairing), pairing);
}

/** The most that statements which share so much can score, whatever their words mean and whoever says them. */
function mostOf(x: ClaimProfile, y: ClaimProfile, common: Overlap, { prior }: Pairing): number {
  const dice = Math.min(1, (1 + MOST_AKIN) * common.dice);
  const containment = Math.min(1, (1 + MOST_AKIN) * common.containment);
  const mixed = x.claim.kind !== y.claim.kind;
  const own = REPORTED.same * likenessOf(mixed, dice, containment, common.lighter);
  return Math.max(0.2 * own, own + prior * (mixed ? MIXED_PRIOR : 1));
}

/** What agreeing or other speakers do to a score. */
const REPORTED: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.75, unknown: 1 };
/** A quotation reported elsewhere without its speaker being named is a weaker find. */
const QUOTED_AND_REPORTED: Readonly<Record<Agreement, number>> = { same: 1.1, other: 0.75, unknown: 0.9 };

/** Weight of shared words that are no names: where it is less, the claims may say anything of one person. */
const SOME_FACT = 0.5;
/** What sharing names and nothing else is worth in articles of one story. */
const NO_FACT = 0.8;

/** What sharing a number or a verb of change and nothing else is worth: anything may rise by five. */
const NOTHING = 0.3;

const withFacts = ({ fact, named }: Overlap): number =>
  fact + named === 0 ? NOTHING : NO_FACT + (1 - NO_FACT) * Math.min(1, fact / SOME_FACT);

/** Of what one story speaks for two statements, so much for a statement and a quotation. */
const MIXED_PRIOR = 0.3;

/** `mixed`: a statement and a quotation. */
function likenessOf(mixed: boolean, dice: number, containment: number, lighter: number): number {
  const size = Math.min(1, lighter / FULL_WEIGHT);
  return mixed ? 0.5 * dice + 0.5 * containment ** 1.5 * size : 0.65 * dice + 0.35 * containment * size;
}

/** What scores less is possible at most whatever is shared. */
const IN_QUESTION = 0.5;

/** Statements, or a quotation that the other article reports in its own words. */
function compareStatements(x: ClaimProfile, y: ClaimProfile, common: Overlap, pairing: Pairing): Verdict {
  const speaker = speakersOf(x, y);
  const mixed = x.claim.kind !== y.claim.kind;
  const own =
    likenessOf(mixed, common.dice, common.containment, common.lighter) *
    (mixed ? QUOTED_AND_REPORTED : REPORTED)[speaker] *
    (pairing.prior < ONE_EVENT ? amongStrangers(common) : 1) *
    agreementOf(x, y) *
    withFacts(common);
  const withdrawn = withdraws(x, y, pairing);
  const contradicted = withdrawn ? null : contradiction(x, y, pairing);
  const denied = isDenied(contradicted);
  const opposed = areOpposed(x, y);
  const opposite = contradicted === null && common.fact > 0 && sayOpposites(x, y, pairing);
  const alike = Math.max(own * 0.2, own + pairing.prior * (mixed ? MIXED_PRIOR : 1));
  // Who denies says little of the rest of what is said: the denied words are all that both can share.
  const score = denied && x.denies !== y.denies && pairing.prior >= 0 ? Math.max(alike, A_DENIAL) : alike;
  return {
    score: Math.min(1, score),
    // What shares names and no fact may be of one person and nothing else.
    weak:
      (contradicted !== null && contradicted !== 'clear') ||
      common.fact === 0 ||
      opposed ||
      areOfKinds(x, y) ||
      areOfOthers(x, y) ||
      (!denied &&
        (shareThemesOnly(x, y, pairing) || (score >= IN_QUESTION && shareTooLittle(x, y, pairing)))) ||
      (score >= IN_QUESTION && (swapParts(x, y) || isOfEarlier(x, y, pairing))),
    relation: denied || withdrawn || opposite ? 'contradicts' : 'paraphrase',
    difference: withdrawn ? WITHDRAWN : denied ? 'negation' : opposite ? 'opposite' : null,
    evidence: () => evidenceOf(x, y, { run: longestRun(x, y), speaker, identical: false }, pairing),
  };
}
