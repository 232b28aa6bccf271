import { fromSerial, isDay, mondayOf, parseCivil, serial, weekdayOf } from '../mentions/dates/civil.ts';

/** How the times that two TIMEX3 values name stand to each other, as far as the values tell. */
export type TimeRelation = 'same' | 'within' | 'apart' | 'unknown';

/** What a value names: days since 1970, half open; hours of the day; or a day of some week. */
interface Time {
  readonly days: readonly [from: number, to: number] | null;
  readonly hours: readonly [from: number, to: number] | null;
  /** Monday 1 to Sunday 7. */
  readonly weekday: number | null;
}

/** Hours of the parts of a day, widely: the evening is the beginning of the night. */
const PARTS: Readonly<Record<string, readonly [number, number]>> = {
  MO: [0, 12],
  MI: [11, 15],
  AF: [12, 19],
  EV: [17, 24],
  NI: [17, 30],
  DT: [5, 20],
};

/** First month and number of months; the year's winter is the one that begins or ends it, so it tells nothing. */
const SEASONS: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9 };

const monthStart = (year: number, month: number): number =>
  serial({ year: year + Math.floor((month - 1) / 12), month: ((((month - 1) % 12) + 12) % 12) + 1, day: 1 });

const months = (year: number, month: number, count: number): readonly [number, number] => [
  monthStart(year, month),
  monthStart(year, month + count),
];

const weekStart = (year: string | undefined, week: string | undefined): number =>
  serial(mondayOf(Number(year), Number(week)));

type Reader = (match: readonly string[]) => readonly [number, number] | null;

const FORMS: readonly (readonly [RegExp, Reader])[] = [
  [/^(\d{4})$/, ([, y]) => months(Number(y), 1, 12)],
  [/^(\d{3})X?$/, ([, y]) => months(Number(y) * 10, 1, 120)],
  [/^(\d{4})-(\d\d)$/, ([, y, m]) => months(Number(y), Number(m), 1)],
  [/^(\d{4})-Q([1-4])$/, ([, y, q]) => months(Number(y), 3 * Number(q) - 2, 3)],
  [/^(\d{4})-H([12])$/, ([, y, h]) => months(Number(y), 6 * Number(h) - 5, 6)],
  [
    /^(\d{4})-(SP|SU|FA)$/,
    ([, y, s]) => {
      const first = SEASONS[s ?? ''];
      return first === undefined ? null : months(Number(y), first, 3);
    },
  ],
  [
    /^(\d{4})-W(\d\d)$/,
    ([, y, w]) => {
      const monday = weekStart(y, w);
      return [monday, monday + 7];
    },
  ],
  [
    /^(\d{4})-W(\d\d)-WE$/,
    ([, y, w]) => {
      const monday = weekStart(y, w);
      return [monday + 5, monday + 7];
    },
  ],
  [
    /^(\d{4}-\d\d-\d\d)$/,
    ([, day]) => {
      const civil = parseCivil(day ?? null);
      return civil === null || !isDay(civil) ? null : [serial(civil), serial(civil) + 1];
    },
  ],
];

function timeOf(value: string): Time | null {
  const [, date = '', part, hour, minute] =
    /^([^T]*?)(?:T(?:(MO|MI|AF|EV|NI|DT)|(\d\d)(?::(\d\d))?)?.*)?$/.exec(value) ?? [];
  const weekday = /^XXXX-WXX-([1-7])$/.exec(date)?.[1];
  let days: Time['days'] = null;
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(date);
    if (match !== null) days = read(match);
  }
  if (days === null && weekday === undefined) return null;
  const clock = Number(hour) + Number(minute ?? 0) / 60;
  return {
    days,
    weekday: weekday === undefined ? null : Number(weekday),
    hours: part !== undefined ? (PARTS[part] ?? null) : hour === undefined ? null : [clock, clock + 1 / 60],
  };
}

/**
 * Compares two times by what both are exact about: “Friday night” lies within “Friday”, and “3 March” within
 * “March”; a day of the week and a date are apart where the date is another day of the week.
 */
export function compareTimes(a: string, b: string): TimeRelation {
  if (a === b) return 'same';
  const [x, y] = [timeOf(a), timeOf(b)];
  if (x === null || y === null) return 'unknown';
  const days = compareDays(x, y);
  if (days !== 'same') return days;
  if (x.hours === null || y.hours === null) return x.hours === y.hours ? 'same' : 'within';
  return x.hours[0] < y.hours[1] && y.hours[0] < x.hours[1] ? 'within' : 'apart';
}

function compareDays(x: Time, y: Time): TimeRelation {
  if (x.days === null || y.days === null) {
    const [p, q] = [weekdayIn(x), weekdayIn(y)];
    return p === null || q === null ? 'unknown' : p === q ? 'same' : 'apart';
  }
  const [[a, b], [c, d]] = [x.days, y.days];
  if (b <= c || d <= a) return 'apart';
  if (a === c && b === d) return 'same';
  return (a <= c && d <= b) || (c <= a && b <= d) ? 'within' : 'unknown';
}

function weekdayIn({ days, weekday }: Time): number | null {
  if (days === null) return weekday;
  return days[1] - days[0] === 1 ? weekdayOf(fromSerial(days[0])) : null;
}

/** Whether times are told on both sides, and none of one side can be one of the other's. */
export function timesApart(a: Iterable<string>, b: Iterable<string>): boolean {
  let told = false;
  for (const one of a) {
    for (const other of b) {
      if (compareTimes(one, other) !== 'apart') return false;
      told = true;
    }
  }
  return told;
}

/** The days that a TIMEX3 value names, since 1970-01-01, half open; null where it names none, or not which year's. */
export const daysNamed = (value: string): readonly [from: number, to: number] | null =>
  timeOf(value)?.days ?? null;

/** Whether a value names a day or a part of one. */
export const isDayOrLess = (value: string): boolean => /^(?:\d{4}-\d\d-\d\d|XXXX-WXX-\d)/.test(value);

/** Whether a time has come when an article appears; null where that can't be told. */
export function hasCome(value: string, published: string | null): boolean | null {
  const [time, day] = [timeOf(value)?.days, published === null ? null : timeOf(published)?.days];
  return time && day ? time[0] <= day[0] : null;
}
