import { hashOf } from '../lexicon/hash.ts';
import type { ArticleProfile, ClaimProfile } from './claim-profile.ts';
import { countsAnything } from './figures/measure.ts';
import { isUnmistakable } from './figures/other-values.ts';
import { isRare } from './figures/weighing.ts';
import { fateOf } from './opposed.ts';
import { weightOfTerm } from './terms.ts';
import type { Vocabulary } from './vocabulary.ts';

/**
 * Terms that say less than this lead to no candidate: they stand in a good part of all claims. Rarer words of
 * the claim lead the way.
 */
const SELECTIVE = 0.3;

/**
 * Claims of an article that are linked: some 3,000 sentences. A longer text is no article, and two such texts
 * would be compared for minutes.
 */
const MOST_CLAIMS = 5000;

/** What leads to the claims of an article, and what is asked of each again and again, by its place. */
export interface ArticleKeys {
  /** How many claims the article has, and how many of them, from the first on, are indexed. */
  readonly claims: number;
  readonly size: number;
  readonly sentences: number;
  /** Where each claim's selective terms begin; one more than there are claims. */
  readonly termsAt: Int32Array;
  /** Their numbers, ascending within a claim. */
  readonly terms: Int32Array;
  /** Where each claim's runs of words begin; one more than there are claims. */
  readonly runsAt: Int32Array;
  /** Hashes of every five words in a row of a quotation. */
  readonly runs: Int32Array;
  readonly weight: Float64Array;
  readonly kind: Uint8Array;
  /** A figure's value in its base unit, or a number that stands for a date. */
  readonly value: Float64Array;
  /** What a figure counts or measures, 0 where it is not named. */
  readonly dimension: Int32Array;
}

export const STATEMENT = 1;
export const FIGURE = 2;
/** A figure whose quantity is hardly met by chance. */
export const RARE = 4;
/** Stands in an item of a list. */
export const LISTED = 8;
/** Denies something: the denied words may be all that it shares. */
export const DENIES = 16;

export function keysOf({ claims, sentences }: ArticleProfile, vocabulary: Vocabulary): ArticleKeys {
  const size = Math.min(claims.length, MOST_CLAIMS);
  const termsAt = new Int32Array(size + 1);
  const runsAt = new Int32Array(size + 1);
  const terms: number[] = [];
  const runs: number[] = [];
  const weight = new Float64Array(size);
  const kind = new Uint8Array(size);
  const value = new Float64Array(size);
  const dimension = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    const claim = claims[i];
    if (claim === undefined) continue;
    terms.push(...termsOf(claim, vocabulary));
    for (const shingle of claim.shingles) runs.push(hashOf(shingle));
    termsAt[i + 1] = terms.length;
    runsAt[i + 1] = runs.length;
    weight[i] = claim.weight;
    kind[i] = kindOf(claim);
    value[i] = quantityOf(claim);
    dimension[i] = 1 + (claim.measure ? vocabulary.idOf(claim.measure.quantity.dimension) : -1);
    if (claim.measure !== null && countsAnything(claim.measure)) dimension[i] = 0;
  }
  return {
    claims: claims.length,
    size,
    sentences,
    termsAt,
    terms: Int32Array.from(terms),
    runsAt,
    runs: Int32Array.from(runs),
    weight,
    kind,
    value,
    dimension,
  };
}

function termsOf(claim: ClaimProfile, vocabulary: Vocabulary): number[] {
  const ids = new Set<number>();
  for (const term of claim.terms.keys()) if (weightOfTerm(term) >= SELECTIVE) ids.add(vocabulary.idOf(term));
  const counted = countedThing(claim);
  if (counted !== null) ids.add(vocabulary.idOf(counted));
  const fate = fateOf(claim);
  if (fate !== 0) ids.add(vocabulary.idOf(`=fate ${fate}`));
  if (claim.measure !== null && isUnmistakable(claim.measure))
    ids.add(vocabulary.idOf(`=${claim.measure.quantity.key}`));
  return [...ids].sort((a, b) => a - b);
}

/** What a figure counts or divides leads to it as its words do: "14 hangers", "a quarter of the sensors". */
function countedThing({ measure }: ClaimProfile): string | null {
  if (measure === null) return null;
  const { group, measured, dimension } = measure.quantity;
  const thing = group === 'share' ? measure.base : group === 'amount' && !measured ? dimension : null;
  return thing !== null && thing !== '' && weightOfTerm(thing) >= SELECTIVE ? thing : null;
}

const kindOf = ({ claim, figure, measure, block, denies }: ClaimProfile): number =>
  (claim.kind === 'statement' ? STATEMENT : 0) |
  (figure === null ? 0 : FIGURE) |
  (block === 'bullet' ? LISTED : 0) |
  (denies ? DENIES : 0) |
  (measure !== null && isRare(measure) ? RARE : 0);

function quantityOf({ measure }: ClaimProfile): number {
  if (measure === null) return 0;
  const { value, key } = measure.quantity;
  return value ?? -1e15 - Math.abs(hashOf(key));
}
