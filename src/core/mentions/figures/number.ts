import {
  PLURAL_SCALES,
  SCALE_ABBREVIATIONS,
  SCALE_LETTERS,
  SCALES,
  SMALL_NUMBERS,
  TENS,
  VULGAR_FRACTIONS,
} from '../../lexicon/number-words.ts';
import { digitsValue, isSlash, shareOfScale, slashFractionAt } from './number-part.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, pastHyphen, textAt } from './token.ts';

/** A number as written, before what it counts is known. */
export interface NumberHit {
  readonly value: number;
  /** The other end, for vague amounts ("tens of millions"). */
  readonly upper: number | null;
  /** Index of the first token after it. */
  readonly end: number;
  readonly form: 'digits' | 'words' | 'vague';
  /** What the mantissa was multiplied by: 1 where no scale word stands. */
  readonly scale: number;
}

/** Rounds off what binary fractions add: 0.29 × 100 is 29. */
export const exact = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(12));

type Tokens = FigureTokens;

/** The number that starts at `i`. `money`: after a currency, where a lone "m" or "b" is a scale. */
export function numberAt(tokens: Tokens, i: number, money = false): NumberHit | null {
  if (kindAt(tokens, i) === 'number') return digitsAt(tokens, i, money);
  if (VULGAR_FRACTIONS.has(textAt(tokens, i))) {
    return withScale(
      tokens,
      { value: VULGAR_FRACTIONS.get(textAt(tokens, i)) ?? 0, end: i + 1 },
      'digits',
      money,
    );
  }
  if (kindAt(tokens, i) !== 'word') return null;
  return vagueAt(tokens, i) ?? multipleAt(tokens, i) ?? wordsAt(tokens, i);
}

function digitsAt(tokens: Tokens, i: number, money: boolean): NumberHit | null {
  let value = digitsValue(textAt(tokens, i));
  let end = i + 1;
  const slash = fractionAfter(tokens, end);
  const glyph = VULGAR_FRACTIONS.get(textAt(tokens, end));
  if (glyph !== undefined) {
    value += glyph;
    end++;
  } else if (slash !== null) {
    value += slash.value;
    end = slash.end;
  } else if (isSlash(tokens, end) && kindAt(tokens, end + 1) === 'number' && gluedAt(tokens, end + 1)) {
    return null;
  }
  return withScale(tokens, { value, end }, 'digits', money);
}

/** "1/2" in "5 1/2" or "5-1/2". */
function fractionAfter(tokens: Tokens, i: number): { value: number; end: number } | null {
  const at = pastHyphen(tokens, i);
  const hit = slashFractionAt(tokens, at);
  return hit !== null && hit.value < 1 ? hit : null;
}

/** Scale words and abbreviations after a mantissa: "4 billion", "1.2bn", "half a million". */
function withScale(
  tokens: Tokens,
  from: { value: number; end: number },
  form: NumberHit['form'],
  money: boolean,
): NumberHit {
  let { value, end } = from;
  let scale = 1;
  for (;;) {
    const at = pastHyphen(tokens, end);
    const next = scaleAt(tokens, at, money);
    if (next === null) break;
    scale *= next;
    end = at + 1;
    if (next < 100) break;
  }
  value *= scale;
  return { value: exact(value), upper: null, end, form, scale };
}

function scaleAt(tokens: Tokens, i: number, money: boolean): number | null {
  const word = lowerAt(tokens, i);
  const named = SCALES.get(word) ?? SCALE_ABBREVIATIONS.get(word);
  if (named !== undefined) return word === 'k' && !gluedAt(tokens, i) ? null : named;
  const letter = SCALE_LETTERS.get(word);
  if (letter === undefined) return null;
  if (money) return letter;
  // "35m of its devices", "12.3m tonnes": a metre is not followed by what it counts. "4.3M" is no unit.
  if (!gluedAt(tokens, i)) return null;
  if (textAt(tokens, i) === 'M' || textAt(tokens, i) === 'B') return letter;
  const next = lowerAt(tokens, i + 1);
  if (word === 't') return null;
  return isCounted(next) || (word === 'm' && isMillionsBefore(tokens, i)) ? letter : null;
}

const isCounted = (next: string): boolean =>
  next === 'of' || next === 'people' || /^\p{Ll}{3,}s$/u.test(next);

/** "212m passengers, up from 198m": what is compared is counted in the same. */
function isMillionsBefore(tokens: Tokens, i: number): boolean {
  if (!/^(?:from|to|than|with|against)$/.test(lowerAt(tokens, i - 2))) return false;
  for (let k = i - 3; k > 0 && k > i - COMPARED; k--)
    if (lowerAt(tokens, k) === 'm' && gluedAt(tokens, k) && isCounted(lowerAt(tokens, k + 1))) return true;
  return false;
}
/** Tokens between two numbers that are compared. */
const COMPARED = 16;

/** "tens of millions", "dozens of", "several hundred": the scale and ten times the scale. */
function vagueAt(tokens: Tokens, i: number): NumberHit | null {
  let end = i;
  let low = 1;
  const word = lowerAt(tokens, i);
  if (word === 'several' || (word === 'few' && lowerAt(tokens, i - 1) !== 'very')) {
    const scale = SCALES.get(lowerAt(tokens, i + 1));
    if (scale === undefined) return null;
    return { value: scale, upper: scale * 10, end: i + 2, form: 'vague', scale };
  }
  while (PLURAL_SCALES.has(lowerAt(tokens, end))) {
    low *= PLURAL_SCALES.get(lowerAt(tokens, end)) ?? 1;
    if (lowerAt(tokens, end + 1) !== 'of')
      return end > i ? { value: low, upper: low * 10, end: end + 1, form: 'vague', scale: low } : null;
    end += 2;
  }
  if (end === i) return null;
  const tail = SCALES.get(lowerAt(tokens, end));
  return {
    value: low * (tail ?? 1),
    upper: low * (tail ?? 1) * 10,
    end: tail === undefined ? end - 1 : end + 1,
    form: 'vague',
    scale: low,
  };
}

/** "a hundred", "half a million", "half a dozen", "a couple of hundred". */
function multipleAt(tokens: Tokens, i: number): NumberHit | null {
  const word = lowerAt(tokens, i);
  if (word === 'half') {
    const at = lowerAt(tokens, i + 1) === 'a' ? i + 2 : pastHyphen(tokens, i + 1);
    return SCALES.has(lowerAt(tokens, at))
      ? withScale(tokens, { value: 0.5, end: at }, 'words', false)
      : null;
  }
  const part = shareOfScale(tokens, i);
  if (part !== null) return withScale(tokens, part, 'words', false);
  if (word !== 'a' && word !== 'an') return null;
  const scale = SCALES.get(lowerAt(tokens, i + 1));
  if (scale === undefined) return null;
  const tail = wordsAt(tokens, i + 1, 1);
  if (tail !== null) return andAHalf(tokens, tail, scale);
  return null;
}

/** "… point seven five" after a number in words, as people say it. */
function pointAfter(tokens: Tokens, hit: NumberHit): NumberHit {
  if (lowerAt(tokens, hit.end) !== 'point') return hit;
  let digits = '';
  let end = hit.end + 1;
  for (; digits.length < 6; end++) {
    const digit = SMALL_NUMBERS.get(lowerAt(tokens, end));
    if (digit === undefined || digit > 9) break;
    digits += digit;
  }
  if (digits === '') return hit;
  return withScale(tokens, { value: hit.value + Number(`0.${digits}`), end }, 'words', false);
}

const HALVES: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['quarter', 1 / 4],
]);

/** "… and a half", "… and a quarter" after a number in words, which may take a scale ("two and a half million"). */
function andAHalf(tokens: Tokens, hit: NumberHit, unit: number): NumberHit {
  const [and, a, part = ''] = [0, 1, 2].map((k) => lowerAt(tokens, hit.end + k));
  const share = HALVES.get(part);
  if (and !== 'and' || (a !== 'a' && a !== 'one') || share === undefined) return hit;
  return withScale(tokens, { value: hit.value + unit * share, end: hit.end + 3 }, 'words', false);
}

/** Cardinals in words: "twenty-eight thousand six hundred forty-two", "one billion", "nine and a half". */
function wordsAt(tokens: Tokens, i: number, implied = 0): NumberHit | null {
  let total = 0;
  let group = implied;
  let size = implied === 0 ? 0 : 1; // how much the last word may still be added to: 1 a unit, 2 tens
  let lastScale = 1;
  let end = i;
  for (let at = i; ; at = nextNumberWord(tokens, end)) {
    const word = lowerAt(tokens, at);
    const small = SMALL_NUMBERS.get(word);
    const tens = TENS.get(word);
    const scale = SCALES.get(word);
    if (small !== undefined && (size === 0 || size === 3 || (size === 2 && small > 0 && small < 10))) {
      group += small;
      size = 1;
    } else if (tens !== undefined && (size === 0 || size === 3)) {
      group += tens;
      size = 2;
    } else if (scale !== undefined && size !== 0) {
      if (scale === 100 || scale === 12) group *= scale;
      else {
        // "three lakh crore", "five thousand crore"
        if (group === 0 && (total === 0 || scale <= lastScale)) break;
        total = group === 0 ? total * scale : total + group * scale;
        group = 0;
      }
      lastScale = scale;
      size = 3;
    } else break;
    end = at + 1;
  }
  if (end === i) return null;
  const hit: NumberHit = { value: total + group, upper: null, end, form: 'words', scale: lastScale };
  return implied === 0 ? pointAfter(tokens, andAHalf(tokens, hit, lastScale)) : hit;
}

/** Where the next word of the same number may stand: past a hyphen, or past "and" after a scale. */
function nextNumberWord(tokens: Tokens, end: number): number {
  const at = pastHyphen(tokens, end);
  if (at !== end) return at;
  const afterScale = SCALES.has(lowerAt(tokens, end - 1));
  const next = lowerAt(tokens, end + 1);
  return afterScale && lowerAt(tokens, end) === 'and' && (SMALL_NUMBERS.has(next) || TENS.has(next))
    ? end + 1
    : end;
}
