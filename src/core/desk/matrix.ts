import type { ClaimKind } from '../claims/claim.ts';
import type { Kinship } from '../corpus/kinship.ts';
import type { ClaimRef, Relation } from '../counterparts/link.ts';
import type { Wording } from '../text/wording.ts';
import type { LedgerArticle } from './ledger.ts';

/**
 * What an article has of a claim. `said`: in the same words, or the same figure; `reworded`; `differs`: it says
 * otherwise; `reported`: in indirect speech, or without the quotation marks that another article has. Of what it has
 * nothing of: `absent`, or `unknown` where it can't tell, as one that is cut short.
 */
export type CellState = 'said' | 'reworded' | 'differs' | 'reported' | 'absent' | 'unknown';

/** An article of the story. */
export interface MatrixColumn extends LedgerArticle {
  /** False where it may say what was not found in it: it is cut short, or in a language that is not read. */
  readonly whole: boolean;
  /** An earlier column that it is a version of, or prints the text of: both are one source. */
  readonly kin: { readonly kinship: Kinship; readonly column: number } | null;
}

/** A claim where one article has it. */
export interface MatrixCell {
  /** Place of the article in the columns; with its path, `claim` is a `ClaimRef`. */
  readonly column: number;
  readonly claim: string;
  readonly state: Exclude<CellState, 'absent' | 'unknown'>;
  /** Its words in one line. */
  readonly words: string;
  /** Of a figure: its value in one form, and its sentence. */
  readonly value: Wording | null;
  readonly sentence: string | null;
  /** Its offset in the article, and its line, 1-based. */
  readonly start: number;
  readonly line: number;
  /** To the claim that the row is named after; null in its own cell. */
  readonly relation: Relation | null;
  /** What differs, in a word, or null. */
  readonly difference: string | null;
  /** It is possibly the same claim, and not counted. */
  readonly possible: boolean;
  readonly confirmedBy: string | null;
  /** How many more claims of the row the article has. */
  readonly more: number;
}

/** One claim over the story. */
export interface MatrixRow {
  /** Stays the same while the claim that the row is named after does. */
  readonly id: string;
  readonly kind: ClaimKind;
  readonly speaker: string | null;
  /** Who and what is named in it. */
  readonly names: readonly string[];
  /** The column whose claim the row is named after: the first that has it in its own kind. */
  readonly named: number;
  /** In order of columns; a column without a cell is absent, or unknown. */
  readonly cells: readonly MatrixCell[];
  /** Columns without a cell that can't tell, though they are whole: the words stand there otherwise. */
  readonly untold: readonly number[];
  /** How many articles say otherwise. */
  readonly differing: number;
  /** No other source has it, and all of them can tell. */
  readonly onlyHere: boolean;
}

/** Who of a story's articles says what: a row a claim, a column an article; plain data. */
export interface Matrix {
  readonly title: string;
  /** In order of publication. */
  readonly columns: readonly MatrixColumn[];
  /** In order of first publication: by the first article that has the claim, then as it stands there. */
  readonly rows: readonly MatrixRow[];
}

/** What an article has of a row, whether or not there is a cell. */
export const stateAt = (matrix: Matrix, row: MatrixRow, column: number): CellState =>
  cellAt(row, column)?.state ??
  (matrix.columns[column]?.whole && !row.untold.includes(column) ? 'absent' : 'unknown');

export const cellAt = ({ cells }: MatrixRow, column: number): MatrixCell | undefined =>
  cells.find((cell) => cell.column === column);

/** The claim that a cell shows, by its ids; null where the article has none. */
export function claimAt({ columns }: Matrix, row: MatrixRow, column: number): ClaimRef | null {
  const path = columns[column]?.path;
  const cell = cellAt(row, column);
  return path === undefined || cell === undefined ? null : { path, claim: cell.claim };
}

/** The claim that the row is named after. */
export const namedCell = (row: MatrixRow): MatrixCell | undefined => cellAt(row, row.named);

/** A row and a column as a list shows them. */
export const columnName = ({ outlet, path }: Pick<MatrixColumn, 'outlet' | 'path'>): string =>
  outlet ?? decodeURIComponent(path.slice(path.lastIndexOf('/') + 1));
