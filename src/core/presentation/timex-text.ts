import { addDays, type Civil, mondayOf } from '../mentions/dates/civil.ts';
import { UNITS } from '../text/time-units.ts';
import { asIs, inEnglish, type Part, say, sideBySide, type Wording } from '../text/wording.ts';

const MONTHS: readonly Wording[] = [
  ...[say('January'), say('February'), say('March'), say('April'), say('May'), say('June')],
  ...[say('July'), say('August'), say('September'), say('October'), say('November'), say('December')],
];
const WEEKDAYS: readonly (readonly [one: Wording, each: Wording])[] = [
  [say('Monday'), say('Mondays')],
  [say('Tuesday'), say('Tuesdays')],
  [say('Wednesday'), say('Wednesdays')],
  [say('Thursday'), say('Thursdays')],
  [say('Friday'), say('Fridays')],
  [say('Saturday'), say('Saturdays')],
  [say('Sunday'), say('Sundays')],
];
/** Of a day, and of a weekday that recurs. */
const PARTS: ReadonlyMap<string, readonly [once: (day: Part) => Wording, each: (day: Part) => Wording]> =
  new Map([
    ['MO', [(day: Part) => say('{0}, morning', day), (day: Part) => say('{0} mornings', day)]],
    ['AF', [(day: Part) => say('{0}, afternoon', day), (day: Part) => say('{0} afternoons', day)]],
    ['EV', [(day: Part) => say('{0}, evening', day), (day: Part) => say('{0} evenings', day)]],
    ['NI', [(day: Part) => say('{0}, night', day), (day: Part) => say('{0} nights', day)]],
  ]);
/** Seasons, quarters and halves of a year. */
const OF_YEARS: ReadonlyMap<string, (year: Part) => Wording> = new Map([
  ['SP', (year: Part) => say('spring {0}', year)],
  ['SU', (year: Part) => say('summer {0}', year)],
  ['FA', (year: Part) => say('autumn {0}', year)],
  ['WI', (year: Part) => say('winter {0}', year)],
  ['Q1', (year: Part) => say('1st quarter of {0}', year)],
  ['Q2', (year: Part) => say('2nd quarter of {0}', year)],
  ['Q3', (year: Part) => say('3rd quarter of {0}', year)],
  ['Q4', (year: Part) => say('4th quarter of {0}', year)],
  ['H1', (year: Part) => say('1st half of {0}', year)],
  ['H2', (year: Part) => say('2nd half of {0}', year)],
]);
const REFERENCES: ReadonlyMap<string, Wording> = new Map([
  ['PRESENT_REF', say('now')],
  ['PAST_REF', say('in the past')],
  ['FUTURE_REF', say('in the future')],
]);

/**
 * A TIMEX3 value in words: "14 May 2024, night", "week of 6 May 2024", "3 years", and what recurs "every 2 weeks".
 * A value of another form stays as it is.
 */
export function timexWords(value: string, kind: 'date' | 'duration', upper: number | null = null): Wording {
  return REFERENCES.get(value) ?? spanWords(value, kind, upper) ?? timeWords(value) ?? asIs(value);
}

/** The same in English. */
export const timexText = (value: string, kind: 'date' | 'duration', upper: number | null = null): string =>
  inEnglish(timexWords(value, kind, upper));

function spanWords(value: string, kind: 'date' | 'duration', upper: number | null): Wording | null {
  const match = /^P(T?)(X|\d+(?:\.\d+)?)([YMWDHS])$/.exec(value);
  const unit = UNITS.get(`${match?.[1] ?? ''}${match?.[3] ?? ''}`);
  if (match === null || unit === undefined) return null;
  const amount = match[2] ?? '';
  if (kind === 'date') return amount === '1' ? unit.every : unit.everyFew(amount);
  if (amount === 'X') return unit.some;
  if (upper !== null) return unit.many(`${amount}–${upper}`);
  return amount === '1' ? unit.one : unit.many(amount);
}

/** A date, with its part of the day or its time behind a comma. */
function timeWords(value: string): Wording | null {
  const [date = '', time] = value.split('T');
  const weekday = WEEKDAYS[Number(/^XXXX-WXX-([1-7])$/.exec(date)?.[1] ?? 0) - 1];
  const day = weekday?.[1] ?? dateWords(date);
  if (day === null || time === undefined) return day;
  const part = PARTS.get(time);
  if (part !== undefined) return weekday === undefined ? part[0](day) : part[1](weekday[0]);
  return /^\d\d:\d\dZ?$/.test(time) ? sideBySide(', ', day, time.replace('Z', ' UTC')) : null;
}

function dateWords(date: string): Wording | null {
  const plain = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d|XX))?)?$/.exec(date);
  if (plain !== null) return calendarWords(plain[1] ?? '', plain[2], plain[3]);
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(date);
  if (week !== null) return weekWords(Number(week[1]), Number(week[2]), week[3] !== undefined);
  return longWords(date);
}

function calendarWords(year: string, month: string | undefined, day: string | undefined): Wording | null {
  const known = year === 'XXXX' ? '' : year;
  if (month === undefined) return known === '' ? null : asIs(known);
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return null;
  if (day === 'XX') {
    const within = known === '' ? name : sideBySide(' ', name, known);
    return say('a day in {0}', within);
  }
  const words = day === undefined ? name : dayOf(Number(day), name);
  return known === '' ? words : sideBySide(' ', words, known);
}

const dayOf = (day: number, month: Wording): Wording => say('{0} {1}', day, month);

/** Weeks and weekends by their days: nobody knows the numbers of weeks by heart. */
function weekWords(year: number, week: number, weekend: boolean): Wording {
  const monday = mondayOf(year, week);
  return weekend ? say('weekend of {0}', shown(addDays(monday, 5))) : say('week of {0}', shown(monday));
}

const shown = ({ year, month, day }: Civil): Wording =>
  sideBySide(' ', dayOf(day, MONTHS[month - 1] ?? asIs(month)), year);

function longWords(date: string): Wording | null {
  const part = /^(FY)?(\d{4})(?:-(Q[1-4]|H[12]|SP|SU|FA|WI))?$/.exec(date);
  if (part !== null) {
    const year = part[1] === undefined ? asIs(part[2] ?? '') : say('fiscal year {0}', part[2] ?? '');
    return OF_YEARS.get(part[3] ?? '')?.(year) ?? year;
  }
  if (/^\d{3}X$/.test(date)) return say('{0}s', `${date.slice(0, 3)}0`);
  if (/^\d\dXX$/.test(date)) return centuryWords(Number(date.slice(0, 2)) + 1);
  const years = /^(\d{4})\/\d\d(\d\d)$/.exec(date);
  return years === null ? null : asIs(`${years[1]}–${years[2]}`);
}

function centuryWords(n: number): Wording {
  const last = n % 100 > 10 && n % 100 < 14 ? 0 : n % 10;
  if (last === 1) return say('{0}st century', n);
  if (last === 2) return say('{0}nd century', n);
  return last === 3 ? say('{0}rd century', n) : say('{0}th century', n);
}
