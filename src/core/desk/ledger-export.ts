import { isOtherwise } from '../counterparts/link.ts';
import { filled, type Wording } from '../text/wording.ts';
import { escapedText } from './brief-markdown.ts';
import type { Ledger, LedgerMeasure, LedgerValue } from './ledger.ts';
import { columnName } from './matrix.ts';
import { markdownDocument, markdownTable, type Table } from './table.ts';

/** What is written around the figures, in the reader's language; `{0}` stands for what is filled in. */
export interface LedgerWords {
  readonly inWords: (wording: Wording) => string;
  /** Column heads. */
  readonly figure: string;
  readonly article: string;
  readonly date: string;
  readonly lineHead: string;
  readonly written: string;
  readonly value: string;
  readonly standing: string;
  readonly sentence: string;
  readonly articles: string;
  readonly undated: string;
  /** How a value stands to the first. */
  readonly first: string;
  readonly agrees: string;
  readonly differs: string;
  readonly differsBy: string;
  /** What differs, by the engine's word for it. */
  readonly differences: Readonly<Record<string, string>>;
  /** Units of lengths of time, by TIMEX3's letters. */
  readonly units: Readonly<Record<string, string>>;
}

export type ValueKind = 'same' | 'rounded' | 'differs';

/** To the first value; what is only rounded is no other value. */
export function kindOf({ relation, difference }: LedgerValue): ValueKind {
  if (!isOtherwise(relation)) return 'same';
  return difference === 'rounded' ? 'rounded' : 'differs';
}

/** How a value stands to the first, in a word. */
export function standingText(value: LedgerValue, words: LedgerWords): string {
  if (value.relation === null) return words.first;
  const kind = kindOf(value);
  const difference =
    value.difference === null ? null : (words.differences[value.difference] ?? value.difference);
  if (kind === 'same') return difference === null ? words.agrees : `${words.agrees} (${difference})`;
  return difference === null ? words.differs : filled(words.differsBy, difference);
}

/** What a measure is of, and in what unit. */
export function measureName({ what, unit, isDuration, values }: LedgerMeasure, words: LedgerWords): string {
  const scale = unit === null ? null : isDuration ? (words.units[unit] ?? unit) : unit;
  const name = what ?? values[0]?.words ?? '';
  const head = name.charAt(0).toUpperCase() + name.slice(1);
  return scale === null || scale === what ? head : `${head} (${scale})`;
}

export const outletOf = ({ articles }: Pick<Ledger, 'articles'>, article: number): string =>
  columnName(articles[article] ?? { outlet: null, path: '' });

/** An ISO day, and the time where it is known; `undated` where there is no day. */
export const isoWhen = (
  { day, time }: Pick<LedgerValue, 'day' | 'time'>,
  { undated }: { readonly undated: string },
): string => (day === null ? undated : [day, ...(time === null ? [] : [time])].join(' '));

const HEADS = ['article', 'date', 'lineHead', 'written', 'value', 'standing', 'sentence'] as const;

function valueCells(ledger: Ledger, value: LedgerValue, words: LedgerWords): string[] {
  const { article, line, words: written, sentence } = value;
  return [
    outletOf(ledger, article),
    isoWhen(value, words),
    String(line),
    written,
    value.value === null ? '' : words.inWords(value.value),
    standingText(value, words),
    sentence,
  ];
}

const heads = (words: LedgerWords): string[] => HEADS.map((head) => words[head]);

/** A row a value, with what it is of. */
export const ledgerTable = (
  ledger: Ledger,
  measures: readonly LedgerMeasure[],
  words: LedgerWords,
): Table => ({
  head: [words.figure, ...heads(words)],
  rows: measures.flatMap((measure) =>
    measure.values.map((value) => [measureName(measure, words), ...valueCells(ledger, value, words)]),
  ),
});

/** A table a measure. */
export const ledgerMarkdown = (
  ledger: Ledger,
  measures: readonly LedgerMeasure[],
  words: LedgerWords,
): string =>
  markdownDocument(
    ledger.title,
    measures.flatMap((measure) => [
      `## ${escapedText(measureName(measure, words))}`,
      markdownTable({
        head: heads(words),
        rows: measure.values.map((value) => valueCells(ledger, value, words)),
      }),
    ]),
    ledger.articles,
    words,
  );
