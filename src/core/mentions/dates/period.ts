import { SEASONS } from '../../lexicon/calendar.ts';
import { SCALES } from '../../lexicon/number-words.ts';
import { isPlural } from '../figures/count.ts';
import { currencyAfter } from '../figures/currency.ts';
import { ordinalAt } from '../figures/number-part.ts';
import {
  type FigureTokens,
  gluedAt,
  isHyphen,
  kindAt,
  lowerAt,
  pastHyphen,
  startsUpper,
  textAt,
} from '../figures/token.ts';
import { unitAfter } from '../figures/unit.ts';
import { isYear, YEAR_SHIFTS } from './calendar.ts';
import { type Civil, isoYear, quarterOf } from './civil.ts';
import type { DateContext, DateHit } from './hit.ts';
import { cueAround } from './tense.ts';

type Tokens = FigureTokens;

const YEAR_LEADS = new Set(
  'in since by until till of from between before after during through for circa around late early mid to and than year fiscal summer winter spring autumn fall the season'.split(
    ' ',
  ),
);

/** "2014", "2014-15", "1960s", "the '90s". */
export function yearAt(tokens: Tokens, i: number): DateHit | null {
  const decade = decadeAt(tokens, i);
  if (decade !== null) return decade;
  const text = textAt(tokens, i);
  if (/^[’'‘]$/.test(text)) return shortYearAt(tokens, i);
  if (!isYear(text)) return null;
  if (gluedAt(tokens, i) && !['(', '“', '"', '‘', '-', '–', '—', '/', '='].includes(textAt(tokens, i - 1)))
    return null;
  const before = lowerAt(tokens, i - 1);
  if (
    isHyphen(tokens, i - 1) &&
    gluedAt(tokens, i) &&
    /\d$/.test(textAt(tokens, i - 2)) &&
    !isYear(textAt(tokens, i - 2))
  )
    return null;
  const led = YEAR_LEADS.has(before);
  if (Number(text) < 1900 && !led) return null;
  if (isAmount(tokens, i, led && Number(text) >= 1900)) return null;
  return { kind: 'date', ...schoolYear(tokens, i) };
}

/** Two digits up to which "’24" is of this century. */
const THIS_CENTURY = 30;

/** "since ’69" */
function shortYearAt(tokens: Tokens, i: number): DateHit | null {
  const digits = textAt(tokens, i + 1);
  if (!/^\d\d$/.test(digits) || !gluedAt(tokens, i + 1) || gluedAt(tokens, i)) return null;
  if (gluedAt(tokens, i + 2) && kindAt(tokens, i + 2) !== 'mark') return null;
  if (!YEAR_LEADS.has(lowerAt(tokens, i - 1))) return null;
  return { kind: 'date', value: `${Number(digits) <= THIS_CENTURY ? 20 : 19}${digits}`, end: i + 2 };
}

/** "below 1990 levels" */
const OF_A_YEAR = new Set(['level', 'levels', 'baseline']);

/** "2014-15" is one date, the span of two years. */
function schoolYear(tokens: Tokens, i: number): { value: string; end: number } {
  const year = Number(textAt(tokens, i));
  const joined =
    (isHyphen(tokens, i + 1) || textAt(tokens, i + 1) === '/') &&
    gluedAt(tokens, i + 1) &&
    gluedAt(tokens, i + 2);
  const next = String((year + 1) % 100).padStart(2, '0');
  if (joined && textAt(tokens, i + 2) === next) return { value: `${year}/${year + 1}`, end: i + 3 };
  return { value: String(year), end: i + 1 };
}

/** Four digits that measure or count something: "2000 people", "1500 km". */
function isAmount(tokens: Tokens, i: number, led: boolean): boolean {
  const next = lowerAt(tokens, i + 1);
  if (OF_A_YEAR.has(next)) return false;
  if (SCALES.has(next) || next === '%' || ['st', 'nd', 'rd', 'th'].includes(next)) return true;
  const glued = gluedAt(tokens, i + 1);
  if (glued && kindAt(tokens, i + 1) === 'word' && next !== '’s' && next !== "'s") return true;
  if (next === ':' && glued && kindAt(tokens, i + 2) === 'number') return true;
  const hyphen = isHyphen(tokens, i + 1) && glued;
  if (
    hyphen &&
    kindAt(tokens, i + 2) === 'word' &&
    !startsUpper(textAt(tokens, i + 2)) &&
    unitAfter(tokens, i + 1) !== null
  )
    return true;
  if (led || hyphen) return false;
  const unit = unitAfter(tokens, i + 1);
  if (unit !== null && unit.kind !== 'duration') return true;
  if (currencyAfter(tokens, i + 1, false) !== null) return true;
  return kindAt(tokens, i + 1) === 'word' && !startsUpper(textAt(tokens, i + 1)) && isPlural(next);
}

/** Those before are ages, degrees or, like the twenties, of either century. */
const SPELLED_DECADES = ['fifties', 'sixties', 'seventies', 'eighties', 'nineties'];
const DECADE_LEADS = new Set(['the', 'early', 'late', 'mid']);

/** "1960s", "1990’s", "’90s", "the sixties"; not ages ("in his 30s"). */
export function decadeAt(tokens: Tokens, i: number): DateHit | null {
  const mark = ['’', "'", '‘'].includes(textAt(tokens, i)) && gluedAt(tokens, i + 1);
  const at = mark ? i + 1 : i;
  const spelled = SPELLED_DECADES.indexOf(lowerAt(tokens, i));
  if (spelled >= 0)
    return DECADE_LEADS.has(lowerAt(tokens, i - 1))
      ? { kind: 'date', value: `19${spelled + 5}X`, end: i + 1 }
      : null;
  const text = textAt(tokens, at);
  const s = lowerAt(tokens, at + 1);
  if (!(s === 's' || s === '’s' || s === "'s") || !gluedAt(tokens, at + 1)) return null;
  if (/^(?:1[5-9]|20)\d0$/.test(text)) return { kind: 'date', value: `${text.slice(0, 3)}X`, end: at + 2 };
  // "mid-90s", but "the under-30s"
  const hyphen = isHyphen(tokens, i - 1);
  const led = mark || DECADE_LEADS.has(lowerAt(tokens, hyphen ? i - 2 : i - 1));
  if (!/^[2-9]0$/.test(text) || !led || s !== 's') return null;
  return { kind: 'date', value: `19${text.charAt(0)}X`, end: at + 2 };
}

/** "20th century". */
export function centuryAt(tokens: Tokens, i: number): DateHit | null {
  const ordinal = ordinalAt(tokens, i);
  if (ordinal === null || ordinal.value > 30) return null;
  const at = isHyphen(tokens, ordinal.end) ? ordinal.end + 1 : ordinal.end;
  if (lowerAt(tokens, at) !== 'century') return null;
  return { kind: 'date', value: `${String(ordinal.value - 1).padStart(2, '0')}XX`, end: at + 1 };
}

/** The season that lies `shift` seasons of its kind from the reference; winter counts to the year it begins. */
export function seasonOf(reference: Civil, season: string, shift: -1 | 0 | 1): string {
  const first = { SP: 3, SU: 6, FA: 9, WI: 12 }[season] ?? 3;
  const begun = reference.month >= first;
  const inWinter = season === 'WI' && reference.month <= 2;
  const over = season !== 'WI' && reference.month >= first + 3;
  const inSeason = inWinter || (begun && !over);
  if (shift < 0)
    return `${isoYear(reference.year - (over || (season === 'WI' && !inWinter) ? (over ? 0 : 1) : 1))}-${season}`;
  if (shift > 0) return `${isoYear(reference.year + (begun || inSeason ? (inWinter ? 0 : 1) : 0))}-${season}`;
  return `${isoYear(reference.year - (inWinter ? 1 : 0))}-${season}`;
}

/** "summer 2014", "the winter of 2014-15", "in the spring". */
export function seasonAt(tokens: Tokens, i: number, { reference }: DateContext): DateHit | null {
  const season = SEASONS.get(lowerAt(tokens, i));
  if (season === undefined) return null;
  const at = ['of', ','].includes(lowerAt(tokens, i + 1)) ? i + 2 : i + 1;
  if (isYear(textAt(tokens, at))) {
    const year = schoolYear(tokens, at);
    return { kind: 'date', value: `${textAt(tokens, at)}-${season}`, end: year.end };
  }
  const lead = lowerAt(tokens, i - 1);
  const led =
    lead === 'the'
      ? ['in', 'by', 'during', 'since', 'until', 'through'].includes(lowerAt(tokens, i - 2))
      : ['early', 'late', 'mid'].includes(lead);
  if (!led || reference === null || lowerAt(tokens, i + 1) === 'of' || isHyphen(tokens, i + 1)) return null;
  const cue = cueAround(tokens, i, i + 1);
  return { kind: 'date', value: seasonOf(reference, season, cue === 'future' ? 1 : -1), end: i + 1 };
}

/** "first quarter of 2014", "Q3 2020", "the fourth quarter", "first half of 2020". */
export function quarterAt(tokens: Tokens, i: number, { reference }: DateContext): DateHit | null {
  if (textAt(tokens, i) === 'Q' && gluedAt(tokens, i + 1) && /^[1-4]$/.test(textAt(tokens, i + 1))) {
    const at = lowerAt(tokens, i + 2) === ',' ? i + 3 : i + 2;
    const year = yearOf(tokens, at, reference);
    if (year !== null)
      return { kind: 'date', value: `${year.value}-Q${textAt(tokens, i + 1)}`, end: year.end };
    return reference === null
      ? null
      : { kind: 'date', value: recentPart(reference, 'Q', Number(textAt(tokens, i + 1))), end: i + 2 };
  }
  const ordinal = ordinalAt(tokens, i);
  if (ordinal === null || ordinal.value > 4) return null;
  const at = pastHyphen(tokens, ordinal.end);
  const word = lowerAt(tokens, at);
  if (word !== 'quarter' && !(word === 'half' && ordinal.value <= 2)) return null;
  const letter = word === 'quarter' ? 'Q' : 'H';
  const year = yearOf(tokens, at + 1, reference) ?? yearOwning(tokens, i, reference, at + 1);
  if (year !== null) return { kind: 'date', value: `${year.value}-${letter}${ordinal.value}`, end: year.end };
  if (reference === null || lowerAt(tokens, at + 1) === 'of') return null;
  // A half of a match has no profits.
  if (letter === 'H' && !(at > ordinal.end && REPORTED.has(lowerAt(tokens, at + 1)))) return null;
  const part = cueAround(tokens, i, at + 1) === 'future' ? comingPart : recentPart;
  return { kind: 'date', value: part(reference, letter, ordinal.value), end: at + 1 };
}

/** "1996’s third quarter", "last year’s first half". */
function yearOwning(
  tokens: Tokens,
  i: number,
  reference: Civil | null,
  end: number,
): { value: string; end: number } | null {
  if (!['’s', "'s"].includes(lowerAt(tokens, i - 1))) return null;
  if (isYear(textAt(tokens, i - 2))) return { value: textAt(tokens, i - 2), end };
  const shift = YEAR_SHIFTS.get(lowerAt(tokens, i - 3));
  if (lowerAt(tokens, i - 2) !== 'year' || shift === undefined || reference === null) return null;
  return { value: isoYear(reference.year + shift), end };
}

/** What a company tells of a half-year. */
const REPORTED = new Set(
  'profit profits sales revenue revenues earnings results loss losses income net operating pretax pre-tax turnover output figures exports'.split(
    ' ',
  ),
);

/** The latest such quarter or half that has begun by the reference. */
function recentPart(reference: Civil, letter: 'Q' | 'H', part: number): string {
  const quarter = letter === 'Q' ? part : 2 * part - 1;
  return `${isoYear(reference.year - (quarter > quarterOf(reference) ? 1 : 0))}-${letter}${part}`;
}

/** The quarter or half of the reference's year, the next year's where it is over. */
function comingPart(reference: Civil, letter: 'Q' | 'H', part: number): string {
  const last = letter === 'Q' ? part : 2 * part;
  return `${isoYear(reference.year + (last < quarterOf(reference) ? 1 : 0))}-${letter}${part}`;
}

const FISCAL = new Set(['fiscal', 'financial']);

const FISCAL_SHIFTS: ReadonlyMap<string, number> = new Map([
  ...YEAR_SHIFTS,
  ['the', 0],
  ['current', 0],
  ['previous', -1],
]);

/** "fiscal 2019", "financial year 2018-19", "FY2019", "next fiscal year": TIMEX3's FY, as it is no calendar year. */
export function fiscalYearAt(tokens: Tokens, i: number, reference: Civil | null): DateHit | null {
  if (textAt(tokens, i) === 'FY') {
    if (!isYear(textAt(tokens, i + 1))) return null;
    return { kind: 'date', value: `FY${textAt(tokens, i + 1)}`, end: i + 2 };
  }
  const shift = FISCAL_SHIFTS.get(lowerAt(tokens, i));
  const at = shift === undefined ? i : i + 1;
  if (!FISCAL.has(lowerAt(tokens, at))) return null;
  const year = lowerAt(tokens, at + 1) === 'year';
  const number = at + (year ? 2 : 1);
  if (isYear(textAt(tokens, number))) {
    const { value, end } = schoolYear(tokens, number);
    return { kind: 'date', value: `FY${value.slice(-4)}`, end };
  }
  if (!year || shift === undefined || reference === null) return null;
  return { kind: 'date', value: `FY${isoYear(reference.year + shift)}`, end: number };
}

/** "2014", "of 2014", "of this year", "of the year", "of fiscal 2014" at `i`. */
function yearOf(tokens: Tokens, i: number, reference: Civil | null): { value: string; end: number } | null {
  const at = lowerAt(tokens, i) === 'of' ? i + 1 : i;
  const fiscal = fiscalYearAt(tokens, at, reference);
  if (fiscal !== null) return fiscal;
  if (isYear(textAt(tokens, at))) return { value: textAt(tokens, at), end: at + 1 };
  if (lowerAt(tokens, at + 1) !== 'year' || reference === null) return null;
  const word = lowerAt(tokens, at);
  const shift = word === 'the' ? 0 : YEAR_SHIFTS.get(word);
  return shift === undefined ? null : { value: isoYear(reference.year + shift), end: at + 2 };
}
