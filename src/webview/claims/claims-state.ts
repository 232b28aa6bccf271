import type { MatrixFilter, MatrixOrder } from '../../core/desk/matrix-shown.ts';

/** A cell by what stays the same while rows come and go; `path` null for the claim at the row's head. */
export interface CellAt {
  /** Null for the heads of columns. */
  readonly row: string | null;
  readonly path: string | null;
}

/** How the table was left. */
export interface ClaimsState {
  readonly filter: MatrixFilter;
  readonly order: MatrixOrder;
  readonly active: CellAt | null;
  /** The first row in view, and how far it is scrolled out, in pixels. */
  readonly top: { readonly row: string; readonly by: number } | null;
  readonly left: number;
  /** Whether the filters are shown where there is little room. */
  readonly filters: boolean;
}

const FRESH: ClaimsState = {
  filter: {},
  order: { by: 'disagreement' },
  active: null,
  top: null,
  left: 0,
  filters: false,
};

/** What was kept may be another version's: what is missing is as at first. */
export function claimsState(kept: unknown): ClaimsState {
  const isOne = typeof kept === 'object' && kept !== null && 'filter' in kept && 'order' in kept;
  return isOne ? { ...FRESH, ...(kept as Partial<ClaimsState>) } : FRESH;
}
