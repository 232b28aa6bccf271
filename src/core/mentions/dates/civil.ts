/** Days of the Gregorian calendar as plain values; no clock, no zone. */

export interface Civil {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  /** 1–31. */
  readonly day: number;
}

const DAY = 86_400_000;

export function parseCivil(iso: string | null): Civil | null {
  const match = iso === null ? null : /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (match === null) return null;
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isDay(civil) ? civil : null;
}

/** Days since 1970-01-01. */
export const serial = ({ year, month, day }: Civil): number => Date.UTC(year, month - 1, day) / DAY;

export function fromSerial(days: number): Civil {
  const date = new Date(days * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const addDays = (civil: Civil, days: number): Civil => fromSerial(serial(civil) + days);

const lastDayOf = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

export function addMonths({ year, month, day }: Civil, months: number): Civil {
  const index = year * 12 + (month - 1) + months;
  const [y, m] = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1];
  return { year: y, month: m, day: Math.min(day, lastDayOf(y, m)) };
}

export const isDay = ({ year, month, day }: Civil): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= lastDayOf(year, month);

const two = (n: number): string => String(n).padStart(2, '0');

/** Years, months and days in ISO 8601; `null` for an unknown year. */
export const isoYear = (year: number | null): string =>
  year === null ? 'XXXX' : String(year).padStart(4, '0');
export const isoMonth = (year: number | null, month: number): string => `${isoYear(year)}-${two(month)}`;
export const isoDay = (year: number | null, month: number, day: number): string =>
  `${isoMonth(year, month)}-${two(day)}`;
export const iso = (civil: Civil): string => isoDay(civil.year, civil.month, civil.day);

/** ISO day of the week, Monday 1 to Sunday 7. */
export const weekdayOf = (civil: Civil): number => ((((serial(civil) + 3) % 7) + 7) % 7) + 1;

/** The ISO week, `1998-W33`. */
export function isoWeek(civil: Civil): string {
  const thursday = addDays(civil, 4 - weekdayOf(civil));
  const first = serial({ year: thursday.year, month: 1, day: 1 });
  return `${isoYear(thursday.year)}-W${two(Math.floor((serial(thursday) - first) / 7) + 1)}`;
}

/** Monday of an ISO week. */
export function mondayOf(year: number, week: number): Civil {
  const fourth = { year, month: 1, day: 4 };
  return addDays(fourth, 1 - weekdayOf(fourth) + 7 * (week - 1));
}

export const quarterOf = (civil: Civil): number => Math.ceil(civil.month / 3);

/** Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
export function easter(year: number): Civil {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return { year, month: Math.floor(f / 31), day: (f % 31) + 1 };
}

/** The nth given weekday of a month; -1 for the last. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): Civil {
  if (n < 0) {
    const last = { year, month, day: lastDayOf(year, month) };
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = { year, month, day: 1 };
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (n - 1));
}
