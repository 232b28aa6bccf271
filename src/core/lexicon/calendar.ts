/** Names of the calendar in English. General knowledge; holidays are those of international news. */

const numbered = (words: string): [string, number][] => words.split(' ').map((word, i) => [word, i + 1]);

/** Months by name and abbreviation to 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map<string, number>([
  ...numbered('january february march april may june july august september october november december'),
  ...numbered('jan feb mar apr may jun jul aug sep oct nov dec'),
  ['sept', 9],
]);

/** Words for months that are more often something else in small letters. */
export const AMBIGUOUS_MONTHS: ReadonlySet<string> = new Set([
  'march',
  'may',
  'mar',
  'august',
  'jan',
  'dec',
  'sep',
]);

/** Days of the week to ISO 1 (Monday) – 7. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map<string, number>([
  ...numbered('monday tuesday wednesday thursday friday saturday sunday'),
  ...numbered('mon tue wed thu fri sat sun'),
  ['tues', 2],
  ['thur', 4],
  ['thurs', 4],
]);

/** Abbreviated days are words of their own ("sat", "sun", "wed"): a date has to follow. */
export const isShortWeekday = (word: string): boolean => !word.endsWith('day');

/** TIMEX3 letters of seasons. */
export const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', 'SP'],
  ['summer', 'SU'],
  ['autumn', 'FA'],
  ['fall', 'FA'],
  ['winter', 'WI'],
  ['springtime', 'SP'],
  ['summertime', 'SU'],
  ['wintertime', 'WI'],
]);

/** TIMEX3 letters of the parts of a day. */
export const DAY_PARTS: ReadonlyMap<string, string> = new Map([
  ['morning', 'MO'],
  ['afternoon', 'AF'],
  ['evening', 'EV'],
  ['night', 'NI'],
  ['overnight', 'NI'],
]);

export type TimeUnit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';

/** Words for spans of time, singular and plural, to their unit. */
export const TIME_UNITS: ReadonlyMap<string, TimeUnit> = new Map<string, TimeUnit>([
  ...(['second', 'minute', 'hour', 'day', 'week', 'month', 'quarter', 'year', 'decade'] as const).flatMap(
    (unit): [string, TimeUnit][] => [
      [unit, unit],
      [`${unit}s`, unit],
    ],
  ),
  ['century', 'century'],
  ['centuries', 'century'],
  ['hr', 'hour'],
  ['hrs', 'hour'],
  ['min', 'minute'],
  ['mins', 'minute'],
  ['sec', 'second'],
  ['secs', 'second'],
  ['yr', 'year'],
  ['yrs', 'year'],
  ['wk', 'week'],
  ['wks', 'week'],
  ['fortnight', 'fortnight'],
  ['fortnights', 'fortnight'],
]);

/** How TIMEX3 writes a unit: its letters, and how many of them the unit is. */
const DURATIONS: Readonly<Record<TimeUnit, readonly [string, number]>> = {
  second: ['TS', 1],
  minute: ['TM', 1],
  hour: ['TH', 1],
  day: ['D', 1],
  week: ['W', 1],
  fortnight: ['W', 2],
  month: ['M', 1],
  quarter: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
};

/** A duration in TIMEX3: `P3D`, `PT16H`; `X` for an amount that is not told. */
export function durationValue(amount: number | 'X', unit: TimeUnit): string {
  const [letters, factor] = DURATIONS[unit];
  const clock = letters.startsWith('T') ? 'T' : '';
  const number = amount === 'X' ? 'X' : String(Number((amount * factor).toPrecision(12)));
  return `P${clock}${number}${letters.slice(-1)}`;
}

/** Holidays on a fixed day, `MM-DD`. Words joined by one space. */
export const FIXED_HOLIDAYS: ReadonlyMap<string, string> = new Map([
  ['christmas', '12-25'],
  ['christmas day', '12-25'],
  ['christmas eve', '12-24'],
  ['boxing day', '12-26'],
  ["new year's day", '01-01'],
  ["new year's eve", '12-31'],
  ["new year's", '01-01'],
  ['new year', '01-01'],
  ["valentine's day", '02-14'],
  ["st patrick's day", '03-17'],
  ['independence day', '07-04'],
  ['halloween', '10-31'],
  ['veterans day', '11-11'],
  ['armistice day', '11-11'],
  ['may day', '05-01'],
  ['bastille day', '07-14'],
]);

/** Holidays on the nth weekday of a month: month, weekday (ISO), n (-1 for the last). */
export const MOVING_HOLIDAYS: ReadonlyMap<string, readonly [number, number, number]> = new Map([
  ['thanksgiving', [11, 4, 4]],
  ['thanksgiving day', [11, 4, 4]],
  ['labor day', [9, 1, 1]],
  ['memorial day', [5, 1, -1]],
  ['election day', [11, 2, 1]],
]);

/** Holidays by their days from Easter Sunday. */
export const EASTER_HOLIDAYS: ReadonlyMap<string, number> = new Map([
  ['good friday', -2],
  ['easter', 0],
  ['easter sunday', 0],
  ['easter monday', 1],
]);

/** Zones that may follow a time of day. */
export const TIME_ZONES: ReadonlySet<string> = new Set(
  'gmt utc bst cet cest eet eest msk est edt et cst cdt ct mst mdt mt pst pdt pt ist jst aest hkt'.split(' '),
);
