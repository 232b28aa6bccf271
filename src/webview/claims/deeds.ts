import type { ClaimRef } from '../../core/counterparts/link.ts';
import {
  cellAt,
  claimAt,
  columnName,
  type Matrix,
  type MatrixCell,
  type MatrixRow,
} from '../../core/desk/matrix.ts';
import { filled } from '../../core/text/wording.ts';
import type { FromPage } from '../protocol.ts';
import type { ClaimsWords, Deed } from '../words.ts';

interface Link {
  readonly from: ClaimRef;
  readonly to: ClaimRef;
}

interface Place {
  readonly matrix: Matrix;
  readonly row: MatrixRow;
  readonly column: number;
  readonly words: ClaimsWords;
}

/** What can be done with a cell: only one beside the claim that the row is named after is a link. */
export const deedsFor = (cell: MatrixCell, isNamed: boolean): readonly Deed[] => [
  ...(isNamed ? [] : cell.confirmedBy === null ? (['confirm', 'reject'] as const) : (['withdraw'] as const)),
  'annotate',
  'copy',
];

/** Both ends of the link that a cell stands for; null where it is none. */
export function linkAt(matrix: Matrix, row: MatrixRow, column: number): Link | null {
  const [from, to] = [claimAt(matrix, row, row.named), claimAt(matrix, row, column)];
  return from === null || to === null || column === row.named ? null : { from, to };
}

const DECIDED = { confirm: 'confirmed', reject: 'rejected', withdraw: 'withdrawn' } as const;

/** What the extension is asked to do; null where the cell has nothing that it could be done with. */
export function deedMessage(deed: Deed, { matrix, row, column, words }: Place): FromPage | null {
  const cell = cellAt(row, column);
  const article = matrix.columns[column];
  if (!cell || !article || !deedsFor(cell, column === row.named).includes(deed)) return null;
  const link = linkAt(matrix, row, column);
  switch (deed) {
    case 'confirm':
    case 'reject':
    case 'withdraw':
      return link && { kind: 'decide', decision: DECIDED[deed], ...link };
    case 'annotate':
      return { kind: 'note', ref: { path: article.path, claim: cell.claim } };
    case 'copy': {
      const source = [columnName(article), article.date ?? words.undated, filled(words.line, cell.line)];
      const url = article.url === null ? [] : [article.url];
      return { kind: 'copy', text: `${cell.sentence ?? cell.words} (${[...source, ...url].join(', ')})` };
    }
  }
}
