/** Row and column of the grid: row `HEADS` has the heads of columns, column 0 the heads of rows. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

export const HEADS = -1;

/** In pixels. */
export interface GridSizes {
  readonly row: number;
  /** Height of the heads of columns. */
  readonly head: number;
  /** Width of the heads of rows, and of an article's column. */
  readonly claim: number;
  readonly column: number;
}
