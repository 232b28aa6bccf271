import { daysOf, quantityOf, scaleOf, unitOf } from '../counterparts/figures/quantity.ts';
import { daysNamed } from '../counterparts/times.ts';
import type { Figure } from '../mentions/mention.ts';

/** What the values of a measure are put on. */
export interface Scale {
  readonly kind: 'number' | 'day';
  readonly unit: string | null;
  readonly isDuration: boolean;
  /** Where a figure is on it, from one end to the other; null where it has no place there. */
  readonly place: (figure: Figure) => readonly [from: number, to: number | null] | null;
}

/** The scale in the unit that most of some figures of one measure have; of several, that of the first. */
export function scaleFor(figures: readonly Figure[]): Scale | null {
  const [first] = figures;
  if (first === undefined) return null;
  switch (first.kind) {
    case 'date':
      return { ...DAYS, place: dayPlace };
    case 'duration':
      return durations(figures);
    case 'percent':
    case 'fraction':
      return { ...NUMBERS, unit: '%', place: (figure) => (isShare(figure) ? scaled(figure, 100) : null) };
    case 'money': {
      const unit = usual(figures.map(unitOf));
      return { ...NUMBERS, unit, place: (figure) => (unitOf(figure) === unit ? scaled(figure, 1) : null) };
    }
    default:
      return amounts(figures);
  }
}

const NUMBERS = { kind: 'number', isDuration: false } as const;
const DAYS = { kind: 'day', unit: null, isDuration: false } as const;

const isShare = ({ kind }: Figure): boolean => kind === 'percent' || kind === 'fraction';

function scaled({ value, upper }: Figure, factor: number): readonly [number, number | null] | null {
  if (typeof value !== 'number') return null;
  return [tidy(value * factor), upper === null ? null : tidy(upper * factor)];
}

/** Without what binary fractions leave behind: 0.07 × 100. */
const tidy = (value: number): number => Number(value.toPrecision(12));

function amounts(figures: readonly Figure[]): Scale {
  const unit = usual(figures.map(unitOf));
  const dimension = figures.find((figure) => unitOf(figure) === unit);
  const group = dimension && quantityOf(dimension)?.dimension;
  return {
    ...NUMBERS,
    unit,
    place: (figure) => {
      const own = unitOf(figure);
      const quantity = quantityOf(figure);
      if (quantity === null || quantity.group !== 'amount') return null;
      // Things that are counted by other words are one measure all the same: people and residents.
      const factor = scaleOf(own ?? '') / scaleOf(unit ?? '');
      return quantity.dimension === group || factor === 1 ? scaled(figure, factor) : null;
    },
  };
}

const DURATION = /^P(T?)\d+(?:\.\d+)?([YMWDHS])$/;
/** Of a TIMEX3 duration: "T" before the units of the clock. */
const durationUnit = ({ value }: Figure): string | null => {
  const [, clock, unit] = DURATION.exec(String(value)) ?? [];
  return unit === undefined ? null : `${clock}${unit}`;
};

function durations(figures: readonly Figure[]): Scale {
  const unit = usual(figures.map(durationUnit)) ?? 'D';
  const one = daysOf(unit.startsWith('T') ? `PT1${unit.slice(1)}` : `P1${unit}`) ?? 1;
  return {
    kind: 'number',
    isDuration: true,
    unit,
    place: (figure) => {
      const days = figure.kind === 'duration' ? quantityOf(figure)?.value : null;
      if (typeof days !== 'number') return null;
      const own = durationUnit(figure);
      const upper = own === unit && figure.upper !== null ? figure.upper : null;
      return [tidy(days / one), upper];
    },
  };
}

function dayPlace({ value, kind }: Figure): readonly [number, number | null] | null {
  const days = kind === 'date' ? daysNamed(String(value)) : null;
  if (days === null) return null;
  return [days[0], days[1] - days[0] > 1 ? days[1] : null];
}

/** The most frequent, of several the first. */
export function usual<T>(values: readonly T[]): T | null {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  let best: T | null = null;
  for (const [value, count] of counts)
    if (count > (best === null ? 0 : (counts.get(best) ?? 0))) best = value;
  return best;
}
