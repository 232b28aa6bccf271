import type { Figure } from '../../mentions/mention.ts';
import { bounded } from '../../text/bounded.ts';
import { UNITS } from '../../text/time-units.ts';
import {
  type Amount,
  asIs,
  inEnglish,
  type Part,
  say,
  sideBySide,
  type Wording,
} from '../../text/wording.ts';
import { digitsOf, type FigureMeasure } from './measure.ts';
import { PER } from './quantity.ts';

/** Both values in words, and how they stand to each other. */
export function valuesInWords(a: FigureMeasure, b: FigureMeasure, difference: string | null): Wording {
  const [x, y] = [shown(a.figure), shown(b.figure)];
  if (difference === null) return agreeing(a, b);
  if (difference === 'converted unit') return say('{0} is {1}, converted', x, y);
  if (difference === 'period' || difference === 'qualifier') {
    const [p, q] = [a.figure.qualifier, b.figure.qualifier];
    if (inEnglish(x) !== inEnglish(y)) return say('{0} against {1}', x, y);
    return p === null || q === null
      ? say('{0} on both sides, of other times', x)
      : say('{0} on both sides; {1} against {2}', x, p, q);
  }
  if (difference === 'date') return say('{0} against {1}, as of other days', x, y);
  if (difference === 'withdrawn') return say('{0} on both sides; one gives it only to take it back', x);
  if (difference === 'comparator' && inEnglish(x) === inEnglish(y))
    return say('{0} on both sides; {1} against {2}', x, comparator(a.figure), comparator(b.figure));
  const [p, q] = [bounded(a.figure.comparator, x), bounded(b.figure.comparator, y)];
  if (difference === 'currency') return say('{0} against {1}, not converted', p, q);
  if (difference !== 'rounded') return say('{0} against {1}', p, q);
  return digitsOf(a.quantity.value ?? 0) >= digitsOf(b.quantity.value ?? 0)
    ? say('{0}, rounded to {1}', p, q)
    : say('{0}, rounded to {1}', q, p);
}

function agreeing(a: FigureMeasure, b: FigureMeasure): Wording {
  const [x, y] = [shown(a.figure), shown(b.figure)];
  const [p, q] = [inEnglish(x), inEnglish(y)];
  if (p === q) return say('{0} on both sides', x);
  if ((a.quantity.upper === null) !== (b.quantity.upper === null))
    return say('{0} on both sides', a.quantity.upper === null ? x : y);
  if (a.quantity.group === 'date') {
    const [narrow, wide] = p.length > q.length ? [x, y] : [y, x];
    return say('{0}, within {1}', narrow, wide);
  }
  if (!sameShown(a, b)) return say('{0} is {1}', x, y);
  return say(
    '{0} on both sides',
    shown({ ...a.figure, measure: common(a.figure.measure, b.figure.measure) }),
  );
}

/** What two bases both say: "GDP" of "national GDP" and "annual GDP". */
function common(a: string | null, b: string | null): string | null {
  const [x, y] = [a, b].map((base) => (base ?? '').split(' ').reverse());
  let shared = 0;
  while (x?.[shared] !== undefined && x[shared] !== '' && x[shared] === y?.[shared]) shared++;
  return shared === 0 ? null : (x ?? []).slice(0, shared).reverse().join(' ');
}

/** Units that only count things may be called otherwise: "1,200 people", "1,200 residents". */
const sameShown = (a: FigureMeasure, b: FigureMeasure): boolean =>
  a.figure.unit === b.figure.unit || a.quantity.dimension === '' || !a.quantity.measured;

/** What is said of a figure by itself, where two figures differ in nothing else. */
const COMPARATORS: Readonly<Record<Figure['comparator'], Wording>> = {
  '=': say('as stated'),
  '>': say('more than'),
  '<': say('less than'),
  '>=': say('at least'),
  '<=': say('at most'),
  '~': say('about'),
};

const comparator = (figure: Figure): Wording => COMPARATORS[figure.comparator];

/** `USD 5,000,000,000`, `5% of GDP`, `3,000 companies`, `18 months`. */
function shown(figure: Figure): Wording {
  const { kind, unit, measure } = figure;
  if (typeof figure.value !== 'number')
    return kind === 'duration' ? lasting(figure.value) : dated(figure.value);
  const based = (amount: Part): Wording =>
    measure === null ? asIs(amount) : say('{0} of {1}', amount, measure);
  if (kind === 'percent' || kind === 'fraction') return based(say('{0}%', rounded(figure.value * 100, 4)));
  const from = rounded(figure.value, 10);
  const value = figure.upper === null ? from : sideBySide('–', from, rounded(figure.upper, 10));
  if (kind === 'money') {
    const [currency, per] = unit?.split(PER) ?? [];
    const amount = currency === undefined ? asIs(value) : sideBySide(' ', currency, value);
    return per === undefined ? amount : sideBySide(PER, amount, per);
  }
  return unit === null ? based(value) : sideBySide(' ', value, unit);
}

/** Without what binary fractions leave behind. */
const rounded = (value: number, digits: number): Amount => ({ amount: Number(value.toPrecision(digits)) });

/** "2031-02-27TNI" as "2031-02-27 night". */
function dated(value: string): Wording {
  const [, day = '', part = '', rest = ''] = /^(.*)T(\w\w)(.*)$/.exec(value) ?? [];
  if (part === '') return asIs(value);
  return sideBySide(' ', day, PARTS.get(part + rest) ?? part + rest);
}

const PARTS: ReadonlyMap<string, Wording> = new Map([
  ['MO', say('morning')],
  ['MI', say('midday')],
  ['AF', say('afternoon')],
  ['EV', say('evening')],
  ['NI', say('night')],
]);

/** "P18M" as "18 months". */
function lasting(duration: string): Wording {
  const [, clock = '', digits = '', letters = ''] = /^P(T?)([\d.]+)([A-Z]+)$/.exec(duration) ?? [];
  const unit = UNITS.get(clock + letters);
  if (unit === undefined) return asIs(duration);
  return Number(digits) === 1 ? unit.one : unit.many(digits);
}
