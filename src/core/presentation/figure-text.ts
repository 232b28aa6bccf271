import type { Figure } from '../mentions/mention.ts';
import { timexText } from './timex-text.ts';

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

const COMPARATORS: Readonly<Record<Figure['comparator'], string>> = {
  '=': '',
  '>': 'more than ',
  '<': 'less than ',
  '>=': 'at least ',
  '<=': 'at most ',
  '~': 'about ',
};

/** A figure's normalised value in words: "more than USD 4,000,000,000", "5% of GDP", "about 40 km". */
export function figureText(figure: Figure): string {
  const amount = amountText(figure);
  const base = figure.measure === null ? '' : ` of ${figure.measure}`;
  const qualifier = figure.qualifier === null ? '' : `${joint(figure.qualifier)}${figure.qualifier}`;
  return `${COMPARATORS[figure.comparator]}${amount}${base}${qualifier}`;
}

function amountText({ kind, value, upper, unit }: Figure): string {
  if (typeof value === 'string') return timexText(value, kind === 'duration' ? kind : 'date', upper);
  const scale = kind === 'percent' ? 100 : 1;
  const written = kind === 'fraction' ? fractionText : (n: number) => NUMBER.format(n * scale);
  const numbers = [value, upper].filter((n) => n !== null).map(written);
  const amount = numbers.join('–');
  if (kind === 'percent') return `${amount}%`;
  if (unit === null) return amount;
  return kind === 'money' ? `${unit} ${amount}` : `${amount} ${unit}`;
}

/** "46,000 vehicles a day", but "USD 5, by year-end". */
const joint = (qualifier: string): string => (/^(?:an?|per|each|every)\s/i.test(qualifier) ? ' ' : ', ');

/** Fractions as people say them, halves to tenths; others as decimals. */
function fractionText(value: number): string {
  for (let parts = 2; parts <= 10; parts++) {
    const share = Math.round(value * parts);
    if (Math.abs(share / parts - value) < 0.001) return `${share}/${parts}`;
  }
  return NUMBER.format(value);
}
