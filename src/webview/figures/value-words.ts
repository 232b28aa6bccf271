import type { Ledger, LedgerValue } from '../../core/desk/ledger.ts';
import { outletOf, standingText } from '../../core/desk/ledger-export.ts';
import { filled } from '../../core/text/wording.ts';
import { whenText } from '../place-words.ts';
import type { FiguresWords } from '../words.ts';

export const articleName = (ledger: Ledger, value: LedgerValue, words: FiguresWords): string =>
  `${outletOf(ledger, value.article)}, ${whenText(value, words)}`;

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
