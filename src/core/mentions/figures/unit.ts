import { TIME_UNITS, type TimeUnit } from '../../lexicon/calendar.ts';
import {
  isLooseSign,
  LONGEST_UNIT_NAME,
  RATE_NOUNS,
  UNIT_NAMES,
  UNIT_SIGNS,
  UNIT_STARTS,
} from '../../lexicon/units.ts';
import {
  type FigureTokens,
  gluedAt,
  isHyphen,
  kindAt,
  lowerAt,
  pastHyphen,
  startsUpper,
  textAt,
} from './token.ts';

type Tokens = FigureTokens;

/** What stands after a number and says what it measures. `end`: index of the first token after it. */
export type Suffix =
  | { readonly kind: 'percent' | 'money' | 'quantity' | 'count'; readonly unit: string; readonly end: number }
  | { readonly kind: 'duration'; readonly time: TimeUnit; readonly end: number };

/** Percent, percentage and basis points, spans of time, ages, units of measure, in this order. */
export function unitAfter(tokens: Tokens, i: number): Suffix | null {
  const at = pastHyphen(tokens, i);
  return percentAt(tokens, at) ?? timeAt(tokens, at) ?? unitNameAt(tokens, at) ?? unitSignAt(tokens, i);
}

const PERCENT = new Set(['%', 'percent', 'pct', 'percentage']);

function percentAt(tokens: Tokens, i: number): Suffix | null {
  const word = lowerAt(tokens, i);
  let end = i + 1;
  if (word === 'per' && lowerAt(tokens, i + 1) === 'cent') end = i + 2;
  // "up 12pc"; a "3-pc set" has pieces, and a PC is a constable or a computer.
  else if (!PERCENT.has(word) && (textAt(tokens, i) !== 'pc' || isHyphen(tokens, i - 1))) return null;
  const points = pastHyphen(tokens, end);
  if (lowerAt(tokens, points) === 'point' || lowerAt(tokens, points) === 'points') {
    return { kind: 'quantity', unit: 'percentage point', end: points + 1 };
  }
  return word === 'percentage' ? null : { kind: 'percent', unit: '%', end };
}

const TIME_ADJECTIVES = new Set(
  'more further additional extra previous consecutive straight successive full whole working business calendar long'.split(
    ' ',
  ),
);

/** "years", "-year-old", "years of age", "hours". */
function timeAt(tokens: Tokens, i: number): Suffix | null {
  if (TIME_ADJECTIVES.has(lowerAt(tokens, i)) && !isHyphen(tokens, i + 1)) i++;
  const time = TIME_UNITS.get(lowerAt(tokens, i));
  // "11 second-half minutes"
  if (time === undefined || (time === 'second' && isHyphen(tokens, i + 1))) return null;
  const at = pastHyphen(tokens, i + 1);
  const word = lowerAt(tokens, at);
  if (word === 'old' || word === 'olds') return { kind: 'quantity', unit: `${time}s old`, end: at + 1 };
  if (word === 'of' && lowerAt(tokens, at + 1) === 'age')
    return { kind: 'quantity', unit: `${time}s old`, end: at + 2 };
  return { kind: 'duration', time, end: i + 1 };
}

function unitNameAt(tokens: Tokens, i: number): Suffix | null {
  if (!UNIT_STARTS.has(lowerAt(tokens, i))) return null;
  let name = '';
  let hit: Suffix | null = null;
  let at = i;
  for (let n = 0; n < LONGEST_UNIT_NAME; n++) {
    const word = lowerAt(tokens, at);
    if (word === '') break;
    const hyphen = n > 0 && isHyphen(tokens, at - 1);
    name = n === 0 ? word : `${name}${hyphen ? '-' : ' '}${word}`;
    const unit = UNIT_NAMES.get(name) ?? UNIT_NAMES.get(name.replaceAll('-', ' '));
    if (unit !== undefined) hit = { kind: 'quantity', unit, end: at + 1 };
    at = pastHyphen(tokens, at + 1);
  }
  return hit;
}

const EXTENTS = new Set('long wide high tall deep thick away apart above below'.split(' '));

/** "km/h" */
function overUnit(tokens: Tokens, name: string, slash: number): Suffix | null {
  if (textAt(tokens, slash) !== '/' || !gluedAt(tokens, slash) || !gluedAt(tokens, slash + 1)) return null;
  const unit = UNIT_NAMES.get(`${name}/${lowerAt(tokens, slash + 1)}`);
  return unit === undefined ? null : { kind: 'quantity', unit, end: slash + 2 };
}

/** A sign with its case, and what stands after a slash: "5 W", "10 kV/cm", "311 km²". */
function unitSignAt(tokens: Tokens, i: number): Suffix | null {
  const at = pastHyphen(tokens, i);
  const written = textAt(tokens, at);
  if (written === '°' || written === 'º') {
    const scale = lowerAt(tokens, at + 1);
    const known = scale === 'c' || scale === 'f';
    return {
      kind: 'quantity',
      unit: known ? `°${scale.toUpperCase()}` : 'degree',
      end: at + (known ? 2 : 1),
    };
  }
  // "24 m wide"; "24 m" alone may be millions.
  if (written === 'm' && EXTENTS.has(lowerAt(tokens, at + 1)))
    return { kind: 'quantity', unit: 'm', end: at + 1 };
  const over = overUnit(tokens, written, at + 1);
  if (over !== null) return over;
  const sign = UNIT_SIGNS.get(written);
  if (sign === undefined) return null;
  const power = powerAt(tokens, at + 1);
  const slash =
    textAt(tokens, power.end) === '/' && gluedAt(tokens, power.end)
      ? UNIT_SIGNS.get(textAt(tokens, power.end + 1))
      : undefined;
  if (slash !== undefined) {
    const under = powerAt(tokens, power.end + 2);
    return { kind: 'quantity', unit: `${sign}${power.text}/${slash}${under.text}`, end: under.end };
  }
  const close =
    gluedAt(tokens, i) ||
    isLooseSign(written) ||
    (written.length === 1 && startsUpper(written) && written !== 'A');
  return close ? { kind: 'quantity', unit: sign + power.text, end: power.end } : null;
}

function powerAt(tokens: Tokens, i: number): { text: string; end: number } {
  const word = textAt(tokens, i);
  if (gluedAt(tokens, i) && (word === '2' || word === '²')) return { text: '²', end: i + 1 };
  if (gluedAt(tokens, i) && (word === '3' || word === '³')) return { text: '³', end: i + 1 };
  return { text: '', end: i };
}

/** Behind a slash: "90 km/h". */
const HOURS: ReadonlyMap<string, string> = new Map([
  ['h', 'hour'],
  ['hr', 'hour'],
  ['s', 'second'],
  ['sec', 'second'],
]);

/** What an amount is counted by, "per gallon", "a year", "-a-day": the unit and the index after it. */
export function rateAfter(tokens: Tokens, i: number): { per: string; end: number } | null {
  const at = pastHyphen(tokens, i);
  const word = lowerAt(tokens, at);
  const thing = pastHyphen(tokens, at + 1);
  const noun = HOURS.get(lowerAt(tokens, thing)) ?? lowerAt(tokens, thing);
  const known = TIME_UNITS.has(noun) || RATE_NOUNS.has(noun) || UNIT_NAMES.has(noun);
  if (word === 'per' && noun !== 'cent' && kindAt(tokens, thing) === 'word') {
    // "per kilowatt-hour", "per man-hour"
    if (pastHyphen(tokens, thing + 1) > thing + 1 && lowerAt(tokens, thing + 2) === 'hour')
      return { per: `${noun}-hour`, end: thing + 3 };
    // "per diluted share"
    const next = lowerAt(tokens, thing + 1);
    const modified = !known && !isHyphen(tokens, thing + 1) && (RATE_NOUNS.has(next) || UNIT_NAMES.has(next));
    return modified ? { per: next, end: thing + 2 } : { per: noun, end: thing + 1 };
  }
  // "$5 a year earlier"
  if (/^(?:earlier|later|ago)$/.test(lowerAt(tokens, thing + 1))) return null;
  if ((word === 'a' || word === 'an') && known && !noun.endsWith('s')) {
    return { per: TIME_UNITS.get(noun) ?? UNIT_NAMES.get(noun) ?? noun, end: thing + 1 };
  }
  if (word === '/' && gluedAt(tokens, at) && known) return { per: noun, end: thing + 1 };
  return null;
}
