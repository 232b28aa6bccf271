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
import { COMPARATOR_SECONDS, COMPARATOR_STARTS, COMPARATORS_BEFORE } from '../../lexicon/comparators.ts';
import { CURRENCY_CODES, DOLLAR_LETTERS } from '../../lexicon/currencies.ts';
import { ORDINALS, PLURAL_SCALES, SCALES, SMALL_NUMBERS, TENS } from '../../lexicon/number-words.ts';
import { UNIT_NAMES } from '../../lexicon/units.ts';

const FUNCTION_WORDS =
  'a an another half several few many between minus today yesterday tomorrow tonight last past previous recent this next coming early late mid the that every each hourly daily nightly weekly fortnightly monthly quarterly annually yearly now noon midday midnight end beginning start middle close q later earlier all following upcoming fiscal financial fy current black ash r n k gh once twice rest remainder hourlong hourslong daylong dayslong weeklong weekslong monthlong monthslong yearlong yearslong decadelong decadeslong ad a.d. a.d fifties sixties seventies eighties nineties mondays tuesdays wednesdays thursdays fridays saturdays sundays';

const HOLIDAYS = [FIXED_HOLIDAYS, MOVING_HOLIDAYS, EASTER_HOLIDAYS].flatMap((names) => [...names.keys()]);
/** Names of holidays in parts, an apostrophe and what stands behind it in one: "new", "year", "'s", "day". */
const PARTED = HOLIDAYS.map((name) => name.match(/'?\p{L}+|'/gu) ?? []);

/** Every word that a figure or date may begin with; all else is passed over at once. */
const STARTS: ReadonlySet<string> = new Set([
  ...FUNCTION_WORDS.split(' '),
  ...[SMALL_NUMBERS, TENS, SCALES, PLURAL_SCALES, ORDINALS].flatMap((words) => [...words.keys()]),
  ...[MONTHS, WEEKDAYS, SEASONS, TIME_UNITS, DAY_PARTS].flatMap((words) => [...words.keys()]),
  ...HOLIDAYS.filter((name) => /^\p{L}+$/u.test(name)),
]);
/** Words that begin the name of a holiday, and nothing else: "Black Friday". */
const HOLIDAY_STARTS: ReadonlySet<string> = new Set(PARTED.map(([first = '']) => first));

/** Codes of currencies have capitals: "ALL" is one, "all" is none. */
const isCode = (text: string, lower: string): boolean =>
  text !== lower && (CURRENCY_CODES.has(text) || DOLLAR_LETTERS.has(lower));

/** Words that begin one with the right word behind them only: half of all that might begin one are these. */
const LED: ReadonlySet<string> = new Set(['a', 'an', 'the', 'that']);

/** What else stands behind them: "the same day", "the foreseeable future", "a full day", "a little over", "a metre and a half". */
const BEHIND: ReadonlySet<string> = new Set([
  ...'same future foreseeable immediate distant weekend little full whole entire single further'.split(' '),
  ...COMPARATOR_SECONDS,
  ...UNIT_NAMES.keys(),
  ...PARTED.flatMap(([, second = '']) => [second, second.replace("'", '’')]),
]);

/** Marks with which a figure begins before a number only: "-5 degrees", "since ’69". */
const LED_MARKS: ReadonlySet<string> = new Set([..."-'’‘"]);

const IDLE_MARKS: ReadonlySet<string> = new Set([...'.,;:!?()[]“”"—•…&*', '’s', "'s"]);

/** What a token's own characters tell of it. */
export interface FigureWord {
  readonly lower: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Whether a figure or date may begin with it: `led` by it and a word that `follows`, `bound` by a comparator. */
  readonly begins: 'never' | 'led' | 'bound' | 'ever';
  /** It may stand behind a determiner or a comparator with which one begins. */
  readonly follows: boolean;
}

export function figureWord(text: string): FigureWord {
  const first = text.charCodeAt(text.length > 1 && text.startsWith('.') ? 1 : 0);
  const digit = first >= 48 && first <= 57;
  const kind = digit && !DOTTED.test(text) ? 'number' : isWord(text) ? 'word' : 'mark';
  const lower = text.toLowerCase();
  const begins = kind === 'word' ? wordBegins(text, lower) : markBegins(kind, text);
  return { lower, kind, begins, follows: begins !== 'never' || BEHIND.has(lower) };
}

function wordBegins(text: string, lower: string): FigureWord['begins'] {
  if (LED.has(lower)) return 'led';
  if (STARTS.has(lower) || isCode(text, lower)) return 'ever';
  if (!COMPARATOR_STARTS.has(lower)) return HOLIDAY_STARTS.has(lower) ? 'led' : 'never';
  return COMPARATORS_BEFORE.has(lower) ? 'led' : 'bound';
}

function markBegins(kind: FigureWord['kind'], text: string): FigureWord['begins'] {
  if (kind === 'number') return 'ever';
  if (LED_MARKS.has(text)) return 'led';
  return IDLE_MARKS.has(text) ? 'never' : 'ever';
}

/** Dates ("13.2.2020"), versions and addresses: one mark, no number. */
const DOTTED = /\..*\./;

const isWord = (text: string): boolean => /^\p{L}/u.test(text);
