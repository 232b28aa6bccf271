import { type Amount, amountOf } from './amount.ts';
import { type FigureTokens, gluedAt, kindAt, lowerAt, startsUpper, textAt } from './token.ts';

type Tokens = FigureTokens;

/** How far from a listed number the percent of another may stand, in tokens. */
const REACH = 24;

/** "Labour took 31.2%, the Greens 8.8 and the Liberals 12.4": a number behind a name, in a sentence that tells percents. */
export function listedShareAt(tokens: Tokens, i: number): Amount | null {
  const text = textAt(tokens, i);
  if (!/^\d{1,2}\.\d$/.test(text) || gluedAt(tokens, i)) return null;
  if (kindAt(tokens, i - 1) !== 'word' || !startsUpper(textAt(tokens, i - 1))) return null;
  const next = lowerAt(tokens, i + 1);
  if (!/^(?:[,.;)]|and|)$/.test(next) || !tellsPercents(tokens, i)) return null;
  const value = Math.round(Number(text) * 10) / 1000;
  return amountOf('percent', { value, upper: null, form: 'digits' }, null, i + 1);
}

/** A percent behind another name and number: "Labour took 31.2%", "Liberals 12.4 percent". */
function tellsPercents(tokens: Tokens, i: number): boolean {
  for (const step of [-1, 1])
    for (let at = i + step; Math.abs(at - i) < REACH; at += step) {
      if (/^(?:[.?!]|)$/.test(lowerAt(tokens, at))) break;
      if (/^(?:%|percent|pct|pc|per)$/.test(lowerAt(tokens, at)) && kindAt(tokens, at - 1) === 'number')
        return true;
    }
  return false;
}
