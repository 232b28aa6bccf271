import { DIRECTIONS } from '../../lexicon/directions.ts';
import { type Amount, amountOf } from './amount.ts';
import { DONE_BY_SOME } from './context.ts';
import { countedAt } from './count.ts';
import { numberAt } from './number.ts';
import { digitsValue, shareOfScale, slashFractionAt, wordFractionAt } from './number-part.ts';
import { type FigureTokens, kindAt, lowerAt, pastHyphen, startsUpper, textAt } from './token.ts';
import { unitAfter } from './unit.ts';

type Tokens = FigureTokens;

const fraction = (value: number, end: number, form: Amount['form'] = 'words'): Amount =>
  amountOf('fraction', { value, upper: null, form }, null, end);

/** "two thirds", "a quarter of", "half of", "1/16 of a pint", "one in three", "one out of three Germans". */
export function fractionAt(tokens: Tokens, i: number): Amount | null {
  return (
    oneInAt(tokens, i) ??
    oneOfManyAt(tokens, i) ??
    writtenFraction(tokens, i) ??
    halfAt(tokens, i) ??
    slashFraction(tokens, i)
  );
}

/** "between a third and a half" */
export function fractionsAt(tokens: Tokens, i: number): Amount | null {
  const low = wordFractionAt(tokens, i);
  if (low === null || lowerAt(tokens, low.end) !== 'and') return null;
  const half = lowerAt(tokens, low.end + 1) === 'half';
  const high = half ? { value: 0.5, end: low.end + 2 } : wordFractionAt(tokens, low.end + 1);
  if (high === null || high.value <= low.value || isNounNext(tokens, high.end)) return null;
  return amountOf('fraction', { value: low.value, upper: high.value, form: 'words' }, null, high.end);
}

function writtenFraction(tokens: Tokens, i: number): Amount | null {
  const hit = wordFractionAt(tokens, i);
  if (hit === null || shareOfScale(tokens, i) !== null) return null;
  const single = lowerAt(tokens, i) === 'a' || lowerAt(tokens, i) === 'an';
  // "a third term" counts, "a third of" divides.
  if (single && !SHARES.has(lowerAt(tokens, hit.end)) && !isShareAlone(tokens, i, hit.end)) return null;
  if (hit.end === i + 2 && lowerAt(tokens, i) === 'one' && lowerAt(tokens, hit.end - 1) === 'second')
    return null;
  const unit = unitAfter(tokens, hit.end);
  if (unit !== null && unit.kind === 'duration') return null;
  return fraction(hit.value, hit.end);
}

/** "fell by nearly a third last winter": a share that is no adjective, as no noun follows. */
const isShareAlone = (tokens: Tokens, i: number, end: number): boolean =>
  (lowerAt(tokens, i - 1) === 'than' && !isNounNext(tokens, end)) ||
  ([1, 2, 3].some((k) => lowerAt(tokens, i - k) === 'by') && !isNounNext(tokens, end)) ||
  (DIRECTIONS.has(lowerAt(tokens, i - 1)) && !isNounNext(tokens, end) && !isGoal(tokens, i, end)) ||
  DONE_BY_SOME.has(lowerAt(tokens, end)) ||
  (lowerAt(tokens, i - 1) === 'which' && lowerAt(tokens, i - 2) === 'of');

/** "added a fourth in stoppage time" */
const isGoal = (tokens: Tokens, i: number, end: number): boolean =>
  /^add(?:s|ed|ing)$/.test(lowerAt(tokens, i - 1)) &&
  /^(?:in|from|after|with|before)$/.test(lowerAt(tokens, end));

export const isNounNext = (tokens: Tokens, at: number): boolean =>
  kindAt(tokens, at) === 'word' && !AFTER_SHARE.has(lowerAt(tokens, at));

const AFTER_SHARE = new Set(
  'last this next since in on at to from over during between by within after before behind compared year when while and or but as for with among of'.split(
    ' ',
  ),
);

const SHARES = new Set('of more less higher lower fewer bigger smaller larger'.split(' '));

const AFTER_HALF = new Set([
  'of',
  'the',
  'its',
  'their',
  'his',
  'her',
  'our',
  'my',
  'your',
  'that',
  'those',
  'these',
  'all',
]);

function halfAt(tokens: Tokens, i: number): Amount | null {
  if (lowerAt(tokens, i) !== 'half') return null;
  if (!AFTER_HALF.has(lowerAt(tokens, i + 1)) && !isShareAlone(tokens, i, i + 1)) return null;
  if (['first', 'second', 'other', 'better', 'latter', 'a', 'and', '-'].includes(lowerAt(tokens, i - 1)))
    return null;
  return fraction(0.5, i + 1);
}

function slashFraction(tokens: Tokens, i: number): Amount | null {
  const hit = slashFractionAt(tokens, i);
  if (hit === null) return null;
  const under = digitsValue(textAt(tokens, hit.end - 1));
  const over = digitsValue(textAt(tokens, i));
  const usual = over === 1 || [2, 3, 4, 5, 8, 10, 16, 32, 64, 100].includes(under);
  return usual ? fraction(hit.value, hit.end, 'digits') : null;
}

/** "one voter in ten", "one child in every 20": no "one man in 20 minutes". */
function oneOfManyAt(tokens: Tokens, i: number): Amount | null {
  if (lowerAt(tokens, i) !== 'one' || !isNounNext(tokens, i + 1) || lowerAt(tokens, i + 2) !== 'in')
    return null;
  const under = numberAt(tokens, lowerAt(tokens, i + 3) === 'every' ? i + 4 : i + 3);
  if (under === null || under.upper !== null || under.form === 'vague') return null;
  if (!Number.isInteger(under.value) || under.value < 2 || under.value > 1000) return null;
  if (unitAfter(tokens, under.end) !== null || countedAt(tokens, under.end, 2) !== null) return null;
  return fraction(1 / under.value, under.end);
}

/** "one in three", "1 in 5", "two out of three", "a two-in-three chance". */
function oneInAt(tokens: Tokens, i: number): Amount | null {
  const link = pastHyphen(tokens, i + 1);
  if (!['in', 'out', 'of'].includes(lowerAt(tokens, link))) return null;
  const over = numberAt(tokens, i);
  if (over === null || over.end !== i + 1 || over.upper !== null) return null;
  const out = lowerAt(tokens, link) === 'out' && lowerAt(tokens, link + 1) === 'of';
  const every = lowerAt(tokens, link) === 'in' && (over.value === 1 || lowerAt(tokens, link + 1) === 'every');
  const hyphened = lowerAt(tokens, link) === 'in' && link > i + 1;
  const ten = lowerAt(tokens, link) === 'of' && /^(?:10|ten|100)$/.test(lowerAt(tokens, link + 1));
  // "3 in 5", "four in ten", but not "two in 12 hours"
  const few =
    lowerAt(tokens, link) === 'in' &&
    over.value < 10 &&
    /^(?:[3-9]|10|100|three|four|five|six|seven|eight|nine|ten)$/.test(lowerAt(tokens, link + 1));
  if (!out && !every && !ten && !hyphened && !(few && unitAfter(tokens, link + 2) === null)) return null;
  const at = pastHyphen(tokens, link + (out || lowerAt(tokens, link + 1) === 'every' ? 2 : 1));
  const under = numberAt(tokens, at);
  if (
    under === null ||
    under.value <= over.value ||
    under.value > 1e6 ||
    ((every || hyphened || few) && kindAt(tokens, i) !== kindAt(tokens, at) && !isStyled(tokens, i, under))
  )
    return null;
  if (under.value >= 1000 && under.form === 'digits' && !textAt(tokens, at).includes(',')) return null;
  const noun = countedAt(tokens, under.end, 2);
  return fraction(over.value / under.value, noun?.end ?? under.end);
}

/** "One in 12 trains", "about one in 20", "seven in 10": words below ten, digits above; "lost one in 15 games" counts. */
const isStyled = (tokens: Tokens, i: number, { value, end }: { value: number; end: number }): boolean =>
  value === 10 ||
  (value > 10 &&
    unitAfter(tokens, end) === null &&
    (startsUpper(textAt(tokens, i)) ||
      /^(?:about|around|nearly|almost|roughly|just|only|than)$/.test(lowerAt(tokens, i - 1))));
