import { nothing, render } from 'lit';
import { claimAt, type Matrix, type MatrixRow } from '../../core/desk/matrix.ts';
import { matrixMarkdown, matrixTable } from '../../core/desk/matrix-export.ts';
import { rememberedText, shownRows } from '../../core/desk/matrix-shown.ts';
import { csvOf } from '../../core/desk/table.ts';
import { createSaver } from '../saving.ts';
import type { Tab } from '../tab.ts';
import { type ClaimsState, claimsState } from './claims-state.ts';
import { deedMessage } from './deeds.ts';
import { detail, type Pointed } from './detail.ts';
import { type Grid, grid } from './grid.ts';
import { picture } from './picture.ts';
import { toolbar } from './toolbar.ts';

/** The claims of the story by article: a toolbar, the table, and below it the passage that is pointed at. */
export const claimsTab: Tab<'claims'> = {
  mount: (host, { words: { claims: words }, post, kept, keep }) => {
    let state = claimsState(kept);
    let matrix: Matrix | null = null;
    let rows: readonly MatrixRow[] = [];
    let pointed: Pointed | null = null;
    const textOf = rememberedText(words.inWords);
    const saver = createSaver<'claims'>({
      ...{ tab: 'claims', post },
      content: async (model, format) => {
        const shown = shownRows(model, state.filter, state.order, textOf);
        switch (format) {
          case 'csv':
            return csvOf(matrixTable(model, shown, words));
          case 'md':
            return matrixMarkdown(model, shown, words);
          case 'png':
            return picture(model, shown, words);
        }
      },
    });

    const bar = part('bar');
    const frame = part('grid-frame');
    const note = part('note');
    note.textContent = words.nothing;
    const below = part('detail');
    below.setAttribute('role', 'region');
    below.setAttribute('aria-label', words.passage);
    host.replaceChildren(bar, note, frame, below);

    const change = (changes: Partial<ClaimsState>): void => {
      state = { ...state, ...changes };
      keep(state);
    };

    const drawDetail = (): void => {
      render(matrix && pointed ? detail({ matrix, words, post, ...pointed }) : nothing, below);
    };

    const table: Grid = grid(frame, {
      words,
      open: (row, column, { how, both }) => {
        const named = matrix && claimAt(matrix, row, row.named);
        const there = matrix && claimAt(matrix, row, column ?? row.named);
        if (!there || !named) return;
        if (both && column !== null && column !== row.named)
          post({ kind: 'openBoth', from: named, to: there, how });
        else post({ kind: 'open', ref: there, how });
      },
      act: (row, column, deed) => {
        const at = { row, column: column ?? row.named, words };
        const message =
          deed === 'undo' ? { kind: 'undo' as const } : matrix && deedMessage(deed, { matrix, ...at });
        if (message) post(message);
      },
      sortBy: (path) => reorder(path === null ? { by: 'publication' } : { by: 'article', path }),
      point: (row, column) => {
        pointed = row && { row, column: column ?? row.named };
        drawDetail();
      },
      moved: (at) => change(at),
      search: () => bar.querySelector<HTMLElement>('vscode-textfield')?.focus(),
    });

    const draw = (): void => {
      if (!matrix) return;
      rows = shownRows(matrix, state.filter, state.order, textOf);
      render(
        toolbar({
          ...{ matrix, words, state, shown: rows.length },
          filter: (changes) => narrow(changes),
          order: (order) => reorder(order),
          fold: () => {
            change({ filters: !state.filters });
            draw();
          },
          save: saver.save,
        }),
        bar,
      );
      note.hidden = rows.length > 0;
      table.show(matrix, rows, state);
      drawDetail();
    };

    const narrow = (filter: ClaimsState['filter']): void => {
      change({ filter });
      draw();
    };
    const reorder = (order: ClaimsState['order']): void => {
      change({ order, top: null });
      draw();
    };

    return {
      update: (model) => {
        matrix = model;
        draw();
      },
      forOthers: saver.forOthers,
      shown: (takeFocus) => {
        table.measure();
        if (takeFocus) table.focus();
      },
    };
  },
};

function part(name: string): HTMLElement {
  const element = document.createElement('div');
  element.className = name;
  return element;
}
