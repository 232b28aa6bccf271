import type { Pairing } from '../alignment.ts';
import type { ClaimProfile } from '../claim-profile.ts';
import { shareFate } from '../opposed.ts';
import { akinTerms } from '../synonymy.ts';
import { ONE_EVENT } from '../weights.ts';
import { agesOfOne } from './aged.ts';
import { moveApart, type ValueRelation } from './difference.ts';
import { type Around, areRivals, aroundBoth, countedAlike, crowding, rarityOf } from './likeness.ts';
import { type FigureMeasure, sameBase } from './measure.ts';
import {
  isOneNumber,
  isOnlyCount,
  isTelling,
  mayBeChance,
  mayBeTwo,
  ONLY,
  RARE_THING,
  ratioOf,
} from './other-values.ts';
import { daysApart, timesDiffer } from './when.ts';

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
const COUNTS_MUCH = 0.15;
/** Other values, and rounded ones, mean something only within one story. */
const ONE_STORY = -0.02;
/** What unlike articles speak against. */
const STRANGERS = 4;

/** How sure it is that two figures measure the same. */
export interface Weighed {
  /** 0..1: 0.5 and more where it may be said, under 0.4 where it may not. */
  readonly score: number;
  /** Terms that both have around them, the most telling first. */
  readonly words: readonly string[];
  /** Whether what they measure may rather be of two things of a kind. */
  readonly rivals: boolean;
}

/** Weighs what speaks for one measure and against it; null where nothing speaks for it. */
export function weighFigures(
  [x, y]: readonly [ClaimProfile, ClaimProfile],
  [a, b]: readonly [FigureMeasure, FigureMeasure],
  values: ValueRelation,
  pairing: Pairing,
): Weighed | null {
  const strangers = ofTwoStories(pairing.prior) || daysBetween(pairing) > ONE_NEWS;
  if (values !== 'equal' && (a.quantity.vague || b.quantity.vague || strangers)) return null;
  if (values !== 'equal' && ratioOf(a, b) > (values === 'currency' ? CURRENCIES_APART : FURTHEST))
    return null;
  const ofOne = agesOfOne(a, b);
  if (ofOne === false) return null;
  if (ofOne && pairing.prior >= ONE_EVENT) return { score: ONE_PERSON, words: [], rivals: false };
  const oneFate = shareFate(x, y);
  // "The 787" is no rounded number of orders; “nine workers” and “eleven people” who were killed may be the same.
  const onePeople = oneFate && ratioOf(a, b) <= NOT_FAR;
  if (values !== 'equal' && !onePeople && a.quantity.dimension !== b.quantity.dimension) return null;
  const around = aroundBoth(x, y, pairing);
  const counted = countedAlike(a, b, pairing) + (oneFate ? ONE_FATE : 0);
  const told = around.weight + counted;
  const oneNumber = values === 'equal' && isOneNumber(a, b, pairing);
  if (told === 0 && !oneNumber) return null;
  const otherDay = otherDays(x, y, values, pairing);
  const evidence =
    told +
    VALUE_SAYS[values] * distinctness(a, b) * rarityOf(a, pairing) +
    saidAlike(a, b, values, around) +
    nearnessOf(a, b, values) -
    againstIt(a, b, values) -
    otherDay -
    strangeNames(a, b, values) -
    (values === 'equal' ? 0 : crowding(a, pairing) * (around.topic ? 0.3 : 1)) +
    STRANGERS * Math.min(0, pairing.prior);
  const needed = neededFor(a, b, values, counted);
  const sure =
    isEnough(a, b, values, told, around, pairing) &&
    (sameBase(a, b) || around.topic) &&
    (!strangers || isRemarkable(a, around, counted)) &&
    (values !== 'value' || (otherDay === 0 && isTelling(a, b, around, counted, pairing)));
  const score = sure && evidence >= needed ? shownScore(evidence - needed) : weakScore(evidence / needed);
  if (score <= UNSURE && oneNumber) {
    const rivals = mayBeChance(a) && akinTerms(x, y, pairing).length === 0;
    return { score: ONLY, words: around.words, rivals };
  }
  if (
    score <= UNSURE &&
    values === 'value' &&
    otherDay === 0 &&
    isOnlyCount(a, b, { around, counted }, pairing)
  )
    return { score: ONLY, words: around.words, rivals: true };
  return { score, words: around.words, rivals: mayBeTwo(a, b, values) && areRivals(x, y, pairing) };
}

/** What it is worth that both tell the age of somebody of one name. */
const ONE_PERSON = 0.9;

/** Who counts the dead, counts the same as another who does. */
const ONE_FATE = 0.5;

/** Other counts of the same people lie no further apart. */
const NOT_FAR = 1.3;

/** Days after which a figure has become another: what was told a quarter ago is no contradiction. */
const ONE_NEWS = 60;

function daysBetween({ a, b }: Pairing): number {
  const [x, y] = [a.analysis.article.date, b.analysis.article.date];
  return x === null || y === null ? 0 : Math.abs(Date.parse(x) - Date.parse(y)) / 86_400_000;
}

function neededFor(a: FigureMeasure, b: FigureMeasure, values: ValueRelation, counted: number): number {
  const usual = values === 'equal' && Math.min(a.distinct, b.distinct) < USUAL ? MET_EVERYWHERE : 0;
  const rare = values === 'value' && counted >= RARE_THING ? COUNTS_MUCH : 0;
  return NEEDED[values] + usual - rare + (a.quantity.group === 'date' ? ON_ONE_DAY : 0);
}

/** Much happens in one year, and to one person. */
const ON_ONE_DAY = 0.2;
const SAME_EVENT = 0.5;

/** In articles of one event a quantity that is hardly met by chance needs little else. */
const LITTLE_AROUND = 0.15;

function isEnough(
  a: FigureMeasure,
  b: FigureMeasure,
  values: ValueRelation,
  told: number,
  around: Around,
  { prior }: Pairing,
): boolean {
  const rare = values === 'equal' && prior >= ONE_EVENT && isRare(a) && isRare(b);
  if (a.quantity.group === 'date') return told >= NEEDED_AROUND[values] && around.content >= SAME_EVENT;
  return told >= (rare ? LITTLE_AROUND : NEEDED_AROUND[values]);
}

/** Between stories only a quantity that is hardly met by chance, of something said in so many words. */
const isRemarkable = (a: FigureMeasure, around: Around, counted: number): boolean =>
  isRare(a) && around.content + counted >= 1.2;

/** Whether a quantity is hardly met by chance. */
export const isRare = ({ distinct }: FigureMeasure): boolean => distinct >= 0.8;

/** Whether articles are of two stories, by what their being of one or not speaks for their claims. */
export const ofTwoStories = (prior: number): boolean => prior < ONE_STORY;

/** From 0.5 up; 0.9 where there is about twice the evidence that is needed. */
const shownScore = (surplus: number): number => 0.5 + 0.5 * (1 - Math.exp(-1.4 * surplus));
/** The most that figures score of which it is not sure that they measure the same. */
export const UNSURE = 0.36;
const weakScore = (share: number): number => UNSURE * Math.max(0, Math.min(1, share));

/** A number with more digits in one unit than in the other says what it says in the one that has more. */
const distinctness = (a: FigureMeasure, b: FigureMeasure): number =>
  a.figure.unit === b.figure.unit ? Math.min(a.distinct, b.distinct) : Math.max(a.distinct, b.distinct);

/** Both "up to", both rising. */
function saidAlike(a: FigureMeasure, b: FigureMeasure, values: ValueRelation, around: Around): number {
  const bounded = a.figure.comparator !== '=' && a.figure.comparator === b.figure.comparator;
  const moving = a.figure.direction !== null && a.figure.direction === b.figure.direction;
  return (bounded && values === 'equal' ? 0.2 : 0) + (moving && around.topic ? 0.3 : 0);
}

/** Reports of one measure do not lie further apart: a first count of the dead and the last. */
const FURTHEST = 4;
/** Without a rate of exchange, amounts of two currencies are of one measure only where they lie close. */
const CURRENCIES_APART = 2;

/** Amounts of one size are rather of one measure than amounts of any size. */
function nearnessOf(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): number {
  if (values === 'equal') return 0;
  const ratio = ratioOf(a, b);
  const large = Math.min(1, Math.log10(Math.max(1, a.quantity.value ?? 1, b.quantity.value ?? 1)) / 6);
  if (ratio <= 1.3) return 0.2 + 0.5 * large;
  return ratio <= 2 ? 0.1 : -0.6;
}

/** Both figures' clauses name somebody, and nobody in common: what the one has the other has not. */
function strangeNames(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): number {
  if (a.names.size === 0 || b.names.size === 0 || [...a.names].some((name) => b.names.has(name))) return 0;
  if (values === 'equal') return Math.min(a.distinct, b.distinct) < USUAL ? 0.3 : 0;
  // Of a share it is said whose it is; the same ferries are another name's in the next report.
  return a.quantity.group === 'share' ? 0.5 : 0.2;
}

/** Counts that say when they were taken may differ for that. */
const otherDays = (x: ClaimProfile, y: ClaimProfile, values: ValueRelation, pairing: Pairing): number =>
  daysApart(x, y) && timesDiffer(x, y, pairing) === null ? OTHER_DAY[values] : 0;

/** What it says against one measure that the sentences are of two days. */
const OTHER_DAY: Readonly<Record<ValueRelation, number>> = {
  equal: 0.1,
  rounded: 0.3,
  range: 0.3,
  currency: 0.3,
  value: 0.6,
};

/** Quantities less distinct than this are met everywhere. */
const USUAL = 0.4;
const MET_EVERYWHERE = 0.15;

/** One share of two things is rather a chance. */
const OTHER_BASE = 0.3;

function againstIt(a: FigureMeasure, b: FigureMeasure, values: ValueRelation): number {
  let against = 0;
  if (values !== 'equal' && moveApart(a, b)) against += 0.8;
  if (!sameBase(a, b)) against += OTHER_BASE;
  if (a.rate !== null && b.rate !== null && a.rate !== b.rate) against += values === 'equal' ? 0.1 : 0.6;
  if (a.quantity.dimension !== b.quantity.dimension) against += 0.3;
  return against;
}
