import { html, nothing, type TemplateResult } from 'lit';
import type { ClaimKind } from '../../core/claims/claim.ts';
import {
  type CellState,
  cellAt,
  columnName,
  type Matrix,
  type MatrixColumn,
  type MatrixRow,
  namedCell,
  stateAt,
} from '../../core/desk/matrix.ts';
import { MARKS, stateWords } from '../../core/desk/matrix-export.ts';
import { rowWords } from '../../core/desk/matrix-shown.ts';
import { filled } from '../../core/text/wording.ts';
import type { ClaimsWords } from '../words.ts';
import type { CellPlace, GridSizes } from './place.ts';

interface Drawn {
  readonly place: CellPlace;
  /** It is the one cell in the order of tabs. */
  readonly isActive: boolean;
  readonly words: ClaimsWords;
  readonly sizes: GridSizes;
}

const tab = (isActive: boolean): number => (isActive ? 0 : -1);

/** The head of a column: an article; without `start`, the corner. */
export function headTemplate(
  drawn: Drawn & { readonly start?: number; readonly matrix?: Matrix; readonly isSorted: boolean },
): TemplateResult {
  const { place, isActive, words, sizes, start, matrix, isSorted } = drawn;
  const column = matrix?.columns[place.column - 1];
  const isCorner = start === undefined;
  const told = column === undefined ? [words.claim] : headLines(column, matrix, words);
  return html`<div
    class="cell head ${isCorner ? 'claim' : ''}"
    role="columnheader"
    aria-colindex=${place.column + 1}
    aria-sort=${isSorted ? 'ascending' : 'none'}
    tabindex=${tab(isActive)}
    data-row=${place.row}
    data-column=${place.column}
    title=${[...told, ...(column ? [column.title] : [])].join('\n')}
    .style=${isCorner ? `width:${sizes.claim}px` : `left:${start}px;width:${sizes.column}px`}
  ><div class="first">${told[0]}${isSorted ? html` <span aria-hidden="true">↓</span>` : nothing}</div>
  ${told.length > 1 ? html`<div class="second">${told.slice(1).join(' · ')}</div>` : nothing}</div>`;
}

function headLines(column: MatrixColumn, matrix: Matrix | undefined, words: ClaimsWords): string[] {
  const { kin, whole, date } = column;
  const of = kin === null ? undefined : matrix?.columns[kin.column];
  return [
    columnName(column),
    date ?? words.undated,
    ...(kin && of ? [filled(kin.kinship === 'version' ? words.version : words.copy, columnName(of))] : []),
    ...(whole ? [] : [words.notWhole]),
  ];
}

/** Explained by the choices of kinds, and by the passage below the table. */
export const KINDS: Readonly<Record<ClaimKind, string>> = { quotation: '“”', figure: '#', statement: '¶' };

/** The head of a row: the claim, with who says it. */
export function rowHeadTemplate({
  place,
  isActive,
  words,
  sizes,
  row,
}: Drawn & { readonly row: MatrixRow }): TemplateResult {
  // A figure alone tells little.
  const sentence = namedCell(row)?.sentence ?? null;
  return html`<div
    class="cell claim"
    role="rowheader"
    aria-colindex="1"
    tabindex=${tab(isActive)}
    data-row=${place.row}
    data-column="0"
    .style=${`width:${sizes.claim}px`}
  ><span class="kind" aria-hidden="true" title=${words.kinds[row.kind]}>${KINDS[row.kind]}</span><span class="unseen">${words.kinds[row.kind]}. </span
  ><span class="words">${row.speaker === null ? nothing : html`<b>${row.speaker}:</b> `}${rowWords(row)}${sentence === null ? nothing : html` <span class="dim">· ${sentence}</span>`}</span></div>`;
}

/** What one article has of a claim: a mark and a word, and below them its own words. */
export function cellTemplate(
  drawn: Drawn & { readonly row: MatrixRow; readonly matrix: Matrix; readonly start: number },
): TemplateResult {
  const { place, isActive, words, sizes, row, matrix, start } = drawn;
  const column = place.column - 1;
  const cell = cellAt(row, column);
  const state = stateAt(matrix, row, column);
  return html`<div
    class="cell state ${state} ${cell?.possible ? 'possible' : ''}"
    role="gridcell"
    aria-colindex=${place.column + 1}
    tabindex=${tab(isActive)}
    data-row=${place.row}
    data-column=${place.column}
    .style=${`left:${start}px;width:${sizes.column}px`}
  ><div class="first"><span class="mark" aria-hidden="true">${MARKS[state]}</span>${stateOf(words, state, cell?.possible ?? false)}${cell?.confirmedBy ? html` · ✓\u00a0${words.confirmed}` : nothing}</div>
  ${cell === undefined ? nothing : html`<div class="second">${cell.words}</div>`}</div>`;
}

/** What is only possible is told in little room by a question mark. */
const stateOf = (words: ClaimsWords, state: CellState, possible: boolean) =>
  possible
    ? html`<span aria-hidden="true">${words.states[state]}?</span><span class="unseen">${stateWords(words, state, true)}</span>`
    : words.states[state];
