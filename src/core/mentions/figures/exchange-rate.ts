import { CURRENCY_NAMES } from '../../lexicon/currencies.ts';
import { type Amount, amountAt, amountOf } from './amount.ts';
import { type FigureTokens, lowerAt, textAt } from './token.ts';

type Tokens = FigureTokens;

/** "$1 = 0.7870 pounds": what one unit of a currency is in another. */
export function exchangeRateAt(tokens: Tokens, i: number): Amount | null {
  const one = amountAt(tokens, i);
  if (one?.kind !== 'money' || one.value !== 1 || textAt(tokens, one.end) !== '=') return null;
  const other = amountAt(tokens, one.end + 1);
  if (other === null || typeof other.value !== 'number' || other.upper !== null) return null;
  // Beside a currency pounds are no weight.
  const unit =
    other.kind === 'money' ? other.unit : CURRENCY_NAMES.get(lowerAt(tokens, other.end - 1))?.plain;
  if (unit === undefined || unit === null || unit === '' || one.unit === null) return null;
  const rate = { value: other.value, upper: null, form: other.form };
  return { ...amountOf('money', rate, `${unit} per ${one.unit}`, other.end), per: one.unit };
}
