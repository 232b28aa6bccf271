import { addDays, type Civil, mondayOf } from '../mentions/dates/civil.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const PARTS: Readonly<Record<string, string>> = {
  MO: 'morning',
  AF: 'afternoon',
  EV: 'evening',
  NI: 'night',
};
const SEASONS: Readonly<Record<string, string>> = { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' };
const UNITS: Readonly<Record<string, string>> = {
  Y: 'year',
  M: 'month',
  W: 'week',
  D: 'day',
  TH: 'hour',
  TM: 'minute',
  TS: 'second',
};
const REFERENCES: Readonly<Record<string, string>> = {
  PRESENT_REF: 'now',
  PAST_REF: 'in the past',
  FUTURE_REF: 'in the future',
};

/**
 * A TIMEX3 value in words: "14 May 2024, night", "week of 6 May 2024", "3 years", and what recurs "every 2 weeks".
 * A value of another form stays as it is.
 */
export function timexText(value: string, kind: 'date' | 'duration', upper: number | null = null): string {
  return REFERENCES[value] ?? spanText(value, kind, upper) ?? timeText(value) ?? value;
}

function spanText(value: string, kind: 'date' | 'duration', upper: number | null): string | null {
  const match = /^P(T?)(X|\d+(?:\.\d+)?)([YMWDHS])$/.exec(value);
  const unit = UNITS[`${match?.[1] ?? ''}${match?.[3] ?? ''}`];
  if (match === null || unit === undefined) return null;
  const amount = match[2] ?? '';
  if (kind === 'date') return amount === '1' ? `every ${unit}` : `every ${amount} ${unit}s`;
  if (amount === 'X') return `some ${unit}s`;
  return upper === null ? `${amount} ${unit}${amount === '1' ? '' : 's'}` : `${amount}–${upper} ${unit}s`;
}

/** A date, with its part of the day or its time behind a comma. */
function timeText(value: string): string | null {
  const [date = '', time] = value.split('T');
  const day = dateText(date);
  if (day === null || time === undefined) return day;
  const part = PARTS[time];
  if (part !== undefined) return day.endsWith('s') ? `${day.slice(0, -1)} ${part}s` : `${day}, ${part}`;
  return /^\d\d:\d\dZ?$/.test(time) ? `${day}, ${time.replace('Z', ' UTC')}` : null;
}

function dateText(date: string): string | null {
  const recurring = /^XXXX-WXX-([1-7])$/.exec(date);
  if (recurring !== null) return `${WEEKDAYS[Number(recurring[1]) - 1]}s`;
  const plain = /^(\d{4}|XXXX)(?:-(\d\d)(?:-(\d\d|XX))?)?$/.exec(date);
  if (plain !== null) return calendarText(plain[1] ?? '', plain[2], plain[3]);
  const week = /^(\d{4})-W(\d\d)(-WE)?$/.exec(date);
  if (week !== null) return weekText(Number(week[1]), Number(week[2]), week[3] !== undefined);
  return longText(date);
}

function calendarText(year: string, month: string | undefined, day: string | undefined): string | null {
  const known = year === 'XXXX' ? '' : year;
  if (month === undefined) return known === '' ? null : known;
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return null;
  const words = day === undefined ? name : day === 'XX' ? `a day in ${name}` : `${Number(day)} ${name}`;
  return known === '' ? words : `${words} ${known}`;
}

/** Weeks and weekends by their days: nobody knows the numbers of weeks by heart. */
function weekText(year: number, week: number, weekend: boolean): string {
  const monday = mondayOf(year, week);
  return weekend ? `weekend of ${shown(addDays(monday, 5))}` : `week of ${shown(monday)}`;
}

const shown = ({ year, month, day }: Civil): string => `${day} ${MONTHS[month - 1]} ${year}`;

function longText(date: string): string | null {
  const part = /^(FY)?(\d{4})(?:-(Q[1-4]|H[12]|SP|SU|FA|WI))?$/.exec(date);
  if (part !== null) {
    const year = part[1] === undefined ? (part[2] ?? '') : `fiscal year ${part[2]}`;
    const span = part[3];
    if (span === undefined) return year;
    const season = SEASONS[span];
    return season === undefined ? `${halfOrQuarter(span)} of ${year}` : `${season} ${year}`;
  }
  if (/^\d{3}X$/.test(date)) return `${date.slice(0, 3)}0s`;
  if (/^\d\dXX$/.test(date)) return `${ordinal(Number(date.slice(0, 2)) + 1)} century`;
  const years = /^(\d{4})\/\d\d(\d\d)$/.exec(date);
  return years === null ? null : `${years[1]}–${years[2]}`;
}

const halfOrQuarter = (span: string): string =>
  `${ordinal(Number(span.charAt(1)))} ${span.startsWith('Q') ? 'quarter' : 'half'}`;

function ordinal(n: number): string {
  const teen = n % 100 > 10 && n % 100 < 14;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}
