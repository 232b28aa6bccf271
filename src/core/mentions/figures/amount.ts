import { durationValue, type TimeUnit } from '../../lexicon/calendar.ts';
import { UNIT_NAMES } from '../../lexicon/units.ts';
import type { FigureKind } from '../mention.ts';
import { countedAt, countedOf, phrase } from './count.ts';
import { currencyAfter, currencyPrefixAt, type Prefix } from './currency.ts';
import { exact, type NumberHit, numberAt } from './number.ts';
import { type FigureTokens, gluedAt, isHyphen, lowerAt, pastHyphen, textAt } from './token.ts';
import { rateAfter, type Suffix, unitAfter } from './unit.ts';

type Tokens = FigureTokens;

/** A number with what it measures, or a range of two. */
export interface Amount {
  readonly kind: FigureKind;
  readonly value: number | string;
  readonly upper: number | null;
  readonly unit: string | null;
  /** What it is counted by: "year" in "$5 a year". */
  readonly per: string | null;
  /** Index of the first token after it. */
  readonly end: number;
  /** Nothing tells what the number measures or counts. */
  readonly bare: boolean;
  readonly form: NumberHit['form'];
}

/** One side of a range: the number with the currency in front and the unit behind, where it has them. */
interface Side {
  readonly prefix: Prefix | null;
  readonly number: NumberHit;
  readonly suffix: Suffix | null;
  readonly negative: boolean;
  readonly end: number;
}

function sideAt(tokens: Tokens, i: number): Side | null {
  const minus = minusAt(tokens, i);
  const prefix = currencyPrefixAt(tokens, minus ? i + 1 : i) ?? hashPound(tokens, i);
  const number = numberAt(tokens, prefix?.end ?? (minus ? i + 1 : i), prefix !== null);
  if (number === null) return null;
  const suffix = suffixAt(tokens, number, prefix);
  return { prefix, number, suffix, negative: minus, end: suffix?.end ?? number.end };
}

/** Old wire copy has "#" for the pound sign; before a scaled number it is no number sign. */
function hashPound(tokens: Tokens, i: number): Prefix | null {
  if (textAt(tokens, i) !== '#' || !gluedAt(tokens, i + 1)) return null;
  const number = numberAt(tokens, i + 1, true);
  return number !== null && number.scale >= 1e6 ? { code: 'GBP', end: i + 1 } : null;
}

/** A sign that belongs to the number: after white space and straight before it. */
function minusAt(tokens: Tokens, i: number): boolean {
  const word = lowerAt(tokens, i);
  // "plus or minus 3 points" is a comparator.
  if (word === 'minus') return lowerAt(tokens, i - 1) !== 'or';
  const free = !gluedAt(tokens, i) || textAt(tokens, i - 1) === '(';
  return (word === '-' || word === '−') && free && gluedAt(tokens, i + 1);
}

function suffixAt(tokens: Tokens, number: NumberHit, prefix: Prefix | null): Suffix | null {
  const at = number.form === 'vague' && lowerAt(tokens, number.end) === 'of' ? number.end + 1 : number.end;
  const currency = currencyAfter(tokens, at, number.scale > 1);
  if (prefix === null) return currency ?? unitAfter(tokens, at);
  // "$249 USD", "US$ 5 billion dollars": the currency said twice.
  if (currency !== null && !isHyphen(tokens, at))
    return { kind: 'money', unit: prefix.code, end: currency.end };
  const us = lowerAt(tokens, at);
  if ((us === 'us' || us === 'u.s.') && textAt(tokens, at) !== 'us' && prefix.code === 'USD') {
    return { kind: 'money', unit: 'USD', end: at + 1 };
  }
  return null;
}

/** What stands before an amount and tells how to read "to" and "and" behind it. */
export type Lead = 'between' | 'from' | 'change' | 'none';

/** The amount that starts at `i`: "$3 billion to $5 billion", "15-20%", "3,000 companies". */
export function amountAt(tokens: Tokens, i: number, lead: Lead = 'none'): Amount | null {
  const first = sideAt(tokens, i);
  if (first === null) return null;
  const second = secondSide(tokens, first, lead);
  return second === null ? single(tokens, first) : range(tokens, first, second);
}

function single(tokens: Tokens, side: Side): Amount {
  const { number, prefix, suffix } = side;
  const value = side.negative ? -number.value : number.value;
  // "one hour and a half", "two metres and a half"
  const half =
    (suffix?.kind === 'duration' || suffix?.kind === 'quantity') &&
    HALF.every((word, k) => lowerAt(tokens, side.end + k) === word);
  const inches = suffix?.kind === 'quantity' && suffix.unit === 'ft' ? inchesAfter(tokens, side.end) : null;
  if (inches !== null) {
    const tall = { value: exact(value + inches / 12), upper: null, form: number.form };
    return measured(tokens, tall, prefix, suffix, side.end + 2);
  }
  const values = { value: half ? value + 0.5 : value, upper: number.upper, form: number.form };
  return measured(tokens, values, prefix, suffix, half ? side.end + HALF.length : side.end);
}

/** "6-foot-2" */
function inchesAfter(tokens: Tokens, i: number): number | null {
  const at = pastHyphen(tokens, i);
  return at > i && /^(?:[1-9]|1[01])$/.test(textAt(tokens, at)) ? Number(textAt(tokens, at)) : null;
}

const HALF = ['and', 'a', 'half'];

/** "fell by 51 to 1,624": what moves is so many times its move as no range is wide. */
const FAR = 5;

const CONNECTORS = new Set(['to', '-', '–', '—', '‑', 'or', 'and']);

function secondSide(tokens: Tokens, first: Side, lead: Lead): Side | null {
  if (first.number.form === 'vague') return null;
  // "18- to 29-year-olds"
  const suspends =
    isHyphen(tokens, first.end) && gluedAt(tokens, first.end) && lowerAt(tokens, first.end + 1) === 'to';
  const link = suspends ? first.end + 1 : first.end;
  const word = lowerAt(tokens, link);
  if (!CONNECTORS.has(word) || (word === 'and') !== (lead === 'between')) return null;
  const hyphen = word !== 'to' && word !== 'or' && word !== 'and';
  if (hyphen && gluedAt(tokens, link) !== gluedAt(tokens, link + 1)) return null;
  // "It raised $24 million — 933 times as much"
  if (word === '—' && !gluedAt(tokens, link)) return null;
  const next = word === 'to' && isHyphen(tokens, link + 1) ? link + 2 : link + 1;
  const second = sideAt(tokens, next);
  if (second === null || second.number.form === 'vague' || second.negative) return null;
  if (
    word === 'or' &&
    (first.number.form !== second.number.form || first.prefix !== null || first.suffix !== null)
  )
    return null;
  // "rose 5% to 7%": by the one, to the other.
  const far = second.number.value > FAR * first.number.value && second.number.scale === first.number.scale;
  if (word === 'to' && lead === 'change' && (unitOf(first) !== null || far)) return null;
  // "won 47% to 41%", "from 67% to 60%": two values; a dash between them is none of a range.
  const parted = hyphen || (word === 'to' && isPriceOrShare(first) && isPriceOrShare(second));
  if (parted && lowOf(first, second) > second.number.value) return null;
  return sameMeasure(first, second, lead) ? second : null;
}

const isPriceOrShare = ({ prefix, suffix }: Side): boolean =>
  prefix !== null || suffix?.kind === 'percent' || suffix?.kind === 'money';

/** The first number, with the second's scale where only that one has any. */
function lowOf({ number, negative }: Side, second: Side): number {
  const shared = number.scale === 1 && number.value <= second.number.value / second.number.scale;
  const low = shared ? number.value * second.number.scale : number.value;
  return negative ? -low : low;
}

function sameMeasure(first: Side, second: Side, lead: Lead): boolean {
  const [a, b] = [unitOf(first), unitOf(second)];
  if (a === null || a === b) return true;
  // "from 208 pounds to 193"; without "from" the second number is another thing.
  return (
    (b === null &&
      (first.suffix === null || lead === 'from') &&
      first.number.scale === second.number.scale) ||
    (b === null && first.prefix !== null && first.suffix === null)
  );
}

const unitOf = (side: Side): string | null =>
  side.prefix?.code ??
  (side.suffix === null ? null : side.suffix.kind === 'duration' ? side.suffix.time : side.suffix.unit);

/** Two sides as one amount; a scale or unit that only one has goes for both. */
function range(tokens: Tokens, first: Side, second: Side): Amount {
  const prefix = first.prefix ?? second.prefix;
  const suffix = second.suffix ?? first.suffix;
  const value = exact(lowOf(first, second));
  return measured(
    tokens,
    { value, upper: second.number.value, form: second.number.form },
    prefix,
    suffix,
    second.end,
  );
}

interface Values {
  readonly value: number;
  readonly upper: number | null;
  readonly form: NumberHit['form'];
}

function measured(
  tokens: Tokens,
  values: Values,
  prefix: Prefix | null,
  suffix: Suffix | null,
  end: number,
): Amount {
  if (prefix !== null) return rated(tokens, amountOf('money', values, prefix.code, end));
  if (suffix === null) return counted(tokens, values, end);
  if (suffix.kind === 'duration') return durationOf(values, suffix.time, end);
  if (suffix.kind === 'percent') {
    const upper = values.upper === null ? null : exact(values.upper / 100);
    return amountOf('percent', { value: exact(values.value / 100), upper, form: values.form }, null, end);
  }
  return rated(tokens, amountOf(suffix.kind, values, suffix.unit, end));
}

export const amountOf = (
  kind: FigureKind,
  { value, upper, form }: Values,
  unit: string | null,
  end: number,
  bare = false,
): Amount => ({ kind, value, upper, unit, per: null, end, bare, form });

export function durationOf(values: Values, time: TimeUnit, end: number): Amount {
  const value = values.form === 'vague' ? durationValue('X', time) : durationValue(values.value, time);
  return {
    kind: 'duration',
    value,
    upper: values.form === 'vague' ? null : values.upper,
    unit: null,
    per: null,
    end,
    bare: false,
    form: values.form,
  };
}

/** With "per gallon" or "a year" behind it, which is then part of the unit. */
function rated(tokens: Tokens, amount: Amount): Amount {
  const rate = rateAfter(tokens, amount.end);
  if (rate === null || amount.unit === null) return amount;
  const { kind, value, upper, bare, form } = amount;
  const unit = `${amount.unit} per ${rate.per}`;
  return { kind, value, upper, unit, per: rate.per, end: rate.end, bare, form };
}

function counted(tokens: Tokens, values: Values, end: number): Amount {
  if (lowerAt(tokens, end) === 'times') return amountOf('quantity', values, 'times', end + 1);
  const at = values.form === 'vague' && lowerAt(tokens, end) === 'of' ? end + 1 : end;
  // "thirty-odd shops"
  if (isHyphen(tokens, end) && lowerAt(tokens, end + 1) === 'odd')
    return { ...counted(tokens, { ...values, form: 'vague' }, end + 2), form: 'vague' };
  const among = perMany(tokens, end);
  if (among !== null) return amountOf('quantity', values, among.unit, among.end);
  const noun = countedAt(tokens, at, values.value === 1 && values.upper === null ? 1 : 2);
  if (noun === null) return amountOf('count', values, countedOf(tokens, end), end, true);
  // "517 rushing yards" measure, they don't count.
  const measure = UNIT_NAMES.get(lowerAt(tokens, noun.end - 1));
  if (measure !== undefined) return amountOf('quantity', values, measure, noun.end);
  return amountOf('count', values, noun.unit, noun.end);
}

/** "1.2 per 100,000 people": what is counted among so many. */
function perMany(tokens: Tokens, i: number): { unit: string; end: number } | null {
  const under = lowerAt(tokens, i) === 'per' ? numberAt(tokens, i + 1) : null;
  if (under === null || under.form === 'vague' || under.value < 10) return null;
  const mass = lowerAt(tokens, under.end) === 'population' ? under.end + 1 : under.end;
  const end = countedAt(tokens, under.end, 2)?.end ?? mass;
  return { unit: phrase(tokens, i, end - 1), end };
}
