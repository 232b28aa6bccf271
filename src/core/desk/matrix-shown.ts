import type { ClaimKind } from '../claims/claim.ts';
import { inEnglish, type Wording } from '../text/wording.ts';
import { cellAt, type Matrix, type MatrixRow, namedCell } from './matrix.ts';
import { folded } from './words.ts';

/** What of a matrix is shown; what is not named does not narrow it. */
export interface MatrixFilter {
  readonly kind?: ClaimKind;
  readonly standing?: 'differing' | 'onlyHere' | 'shared';
  readonly speaker?: string;
  readonly name?: string;
  /** Words that all have to be in the claim, as any article has it, its value, its speaker or its names, in any order. */
  readonly words?: string;
}

/** `article`: as one article tells them, those of others below. */
export type MatrixOrder =
  | { readonly by: 'disagreement' }
  | { readonly by: 'publication' }
  | { readonly by: 'article'; readonly path: string };

/** The rows that are shown, in their order. */
export function shownRows(
  matrix: Matrix,
  filter: MatrixFilter,
  order: MatrixOrder,
  textOf: TextOf = searchedIn(inEnglish),
): readonly MatrixRow[] {
  const words = folded(filter.words ?? '').split(' ');
  const shown = matrix.rows.filter(
    (row) =>
      (filter.kind === undefined || row.kind === filter.kind) &&
      (filter.standing === undefined || STANDS[filter.standing](row)) &&
      (filter.speaker === undefined || row.speaker === filter.speaker) &&
      (filter.name === undefined || row.names.includes(filter.name)) &&
      (words[0] === '' || words.every((word) => textOf(row).includes(word))),
  );
  return ordered(matrix, shown, order);
}

const STANDS: Readonly<Record<NonNullable<MatrixFilter['standing']>, (row: MatrixRow) => boolean>> = {
  differing: ({ differing }) => differing > 0,
  onlyHere: ({ onlyHere }) => onlyHere,
  shared: (row) => articlesWith(row) > 1,
};

/** What is searched of a row, folded. */
export type TextOf = (row: MatrixRow) => string;

/** `put`: puts values into the reader's language. */
const searchedIn =
  (put: (wording: Wording) => string): TextOf =>
  ({ cells, speaker, names }) => {
    const said = cells
      .filter(({ possible }) => !possible)
      .flatMap(({ words: own, value }) => [own, value === null ? '' : put(value)]);
    return folded([...said, speaker ?? '', ...names].join(' '));
  };

/** The same, for who searches at every key: a row's text is put together once. */
export function rememberedText(put: (wording: Wording) => string): TextOf {
  const searched = searchedIn(put);
  const known = new WeakMap<MatrixRow, string>();
  return (row) => {
    const text = known.get(row) ?? searched(row);
    known.set(row, text);
    return text;
  };
}

/** Articles that have a claim, possible ones left out. */
export const articlesWith = ({ cells }: MatrixRow): number =>
  cells.filter(({ possible }) => !possible).length;

/** What is equal stays in the order of first publication. */
function ordered(matrix: Matrix, rows: readonly MatrixRow[], order: MatrixOrder): readonly MatrixRow[] {
  switch (order.by) {
    case 'publication':
      return rows;
    case 'disagreement':
      return rows.toSorted((a, b) => b.differing - a.differing || articlesWith(b) - articlesWith(a));
    case 'article': {
      const column = matrix.columns.findIndex(({ path }) => path === order.path);
      const place = new Map(rows.map((row) => [row, placeIn(row, column)]));
      return rows.toSorted((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    }
  }
}

function placeIn(row: MatrixRow, column: number): number {
  const cell = cellAt(row, column);
  return cell === undefined || cell.possible ? Number.MAX_SAFE_INTEGER : cell.start;
}

/** The first words of a row: what the claim is called. */
export const rowWords = (row: MatrixRow): string => namedCell(row)?.words ?? '';
