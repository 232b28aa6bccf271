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

/** Eras as they stand beside a year: "A.D. 120", "44 BC". */
export const ERAS = /^(?:AD|A\.D\.?|CE|C\.E\.?|BC|B\.C\.?|BCE|B\.C\.E\.?)$/;

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
  ['epiphany', '01-06'],
  ['australia day', '01-26'],
  ['groundhog day', '02-02'],
  ["valentine's day", '02-14'],
  ["international women's day", '03-08'],
  ["st patrick's day", '03-17'],
  ["saint patrick's day", '03-17'],
  ["april fool's day", '04-01'],
  ["april fools' day", '04-01'],
  ['earth day', '04-22'],
  ['anzac day', '04-25'],
  ['may day', '05-01'],
  ["workers' day", '05-01'],
  ["international workers' day", '05-01'],
  ['cinco de mayo', '05-05'],
  ['juneteenth', '06-19'],
  ['canada day', '07-01'],
  ['independence day', '07-04'],
  ['bastille day', '07-14'],
  ['halloween', '10-31'],
  ["all saints' day", '11-01'],
  ['bonfire night', '11-05'],
  ['veterans day', '11-11'],
  ['armistice day', '11-11'],
  ['remembrance day', '11-11'],
]);

/** A month, a weekday (ISO), which of that month (-1 for the last), and the days from there. */
export type Moving = readonly [month: number, weekday: number, n: number, days: number];

/** Holidays on the nth weekday of a month, or some days from it. */
export const MOVING_HOLIDAYS: ReadonlyMap<string, Moving> = new Map([
  ['martin luther king day', [1, 1, 3, 0]],
  ['martin luther king jr. day', [1, 1, 3, 0]],
  ["presidents' day", [2, 1, 3, 0]],
  ['presidents day', [2, 1, 3, 0]],
  ["father's day", [6, 7, 3, 0]],
  ['columbus day', [10, 1, 2, 0]],
  ["indigenous peoples' day", [10, 1, 2, 0]],
  ['thanksgiving', [11, 4, 4, 0]],
  ['thanksgiving day', [11, 4, 4, 0]],
  ['labor day', [9, 1, 1, 0]],
  ['memorial day', [5, 1, -1, 0]],
  ['black friday', [11, 4, 4, 1]],
  ['cyber monday', [11, 4, 4, 4]],
  ['election day', [11, 1, 1, 1]],
]);

/** Holidays by their days from Easter Sunday. */
export const EASTER_HOLIDAYS: ReadonlyMap<string, number> = new Map([
  ['ash wednesday', -46],
  ['palm sunday', -7],
  ['maundy thursday', -3],
  ['good friday', -2],
  ['holy saturday', -1],
  ['easter', 0],
  ['easter sunday', 0],
  ['easter monday', 1],
  ['ascension day', 39],
  ['pentecost', 49],
  ['whit monday', 50],
]);

/** Zones that may follow a time of day. */
export const TIME_ZONES: ReadonlySet<string> = new Set(
  'gmt utc bst cet cest eet eest msk est edt et cst cdt ct mst mdt mt pst pdt pt ist jst aest hkt'.split(' '),
);
