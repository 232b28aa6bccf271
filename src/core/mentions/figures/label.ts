import { LABELS, NOUN_STOPS, NUMBERED } from '../../lexicon/counting.ts';
import { CURRENCY_SIGNS } from '../../lexicon/currencies.ts';
import { DIRECTIONS } from '../../lexicon/directions.ts';
import type { BlockKind } from '../../text/article.ts';
import type { Amount } from './amount.ts';
import { type FigureTokens, gluedAt, isHyphen, kindAt, lowerAt, startsUpper, textAt } from './token.ts';

type Tokens = FigureTokens;

const GLUE = new Set(['.', '#', '_', ':', '@', '&']);

/** Cheap refusals: a number inside a word or name ("A380", "COVID-19"), the rest of a time or ratio. */
export function mayStart(tokens: Tokens, i: number): boolean {
  if (i >= tokens.length || /^0\d/.test(textAt(tokens, i))) return false;
  if (isPhone(tokens, i) || isAbroad(tokens, i)) return false;
  if (!gluedAt(tokens, i)) return true;
  const before = kindAt(tokens, i - 1);
  if (before === 'word' || before === 'number' || isHyphen(tokens, i - 1)) return false;
  // Inches behind feet: 6'3".
  if (/^['’′]$/.test(textAt(tokens, i - 1)) && gluedAt(tokens, i - 1) && kindAt(tokens, i - 2) === 'number')
    return false;
  if (textAt(tokens, i - 1) === '/') return CURRENCY_SIGNS.has(textAt(tokens, i));
  return !GLUE.has(textAt(tokens, i - 1)) && !CURRENCY_SIGNS.has(textAt(tokens, i - 1));
}

/** "555-0142": no count begins with a nought, and 555 stands for numbers that nobody has. */
const isPhone = (tokens: Tokens, i: number): boolean =>
  /^\d{3}$/.test(textAt(tokens, i)) &&
  isHyphen(tokens, i + 1) &&
  gluedAt(tokens, i + 1) &&
  gluedAt(tokens, i + 2) &&
  (textAt(tokens, i) === '555' ? /^\d{4}$/ : /^0\d{3}$/).test(textAt(tokens, i + 2));

/** "+44 113 496 0000" in any of its groups; "+3" is a change. */
function isAbroad(tokens: Tokens, i: number): boolean {
  let first = i;
  while (kindAt(tokens, first - 1) === 'number' && i - first < MOST_GROUPS) first--;
  if (textAt(tokens, first - 1) !== '+' || !gluedAt(tokens, first)) return false;
  return first < i || kindAt(tokens, i + 1) === 'number';
}
const MOST_GROUPS = 5;

/** "The 10.04 from Dunmore" is called after the time when it leaves. */
const isTrain = (tokens: Tokens, i: number): boolean =>
  lowerAt(tokens, i - 1) === 'the' &&
  /^\d{1,2}\.[0-5]\d$/.test(textAt(tokens, i)) &&
  /^(?:from|to)$/.test(lowerAt(tokens, i + 1)) &&
  startsUpper(textAt(tokens, i + 2));

const DETERMINERS = new Set("the a an its their his her our my your this that these those ’s 's".split(' '));

/** A number that names rather than counts: "Boeing 747", "Part 3", "5G", "the 787 airliner", "No. 1". */
export function isLabel(
  tokens: Tokens,
  i: number,
  amount: Amount,
  kind: BlockKind,
  compared: boolean,
): boolean {
  if (amount.kind === 'duration') return kind === 'paragraph' && isProgramme(tokens, i, amount);
  if (amount.kind !== 'count') return false;
  if (lowerAt(tokens, i) === 'one' && NOT_COUNTED.has(lowerAt(tokens, amount.end - 1))) return true;
  const before = textAt(tokens, i - 1);
  if (
    textAt(tokens, i + 1) === ':' &&
    gluedAt(tokens, i + 1) &&
    kindAt(tokens, i + 2) === 'number' &&
    gluedAt(tokens, i + 2)
  )
    return true;
  if (before === '#' || (before === '.' && lowerAt(tokens, i - 2) === 'no')) return true;
  if (/\p{Ll}\p{Lu}/u.test(before)) return true;
  if (amount.bare && amount.form === 'digits' && isDialled(tokens, i)) return true;
  if (LABELS.has(before.toLowerCase()) && (amount.bare || startsUpper(before))) return true;
  if (i === 0 && /^\d{1,2}$/.test(textAt(tokens, i)) && textAt(tokens, 1) === '.' && amount.end === 1)
    return true;
  if (amount.form === 'digits' && isNaming(tokens, i, amount.end)) return true;
  if (isTrain(tokens, i)) return true;
  // "a 200-plus crowd"
  if (isHyphen(tokens, amount.end) && lowerAt(tokens, amount.end + 1) === 'plus') return false;
  if (!amount.bare) return false;
  // "The 787" is a name, "the 1.9bn" is money.
  const isLarge = typeof amount.value === 'number' && amount.value >= MILLION;
  return joined(tokens, amount.end) || (!isLarge && isName(tokens, i, amount, kind, compared));
}

const MILLION = 1_000_000;

/** "in one emailed statement", "pulled one back" count none. */
const NOT_COUNTED = new Set('back statement email e-mail message memo interview tweet'.split(' '));

/** The rest of a telephone number: "01632 960 114". */
function isDialled(tokens: Tokens, i: number): boolean {
  for (let at = i - 1; at >= i - 4 && kindAt(tokens, at) === 'number'; at--)
    if (/^0\d/.test(textAt(tokens, at))) return true;
  return false;
}

/** "pier 4", but not "in the coastal district 120 people": with an article it has its noun already. */
function isNumbered(tokens: Tokens, i: number): boolean {
  if (!NUMBERED.has(textAt(tokens, i - 1)) || !/^\d{1,3}$/.test(textAt(tokens, i))) return false;
  const before = lowerAt(tokens, i - 2);
  return !DETERMINERS.has(before) && (NOUN_STOPS.has(before) || !DETERMINERS.has(lowerAt(tokens, i - 3)));
}

/** "17 Lorn Street" */
const isAddress = (tokens: Tokens, i: number): boolean =>
  startsUpper(textAt(tokens, i + 1)) &&
  [2, 3].some((k) =>
    /^(?:Street|Road|Avenue|Lane|Drive|Boulevard|Terrace|Crescent)$/.test(textAt(tokens, i + k)),
  );

/** "junctions 4 and 7" */
function isPaired(tokens: Tokens, i: number): boolean {
  const second = /^(?:and|to)$/.test(lowerAt(tokens, i - 1)) && kindAt(tokens, i - 2) === 'number';
  const noun = lowerAt(tokens, second ? i - 3 : i - 1);
  return noun.endsWith('s') && NUMBERED.has(noun.slice(0, -1)) && /^\d{1,3}$/.test(textAt(tokens, i));
}

/** "the Lorn 100 rises": what an index does, and "in Lorn 100 rises were counted". */
const isIndex = (tokens: Tokens, i: number, end: number): boolean =>
  end === i + 2 &&
  /^\d{2,4}$/.test(textAt(tokens, i)) &&
  kindAt(tokens, i - 1) === 'word' &&
  startsUpper(textAt(tokens, i - 1)) &&
  !/^(?:in|on|at|by|from)$/.test(lowerAt(tokens, i - 2)) &&
  DIRECTIONS.has(lowerAt(tokens, i + 1)) &&
  !/^(?:in|of|(?:we|a)re|ha(?:ve|d))$/.test(lowerAt(tokens, end));

/** Whether digits name something. */
const isNaming = (tokens: Tokens, i: number, end: number): boolean =>
  isAddress(tokens, i) || isPaired(tokens, i) || isNumbered(tokens, i) || isIndex(tokens, i, end);

/** "on “90 Minutes”": a span of time in capitals among small letters names something. */
function isProgramme(tokens: Tokens, i: number, { end, form }: Amount): boolean {
  const unit = textAt(tokens, end - 1);
  if (form !== 'digits' || !startsUpper(unit) || unit === unit.toUpperCase()) return false;
  return i > 0 && !(kindAt(tokens, i - 1) === 'word' && startsUpper(textAt(tokens, i - 1)));
}

/** Letters or a hyphen stand straight behind it: "5G", "777s", "737-800". */
const joined = (tokens: Tokens, end: number): boolean =>
  gluedAt(tokens, end) &&
  (kindAt(tokens, end) === 'word' || (isHyphen(tokens, end) && gluedAt(tokens, end + 1)));

/** No "2.3 million" nor "1,200": those name nothing. */
const isPlain = (tokens: Tokens, i: number, { end }: Amount): boolean =>
  end === i + 1 && /^\d+$/.test(textAt(tokens, i));

function isName(tokens: Tokens, i: number, amount: Amount, kind: BlockKind, compared: boolean): boolean {
  if (amount.form !== 'digits' && amount.value === 1) return true;
  if (compared) return false;
  if (amount.form === 'vague') return lowerAt(tokens, amount.end) !== 'of';
  if (amount.form === 'words') return lowerAt(tokens, i) === 'zero';
  const [before, after] = [textAt(tokens, i - 1), textAt(tokens, amount.end)];
  const noun = kindAt(tokens, amount.end) === 'word' && !NOUN_STOPS.has(after.toLowerCase());
  if (DETERMINERS.has(before.toLowerCase())) return noun || kindAt(tokens, amount.end) !== 'word';
  if (noun && startsUpper(after) && !gluedAt(tokens, amount.end) && isPlain(tokens, i, amount)) return true;
  if (kindAt(tokens, i - 1) !== 'word' || !startsUpper(before) || i < 2) return false;
  const title = kind === 'headline' || kind === 'heading';
  return !title || before === before.toUpperCase();
}
