import type { ClaimProfile } from '../claim-profile.ts';
import { quantityName } from './measure.ts';

/** What the same quantity's other mentions in the article say of it. */
const ELSEWHERE = 0.8;
/** A quantity less distinct than this can be of two measures in one article. */
const DISTINCT = 0.6;

/**
 * Brings together the mentions of one quantity within an article: what is said around one of them, in a
 * heading perhaps, is said of all.
 */
export function pooledMentions(claims: readonly ClaimProfile[]): ClaimProfile[] {
  const mentions = new Map<string, ClaimProfile[]>();
  for (const claim of claims) {
    const name = poolOf(claim);
    if (name === null) continue;
    const list = mentions.get(name);
    if (list === undefined) mentions.set(name, [claim]);
    else list.push(claim);
  }
  return claims.map((claim) => {
    const pool = mentions.get(poolOf(claim) ?? '') ?? [];
    return pool.length < 2 ? claim : withTermsOf(claim, pool);
  });
}

function poolOf({ measure }: ClaimProfile): string | null {
  if (measure === null || measure.distinct < DISTINCT) return null;
  const { group, dimension } = measure.quantity;
  if (dimension === '' || (group !== 'money' && group !== 'amount')) return null;
  return `${quantityName(measure.quantity)} ${measure.figure.unit}`;
}

function withTermsOf(claim: ClaimProfile, pool: readonly ClaimProfile[]): ClaimProfile {
  const terms = new Map(claim.terms);
  const whoTerms = new Set(claim.whoTerms);
  for (const other of pool) {
    if (other === claim) continue;
    for (const [term, weight] of other.terms)
      if ((terms.get(term) ?? 0) < weight * ELSEWHERE) terms.set(term, weight * ELSEWHERE);
    for (const term of other.whoTerms) whoTerms.add(term);
  }
  let weight = 0;
  for (const own of terms.values()) weight += own;
  const topic = new Set(pool.flatMap(({ measure }) => [...(measure?.topic ?? [])]));
  const measure = claim.measure === null ? null : { ...claim.measure, topic };
  return { ...claim, terms, whoTerms, weight, measure };
}
