import { html, render } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { refKey } from '../../core/desk/claim-groups.ts';
import type { Matrix, MatrixRow } from '../../core/desk/matrix.ts';
import { byClick, byKey } from '../opening.ts';
import type { Opening } from '../protocol.ts';
import type { ClaimsWords, Deed } from '../words.ts';
import { cellTemplate, headTemplate, rowHeadTemplate } from './cells.ts';
import type { CellAt, ClaimsState } from './claims-state.ts';
import { deedOf, keyTarget } from './keys.ts';
import { type CellPlace, HEADS } from './place.ts';
import { createWindow } from './window.ts';

export interface GridOptions {
  readonly words: ClaimsWords;
  /** Opens a cell's passage (`column` null: the row's own), or both side by side. */
  readonly open: (row: MatrixRow, column: number | null, asked: Asked) => void;
  /** By an article's path; null: by first publication. */
  readonly sortBy: (path: string | null) => void;
  /** What a key does with a cell's passage; `column` null: with the row's own. */
  readonly act: (row: MatrixRow, column: number | null, deed: Deed | 'undo') => void;
  /** The keyboard or the mouse is on a cell; null: on none. */
  readonly point: (row: MatrixRow | null, column: number | null) => void;
  readonly moved: (at: Partial<Pick<ClaimsState, 'active' | 'top' | 'left'>>) => void;
  /** The analyst wants to type what to search for. */
  readonly search: () => void;
}

interface Asked {
  readonly how: Opening;
  /** Next to the passage that the row is named after. */
  readonly both: boolean;
}

/** A table of any size, of which only what is in view is drawn; one cell of it is in the order of tabs. */
export interface Grid {
  readonly show: (matrix: Matrix, rows: readonly MatrixRow[], state: ClaimsState) => void;
  readonly focus: () => void;
  /** To be called when the frame may have another size. */
  readonly measure: () => void;
}

/** How long the mouse rests before what it is on is shown, in milliseconds. */
const HOVER = 150;

export function grid(frame: HTMLElement, options: GridOptions): Grid {
  const { words, open, sortBy, act, point, moved, search } = options;
  let matrix: Matrix | null = null;
  let rows: readonly MatrixRow[] = [];
  let state: ClaimsState | null = null;
  /** Row (`HEADS` for the heads of columns) and column (0 for the head of the row) of the cell in the order of tabs. */
  let active: CellPlace = { row: HEADS, column: 0 };
  /** The focus is, or was when the page lost it, in a cell. */
  let hasKeys = false;
  let clicked: CellPlace | null = null;
  let hovering: ReturnType<typeof setTimeout> | undefined;

  const window = createWindow(frame, { active: () => active, changed: () => draw() });

  const cellAtPlace = ({ row, column }: CellPlace): HTMLElement | null =>
    frame.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  const placeOf = (target: EventTarget | null): CellPlace | null => {
    const cell = (target as HTMLElement | null)?.closest<HTMLElement>('[data-row]');
    return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
  };
  const named = ({ row, column }: CellPlace): CellAt => ({
    row: rows[row]?.id ?? null,
    path: matrix?.columns[column - 1]?.path ?? null,
  });

  function draw(): void {
    const now = matrix;
    if (!now) return;
    const { sizes } = window;
    const columns = window.columns();
    const order = state?.order;
    const sorted = order?.by === 'article' ? order.path : null;
    const isFirst = order?.by === 'publication';
    render(
      html`<div class="sizer" role="presentation" .style=${`width:${window.width()}px;height:${window.height()}px`}>
        <div class="row heads" role="row" aria-rowindex="1" .style=${`height:${sizes.head}px`}>
          ${headTemplate({ ...cell(HEADS, 0), words, sizes, isSorted: isFirst })}
          ${repeat(
            columns,
            ({ key }) => key,
            ({ index, start }) =>
              headTemplate({
                ...cell(HEADS, index + 1),
                words,
                sizes,
                start,
                matrix: now,
                isSorted: now.columns[index]?.path === sorted,
              }),
          )}
        </div>
        ${repeat(
          window.rows(),
          ({ index }) => rows[index]?.id,
          ({ index, start }) => {
            const row = rows[index];
            return row === undefined
              ? null
              : html`<div class="row" role="row" aria-rowindex=${index + 2} .style=${`transform:translateY(${start}px);height:${sizes.row}px`}>
                  ${rowHeadTemplate({ ...cell(index, 0), row, words, sizes })}
                  ${repeat(
                    columns,
                    ({ key }) => key,
                    (column) =>
                      cellTemplate({
                        ...cell(index, column.index + 1),
                        row,
                        words,
                        sizes,
                        start: column.start,
                        matrix: now,
                      }),
                  )}
                </div>`;
          },
        )}
      </div>`,
      frame,
    );
  }

  const cell = (row: number, column: number) => ({
    place: { row, column },
    isActive: active.row === row && active.column === column,
  });

  /** Brings a cell into view and gives it the focus. */
  function go(place: CellPlace, takeFocus = true): void {
    active = place;
    moved({ active: named(place) });
    window.reveal(place);
    draw();
    if (takeFocus) cellAtPlace(place)?.focus({ preventScroll: true });
    tell(place);
  }

  const tell = ({ row, column }: CellPlace): void =>
    point(rows[row] ?? null, column === 0 ? null : column - 1);

  function opened(place: CellPlace, asked: Asked): void {
    const row = rows[place.row];
    if (row) open(row, place.column === 0 ? null : place.column - 1, asked);
    else sortBy(matrix?.columns[place.column - 1]?.path ?? null);
  }

  function pressed(event: KeyboardEvent): void {
    const place = placeOf(event.target);
    if (!place || !matrix) return;
    const target = keyTarget(event, place, {
      rows: rows.length,
      columns: matrix.columns.length,
      page: window.page(),
    });
    const how = byKey(event);
    const deed = deedOf(event);
    const row = rows[place.row];
    if (target !== null) go(target);
    else if (how !== null) opened(place, { how, both: event.shiftKey });
    else if (deed !== null && row) act(row, place.column === 0 ? null : place.column - 1, deed);
    else if (event.key === '/') search();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  frame.setAttribute('role', 'grid');
  frame.setAttribute('aria-label', words.table);
  frame.setAttribute('aria-description', words.keys);
  frame.addEventListener('keydown', pressed);
  frame.addEventListener('copy', (event) => {
    const place = placeOf(event.target);
    const row = place && rows[place.row];
    if (!row) return;
    event.preventDefault();
    act(row, place.column === 0 ? null : place.column - 1, 'copy');
  });
  frame.addEventListener('focusin', ({ target }) => {
    hasKeys = true;
    const place = placeOf(target);
    if (!place || (place.row === active.row && place.column === active.column)) return;
    active = place;
    moved({ active: named(place) });
    draw();
    tell(place);
  });
  frame.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node) hasKeys = frame.contains(relatedTarget);
  });
  // A box of the editor's takes the focus from the page, and when it closes, no cell has it.
  globalThis.addEventListener('focus', () => {
    if (hasKeys && document.activeElement === document.body)
      cellAtPlace(active)?.focus({ preventScroll: true });
  });
  frame.addEventListener('mousedown', (event) => {
    // Else words would be selected, and the second of two clicks would take the focus to where it falls.
    if (event.shiftKey || event.detail > 1) event.preventDefault();
  });
  frame.addEventListener('click', (event) => {
    // The first of two clicks may have made the table narrower: the second is meant for the same cell.
    if (event.detail < 2) clicked = placeOf(event.target);
    if (!clicked) return;
    go(clicked);
    opened(clicked, { how: byClick(event), both: event.shiftKey });
  });
  frame.addEventListener('mousemove', ({ target, movementX, movementY }) => {
    // Under a mouse that rests, the keyboard moves the table.
    if (movementX === 0 && movementY === 0) return;
    clearTimeout(hovering);
    const place = placeOf(target);
    if (place && place.row !== HEADS) hovering = setTimeout(() => tell(place), HOVER);
  });
  frame.addEventListener('mouseleave', () => {
    clearTimeout(hovering);
    tell(active);
  });
  frame.addEventListener('scroll', () => {
    if (matrix) moved({ top: topRow(), left: frame.scrollLeft });
  });

  function topRow(): ClaimsState['top'] {
    const { index, by } = window.top();
    const row = rows[index]?.id;
    return row === undefined ? null : { row, by };
  }

  /** Where a cell is now; what was in it may have joined another row. */
  function placeNow({ row, path }: CellAt): CellPlace {
    const column = path === null ? 0 : 1 + (matrix?.columns.findIndex((one) => one.path === path) ?? -1);
    if (row === null) return { row: HEADS, column };
    const at = rows.findIndex(({ id }) => id === row);
    const joined = at >= 0 ? at : rows.findIndex((one) => hasClaim(one, row));
    return joined >= 0 ? { row: joined, column } : { row: Math.min(active.row, rows.length - 1), column };
  }

  const hasClaim = ({ cells }: MatrixRow, id: string): boolean =>
    cells.some(({ column, claim }) => refKey({ path: matrix?.columns[column]?.path ?? '', claim }) === id);

  function show(nextMatrix: Matrix, nextRows: readonly MatrixRow[], nextState: ClaimsState): void {
    // In a page behind another editor, to focus a cell would take the keys from whoever types there.
    const hadFocus = document.hasFocus() && frame.contains(document.activeElement);
    const isFirst = matrix === null;
    matrix = nextMatrix;
    rows = nextRows;
    state = nextState;
    frame.setAttribute('aria-rowcount', String(rows.length + 1));
    frame.setAttribute('aria-colcount', String(matrix.columns.length + 1));
    active = state.active ? placeNow(state.active) : { row: Math.min(0, rows.length - 1), column: 0 };
    window.resize(rows.length, matrix.columns.length);
    draw();
    const { top } = state;
    const at = top ? rows.findIndex(({ id }) => id === top.row) : 0;
    // A new table is at its top, and to scroll it there would lay it out once more.
    const isThere = isFirst && top === null && state.left === 0;
    if (at >= 0 && !isThere) {
      window.scrollTo(at, top?.by ?? 0, isFirst ? state.left : null);
      draw();
    }
    if (hadFocus) cellAtPlace(active)?.focus({ preventScroll: true });
    tell(active);
  }

  return {
    show,
    focus: () => cellAtPlace(active)?.focus({ preventScroll: true }),
    measure: () => window.measure(),
  };
}
