import { isOtherwise } from '../../core/counterparts/link.ts';
import type { Ledger, LedgerMeasure, LedgerValue } from '../../core/desk/ledger.ts';
import { filled } from '../../core/text/wording.ts';
import { outletOf, whenText } from '../place-words.ts';
import type { FiguresWords } from '../words.ts';

export type ValueKind = 'same' | 'rounded' | 'differs';

/** To the first value; what is only rounded is no other value. */
export function kindOf({ relation, difference }: LedgerValue): ValueKind {
  if (!isOtherwise(relation)) return 'same';
  return difference === 'rounded' ? 'rounded' : 'differs';
}

export const articleName = (ledger: Ledger, value: LedgerValue, words: FiguresWords): string =>
  `${outletOf(ledger, value.article)}, ${whenText(value, words)}`;

/** How a value stands to the first, in a word. */
export function standingText(value: LedgerValue, words: FiguresWords): string {
  if (value.relation === null) return words.first;
  const kind = kindOf(value);
  const difference =
    value.difference === null ? null : (words.differences[value.difference] ?? value.difference);
  if (kind === 'same') return difference === null ? words.agrees : `${words.agrees} (${difference})`;
  return difference === null ? words.differs : filled(words.differsBy, difference);
}

/** All that a plot says of a value, for who doesn't see it. */
export const valueLabel = (ledger: Ledger, value: LedgerValue, words: FiguresWords): string =>
  [
    articleName(ledger, value, words),
    filled(words.line, value.line),
    value.words,
    ...(value.from === null ? [words.offScale] : []),
    standingText(value, words),
    ...(value.more > 0 ? [filled(words.again, value.more)] : []),
    ...(value.confirmedBy === null ? [] : [filled(words.confirmedBy, value.confirmedBy)]),
  ].join(', ');

/** What a measure is of, and in what unit. */
export function measureName({ what, unit, isDuration, values }: LedgerMeasure, words: FiguresWords): string {
  const scale = unit === null ? null : isDuration ? (words.units[unit] ?? unit) : unit;
  const name = what ?? values[0]?.words ?? '';
  const head = name.charAt(0).toLocaleUpperCase() + name.slice(1);
  return scale === null || scale === what ? head : `${head} (${scale})`;
}
