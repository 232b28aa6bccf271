import {
  DAY_PARTS,
  EASTER_HOLIDAYS,
  FIXED_HOLIDAYS,
  MONTHS,
  MOVING_HOLIDAYS,
  SEASONS,
  TIME_UNITS,
  WEEKDAYS,
} from '../../lexicon/calendar.ts';
import { COMPARATOR_STARTS } from '../../lexicon/comparators.ts';
import { CURRENCY_CODES, DOLLAR_LETTERS } from '../../lexicon/currencies.ts';
import { ORDINALS, PLURAL_SCALES, SCALES, SMALL_NUMBERS, TENS } from '../../lexicon/number-words.ts';

const FUNCTION_WORDS =
  'a an another half several few many between minus today yesterday tomorrow tonight last past previous recent this next coming early late mid the that every each hourly daily nightly weekly fortnightly monthly quarterly annually yearly now noon midday midnight end beginning start middle close q later earlier all following upcoming fiscal financial fy current black ash r once twice rest remainder fifties sixties seventies eighties nineties mondays tuesdays wednesdays thursdays fridays saturdays sundays';

const firstWord = (name: string): string => /^[\p{L}]+/u.exec(name)?.[0] ?? name;

/** Every word that a figure or date, with its comparator, may begin with; all else is passed over at once. */
const STARTS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS.split(' '),
  ...[SMALL_NUMBERS, TENS, SCALES, PLURAL_SCALES, ORDINALS].flatMap((words) => [...words.keys()]),
  ...[MONTHS, WEEKDAYS, SEASONS, TIME_UNITS, DAY_PARTS].flatMap((words) => [...words.keys()]),
  ...[FIXED_HOLIDAYS, MOVING_HOLIDAYS, EASTER_HOLIDAYS].flatMap((names) => [...names.keys()].map(firstWord)),
  ...[CURRENCY_CODES, DOLLAR_LETTERS].flatMap((codes) => [...codes.keys()].map((code) => code.toLowerCase())),
  ...COMPARATOR_STARTS,
]);

const IDLE_MARKS: ReadonlySet<string> = new Set([...'.,;:!?()[]“”"—•…&*']);

/** What a token's own characters tell of it. */
export interface FigureWord {
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** A figure or date may begin with it. */
  readonly begins: boolean;
}

export function figureWord(text: string): FigureWord {
  const first = text.charCodeAt(text.length > 1 && text.startsWith('.') ? 1 : 0);
  const digit = first >= 48 && first <= 57;
  const kind = digit && !DOTTED.test(text) ? 'number' : isWord(text) ? 'word' : 'mark';
  const lower = text.toLowerCase();
  const begins = kind === 'word' ? STARTS.has(lower) : kind === 'number' || !IDLE_MARKS.has(text);
  return { lower, kind, begins };
}

/** Dates ("13.2.2020"), versions and addresses: one mark, no number. */
const DOTTED = /\..*\./;

const isWord = (text: string): boolean => /^\p{L}/u.test(text);
