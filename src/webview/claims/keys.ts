import type { Deed } from '../words.ts';
import { type CellPlace, HEADS } from './place.ts';

export interface GridShape {
  readonly rows: number;
  /** Of articles; column 0 is the head of the row. */
  readonly columns: number;
  /** Rows in view. */
  readonly page: number;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * Where a key leads from a cell; null for keys that lead nowhere.
 * https://www.w3.org/WAI/ARIA/apg/patterns/grid/#keyboardinteraction-datagrids
 */
export function keyTarget(
  event: Key,
  { row, column }: CellPlace,
  { rows, columns, page }: GridShape,
): CellPlace | null {
  const isFar = event.ctrlKey || event.metaKey;
  if (event.altKey || event.shiftKey) return null;
  const last = rows - 1;
  const to = (toRow: number, toColumn: number): CellPlace => ({
    row: Math.min(last, Math.max(HEADS, toRow)),
    column: Math.min(columns, Math.max(0, toColumn)),
  });
  switch (event.key) {
    case 'ArrowDown':
      return to(row + 1, column);
    case 'ArrowUp':
      return to(row - 1, column);
    case 'ArrowRight':
      return to(row, column + 1);
    case 'ArrowLeft':
      return to(row, column - 1);
    case 'Home':
      return isFar ? to(0, 0) : to(row, 0);
    case 'End':
      return isFar ? to(last, columns) : to(row, columns);
    case 'PageDown':
      return to(row + page, column);
    case 'PageUp':
      return to(row - page, column);
    default:
      return null;
  }
}

const DEEDS: Readonly<Record<string, Deed | 'undo'>> = {
  c: 'confirm',
  r: 'reject',
  n: 'annotate',
  u: 'undo',
};

/** What a letter does with the passage of a cell, as in a review; null for other keys. */
export const deedOf = ({ key, ctrlKey, metaKey, altKey, shiftKey }: Key): Deed | 'undo' | null =>
  ctrlKey || metaKey || altKey || shiftKey ? null : (DEEDS[key] ?? null);
