import type { Figure } from '../mentions/mention.ts';
import { bounded } from '../text/bounded.ts';
import { inEnglish, type Part, say, sideBySide, type Wording } from '../text/wording.ts';
import { timexWords } from './timex-text.ts';

let format: Intl.NumberFormat | undefined;
/** The format is made by the first figure, not while the editor starts: it takes milliseconds. */
const grouped = (n: number): string => {
  format ??= new Intl.NumberFormat('en', { maximumFractionDigits: 6 });
  return format.format(n);
};

/** A figure's normalised value in words: "more than USD 4,000,000,000", "5% of GDP", "about 40 km". */
export function figureWords(figure: Figure): Wording {
  const { measure, qualifier } = figure;
  const amount = amountOf(figure);
  const based = measure === null ? amount : say('{0} of {1}', amount, measure);
  const part = qualifier === null ? based : qualified(based, qualifier);
  return bounded(figure.comparator, part);
}

/** The same in English. */
export const figureText = (figure: Figure): string => inEnglish(figureWords(figure));

/** "46,000 vehicles a day", but "USD 5, by year-end". */
const qualified = (amount: Part, qualifier: string): Wording =>
  sideBySide(/^(?:an?|per|each|every)\s/i.test(qualifier) ? ' ' : ', ', amount, qualifier);

function amountOf({ kind, value, upper, unit }: Figure): Part {
  if (typeof value === 'string') return timexWords(value, kind === 'duration' ? kind : 'date', upper);
  const scale = kind === 'percent' ? 100 : 1;
  const written = kind === 'fraction' ? fractionText : (n: number) => grouped(n * scale);
  const numbers = [value, upper].filter((n) => n !== null).map(written);
  const amount = numbers.join('–');
  if (kind === 'percent') return `${amount}%`;
  if (unit === null) return amount;
  return kind === 'money' ? `${unit} ${amount}` : `${amount} ${unit}`;
}

/** Fractions as people say them, halves to tenths; others as decimals. */
function fractionText(value: number): string {
  for (let parts = 2; parts <= 10; parts++) {
    const share = Math.round(value * parts);
    if (Math.abs(share / parts - value) < 0.001) return `${share}/${parts}`;
  }
  return grouped(value);
}
