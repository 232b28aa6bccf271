import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_NAMES,
  CURRENCY_SIGNS,
  DOLLAR_LETTERS,
  WEAK_CURRENCY_WORDS,
} from '../../lexicon/currencies.ts';
import { SCALE_ABBREVIATIONS, SCALES } from '../../lexicon/number-words.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, pastHyphen, startsUpper, textAt } from './token.ts';
import type { Suffix } from './unit.ts';

type Tokens = FigureTokens;

export interface Prefix {
  readonly code: string;
  readonly end: number;
}

const ACRONYM_CODES = new Set('COP ALL CUP PEN GEL ARS BAM MAD LAK TRY'.split(' '));

/** A currency in front of a number: "$", "US$", "$US", "AU $", "EUR", "RM". */
export function currencyPrefixAt(tokens: Tokens, i: number): Prefix | null {
  const sign = CURRENCY_SIGNS.get(textAt(tokens, i));
  if (sign !== undefined) {
    const letters =
      textAt(tokens, i) === '$' && gluedAt(tokens, i + 1) ? dollarLetters(tokens, i + 1) : undefined;
    return letters === undefined ? { code: sign, end: i + 1 } : { code: letters, end: i + 2 };
  }
  if (kindAt(tokens, i) !== 'word') return null;
  const next = CURRENCY_SIGNS.get(textAt(tokens, i + 1));
  if (next !== undefined && textAt(tokens, i + 1) === '$') {
    // "AU $5", but "A $5" is an article.
    const bound = gluedAt(tokens, i + 1) || textAt(tokens, i).length > 1;
    const letters = bound ? dollarLetters(tokens, i) : undefined;
    return letters === undefined ? null : { code: letters, end: i + 2 };
  }
  const letter = ONE_LETTER.get(textAt(tokens, i));
  if (letter !== undefined && isPriced(tokens, i)) return { code: letter, end: i + 1 };
  // "GH¢200"
  if (textAt(tokens, i) === 'GH' && textAt(tokens, i + 1) === '¢') return { code: 'GHS', end: i + 2 };
  const code = CURRENCY_CODES.get(textAt(tokens, i));
  if (code === undefined) return null;
  const dot = textAt(tokens, i + 1) === '.' && gluedAt(tokens, i + 1) ? 1 : 0;
  const end = i + 1 + dot + (next === code ? 1 : 0);
  // "COP 27", "TOP 10": acronyms of other things go with small whole numbers.
  if (ACRONYM_CODES.has(code) && /^\d{1,3}$/.test(textAt(tokens, end))) return null;
  return { code, end };
}

/** Rand, naira and kwacha, as the press of their countries writes them. */
const ONE_LETTER: ReadonlyMap<string, string> = new Map([
  ['R', 'ZAR'],
  ['N', 'NGN'],
  ['K', 'ZMW'],
]);

/** "R40 million", "N2.5bn", "R250m", "K1,200": only an amount that is grouped or scaled, as "R40" is a road or a class. */
function isPriced(tokens: Tokens, i: number): boolean {
  if (kindAt(tokens, i + 1) !== 'number' || !gluedAt(tokens, i + 1)) return false;
  const scale = lowerAt(tokens, i + 2);
  return (
    /\d[, \u00A0]\d{3}/.test(textAt(tokens, i + 1)) ||
    SCALES.has(scale) ||
    SCALE_ABBREVIATIONS.has(scale) ||
    (scale === 'm' && gluedAt(tokens, i + 2))
  );
}

function dollarLetters(tokens: Tokens, i: number): string | undefined {
  return startsUpper(textAt(tokens, i)) ? DOLLAR_LETTERS.get(lowerAt(tokens, i)) : undefined;
}

/** The currency named after a number: "dollars", "Danish crowns", "USD". `scaled`: a scale stands before. */
export function currencyAfter(tokens: Tokens, i: number, scaled: boolean): Suffix | null {
  const at = pastHyphen(tokens, i);
  const code = CURRENCY_CODES.get(textAt(tokens, at));
  if (code !== undefined && (textAt(tokens, at).length === 3 || code === 'INR'))
    return { kind: 'money', unit: code, end: at + 1 };
  const sign = CURRENCY_SIGNS.get(textAt(tokens, at));
  if (sign !== undefined && kindAt(tokens, at + 1) !== 'number')
    return { kind: 'money', unit: sign, end: at + 1 };
  for (let words = 2; words >= 0; words--) {
    const hit = namedCurrency(tokens, at, words, scaled);
    if (hit !== null) return hit;
  }
  return null;
}

/** The currency whose name stands `words` words after `i`, with those as its adjective. */
function namedCurrency(tokens: Tokens, i: number, words: number, scaled: boolean): Suffix | null {
  const name = CURRENCY_NAMES.get(lowerAt(tokens, i + words));
  if (name === undefined) return null;
  if (words === 0) {
    const word = lowerAt(tokens, i);
    if (
      WEAK_CURRENCY_WORDS.has(word) &&
      !scaled &&
      !word.startsWith('pound') &&
      !(word === 'p' && gluedAt(tokens, i)) &&
      word !== 'sen'
    )
      return null;
    if (word.startsWith('pound') && !scaled && !isMoneyPound(tokens, i + 1)) return null;
    return name.plain === '' ? null : { kind: 'money', unit: name.plain, end: i + 1 };
  }
  const adjective = words === 1 ? lowerAt(tokens, i) : `${lowerAt(tokens, i)}-${lowerAt(tokens, i + 1)}`;
  if (!CURRENCY_ADJECTIVES.has(adjective)) return null;
  const code = name.byAdjective.get(adjective);
  return code === undefined ? null : { kind: 'money', unit: code, end: i + words + 1 };
}

const MONEY_NOUNS = new Set(
  'fine prize note notes coin coins bill contract deal reward ticket salary loan grant bonus fee debt'.split(
    ' ',
  ),
);

/** Pounds are money where another currency stands in brackets, or before what is paid. */
const isMoneyPound = (tokens: Tokens, i: number): boolean =>
  MONEY_NOUNS.has(lowerAt(tokens, i)) ||
  (textAt(tokens, i) === '(' && currencyPrefixAt(tokens, i + 1) !== null);
