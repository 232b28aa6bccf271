import type { Overlap, Pairing, Run } from './alignment.ts';
import { longestRun, overlapOf, sameWords } from './alignment.ts';
import { compareFigures } from './figures.ts';
import type { Relation } from './link.ts';
import { sameName } from './names.ts';
import type { ClaimProfile } from './profile.ts';
import { TELLING_RUN } from './profile.ts';
import type { Verdict } from './verdict.ts';

/** Weight of words that makes a claim as good as unmistakable: some four rare words. */
const FULL_WEIGHT = 3;

/** Compares two claims of different articles; null when they cannot be about the same thing. */
export function compareClaims(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Verdict | null {
  const kinds = [x.claim.kind, y.claim.kind];
  if (kinds.includes('figure')) {
    return kinds[0] === kinds[1] ? compareFigures(x, y, pairing) : null;
  }
  const common = overlapOf(x, y, pairing);
  if (kinds[0] === 'quotation' && kinds[1] === 'quotation') return compareQuotations(x, y, common, pairing);
  return common.shared === 0 ? null : compareStatements(x, y, common, pairing);
}

type Agreement = 'same' | 'other' | 'unknown';

function speakers(x: ClaimProfile, y: ClaimProfile): Agreement {
  if (x.claim.source === null || y.claim.source === null) return 'unknown';
  return sameName(x.claim.source, y.claim.source) ? 'same' : 'other';
}

function compareQuotations(x: ClaimProfile, y: ClaimProfile, common: Overlap, pairing: Pairing): Verdict {
  const speaker = speakers(x, y);
  const identical = sameWords(x, y);
  const run = identical ? { from: 0, to: 0, length: x.words.length } : longestRun(x, y);
  const size = Math.min(1, common.lighter / FULL_WEIGHT);
  let score = Math.max(common.dice, common.containment ** 1.5 * size);
  if (identical) score = 0.6 + 0.4 * size;
  else if (run.length >= TELLING_RUN) score = Math.max(score, 0.45 + 0.5 * runWeight(x, run, pairing));
  score *= speaker === 'other' ? (run.length >= TELLING_RUN ? 0.9 : 0.6) : speaker === 'same' ? 1.1 : 1;
  return {
    score: Math.min(1, score),
    relation: identical ? 'verbatim' : contradicted(x, y, common) ? 'contradicts' : 'reworded',
    difference: !identical && contradicted(x, y, common) ? 'negation' : null,
    evidence: evidenceOf(x, y, common, run, speaker, pairing, identical),
  };
}

/** How much the words of a run say, 0..1. */
function runWeight(x: ClaimProfile, run: Run, pairing: Pairing): number {
  let weight = 0;
  for (const word of x.words.slice(run.from, run.from + run.length)) {
    weight += (x.terms.get(word.stem) ?? 0) * pairing.rarity(word.stem);
  }
  return Math.min(1, weight / FULL_WEIGHT);
}

function compareStatements(x: ClaimProfile, y: ClaimProfile, common: Overlap, pairing: Pairing): Verdict {
  const speaker = speakers(x, y);
  const size = Math.min(1, common.lighter / FULL_WEIGHT);
  const mixed = x.claim.kind !== y.claim.kind;
  let score = mixed
    ? 0.5 * common.dice + 0.5 * common.containment ** 1.5 * size
    : 0.65 * common.dice + 0.35 * common.containment * size;
  if (speaker === 'same') score *= 1.1;
  if (speaker === 'other') score *= 0.75;
  score = Math.max(score * 0.2, score + pairing.prior * (mixed ? 0.3 : 1));
  const relation: Relation = contradicted(x, y, common) ? 'contradicts' : 'paraphrase';
  return {
    score: Math.min(1, score),
    relation,
    difference: relation === 'contradicts' ? 'negation' : null,
    evidence: evidenceOf(x, y, common, longestRun(x, y), speaker, pairing, false),
  };
}

/** Nearly the same words, denied on one side only. */
function contradicted(x: ClaimProfile, y: ClaimProfile, common: Overlap): boolean {
  const flipped = x.negations % 2 !== y.negations % 2;
  return common.terms.length >= 3 && common.dice >= 0.75 && (flipped || x.denies !== y.denies);
}

function evidenceOf(
  x: ClaimProfile,
  y: ClaimProfile,
  common: Overlap,
  run: Run,
  speaker: Agreement,
  pairing: Pairing,
  identical: boolean,
): string[] {
  const evidence: string[] = [];
  if (identical) evidence.push('same words');
  if (speaker === 'same') evidence.push(`same speaker: ${longer(x.claim.source, y.claim.source)}`);
  const words = common.terms.filter((term) => !x.names.has(term) && !y.names.has(term)).slice(0, 5);
  if (!identical && words.length > 0) {
    evidence.push(`shared: ${words.map((term) => pairing.a.surface.get(term) ?? term).join(', ')}`);
  }
  const names = [...x.names].filter(([key]) => y.names.has(key)).map(([, name]) => name);
  if (names.length > 0) evidence.push(`both name ${names.slice(0, 4).join(', ')}`);
  if (!identical && run.length >= TELLING_RUN) evidence.push(`${run.length} words in a row`);
  if (speaker === 'other') evidence.push(`other speaker: ${x.claim.source} against ${y.claim.source}`);
  return evidence;
}

const longer = (a: string | null, b: string | null): string =>
  ((a ?? '').length >= (b ?? '').length ? a : b) ?? '';
