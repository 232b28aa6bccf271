import type { Figure } from '../mentions/mention.ts';
import { bounded } from '../text/bounded.ts';
import { type Part, say, sideBySide, type Wording } from '../text/wording.ts';
import { timexWords } from './timex-text.ts';

/** A figure's normalised value in words: "more than USD 4,000,000,000", "5% of GDP", "about 40 km". */
export function figureWords(figure: Figure): Wording {
  const { measure, qualifier } = figure;
  const amount = amountOf(figure);
  const based = measure === null ? amount : say('{0} of {1}', amount, measure);
  const part = qualifier === null ? based : qualified(based, qualifier);
  return bounded(figure.comparator, part);
}

/** "46,000 vehicles a day", but "USD 5, by year-end". */
const qualified = (amount: Part, qualifier: string): Wording =>
  sideBySide(/^(?:an?|per|each|every)\s/i.test(qualifier) ? ' ' : ', ', amount, qualifier);

function amountOf({ kind, value, upper, unit }: Figure): Part {
  if (typeof value === 'string') return timexWords(value, kind === 'duration' ? kind : 'date', upper);
  const scale = kind === 'percent' ? 100 : 1;
  const written = kind === 'fraction' ? fractionOf : (n: number) => ({ amount: n * scale });
  const amount = upper === null ? written(value) : sideBySide('–', written(value), written(upper));
  if (kind === 'percent') return say('{0}%', amount);
  if (unit === null) return amount;
  return kind === 'money' ? sideBySide(' ', unit, amount) : sideBySide(' ', amount, unit);
}

/** Fractions as people say them, halves to tenths; others as decimals. */
function fractionOf(value: number): Part {
  for (let parts = 2; parts <= 10; parts++) {
    const share = Math.round(value * parts);
    if (Math.abs(share / parts - value) < 0.001) return `${share}/${parts}`;
  }
  return { amount: value };
}
