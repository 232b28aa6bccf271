import { type Amount, amountOf } from './amount.ts';
import { countedAt } from './count.ts';
import { numberAt } from './number.ts';
import { type FigureTokens, isHyphen, kindAt, lowerAt, textAt } from './token.ts';
import { unitAfter } from './unit.ts';

type Tokens = FigureTokens;

const AGE_LEADS = new Set('aged ages age of at , and or is was turned turns'.split(' '));

/** Who does so "at 21" is so old. */
const AT_AGE = new Set('dead died dies married retired orphaned widowed debuted'.split(' '));

/** An age without its unit: "aged 49", "at the age of 56", "Okafor, 66,". */
export function ageAt(tokens: Tokens, i: number): Amount | null {
  const several = agesAt(tokens, i) ?? ageOfMany(tokens, i);
  if (several !== null) return several;
  if (!AGE_LEADS.has(lowerAt(tokens, i - 1))) return null;
  const number = numberAt(tokens, i);
  if (number === null || number.value > 125 || number.upper !== null) return null;
  const before = lowerAt(tokens, i - 1);
  const more =
    /^(?:and|or)$/.test(before) &&
    kindAt(tokens, i - 2) === 'number' &&
    /^(?:aged|ages)$/.test(lowerAt(tokens, i - 3));
  const young =
    before === 'at' && AT_AGE.has(lowerAt(tokens, i - 2)) && unitAfter(tokens, number.end) === null;
  const alone =
    number.end >= tokens.length ||
    kindAt(tokens, number.end) === 'mark' ||
    /^(?:and|but|or|in|with|after|from|of|to)$/.test(lowerAt(tokens, number.end));
  const own =
    /^(?:is|was|turned|turns)$/.test(before) &&
    /^(?:who|she|he)$/.test(lowerAt(tokens, i - 2)) &&
    kindAt(tokens, number.end) === 'mark' &&
    number.value > 1;
  const named =
    more ||
    own ||
    (young && alone) ||
    before === 'aged' ||
    before === 'ages' ||
    before === 'age' ||
    (before === 'of' && lowerAt(tokens, i - 2) === 'age') ||
    (before === 'at' && lowerAt(tokens, i - 2) === 'aged');
  if (!named && !isApposition(tokens, i, number.end)) return null;
  if (unitAfter(tokens, number.end) !== null) return null;
  const { value, form, end } = number;
  return amountOf('quantity', { value, upper: null, form }, 'years old', end);
}

/** "aged between 50 and 79", "aged 6 to 11" */
function agesAt(tokens: Tokens, i: number): Amount | null {
  const between = lowerAt(tokens, i - 1) === 'between';
  if (!/^(?:aged|ages)$/.test(lowerAt(tokens, between ? i - 2 : i - 1))) return null;
  const low = numberAt(tokens, i);
  if (low === null || !(between ? /^and$/ : /^(?:to|-|–)$/).test(lowerAt(tokens, low.end))) return null;
  const high = numberAt(tokens, low.end + 1);
  if (high === null || high.value <= low.value || high.value > 125) return null;
  if (low.upper !== null || high.upper !== null || unitAfter(tokens, high.end) !== null) return null;
  return amountOf('quantity', { value: low.value, upper: high.value, form: low.form }, 'years old', high.end);
}

const MANY = new Set('people men women adults children those anyone everyone voters'.split(' '));

/** "people over 65" */
function ageOfMany(tokens: Tokens, i: number): Amount | null {
  if (!/^(?:over|under)$/.test(lowerAt(tokens, i - 1)) || !MANY.has(lowerAt(tokens, i - 2))) return null;
  const number = /^\d{1,2}$/.test(textAt(tokens, i)) ? numberAt(tokens, i) : null;
  if (number === null || number.end !== i + 1 || isHyphen(tokens, number.end)) return null;
  if (unitAfter(tokens, number.end) !== null || countedAt(tokens, number.end, 2) !== null) return null;
  return amountOf('quantity', { value: number.value, upper: null, form: 'digits' }, 'years old', number.end);
}

/** "A guard, 59, was hit": who has an age behind a comma. */
const PERSONS = new Set(
  'man woman boy girl guard driver student pupil teenager suspect victim passenger mother father son daughter brother sister wife husband widow rider cyclist pedestrian motorist farmer worker nurse teacher soldier officer neighbour neighbor gunman attacker defendant resident'.split(
    ' ',
  ),
);

/** "Name, 66," or "Name, 66." after a capitalised word. */
function isApposition(tokens: Tokens, i: number, end: number): boolean {
  if (kindAt(tokens, i) !== 'number' || end !== i + 1 || textAt(tokens, i - 1) !== ',') return false;
  const junior = textAt(tokens, i - 2) === '.' && /^[JS]r$/.test(textAt(tokens, i - 3));
  const name = textAt(tokens, junior ? i - 3 : i - 2);
  if (PERSONS.has(name)) return textAt(tokens, end) === ',';
  if (!/^\p{Lu}\p{Ll}/u.test(name) || kindAt(tokens, junior ? i - 3 : i - 2) !== 'word') return false;
  const after = textAt(tokens, end);
  return [',', ';', ')', ''].includes(after) || (after === '.' && /^\d{2}$/.test(textAt(tokens, i)));
}
