import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { type CellPlace, type GridSizes, HEADS } from './place.ts';

export interface WindowOptions {
  /** The cell in the order of tabs is drawn wherever it is. */
  readonly active: () => CellPlace;
  /** Another part is in view. */
  readonly changed: () => void;
}

/** Which rows and columns of a table are in view. Heads stay in view by themselves, in front of what is below them. */
export interface GridWindow {
  readonly sizes: GridSizes;
  readonly rows: () => readonly VirtualItem[];
  readonly columns: () => readonly VirtualItem[];
  readonly width: () => number;
  readonly height: () => number;
  /** How many rows are in view. */
  readonly page: () => number;
  readonly top: () => { readonly index: number; readonly by: number };
  readonly reveal: (place: CellPlace) => void;
  readonly resize: (rows: number, columns: number) => void;
  readonly scrollTo: (row: number, by: number, left: number | null) => void;
  readonly measure: () => void;
}

const OVERSCAN = { rows: 8, columns: 2 };

export function createWindow(frame: HTMLElement, { active, changed }: WindowOptions): GridWindow {
  let counts = { rows: 0, columns: 0 };
  let sizes = sizesIn(frame, 0);

  const common = {
    getScrollElement: () => frame,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => changed(),
  };
  const rowOptions = () => ({
    ...common,
    count: counts.rows,
    estimateSize: () => sizes.row,
    paddingStart: sizes.head,
    scrollPaddingStart: sizes.head,
    overscan: OVERSCAN.rows,
  });
  const columnOptions = () => ({
    ...common,
    horizontal: true,
    count: counts.columns,
    estimateSize: () => sizes.column,
    paddingStart: sizes.claim,
    scrollPaddingStart: sizes.claim,
    overscan: OVERSCAN.columns,
  });
  const rows = new Virtualizer<HTMLElement, HTMLElement>(rowOptions());
  const columns = new Virtualizer<HTMLElement, HTMLElement>(columnOptions());
  for (const part of [rows, columns]) {
    part._didMount();
    part._willUpdate();
  }

  let room = { width: 0, height: 0 };
  const apply = (): void => {
    room = { width: frame.clientWidth, height: frame.clientHeight };
    sizes = sizesIn(frame, counts.columns);
    rows.setOptions(rowOptions());
    columns.setOptions(columnOptions());
    for (const part of [rows, columns]) {
      part._willUpdate();
      part.measure();
    }
  };
  /** Wider or narrower, the columns share the room anew; a cell in the order of tabs that was in view stays there. */
  const measure = (): void => {
    const { clientWidth: width, clientHeight: height } = frame;
    if (width === 0 || (width === room.width && height === room.height)) return;
    const stays = isInView(active());
    if (width === room.width) room = { width, height };
    else {
      apply();
      changed();
    }
    if (stays) reveal(active());
  };
  new ResizeObserver(measure).observe(frame);

  /** The whole of it, in the room that was last measured. */
  function isInView({ row, column }: CellPlace): boolean {
    const left = (column - 1) * sizes.column - frame.scrollLeft;
    const above = row * sizes.row - frame.scrollTop;
    const isAcross = column === 0 || (left >= 0 && left + sizes.column <= room.width - sizes.claim);
    const isDown = row === HEADS || (above >= 0 && above + sizes.row <= room.height - sizes.head);
    return isAcross && isDown;
  }

  function reveal({ row, column }: CellPlace): void {
    if (row !== HEADS) rows.scrollToIndex(row);
    if (column > 0) columns.scrollToIndex(column - 1);
  }

  const top = (): { index: number; by: number } => {
    const index = Math.max(0, Math.floor(frame.scrollTop / sizes.row));
    return { index, by: frame.scrollTop - index * sizes.row };
  };

  return {
    get sizes() {
      return sizes;
    },
    rows: () =>
      withOne(rows.getVirtualItems(), active().row, {
        start: sizes.head,
        size: sizes.row,
        count: counts.rows,
      }),
    columns: () =>
      withOne(columns.getVirtualItems(), active().column - 1, {
        ...{ start: sizes.claim, size: sizes.column, count: counts.columns },
      }),
    width: () => columns.getTotalSize(),
    height: () => rows.getTotalSize(),
    page: () => Math.max(1, Math.floor((frame.clientHeight - sizes.head) / sizes.row) - 1),
    top,
    reveal,
    resize: (rowCount, columnCount) => {
      counts = { rows: rowCount, columns: columnCount };
      apply();
    },
    scrollTo: (row, by, left) => {
      frame.scrollTop = row * sizes.row + by;
      if (left !== null) frame.scrollLeft = left;
    },
    measure,
  };
}

/** What is in view, and one more, in order. The library asks for more only when another part comes into view. */
function withOne(
  items: readonly VirtualItem[],
  one: number,
  { start, size, count }: Line,
): readonly VirtualItem[] {
  if (one < 0 || one >= count || items.some(({ index }) => index === one)) return items;
  const place = start + one * size;
  const item = { key: one, index: one, start: place, end: place + size, size, lane: 0 };
  return [...items, item].sort((a, b) => a.index - b.index);
}

interface Line {
  readonly start: number;
  readonly size: number;
  readonly count: number;
}

/** Narrowest and widest that are good to read, in widths of a letter of the editor's size. */
const CLAIM = { least: 16, most: 44, share: 0.34 };
const COLUMN = { least: 13, most: 34 };

/** Two lines of text a row, whatever size they have. */
function sizesIn(frame: HTMLElement, columns: number): GridSizes {
  const letter = Number.parseFloat(getComputedStyle(frame).fontSize) || 13;
  const line = Math.round(letter * 1.4);
  const room = frame.clientWidth;
  const em = letter * 0.62;
  const claim = Math.round(Math.min(CLAIM.most * em * 1.2, Math.max(CLAIM.least * em, room * CLAIM.share)));
  const share = columns === 0 ? 0 : Math.floor((room - claim) / columns);
  const column = Math.max(COLUMN.least * em, share);
  return { row: 2 * line + 12, head: 2 * line + 14, claim, column: Math.round(column) };
}
