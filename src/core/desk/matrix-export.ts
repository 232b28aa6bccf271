import type { ClaimKind } from '../claims/claim.ts';
import { filled } from '../text/wording.ts';
import {
  type CellState,
  cellAt,
  columnName,
  type Matrix,
  type MatrixCell,
  type MatrixColumn,
  type MatrixRow,
  namedCell,
  stateAt,
} from './matrix.ts';
import { rowWords } from './matrix-shown.ts';
import { markdownDocument, markdownTable, type Table } from './table.ts';

/** What is written around the claims, in the reader's language; `{0}` stands for what is filled in. */
export interface MatrixWords {
  readonly states: Readonly<Record<CellState, string>>;
  readonly kinds: Readonly<Record<ClaimKind, string>>;
  /** Column heads. */
  readonly kind: string;
  readonly speaker: string;
  readonly claim: string;
  readonly sentence: string;
  /** What differs, by the word that a link has for it. */
  readonly differences: Readonly<Record<string, string>>;
  /** “confirmed by {0}” */
  readonly confirmedBy: string;
  /** “possibly {0}” */
  readonly possibly: string;
  /** “line {0}” */
  readonly line: string;
  readonly articles: string;
  readonly undated: string;
}

/** A state never stands for itself by colour: each has a mark besides its word. */
export const MARKS: Readonly<Record<CellState, string>> = {
  said: '●',
  reworded: '≈',
  differs: '≠',
  reported: '»',
  absent: '–',
  unknown: '?',
};

export const stateWords = (
  { states, possibly }: Pick<MatrixWords, 'states' | 'possibly'>,
  state: CellState,
  possible: boolean,
): string => (possible ? filled(possibly, states[state]) : states[state]);

/** What differs, where something does: “ (value)”. */
export const differenceText = (
  { difference }: Pick<MatrixCell, 'difference'>,
  { differences }: Pick<MatrixWords, 'differences'>,
): string => (difference === null ? '' : ` (${differences[difference] ?? difference})`);

/** “differs (value): 17 hangers (line 12) · confirmed by Ada Wolfram · Records list cracks in 17 hangers.” */
function cellText(matrix: Matrix, row: MatrixRow, column: number, words: MatrixWords): string {
  const cell = cellAt(row, column);
  if (cell === undefined) return words.states[stateAt(matrix, row, column)];
  const state = stateWords(words, cell.state, cell.possible);
  return [
    `${state}${differenceText(cell, words)}: ${cell.words} (${filled(words.line, cell.line)})`,
    ...(cell.confirmedBy === null ? [] : [filled(words.confirmedBy, cell.confirmedBy)]),
    // That of the claim that the row is named after has a column of its own.
    ...(cell.sentence === null || column === row.named ? [] : [cell.sentence]),
  ].join(' · ');
}

const headOf = (column: MatrixColumn): string =>
  column.date === null ? columnName(column) : `${columnName(column)} (${column.date})`;

export function matrixTable(matrix: Matrix, rows: readonly MatrixRow[], words: MatrixWords): Table {
  return {
    head: [words.kind, words.speaker, words.claim, words.sentence, ...matrix.columns.map(headOf)],
    rows: rows.map((row) => [
      words.kinds[row.kind],
      row.speaker ?? '',
      rowWords(row),
      namedCell(row)?.sentence ?? '',
      ...matrix.columns.map((_, column) => cellText(matrix, row, column, words)),
    ]),
  };
}

export const matrixMarkdown = (matrix: Matrix, rows: readonly MatrixRow[], words: MatrixWords): string =>
  markdownDocument(matrix.title, [markdownTable(matrixTable(matrix, rows, words))], matrix.columns, words);
