const DAY = 86_400_000;

const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(document.documentElement.lang || 'en', { timeZone: 'UTC', ...options });

/** Of days since 1970-01-01. */
export const dateOf = (days: number): Date => new Date(days * DAY);

/** Of an ISO day. */
export const daysOf = (iso: string): number => Date.parse(iso) / DAY;

/** "3 March 2026", in the page's language. */
export const dayText = (days: number): string => format({ dateStyle: 'medium' }).format(dateOf(days));

export const isoText = (iso: string | null, otherwise: string): string =>
  iso === null || Number.isNaN(daysOf(iso)) ? (iso ?? otherwise) : dayText(daysOf(iso));

/** A day, a month, a year, or from a day to a day; `to` is the day after the last. */
export function spanText(from: number, to: number): string {
  const [first, end] = [dateOf(from), dateOf(to)];
  if (to - from <= 1) return dayText(from);
  const isMonths = first.getUTCDate() === 1 && end.getUTCDate() === 1;
  const months =
    12 * (end.getUTCFullYear() - first.getUTCFullYear()) + end.getUTCMonth() - first.getUTCMonth();
  if (isMonths && months === 1) return format({ month: 'long', year: 'numeric' }).format(first);
  if (isMonths && months === 12 && first.getUTCMonth() === 0)
    return format({ year: 'numeric' }).format(first);
  return format({ dateStyle: 'medium' }).formatRange(first, dateOf(to - 1));
}
