import type { ClaimProfile } from '../claim-profile.ts';
import { quantityName } from './measure.ts';

/** What the same quantity's other mentions in the article say of it. */
const ELSEWHERE = 0.8;
/** A quantity less distinct than this can be of two measures in one article. */
const DISTINCT = 0.6;
/** So many mentions tell what a quantity is of; a text that repeats it on and on adds nothing. */
const MOST_MENTIONS = 50;

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
  const pools = new Map(
    [...mentions].flatMap(([name, list]) => (list.length < 2 ? [] : [[name, pooled(list)] as const])),
  );
  return claims.map((claim) => {
    const pool = pools.get(poolOf(claim) ?? '');
    return pool === undefined ? claim : withTermsOf(claim, pool);
  });
}

function poolOf({ measure }: ClaimProfile): string | null {
  if (measure === null || measure.distinct < DISTINCT) return null;
  const { group, dimension } = measure.quantity;
  if (dimension === '' || (group !== 'money' && group !== 'amount')) return null;
  return `${quantityName(measure.quantity)} ${measure.figure.unit}`;
}

/** What all mentions of a quantity say of it. */
interface Pool {
  readonly terms: ReadonlyMap<string, Said>;
  readonly whoTerms: ReadonlySet<string>;
  readonly topic: ReadonlySet<string>;
}

interface Said {
  readonly by: ClaimProfile;
  /** The most that a mention says it. */
  readonly weight: number;
  /** The most that any other mention says it. */
  readonly second: number;
}

function pooled(mentions: readonly ClaimProfile[]): Pool {
  const terms = new Map<string, Said>();
  const whoTerms = new Set<string>();
  const topic = new Set<string>();
  for (const by of mentions.slice(0, MOST_MENTIONS)) {
    for (const [term, weight] of by.terms) {
      const said = terms.get(term);
      if (said === undefined || said.weight < weight)
        terms.set(term, { by, weight, second: said?.weight ?? 0 });
      else if (said.second < weight) terms.set(term, { ...said, second: weight });
    }
    for (const term of by.whoTerms) whoTerms.add(term);
    for (const stem of by.measure?.topic ?? []) topic.add(stem);
  }
  return { terms, whoTerms, topic };
}

function withTermsOf(claim: ClaimProfile, pool: Pool): ClaimProfile {
  const terms = new Map(claim.terms);
  for (const [term, { by, weight, second }] of pool.terms) {
    const elsewhere = (by === claim ? second : weight) * ELSEWHERE;
    if ((terms.get(term) ?? 0) < elsewhere) terms.set(term, elsewhere);
  }
  let weight = 0;
  for (const own of terms.values()) weight += own;
  const whoTerms = new Set([...claim.whoTerms, ...pool.whoTerms]);
  const measure = claim.measure === null ? null : { ...claim.measure, topic: pool.topic };
  return { ...claim, terms, whoTerms, weight, measure };
}
