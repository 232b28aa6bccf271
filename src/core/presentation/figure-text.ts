import type { Figure } from '../mentions/mention.ts';

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
  const qualifier = figure.qualifier === null ? '' : `, ${figure.qualifier}`;
  return `${COMPARATORS[figure.comparator]}${amount}${base}${qualifier}`;
}

function amountText({ kind, value, upper, unit }: Figure): string {
  if (typeof value === 'string') return value;
  const scale = kind === 'percent' ? 100 : 1;
  const numbers = [value, upper].filter((n) => n !== null).map((n) => NUMBER.format(n * scale));
  const amount = numbers.join('–');
  if (kind === 'percent') return `${amount}%`;
  if (unit === null) return amount;
  return kind === 'money' ? `${unit} ${amount}` : `${amount} ${unit}`;
}
