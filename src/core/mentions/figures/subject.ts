import { MONTHS } from '../../lexicon/calendar.ts';
import { NOUN_STOPS } from '../../lexicon/counting.ts';
import { DIRECTIONS } from '../../lexicon/directions.ts';
import { SMALL_NUMBERS } from '../../lexicon/number-words.ts';
import { UNIT_NAMES } from '../../lexicon/units.ts';
import { phrase } from './count.ts';
import { type FigureTokens, gluedAt, isHyphen, kindAt, lowerAt } from './token.ts';

type Tokens = FigureTokens;

const ENDS = new Set(['.', ';', ':', '?', '!', ',', '(', ')', '“', '”', '"', '—', '–', '•']);

const VERBS = new Set(
  'exceed exceeds exceeded reach reaches reached hit hits totals totalled totaled spend spends spent cost costs pay pays paid raise raises push pushes allocate allocates allocated earmark pledge commit protect protects deliver delivers worth amount amounts stand stands stood top tops past remains remain account accounts sell sells sold buy buys bought invest invests win wins provide provides grant grants give gives gave send sends kill kills take takes took last lasts lend lends lent carry carries cover covers set go goes went come comes came run runs ran hold holds held make makes made see sees saw bring brings brought mean means meant include includes expect expects need needs want wants'.split(
    ' ',
  ),
);
/** Words that a verb follows. */
const BEFORE_VERB = new Set('will would can could may might shall should must to not did does do'.split(' '));
const TIME_WORD = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|decades?)$/;
/** Parts of another figure. */
const AMOUNT_WORD =
  /^(?:hundred|thousand|million|billion|trillion|cent|per|percent|lakh|crore|dollars?|euros?|pounds?|basis|percentage|points?|square|cubic)s?$/;

/** They say how the figure adds up, not what it is of. */
const MORE = new Set(['additional', 'further', 'extra', 'initial']);

const isVerbAt = (tokens: Tokens, at: number): boolean => {
  const word = lowerAt(tokens, at);
  return (
    VERBS.has(word) ||
    DIRECTIONS.has(word) ||
    /(?:[^e]ed|ing)$/.test(word) ||
    BEFORE_VERB.has(lowerAt(tokens, at - 1))
  );
};

/** In front of its verb, a word in -ing is a noun: "defence spending rose". */
function isContent(tokens: Tokens, at: number, verb: boolean): boolean {
  const word = lowerAt(tokens, at);
  if (kindAt(tokens, at) !== 'word' || NOUN_STOPS.has(word) || MORE.has(word) || word.length < 3)
    return false;
  if (SMALL_NUMBERS.has(word) || TIME_WORD.test(word) || MONTHS.has(word) || AMOUNT_WORD.test(word))
    return false;
  if (SPENDING.test(word) && !AUXILIARIES.has(lowerAt(tokens, at - 1))) return true;
  if (UNIT_NAMES.has(word) && /^(?:\d.*|square|cubic)$/.test(lowerAt(tokens, at - 1))) return false;
  return !isVerbAt(tokens, at) || isResult(tokens, at) || (verb && word.endsWith('ing') && !VERBS.has(word));
}

/** Nouns, as what money is for: "public spending". */
const SPENDING = /^(?:spend|lend|borrow|fund|hous|train|advertis|manufactur)ing$/;

/** "net loss", "operating losses" are what moves, and no move; "an annual cost of" is no verb. */
const isResult = (tokens: Tokens, at: number): boolean =>
  (lowerAt(tokens, at) === 'cost' && lowerAt(tokens, at + 1) === 'of') ||
  (/^(?:loss(?:es)?|gains?)$/.test(lowerAt(tokens, at)) &&
    /^(?:net|operating|pretax|pre-tax|annual|quarterly|total)$/.test(lowerAt(tokens, at - 1)));

const FURTHEST = 14;
const LONGEST_ASIDE = 16;

/**
 * What a figure is said of: the noun phrase before its verb, past an aside ("The pier, built in 1921, is 300
 * metres long") and what hangs on the phrase ("tolls on the road rose"), else the nearest words before it.
 */
export function subjectBefore(tokens: Tokens, start: number): string | null {
  let verb = false;
  let aside = false;
  let limit = Math.max(0, start - FURTHEST);
  for (let at = start - 1; at >= limit; at--) {
    const word = lowerAt(tokens, at);
    if (word === ',' && verb && !aside) {
      const open = asideBefore(tokens, at);
      if (open === -1) return null;
      aside = true;
      at = open;
      limit = Math.max(0, open - FURTHEST);
    } else if (ENDS.has(word)) return null;
    else if (isContent(tokens, at, verb)) return wholePhrase(tokens, at, verb);
    else if (isVerbAt(tokens, at) || AUXILIARIES.has(word)) verb = true;
  }
  return null;
}

const AUXILIARIES = new Set('is are was were be been has have had will would can could may might'.split(' '));

/** The comma that opens the aside which the comma at `close` ends; -1 where there is none. */
function asideBefore(tokens: Tokens, close: number): number {
  for (let at = close - 1; at > 0 && at >= close - LONGEST_ASIDE; at--) {
    const word = lowerAt(tokens, at);
    if (word === ',') return at;
    if (ENDS.has(word)) return -1;
  }
  return -1;
}

const HANGING = new Set('on of in for at from across between against with to'.split(' '));
const MOST_WORDS = 3;

/** Where the word begins that ends with the token at `at`: "flood-protection" is one. */
function beginOf(tokens: Tokens, at: number): number {
  let first = at;
  while (
    isHyphen(tokens, first - 1) &&
    gluedAt(tokens, first - 1) &&
    gluedAt(tokens, first) &&
    kindAt(tokens, first - 2) === 'word'
  )
    first -= 2;
  return first;
}

/** The phrase that ends at `last`; of a subject with what hangs on it, its head: "tolls on the road" are tolls. */
function wholePhrase(tokens: Tokens, last: number, subject: boolean, depth = 0): string {
  let first = beginOf(tokens, last);
  for (let words = 1; words < MOST_WORDS && isContent(tokens, first - 1, subject); words++)
    first = beginOf(tokens, first - 1);
  if (subject && depth < 2) {
    let at = first - 1;
    for (let n = 0; n < 2 && isModifier(tokens, at); n++) at--;
    const link = lowerAt(tokens, at);
    if (HANGING.has(link) && isContent(tokens, at - 1, subject)) {
      const head = wholePhrase(tokens, at - 1, subject, depth + 1);
      return link === 'of' ? `${head} ${phrase(tokens, at, last)}` : head;
    }
  }
  return phrase(tokens, first, last);
}

const DETERMINERS = new Set(
  'the a an its their his her our this that these those all such each every'.split(' '),
);

const isModifier = (tokens: Tokens, at: number): boolean =>
  DETERMINERS.has(lowerAt(tokens, at)) || /[^e]ed$/.test(lowerAt(tokens, at));
