import type { Pairing } from './alignment.ts';
import { surfacesOf } from './evidence.ts';
import { compareValues, otherDifference, type ValueRelation } from './figure-difference.ts';
import { valuesInWords } from './figure-evidence.ts';
import { type FigureMeasure, quantityName, weightOfDimension } from './figure-measure.ts';
import type { ClaimProfile } from './profile.ts';
import { weightOfTerm } from './terms.ts';
import type { Verdict } from './verdict.ts';

/**
 * Evidence, in the weight of one rare shared word, that it takes to say that two figures measure the same; the
 * more their values differ, the more.
 */
const NEEDED: Readonly<Record<ValueRelation, number>> = {
  equal: 1.05,
  rounded: 1.2,
  range: 1.3,
  currency: 1.3,
  value: 1.6,
};
/** Part of the evidence that what stands around the figures must give, or the things counted. */
const NEEDED_AROUND: Readonly<Record<ValueRelation, number>> = {
  equal: 0.3,
  rounded: 0.4,
  range: 0.5,
  currency: 0.5,
  value: 0.9,
};
/** Evidence that a value gives for its kin: all of it where it is equal. */
const VALUE_SAYS: Readonly<Record<ValueRelation, number>> = {
  equal: 1,
  rounded: 0.6,
  range: 0.4,
  currency: 0,
  value: 0,
};
/** Weight of things counted that few articles count. */
const RARE_THING = 0.5;
/** Other values, and rounded ones, mean something only within one story. */
const ONE_STORY = -0.02;
/** What unlike articles speak against. */
const STRANGERS = 4;

/** Compares two figures; null when they cannot measure the same thing. */
export function compareFigures(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Verdict | null {
  const { measure: a } = x;
  const { measure: b } = y;
  if (a === null || b === null || !comparable(a, b)) return null;
  const values = compareValues(a, b);
  const strangers = pairing.prior < ONE_STORY;
  if (values !== 'equal' && (a.quantity.vague || b.quantity.vague || strangers)) return null;
  if (values === 'value' && (a.quantity.group === 'date' || a.quantity.group === 'ordinal')) return null;
  if (values !== 'equal' && ratioOf(a, b) > FURTHEST) return null;
  const around = aroundBoth(x, y, pairing);
  const counted = countedAlike(a, b, pairing);
  const told = around.weight + counted;
  if (told === 0) return null;
  const evidence =
    told +
    VALUE_SAYS[values] * distinctness(a, b) * rarityOf(a, pairing) +
    saidAlike(a, b, values, around) +
    nearnessOf(a, b, values) -
    againstIt(a, b, values) -
    strangeNames(a, b, values) -
    (values === 'equal' ? 0 : crowding(a, pairing) * (around.topic ? 0.3 : 1)) +
    STRANGERS * Math.min(0, pairing.prior);
  const usual = Math.min(a.distinct, b.distinct) < USUAL && values === 'equal' ? MET_EVERYWHERE : 0;
  const needed =
    NEEDED[values] +
    usual -
    (values === 'value' && counted >= RARE_THING ? 0.15 : 0) +
    (a.quantity.group === 'date' ? ON_ONE_DAY : 0);
  const sure =
    isEnough(a, values, told, around) &&
    (!strangers || isRemarkable(a, around, counted)) &&
    (values !== 'value' || isTelling(a, b, around, counted));
  const score = sure && evidence >= needed ? shownScore(evidence - needed) : weakScore(evidence / needed);
  const { relation, difference } = relationOfFigures(x, y);
  return {
    score,
    relation,
    difference,
    evidence: () => [
      valuesInWords(a, b, difference),
      ...(around.words.length > 0 ? [`shared: ${surfacesOf(around.words.slice(0, 4), pairing)}`] : []),
    ],
  };
}

/** Much happens in one year, and to one person. */
const ON_ONE_DAY = 0.2;
const SAME_EVENT = 0.5;

function isEnough({ quantity }: FigureMeasure, values: ValueRelation, told: number, around: Around): boolean {
  return told >= NEEDED_AROUND[values] && (quantity.group !== 'date' || around.content >= SAME_EVENT);
}

/** How two figures stand to each other that are known to be of one measure. */
export function relationOfFigures(
  x: ClaimProfile,
  y: ClaimProfile,
): Pick<Verdict, 'relation' | 'difference'> {
  const difference = differenceOf(x, y);
  return { relation: difference === null ? 'agrees' : 'differs', difference };
}

function differenceOf(x: ClaimProfile, y: ClaimProfile): string | null {
  const { measure: a } = x;
  const { measure: b } = y;
  if (a === null || b === null) return x.figure?.value === y.figure?.value ? null : 'value';
  if (a.quantity.group !== b.quantity.group) return 'unit';
  if (a.base !== null && b.base !== null && a.base !== b.base) return 'base';
  if (!sameDimension(a, b) && (a.quantity.measured || b.quantity.measured)) return 'unit';
  const values = compareValues(a, b);
  const inHeading = [x, y].some(({ block }) => block === 'heading' || block === 'headline');
  return values === 'equal' ? otherDifference(a, b, inHeading) : values;
}

/** Between stories only a quantity that is hardly met by chance, of something said in so many words. */
const isRemarkable = ({ distinct }: FigureMeasure, around: Around, counted: number): boolean =>
  distinct >= 0.8 && around.content + counted >= 1.2;

/** From 0.5 up; 0.9 where there is about twice the evidence that is needed. */
const shownScore = (surplus: number): number => 0.5 + 0.5 * (1 - Math.exp(-1.4 * surplus));
const weakScore = (share: number): number => 0.36 * Math.max(0, Math.min(1, share));

function comparable(a: FigureMeasure, b: FigureMeasure): boolean {
  const [x, y] = [a.quantity, b.quantity];
  if (x.group !== y.group) return false;
  return sameDimension(a, b) && (a.base === null || b.base === null || a.base === b.base);
}

/** A count of things that are not named may count anything. */
const sameDimension = ({ quantity: x }: FigureMeasure, { quantity: y }: FigureMeasure): boolean =>
  x.dimension === y.dimension || x.dimension === '' || y.dimension === '';

interface Around {
  /** Weight of what both sentences say, the nearer to the figures the more. */
  readonly weight: number;
  /** The part of it that names nobody and nothing. */
  readonly content: number;
  /** The same against all that they say, 0..1. */
  readonly share: number;
  readonly topic: boolean;
  /** Shared terms, the most telling first. */
  readonly words: readonly string[];
}

/** A number with more digits in one unit than in the other says what it says in the one that has more. */
const distinctness = (a: FigureMeasure, b: FigureMeasure): number =>
  a.figure.unit === b.figure.unit ? Math.min(a.distinct, b.distinct) : Math.max(a.distinct, b.distinct);

/** Both "up to", both rising. */
function saidAlike(a: FigureMeasure, b: FigureMeasure, values: ValueRelation, around: Around): number {
  const bounded = a.figure.comparator !== '=' && a.figure.comparator === b.figure.comparator;
  const moving = a.figure.direction !== null && a.figure.direction === b.figure.direction;
  return (bounded && values === 'equal' ? 0.2 : 0) + (moving && around.topic ? 0.3 : 0);
}

/** What both figures are said to be about ties them more than what stands beside it. */
const TOPIC = 1.8;
/** Words that only say who somebody is, and other numbers, tie figures little. */
const WHO = 0.5;
const NUMBERS = 0.5;
/** Words that are used alike, where they are not the same. */
const SENSE = 0.35;

function aroundBoth(x: ClaimProfile, y: ClaimProfile, pairing: Pairing): Around {
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
    words: shared.map(([term]) => term).filter((term) => !term.startsWith('#')),
  };
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
function countedAlike(a: FigureMeasure, b: FigureMeasure, pairing: Pairing): number {
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
function rarityOf({ quantity }: FigureMeasure, pairing: Pairing): number {
  const name = quantityName(quantity);
  const spread =
    Math.max(1, pairing.a.measures.ofQuantity.get(name) ?? 0) *
    Math.max(1, pairing.b.measures.ofQuantity.get(name) ?? 0);
  return 1 / (1 + 0.15 * Math.log(spread));
}

/** Reports of one measure do not lie further apart: a first count of the dead and the last. */
const FURTHEST = 4;

function ratioOf(
  { quantity: { value: p } }: FigureMeasure,
  { quantity: { value: q } }: FigureMeasure,
): number {
  if (p === null || q === null) return 1;
  return p > 0 && q > 0 ? Math.max(p, q) / Math.min(p, q) : Number.POSITIVE_INFINITY;
}

/** Amounts of one size are rather of one measure than amounts of any size. */
function nearnessOf(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): number {
  if (values === 'equal') return 0;
  const ratio = ratioOf(a, b);
  const large = Math.min(1, Math.log10(Math.max(1, a.quantity.value ?? 1, b.quantity.value ?? 1)) / 6);
  if (ratio <= 1.3) return 0.2 + 0.5 * large;
  return ratio <= 2 ? 0.1 : -0.6;
}

/** Where both articles are full of percentages, two that differ are rather of two measures. */
function crowding({ quantity }: FigureMeasure, pairing: Pairing): number {
  if (!quantity.measured) return 0;
  const spread =
    Math.max(1, pairing.a.measures.ofDimension.get(quantity.dimension) ?? 0) *
    Math.max(1, pairing.b.measures.ofDimension.get(quantity.dimension) ?? 0);
  return 0.1 * Math.log(spread);
}

/** Both figures' clauses name somebody, and nobody in common: what the one has the other has not. */
function strangeNames(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): number {
  if (a.names.size === 0 || b.names.size === 0 || [...a.names].some((name) => b.names.has(name))) return 0;
  if (values === 'equal') return Math.min(a.distinct, b.distinct) < USUAL ? 0.3 : 0;
  // Of a share it is said whose it is; the same ferries are another name's in the next report.
  return a.quantity.group === 'share' ? 0.5 : 0.2;
}

/** Quantities less distinct than this are met everywhere. */
const USUAL = 0.4;
const MET_EVERYWHERE = 0.15;

function againstIt(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): number {
  let against = 0;
  if (a.figure.direction !== null && b.figure.direction !== null && a.figure.direction !== b.figure.direction)
    against += 0.8;
  if (a.rate !== null && b.rate !== null && a.rate !== b.rate) against += values === 'equal' ? 0.1 : 0.6;
  if (a.quantity.dimension !== b.quantity.dimension) against += 0.3;
  return against;
}

/** Amounts of this size that lie this close are no chance. */
const LARGE = 10_000;
const CLOSE = 1.15;

/** Other values are of one measure only where more is the same than a theme. */
function isTelling(a: FigureMeasure, b: FigureMeasure, around: Around, counted: number): boolean {
  if (a.quantity.dimension !== b.quantity.dimension) return false;
  const large = Math.min(a.quantity.value ?? 0, b.quantity.value ?? 0) >= LARGE && ratioOf(a, b) <= CLOSE;
  return large || counted >= RARE_THING || around.topic || around.share >= 0.5;
}
