import type { Span } from './span.ts';
import { trimSpan } from './span.ts';

/** What a line that states date or outlet says; spans count in the line. */
export interface Dateline {
  readonly date: string | null;
  readonly dateSpan: Span | null;
  readonly outlet: Span | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';

interface DateForm {
  readonly pattern: RegExp;
  /** Groups of year, month and day. */
  readonly order: readonly [number, number, number];
}

/** A year may be glued to what follows: "December 04, 2025Outlet". */
const FORMS: readonly DateForm[] = [
  {
    pattern: new RegExp(`\\b${MONTH}\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'i'),
    order: [3, 1, 2],
  },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?,? (\\d{4})(?!\\d)`, 'i'),
    order: [3, 2, 1],
  },
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /\b(\d{4})\/(\d{1,2})\/(\d{1,2})(?!\d)/, order: [1, 2, 3] },
  { pattern: /\b(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/, order: [3, 2, 1] },
  { pattern: /\b(\d{1,2})\/(\d{1,2})\/(\d{4})(?!\d)/, order: [3, 0, 0] },
];

/** The first date with a year in a short text; `iso` is null where day and month can't be told apart. */
export function findDate(line: string): { iso: string | null; span: Span } | null {
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(line);
    if (!match) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    return {
      iso: order[1] === 0 ? slashed(match) : isoOf(match[order[0]], match[order[1]], match[order[2]]),
      span,
    };
  }
  return null;
}

function isoOf(year = '', month = '', day = ''): string | null {
  const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  const m = named > 0 ? named : Number(month);
  const d = Number(day);
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= 31)) return null;
  return `${year}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** 25/12/2025 and 12/25/2025 say which is the day; 4/12/2025 does not. */
function slashed(match: RegExpExecArray): string | null {
  const [, a = '', b = '', year] = match;
  if (Number(a) > 12) return isoOf(year, b, a);
  return Number(b) > 12 || a === b ? isoOf(year, a, b) : null;
}

const TIME =
  /\b\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|BST|CET|CEST|[ECMP][SD]?T|IST|EET))?/gi;
const NOISE =
  /\b(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?|published|updated|posted|modified|issued|released|created|revised|filed|date|last|on|at|\d+ min(?:ute)?s? read|[ap]\.?m\.?|GMT|UTC|BST|CET|E[SD]T)\b[.:]?/gi;
const BYLINE = /^(?:written |reported )?by\s+\p{Lu}/iu;
const LABELS = /^(?:source|outlet|publisher|publication|via|from)\s*:\s*/i;
const SMALL = new Set([
  'the',
  'of',
  'and',
  'for',
  'in',
  'by',
  'from',
  'at',
  'de',
  'la',
  'le',
  'el',
  'al',
  'der',
  'die',
  'das',
]);

export const isByline = (line: string): boolean =>
  line.length < 100 && BYLINE.test(line) && !/[.!?:]$/.test(line) && line.split(/\s+/).length <= 10;

/** Reads a line that is nothing but date, outlet, author and page words; null for any other line. */
export function readDateline(line: string): Dateline | null {
  if (line.length > 120) return null;
  const label = LABELS.exec(line);
  const date = findDate(line);
  if (!date) {
    if (!label || line.length > 60 || /[.!?]$/.test(line)) return null;
    return { date: null, dateSpan: null, outlet: { start: label[0].length, end: line.length } };
  }
  const blank = (part: string): string => ' '.repeat(part.length);
  const rest = withoutDates(line).replace(TIME, blank).replace(NOISE, blank);
  if (/[.!?]\s*$/.test(rest) || !onlyNames(rest)) return null;
  return { date: date.iso, dateSpan: date.span, outlet: outletIn(rest) };
}

/** Pages state when they were published and when they were updated. */
function withoutDates(line: string): string {
  const date = findDate(line);
  if (!date) return line;
  const { start, end } = date.span;
  return withoutDates(line.slice(0, start) + '|'.repeat(end - start) + line.slice(end));
}

const onlyNames = (rest: string): boolean =>
  (rest.match(/\p{L}[\p{L}\p{M}'’.]*/gu) ?? []).every(
    (word) => /^\p{Lu}/u.test(word) || SMALL.has(word) || /\.\w/.test(word),
  );

/** The first part between separators that is no author and no place in capitals before the date. */
function outletIn(rest: string): Span | null {
  // "NAIROBI, Kenya, Nov. 3 (Some Wire)": behind a place in capitals the brackets have the outlet.
  const agency = /^\s*\p{Lu}{3}/u.test(rest) ? /\(([^()|]{2,40})\)/.exec(rest) : null;
  if (agency !== null) return { start: agency.index + 1, end: agency.index + agency[0].length - 1 };
  for (const match of rest.matchAll(/[^|·•—–,/()[\]]+/g)) {
    const span = trimSpan(rest, { start: match.index, end: match.index + match[0].length });
    const part = rest.slice(span.start, span.end).replace(/^[-\s]+|[-\s]+$/g, '');
    if (!/\p{L}{2}/u.test(part) || part.endsWith(':') || BYLINE.test(part) || SMALL.has(part.toLowerCase()))
      continue;
    if (rest.charAt(match.index + match[0].length) === ',' && part === part.toUpperCase()) continue;
    const label = LABELS.exec(part);
    const start = rest.indexOf(part, span.start) + (label?.[0].length ?? 0);
    return { start, end: rest.indexOf(part, span.start) + part.length };
  }
  return null;
}

/** "(Sept. 3)" in the place of the outlet. */
const DAY_ALONE = new RegExp(`^(?:${MONTH}\\.? \\d{1,2}|\\d{1,2} ${MONTH}\\.?)$`, 'i');

/** "SOMETOWN, December 4, 2025 (Some Wire) -" before the first words of a paragraph. */
export function readWireDateline(opening: string): Dateline | null {
  const dash = /^\p{Lu}\p{L}{2}[^\n]{0,90}?(?:\s[–—_-]{1,2}\s|\s?—\s?)/u.exec(opening);
  if (!dash) return null;
  const head = dash[0];
  const bracket = /\(([^()]{2,40})\)/.exec(head);
  const agency = DAY_ALONE.test(bracket?.[1] ?? '') ? null : bracket;
  const date = findDate(head);
  if (!bracket && !date) return null;
  // "Aldermoor, 9 October 2025 –": in small letters only a place and a whole date.
  const spelled = /^\p{Lu}{3}/u.test(head);
  if (!spelled && (date === null || !onlyNames(withoutDates(head)) || head.split(' ').length > 8))
    return null;
  const start = (agency?.index ?? 0) + 1;
  return {
    date: date?.iso ?? null,
    dateSpan: date?.span ?? null,
    outlet: agency ? { start, end: start + (agency[1]?.length ?? 0) } : null,
  };
}
