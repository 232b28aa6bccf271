import type { Figure } from '../../mentions/mention.ts';
import { stemOf, stemsOf } from '../../text/stem.ts';
import { foldWord } from '../words.ts';

/** What a figure amounts to, in a form that figures of one dimension can be compared in. */
export interface Quantity {
  readonly group: 'money' | 'share' | 'amount' | 'date' | 'duration' | 'ordinal';
  /**
   * Quantities are comparable where these are equal: a physical dimension ("length"), what is counted as a stem
   * ("worker"), or the group. Empty for a count of things that are not named.
   */
  readonly dimension: string;
  /** In the base unit of the dimension: metres, kilograms, days, whole units of a currency. Null for dates. */
  readonly value: number | null;
  readonly upper: number | null;
  /** Equal for equal quantities of one dimension. */
  readonly key: string;
  /** The dimension is a unit of measure, which can measure anything, rather than the things counted. */
  readonly measured: boolean;
  /** "Billions of dollars": an order of magnitude and no more. */
  readonly vague: boolean;
}

/** Factors to the base unit of each dimension; units and factors are common knowledge (SI, ISO 80000). */
const SCALES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  length: {
    km: 1000,
    m: 1,
    cm: 0.01,
    mm: 0.001,
    mile: 1609.344,
    mi: 1609.344,
    'nautical mile': 1852,
    yard: 0.9144,
    ft: 0.3048,
    inch: 0.0254,
  },
  area: {
    'm²': 1,
    'km²': 1e6,
    ha: 1e4,
    acre: 4046.8564,
    'square foot': 0.09290304,
    'square mile': 2589988.11,
  },
  volume: { 'm³': 1000, litre: 1, L: 1, millilitre: 0.001, mL: 0.001 },
  mass: {
    kg: 1,
    g: 0.001,
    mg: 1e-6,
    t: 1000,
    kilotonne: 1e6,
    megatonne: 1e9,
    gigatonne: 1e12,
    pound: 0.45359237,
    ounce: 0.0283495231,
    stone: 6.35029318,
  },
  power: { W: 1, kW: 1000, MW: 1e6, GW: 1e9, TW: 1e12, hp: 745.7 },
  energy: { Wh: 1, kWh: 1000, MWh: 1e6, GWh: 1e9, TWh: 1e12 },
  speed: { 'km/h': 1, mph: 1.609344, knot: 1.852 },
  data: { byte: 1, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15 },
  'percentage point': { 'percentage point': 1, 'basis point': 0.01 },
};

const UNITS = new Map(
  Object.entries(SCALES).flatMap(([dimension, scale]) =>
    Object.entries(scale).map(([unit, factor]) => [unit, { dimension, factor }] as const),
  ),
);

/** What a unit makes of its dimension's base unit; 1 of things counted. */
export const scaleOf = (unit: string): number => UNITS.get(unit)?.factor ?? 1;

/** Units that count people, whatever they are called. */
const PEOPLE = stemsOf(
  'people person citizen resident inhabitant man woman men women individual human soul dead killed injured wounded hurt missing victim casualty fatality death injury survivor',
);

export const ANYBODY: string = stemOf('people');

/** Nouns for some people, who may be counted as people elsewhere. */
const SOME_PEOPLE = stemsOf(
  'worker employee labourer laborer miner farmer fisherman sailor seafarer passenger commuter traveller traveler driver tourist visitor pilgrim worshipper guest customer shopper spectator fan protester demonstrator student pupil teacher child boy girl teenager youth baby infant mother villager local civilian migrant refugee patient prisoner inmate hostage soldier troop officer policeman firefighter rescuer guard rebel militant fighter gunman suspect climber hiker swimmer player member',
);

/** Whether what is counted is people, of a kind or any. */
export const countsPeople = ({ dimension }: Quantity): boolean =>
  dimension === ANYBODY || SOME_PEOPLE.has(dimension);

/** The head of a noun phrase as figures compare it: "commercial fishermen" are fishermen. */
export const headKey = (phrase: string): string => {
  const stem = stemOf(foldWord(phrase.split(/[\s-]+/).at(-1) ?? phrase));
  return PEOPLE.has(stem) ? ANYBODY : stem;
};

const DAYS = { Y: 365.25, M: 365.25 / 12, W: 7, D: 1 } as const;
const CLOCK = { H: 1 / 24, M: 1 / 1440, S: 1 / 86_400 } as const;

/** Days of a TIMEX3 duration ("P18M", "PT50M", "P2DE"); null where it does not say how long. */
export function daysOf(duration: string): number | null {
  const match = /^P(T?)(\d{1,9}(?:\.\d{1,9})?)(Y|M|W|D|H|S|DE|CE)$/.exec(duration);
  const [, clock, digits, unit = ''] = match ?? [];
  if (match === null) return null;
  const value = Number(digits);
  if (unit === 'DE' || unit === 'CE') return value * DAYS.Y * (unit === 'DE' ? 10 : 100);
  const scale: Readonly<Record<string, number>> = clock === 'T' ? CLOCK : DAYS;
  return value * (scale[unit] ?? Number.NaN);
}

/** Null for a figure that gives no quantity: "several years". */
export function quantityOf(figure: Figure): Quantity | null {
  const { kind, value } = figure;
  if (kind === 'date') return dated(String(value));
  if (kind === 'duration') {
    const days = typeof value === 'number' ? value : daysOf(value);
    return days === null || Number.isNaN(days) ? null : quantity('duration', 'duration', days, null, true);
  }
  if (typeof value !== 'number') return null;
  if (kind === 'money') return quantity('money', 'money', value, figure.upper, true);
  if (kind === 'percent' || kind === 'fraction') return quantity('share', 'share', value, figure.upper, true);
  if (kind === 'ordinal') return quantity('ordinal', 'ordinal', value, figure.upper, true);
  const name = unitOf(figure);
  const unit = name === null ? undefined : UNITS.get(name);
  if (unit === undefined) {
    const dimension = name === null ? '' : headKey(name);
    return quantity('amount', dimension, value, figure.upper, kind === 'quantity');
  }
  const upper = figure.upper === null ? null : figure.upper * unit.factor;
  return quantity('amount', unit.dimension, value * unit.factor, upper, true);
}

const quantity = (
  group: Quantity['group'],
  dimension: string,
  value: number,
  upper: number | null,
  measured: boolean,
): Quantity => ({
  vague: upper !== null && upper === value * 10 && dimension !== 'score',
  group,
  dimension,
  value,
  upper,
  measured,
  key: String(Number(value.toPrecision(6))),
});

/** "PRESENT_REF" and what has neither year, month, day nor hour names no date. */
function dated(value: string): Quantity | null {
  if (!/\d/.test(value)) return null;
  return {
    group: 'date',
    dimension: 'date',
    value: null,
    upper: null,
    key: value,
    measured: true,
    vague: false,
  };
}

/** What stands between a unit and what it is counted by: "USD per year". */
export const PER = ' per ';

/** A unit without what it is counted by: the currency of an amount of money. */
export const unitOf = ({ unit }: Figure): string | null => unit?.split(PER)[0] ?? null;
