import { type Amount, amountOf } from './amount.ts';
import { countedAt } from './count.ts';
import { numberAt } from './number.ts';
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
import { unitAfter } from './unit.ts';

type Tokens = FigureTokens;

const SCORING = new Set(
  'beat beats beating won win wins winning lost lose loses defeat defeated defeats victory draw drew lead led leading leads score scored scoreline trail trailed trailing edged voted vote ruling ruled decision split ahead loss rout tie tied finished ended record goals down up'.split(
    ' ',
  ),
);

/** "2-1", "52-48": two numbers at the hyphen where the words around speak of a match or a vote. */
export function scoreAt(tokens: Tokens, i: number): Amount | null {
  if (kindAt(tokens, i) !== 'number') return null;
  if (lowerAt(tokens, i + 1) === 'for' && isInnings(tokens, i, i + 3)) return scored(tokens, i);
  if (!isHyphen(tokens, i + 1) || pastHyphen(tokens, i + 1) !== i + 2) return null;
  if (kindAt(tokens, i + 2) !== 'number' || isHyphen(tokens, i + 3)) return null;
  const [a, b] = [textAt(tokens, i), textAt(tokens, i + 2)];
  if (a.length > 3 || b.length > 3 || !Number.isInteger(Number(a)) || !Number.isInteger(Number(b)))
    return null;
  const sides = isSide(tokens, i - 1) && isSide(tokens, i + 3) && a.length + b.length < 4;
  const told = (): boolean =>
    [-1, -2, -3, -4, -5, 3, 4].some((k) => SCORING.has(lowerAt(tokens, i + k))) &&
    unitAfter(tokens, i + 3) === null &&
    countedAt(tokens, i + 3, 2) === null;
  if (!sides && !isSet(tokens, i) && !isInnings(tokens, i, i + 3) && !told()) return null;
  return scored(tokens, i);
}

const scored = (tokens: Tokens, i: number): Amount => {
  const [value, upper] = [Number(textAt(tokens, i)), Number(textAt(tokens, i + 2))];
  return amountOf('quantity', { value, upper, form: 'digits' }, 'score', i + 3);
};

/** "6-4, 3-6, 7-5": sets of tennis, each behind a comma. */
const isSet = (tokens: Tokens, i: number): boolean =>
  isGames(tokens, i) && (isGames(tokens, i + 4) || isGames(tokens, i - 4));

const isGames = (tokens: Tokens, i: number): boolean =>
  isHyphen(tokens, i + 1) &&
  /^(?:[0-6][67]|[67][0-6])$/.test(textAt(tokens, i) + textAt(tokens, i + 2)) &&
  (textAt(tokens, i + 3) === ',' || textAt(tokens, i - 1) === ',');

const CRICKET = new Set('stumps tea lunch close overs innings wickets declared'.split(' '));

/** "214-6 at stumps", "214 for 6 at tea": runs and wickets. */
const isInnings = (tokens: Tokens, i: number, end: number): boolean =>
  /^\d{2,3}$/.test(textAt(tokens, i)) &&
  /^(?:\d|10)$/.test(textAt(tokens, i + 2)) &&
  [0, 1, 2, 3].some((k) => CRICKET.has(lowerAt(tokens, end + k)));

/** "Orlan Town 4-2 Lorn Rovers": a name on either side. */
const isSide = (tokens: Tokens, i: number): boolean =>
  i >= 0 && kindAt(tokens, i) === 'word' && startsUpper(textAt(tokens, i));

/** How far before its numbers a ratio may be named: "the ratio of nurses to patients is 1:8". */
const RATIO_LEADS = [1, 2, 3, 4, 5, 6, 7, 8];
const ODDS = new Set('margin ratio odds advantage majority vote lead'.split(' '));

/** "two-to-one", "3:1", "10-to-1": the ratio as one number. */
export function ratioAt(tokens: Tokens, i: number): Amount | null {
  if (textAt(tokens, i + 1) !== ':' && lowerAt(tokens, i + 1) !== 'to' && !isHyphen(tokens, i + 1))
    return null;
  const over = numberAt(tokens, i);
  if (over === null || over.end !== i + 1) return null;
  const colon =
    textAt(tokens, over.end) === ':' && gluedAt(tokens, over.end) && gluedAt(tokens, over.end + 1);
  const to =
    isHyphen(tokens, over.end) && lowerAt(tokens, over.end + 1) === 'to' && isHyphen(tokens, over.end + 2);
  const spaced = lowerAt(tokens, over.end) === 'to' && ODDS.has(lowerAt(tokens, over.end + 2));
  const at = over.end + (colon || spaced ? 1 : 3);
  if (!colon && !to && !spaced) return null;
  const under = numberAt(tokens, at);
  if (under === null || under.value === 0 || under.end !== at + 1) return null;
  if (colon && !(textAt(tokens, at) === '1' || RATIO_LEADS.some((k) => lowerAt(tokens, i - k) === 'ratio')))
    return null;
  if (to && unitAfter(tokens, under.end) !== null) return null;
  const value = over.value / under.value;
  return amountOf('quantity', { value, upper: null, form: 'words' }, 'ratio', under.end);
}
