import { synonymsOf } from '../../lexicon/synonyms.ts';
import { type Pairing, tellsFact } from '../alignment.ts';
import type { ClaimProfile } from '../claim-profile.ts';
import { weightOfTerm } from '../terms.ts';
import { type FigureMeasure, quantityName, weightOfDimension } from './measure.ts';

/** What stands around two figures alike. */
export interface Around {
  /** Weight of what both sentences say, the nearer to the figures the more. */
  readonly weight: number;
  /** The part of it that names nobody and nothing. */
  readonly content: number;
  /** The same against all that they say, 0..1. */
  readonly share: number;
  readonly topic: boolean;
  /** Whether they are mostly said to be about the same: no more than a frame is left for what is otherwise. */
  readonly about: boolean;
  /** Shared terms, the most telling first. */
  readonly words: readonly string[];
}

/** What both figures are said to be about ties them more than what stands beside it. */
const TOPIC = 1.8;
/** Words that only say who somebody is, and other numbers, tie figures little. */
const WHO = 0.5;
const NUMBERS = 0.5;
/** Words that are used alike, where they are not the same. */
const SENSE = 0.35;

export function aroundBoth(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Around {
  const shared: [string, number][] = [];
  const isTopic = (term: string): boolean =>
    x.measure?.topic.has(term) === true && y.measure?.topic.has(term) === true;
  let weight = 0;
  let content = 0;
  for (const [term, own] of x.terms) {
    const other = y.terms.get(term);
    if (other === undefined) continue;
    const factor = term.startsWith('#')
      ? NUMBERS
      : x.whoTerms.has(term) || y.whoTerms.has(term)
        ? WHO
        : isTopic(term)
          ? TOPIC
          : 1;
    const says = Math.sqrt(own * other) * pairing.rarity(term) * factor;
    weight += says;
    if (!x.nameTerms.has(term) && !y.nameTerms.has(term) && !term.startsWith('#')) content += says;
    shared.push([term, says]);
  }
  const senses = sharedSenses(x, y);
  const all = pairing.weight(x) + pairing.weight(y);
  const share = all === 0 ? 0 : Math.min(1, (2 * weight) / all);
  shared.sort((p, q) => q[1] - p[1] || (p[0] < q[0] ? -1 : 1));
  return {
    content,
    weight: (weight + senses) * (0.6 + share),
    share,
    topic: shared.some(([term]) => isTopic(term)),
    about:
      sharedTopic(x, y) >= MOSTLY || 2 * content >= MOSTLY * (contentOf(x, pairing) + contentOf(y, pairing)),
    words: shared.map(([term]) => term).filter((term) => !term.startsWith('#')),
  };
}

/** Weight of a word that tells a thing from others. */
const RIVAL = 0.55;

/** Whether each has a word around it that tells much and that the other lacks: “the old ferry”, “the new bridge”. */
export const areRivals = (x: ClaimProfile, y: ClaimProfile, pairing: Pairing): boolean =>
  rivalOf(x, y, pairing) >= RIVAL && rivalOf(y, x, pairing) >= RIVAL;

/** Weight of the heaviest word around a figure that the other has in no sense; who it is of is told by names. */
function rivalOf(x: ClaimProfile, y: ClaimProfile, { rarity }: Pairing): number {
  const alike = new Set<string>();
  for (const [sense, { stem }] of x.measure?.senses ?? []) if (y.measure?.senses.has(sense)) alike.add(stem);
  let most = 0;
  for (const [term, weight] of x.terms) {
    const says = weight * rarity(term);
    if (says <= most || y.terms.has(term) || x.nameTerms.has(term) || alike.has(term)) continue;
    if (tellsFact(term) && !synonymsOf(term).some(({ stem }) => y.terms.has(stem))) most = says;
  }
  return most;
}

/** Part of the weight of what the one of two figures is about that tells less. */
const MOSTLY = 0.5;

/** How much of what two figures are said to be about is the same, against the lighter of both, 0..1. */
function sharedTopic(x: ClaimProfile, y: ClaimProfile): number {
  let [shared, own, other] = [0, 0, 0];
  for (const term of x.measure?.topic ?? []) {
    const weight = saysOf(x, term);
    own += weight;
    if (y.measure?.topic.has(term)) shared += Math.min(weight, saysOf(y, term));
  }
  for (const term of y.measure?.topic ?? []) other += saysOf(y, term);
  const lighter = Math.min(own, other);
  return lighter === 0 ? 0 : shared / lighter;
}

/** What a term says of a figure, without what it names: much is told of one place. */
const saysOf = ({ terms, nameTerms }: ClaimProfile, term: string): number =>
  nameTerms.has(term) ? 0 : (terms.get(term) ?? 0);

/** Weight of all that is said around a figure, names and numbers left out. */
function contentOf(claim: ClaimProfile, { rarity }: Pairing): number {
  let weight = 0;
  for (const term of claim.terms.keys())
    if (!term.startsWith('#')) weight += saysOf(claim, term) * rarity(term);
  return weight;
}

function sharedSenses(x: ClaimProfile, y: ClaimProfile): number {
  let weight = 0;
  for (const [sense, { weight: own, stem }] of x.measure?.senses ?? []) {
    const other = y.measure?.senses.get(sense);
    if (other === undefined || x.terms.has(other.stem) || y.terms.has(stem)) continue;
    weight += SENSE * Math.min(own, other.weight);
  }
  return weight;
}

/** The things counted, or the base of a share: rare ones bind, unless much of both articles counts them. */
export function countedAlike(a: FigureMeasure, b: FigureMeasure, pairing: Pairing): number {
  const { quantity } = a;
  const base = a.base !== null && a.base === b.base ? 0.2 + 0.6 * weightOfTerm(a.base) : 0;
  if (quantity.dimension !== b.quantity.dimension) return base;
  const spread =
    Math.max(1, pairing.a.measures.ofDimension.get(quantity.dimension) ?? 0) *
    Math.max(1, pairing.b.measures.ofDimension.get(quantity.dimension) ?? 0);
  const rate = a.rate !== null && a.rate === b.rate ? 0.3 : 0;
  return base + (weightOfDimension(quantity) + rate) / (1 + 0.4 * Math.log(spread));
}

/** A quantity that stands in many places says less of any two of them. */
export function rarityOf({ quantity }: FigureMeasure, pairing: Pairing): number {
  const name = quantityName(quantity);
  const spread =
    Math.max(1, pairing.a.measures.ofQuantity.get(name) ?? 0) *
    Math.max(1, pairing.b.measures.ofQuantity.get(name) ?? 0);
  return 1 / (1 + 0.15 * Math.log(spread));
}

/** Where both articles are full of percentages, two that differ are rather of two measures. */
export function crowding({ quantity }: FigureMeasure, pairing: Pairing): number {
  if (!quantity.measured) return 0;
  const spread =
    Math.max(1, pairing.a.measures.ofDimension.get(quantity.dimension) ?? 0) *
    Math.max(1, pairing.b.measures.ofDimension.get(quantity.dimension) ?? 0);
  return 0.1 * Math.log(spread);
}
