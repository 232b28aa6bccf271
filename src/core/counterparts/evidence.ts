import { textOf } from '../text/span.ts';
import { say, type Wording } from '../text/wording.ts';
import type { Pairing } from './alignment.ts';
import { sharedTerms } from './alignment.ts';
import { calledOut } from './called-out.ts';
import type { ClaimProfile } from './claim-profile.ts';
import { TELLING_RUN } from './profile.ts';
import type { Run } from './run.ts';
import { akinTerms } from './synonymy.ts';
import type { Agreement } from './verdict.ts';
import { wordDiff } from './word-diff.ts';

interface Grounds {
  readonly run: Run;
  readonly speaker: Agreement;
  readonly identical: boolean;
}

/** Why two claims are linked, in plain words, strongest first. */
export function evidenceOf(x: ClaimProfile, y: ClaimProfile, grounds: Grounds, pairing: Pairing): Wording[] {
  const { run, speaker, identical } = grounds;
  const evidence: Wording[] = [];
  if (identical) evidence.push(say('same words'));
  if (speaker === 'same') evidence.push(say('same speaker: {0}', longer(x.claim.source, y.claim.source)));
  const names = new Map([...x.names].filter(([key]) => y.names.has(key)));
  const words = sharedTerms(x, y, pairing).filter((term) => !names.has(term));
  if (!identical && words.length > 0) evidence.push(sharedWords(words.slice(0, 5), pairing));
  if (!identical && speaker !== 'other') evidence.push(...alikeWords(x, y, pairing));
  if (names.size > 0) evidence.push(say('both name {0}', [...names.values()].slice(0, 4).join(', ')));
  if (!identical && run.length >= TELLING_RUN) evidence.push(say('{0} words in a row', run.length));
  if (!identical && x.claim.kind === 'quotation' && y.claim.kind === 'quotation')
    evidence.push(...oneSided(x, y, pairing));
  if (speaker === 'other')
    evidence.push(say('other speaker: {0} against {1}', x.claim.source ?? '', y.claim.source ?? ''));
  return evidence;
}

/** Words of the two that mean nearly the same, the most telling first. */
function alikeWords(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Wording[] {
  const { a, b } = pairing;
  const words = akinTerms(x, y, pairing)
    .sort((p, q) => q.weight - p.weight)
    .slice(0, 3)
    .map(({ own, other }) => `${a.surface.get(own) ?? own} / ${b.surface.get(other) ?? other}`);
  return words.length === 0 ? [] : [say('alike: {0}', words.join(', '))];
}

/** Negations, numbers and names that only one of two quotations has, said the same from both sides. */
function oneSided(x: ClaimProfile, y: ClaimProfile, { a, b }: Pairing): Wording[] {
  const parts = wordDiff(textOf(a.analysis.article.text, x.claim), textOf(b.analysis.article.text, y.claim));
  return calledOut(parts)
    .slice(0, 3)
    .map(({ text }) => say('“{0}” on one side only', text));
}

/** Terms as the first article puts them. */
export const sharedWords = (terms: readonly string[], { a }: Pairing): Wording =>
  say('shared: {0}', [...new Set(terms.map((term) => a.surface.get(term) ?? term))].join(', '));

const longer = (a: string | null, b: string | null): string =>
  ((a ?? '').length >= (b ?? '').length ? a : b) ?? '';
