import type { Matrix, MatrixRow } from '../../core/desk/matrix.ts';
import { matrixCsv, matrixMarkdown } from '../../core/desk/matrix-export.ts';
import type { ClaimsWords } from '../words.ts';
import { picture } from './picture.ts';

export type Format = 'csv' | 'md' | 'png';

export interface SavingOptions {
  readonly matrix: Matrix;
  /** Those that are shown, in their order. */
  readonly rows: readonly MatrixRow[];
  readonly words: ClaimsWords;
  readonly format: Format;
}

/** The table as it is shown, as a file's content; null where no picture can be drawn. */
export async function saved({
  matrix,
  rows,
  words,
  format,
}: SavingOptions): Promise<string | Uint8Array | null> {
  switch (format) {
    case 'csv':
      return matrixCsv(matrix, rows, words);
    case 'md':
      return matrixMarkdown(matrix, rows, words);
    case 'png':
      return picture(matrix, rows, words);
  }
}
