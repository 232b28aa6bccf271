import { clusterOf, entryOf } from '../../lexicon/clusters.ts';
import { weightOfStem } from '../../lexicon/frequency.ts';
import { hashOf } from '../../lexicon/hash.ts';
import { PLURAL_SCALES, SCALES, SMALL_NUMBERS, TENS } from '../../lexicon/number-words.ts';
import type { Figure } from '../../mentions/mention.ts';
import { FATES, OWN_CLAUSE, sidesNear } from '../sides.ts';
import type { Word } from '../words.ts';
import { ANYBODY, headKey, PER, type Quantity, quantityOf } from './quantity.ts';

/** What a figure measures, as far as its article tells. */
export interface FigureMeasure {
  readonly figure: Figure;
  readonly quantity: Quantity;
  /** How much the quantity itself says, 0..1.2: "6" little, "46,000" much. */
  readonly distinct: number;
  /** The base of a share, as a stem. */
  readonly base: string | null;
  /** "a day", "per month", as the stem of what it is counted by. */
  readonly rate: string | null;
  /** Stems of what the figure is about. */
  readonly topic: ReadonlySet<string>;
  /** Keys of the names in the figure's own clause. */
  readonly names: ReadonlySet<string>;
  /** Whose age it is, by name. */
  readonly person: string | null;
  /** How words near the figure are used (clusters of vectors), with the weight of the heaviest. */
  readonly senses: ReadonlyMap<number, { readonly stem: string; readonly weight: number }>;
}

/** How often each dimension and each quantity occurs among an article's figures. */
export interface MeasureCounts {
  /** Distinct quantities of a dimension. */
  readonly ofDimension: ReadonlyMap<string, number>;
  readonly ofQuantity: ReadonlyMap<string, number>;
  /** Distinct values of a dimension, in no order. */
  readonly values: ReadonlyMap<string, readonly number[]>;
}

export interface MeasureSource {
  readonly figure: Figure;
  /** Date of the article, or null. */
  readonly published: string | null;
  /** The figure's words in the text. */
  readonly written: string;
  readonly topicWords: readonly Word[];
  /** Words of the figure's sentence, its own left out. */
  readonly words: readonly Word[];
  readonly terms: ReadonlyMap<string, { readonly weight: number }>;
  /** Keys of the names in the figure's own clause. */
  readonly names: ReadonlySet<string>;
  readonly person: string | null;
}

/**
 * A figure's quantity: that of a bare count is of people where its clause says what happened to them, as in “killed 31”
 * and “the death toll rose to 34”. `terms`: those around it with their weights. Null where it gives none.
 */
export function quantityAmong(
  figure: Figure,
  terms: Iterable<readonly [term: string, weight: number]>,
): Quantity | null {
  const quantity = quantityOf(figure);
  if (quantity?.group !== 'amount' || quantity.dimension !== '') return quantity;
  return sidesNear(terms, FATES, OWN_CLAUSE) !== 0 ? { ...quantity, dimension: ANYBODY } : quantity;
}

export function measureOf(source: MeasureSource): FigureMeasure | null {
  const { figure } = source;
  const quantity = quantityAmong(figure, weightsOf(source));
  if (quantity === null) return null;
  return {
    figure,
    quantity,
    distinct: distinctnessOf(figure, quantity, source),
    base: figure.measure === null ? null : headKey(figure.measure),
    rate: rateOf(figure),
    topic: new Set(source.topicWords.map((word) => word.stem)),
    names: source.names,
    person: source.person,
    senses: sensesOf(source.words, source.terms),
  };
}

/** One by one: only bare counts ask for them. */
function* weightsOf({ terms }: MeasureSource): Iterable<readonly [term: string, weight: number]> {
  for (const [term, { weight }] of terms) yield [term, weight];
}

/** Whether a count does not say what it is of, or only that it is of people: “out of 23 arrested”, who are pirates elsewhere. */
export const countsAnything = ({ figure, quantity: { group, dimension } }: FigureMeasure): boolean =>
  dimension === '' || (group === 'amount' && figure.unit === null);

/** Words whose stems are known to many articles still tell a figure by how they are used: "funds", "money". */
function sensesOf(words: readonly Word[], terms: MeasureSource['terms']): FigureMeasure['senses'] {
  const senses = new Map<number, { stem: string; weight: number }>();
  for (const { key, stem, number } of words) {
    const weight = number ? undefined : terms.get(stem)?.weight;
    if (weight === undefined) continue;
    const sense = clusterOf(entryOf(hashOf(key)));
    if (sense > 0 && (senses.get(sense)?.weight ?? 0) < weight) senses.set(sense, { stem, weight });
  }
  return senses;
}

/** Words between a number and the things it counts: "extra" in "six extra ferries". */
export function modifiersOf({ kind, unit }: Figure, own: readonly Word[]): Word[] {
  if (kind !== 'count' || unit === null) return [];
  return own.filter(({ key, number }) => !number && !COUNTING.has(key)).slice(0, -1);
}

/** Number words are told by their place; those that measure roughly are no content. */
const COUNTING: ReadonlySet<string> = new Set([
  ...SMALL_NUMBERS.keys(),
  ...TENS.keys(),
  ...SCALES.keys(),
  ...PLURAL_SCALES.keys(),
  ...'about nearly roughly around approximately almost estimated least most dozen dozens'.split(' '),
]);

const RATE = /\b(?:per|a|an|each|every)\s+(\p{L}+)$/u;
const ADVERBS: Readonly<Record<string, string>> = {
  annual: 'year',
  annually: 'year',
  yearly: 'year',
  monthly: 'month',
  weekly: 'week',
  daily: 'day',
  hourly: 'hour',
};

/** "annual" and "a year" are one rate; a deadline is none. */
function rateOf({ unit, qualifier }: Figure): string | null {
  const within = unit?.split(PER)[1];
  if (within !== undefined) return within;
  if (qualifier === null) return null;
  return ADVERBS[qualifier] ?? RATE.exec(qualifier)?.[1] ?? null;
}

const MOST_DISTINCT = 1.2;
/** "Two years", "24 hours" and "30 days" are everywhere, "50 minutes" is not. */
const isUsual = (value: number): boolean =>
  value <= 10 || [12, 18, 20, 24, 30, 48, 72, 90, 100].includes(value);

function distinctnessOf(
  figure: Figure,
  { group, value, key, vague }: Quantity,
  source: MeasureSource,
): number {
  if (group === 'date') return distinctnessOfDate(key, source);
  if (group === 'ordinal') return Math.abs(value ?? 0) <= 3 ? 0.1 : 0.5;
  const shown = typeof figure.value === 'number' ? figure.value : Number(/[\d.]+/.exec(figure.value)?.[0]);
  if (group === 'share') {
    const digits = digitsOf(shown * 100);
    return figure.kind === 'fraction' || (shown * 100) % 10 === 0 ? 0.35 : 0.3 + 0.2 * digits;
  }
  if (shown === 1 || vague) return 0.1;
  const size = 0.25 + 0.3 * (digitsOf(shown) - 1) + 0.12 * Math.log10(Math.max(1, Math.abs(shown)));
  return Math.min(MOST_DISTINCT, group === 'duration' && isUsual(shown) ? size * 0.6 : size);
}

/** Significant digits. */
export const digitsOf = (value: number): number =>
  Math.abs(value).toExponential(9).split('e')[0]?.replace('.', '').replace(/0+$/, '').length ?? 0;

/** Days about the publication are what every report of the story has. */
const NEWS_DAYS = 2;

function distinctnessOfDate(value: string, { published, written }: MeasureSource): number {
  const day = /^(?:\d{4}|XXXX)-\d\d-\d\d/.test(value);
  // "Monday" is a day of the news; where it is, "12 March" says so too.
  if (!/\d/.test(written)) return day || value.includes('WXX') ? 0.15 : 0.3;
  if (day) {
    const days = published === null ? Number.NaN : (Date.parse(value) - Date.parse(published)) / 86_400_000;
    return Math.abs(days) <= NEWS_DAYS ? 0.2 : 1;
  }
  if (/^\d{4}-\d\d$/.test(value)) return 0.7;
  if (/^\d{4}$/.test(value)) return published?.startsWith(value) ? 0.2 : 0.6;
  return 0.4;
}

export function countsOf(measures: readonly FigureMeasure[]): MeasureCounts {
  const ofDimension = new Map<string, number>();
  const ofQuantity = new Map<string, number>();
  const values = new Map<string, number[]>();
  for (const { quantity } of measures) {
    const name = quantityName(quantity);
    const known = ofQuantity.get(name) ?? 0;
    ofQuantity.set(name, known + 1);
    if (known > 0) continue;
    ofDimension.set(quantity.dimension, (ofDimension.get(quantity.dimension) ?? 0) + 1);
    if (quantity.value === null) continue;
    const told = values.get(quantity.dimension);
    if (told) told.push(quantity.value);
    else values.set(quantity.dimension, [quantity.value]);
  }
  return { ofDimension, ofQuantity, values };
}

/** Whether two shares can be of one base: it is not always told. */
export const sameBase = ({ base: a }: FigureMeasure, { base: b }: FigureMeasure): boolean =>
  a === null || b === null || a === b;

export const quantityName = ({ dimension, key }: Quantity): string => `${dimension} ${key}`;

/** How much it says that two figures count the same things, 0..1. */
export const weightOfDimension = (quantity: Quantity): number =>
  quantity.group !== 'amount' || quantity.dimension === ''
    ? 0
    : quantity.measured
      ? 0.35
      : weightOfStem(quantity.dimension);
