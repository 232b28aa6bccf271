import { type Civil, nthWeekday, parseCivil, serial } from '../mentions/dates/civil.ts';
import { dayAt, entryAt } from '../text/article.ts';
import type { StoryClaim } from './claim-groups.ts';

/** Hours east of Greenwich. Letters that mean several zones, as IST, are none. */
const HOURS: Readonly<Record<string, number>> = {
  ...{ GMT: 0, UTC: 0, BST: 1, CET: 1, CEST: 2, EET: 2, EEST: 3, MSK: 3, JST: 9, HKT: 8 },
  ...{ AST: -4, ADT: -3, EST: -5, EDT: -4, CST: -6, CDT: -5, MST: -7, MDT: -6, PST: -8, PDT: -7 },
  ...{ AEST: 10, AEDT: 11, ACST: 9.5, ACDT: 10.5 },
};
/** Of North America, in winter: in summer an hour less. */
const WINTER_HOURS: Readonly<Record<string, number>> = { AT: -4, ET: -5, CT: -6, MT: -7, PT: -8 };

const SUNDAY = 7;

const isNorthAmericanSummer = (day: Civil): boolean =>
  serial(day) >= serial(nthWeekday(day.year, 3, SUNDAY, 2)) &&
  serial(day) < serial(nthWeekday(day.year, 11, SUNDAY, 1));

function hoursOf(zone: string | null, day: Civil): number {
  const letters = zone?.toUpperCase() ?? '';
  const winter = WINTER_HOURS[letters];
  if (winter !== undefined) return winter + (isNorthAmericanSummer(day) ? 1 : 0);
  return HOURS[letters] ?? 0;
}

/**
 * When it was published, in days since 1970-01-01 of universal time: a live blog's claim with its entry, any other at the
 * start of its article's day. A clock of no known zone counts as universal time. Null without a day.
 */
export function publishedAt({ analysis, claim }: StoryClaim): number | null {
  const day = parseCivil(dayAt(analysis.article, claim.start));
  if (day === null) return null;
  const entry = entryAt(analysis.article, claim.start);
  if (entry === undefined) return serial(day);
  const [hours = 0, minutes = 0] = entry.time.split(':').map(Number);
  return serial(day) + (hours + minutes / 60 - hoursOf(entry.zone, day)) / 24;
}

/** Those without a day last; what was published at one time stays in its order. */
export const byPublication = <T extends StoryClaim>(claims: readonly T[]): T[] =>
  claims
    .map((claim) => ({ claim, at: publishedAt(claim) ?? Number.POSITIVE_INFINITY }))
    .sort((a, b) => (a.at === b.at ? 0 : a.at - b.at))
    .map(({ claim }) => claim);
