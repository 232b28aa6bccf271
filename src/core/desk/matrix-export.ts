import type { ClaimKind } from '../claims/claim.ts';
import { filled } from '../text/wording.ts';
import { escapedText, link } from './brief-markdown.ts';
import {
  type CellState,
  cellAt,
  columnName,
  type Matrix,
  type MatrixColumn,
  type MatrixRow,
  stateAt,
} from './matrix.ts';
import { rowWords } from './matrix-shown.ts';

/** What is written around the claims, in the reader's language; `{0}` stands for what is filled in. */
export interface MatrixWords {
  readonly states: Readonly<Record<CellState, string>>;
  readonly kinds: Readonly<Record<ClaimKind, string>>;
  /** Column heads. */
  readonly kind: string;
  readonly speaker: string;
  readonly claim: string;
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

/** “differs: 17 hangers (line 12)” */
function cellText(matrix: Matrix, row: MatrixRow, column: number, words: MatrixWords): string {
  const cell = cellAt(row, column);
  if (cell === undefined) return words.states[stateAt(matrix, row, column)];
  const state = stateWords(words, cell.state, cell.possible);
  return `${state}: ${cell.words} (${filled(words.line, cell.line)})`;
}

const headOf = (column: MatrixColumn): string =>
  column.date === null ? columnName(column) : `${columnName(column)} (${column.date})`;

/** What stands in every export: a head, and rows of cells. */
function tableOf(
  matrix: Matrix,
  rows: readonly MatrixRow[],
  words: MatrixWords,
): readonly (readonly string[])[] {
  const head = [words.kind, words.speaker, words.claim, ...matrix.columns.map(headOf)];
  const body = rows.map((row) => [
    words.kinds[row.kind],
    row.speaker ?? '',
    rowWords(row),
    ...matrix.columns.map((_, column) => cellText(matrix, row, column, words)),
  ]);
  return [head, ...body];
}

/** RFC 4180, with a byte order mark: without it spreadsheets take the text for another encoding. */
export const matrixCsv = (matrix: Matrix, rows: readonly MatrixRow[], words: MatrixWords): string =>
  `\uFEFF${tableOf(matrix, rows, words)
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('')}`;

/** A cell that begins so is a formula to a spreadsheet, which could send elsewhere what stands beside it. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;

const csvCell = (text: string): string =>
  `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** A table, and below it the articles that it cites. */
export function matrixMarkdown(matrix: Matrix, rows: readonly MatrixRow[], words: MatrixWords): string {
  const [head = [], ...body] = tableOf(matrix, rows, words).map((cells) => cells.map(escapedText));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const sources = matrix.columns.map((column, at) => {
    const { title, date, url } = column;
    const facts = [columnName(column), `“${title}”`, date ?? words.undated].map(escapedText);
    return `${at + 1}. ${[...facts, ...(url === null ? [] : [link(url)])].join(', ')}`;
  });
  return [
    `# ${escapedText(matrix.title)}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...body.map(line),
    '',
    `## ${words.articles}`,
    '',
    ...sources,
    '',
  ].join('\n');
}
