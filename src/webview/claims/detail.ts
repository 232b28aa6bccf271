import { html, nothing, type TemplateResult } from 'lit';
import { wordDiff } from '../../core/counterparts/word-diff.ts';
import {
  cellAt,
  columnName,
  type Matrix,
  type MatrixCell,
  type MatrixRow,
  namedCell,
  stateAt,
} from '../../core/desk/matrix.ts';
import { differenceText, MARKS, stateWords } from '../../core/desk/matrix-export.ts';
import { filled, inEnglish } from '../../core/text/wording.ts';
import type { FromPage } from '../protocol.ts';
import type { ClaimsWords, Deed } from '../words.ts';
import { deedMessage, deedsFor, linkAt } from './deeds.ts';

/** A cell that the keyboard or the mouse is on. */
export interface Pointed {
  readonly row: MatrixRow;
  readonly column: number;
}

interface DetailOptions extends Pointed {
  readonly matrix: Matrix;
  readonly words: ClaimsWords;
  readonly post: (message: FromPage) => void;
}

/** The passage in full, word by word against the one that the row is named after. */
export function detail({ matrix, row, column, words, post }: DetailOptions): TemplateResult {
  const cell = cellAt(row, column);
  const named = namedCell(row);
  const [here, its] = [matrix.columns[column], matrix.columns[row.named]];
  if (!here || !its || !named) return html`${nothing}`;
  const state = stateAt(matrix, row, column);
  const head = [
    columnName(here),
    here.date ?? words.undated,
    ...(cell ? [filled(words.line, cell.line)] : []),
  ].join(', ');
  const isNamed = column === row.named;
  const compared = cell && !isNamed ? relationOf(cell, words) : null;
  const stands = stateWords(words, state, cell?.possible ?? false);
  // A relation that is called as the cell is would be said twice.
  const isSaid = compared !== null && compared.name.toLowerCase() === words.states[state].toLowerCase();
  const against = [
    ...(isSaid || compared === null ? [] : [`${compared.name}${compared.how}`]),
    filled(words.against, columnName(its)),
  ]
    .filter((part) => part !== '')
    .join(', ');
  const told = html`<p class="detail-head">
    <strong>${head}</strong>
    <span>${words.kinds[row.kind]}</span>
    <span class="state ${state}"><span aria-hidden="true">${MARKS[state]}</span> ${stands}${isSaid ? compared.how : ''}</span>
    ${compared ? html`<span>${against}</span>` : nothing}
    ${cell?.confirmedBy ? html`<span>${filled(words.confirmedBy, cell.confirmedBy)}</span>` : nothing}
    ${cell && cell.more > 0 ? html`<span>${filled(words.more, cell.more)}</span>` : nothing}
  </p>`;
  if (!cell) {
    const why = state === 'absent' ? words.isAbsent : words.isUnknown;
    return html`${told}<p class="passage">${why}</p><p class="passage dim">${named.words}</p>`;
  }
  const ref = { path: here.path, claim: cell.claim };
  const link = linkAt(matrix, row, column);
  const doDeed = (deed: Deed): void => {
    const message = deedMessage(deed, { matrix, row, column, words });
    if (message !== null) post(message);
  };
  return html`${told}
    <div class="passage">${isNamed ? own(cell, words) : wordByWord(named, cell)}</div>
    <p class="detail-actions">
      <button class="link" @click=${() => post({ kind: 'open', ref, how: 'go' })}>${words.open}</button>
      ${link === null ? nothing : html`<button class="link" @click=${() => post({ kind: 'openBoth', ...link, how: 'go' })}>${words.openBoth}</button>`}
      ${deedsFor(cell, isNamed).map((deed) => html`<button class="link" @click=${() => doDeed(deed)}>${words.deeds[deed]}</button>`)}
    </p>`;
}

/** What differs stands in the word before it where the relation is that it differs. */
const relationOf = (cell: MatrixCell, words: ClaimsWords) => ({
  name: cell.relation === null ? '' : words.relations[cell.relation],
  how: differenceText(cell, words),
});

function own({ words, value, sentence }: MatrixCell, { inWords }: ClaimsWords): TemplateResult {
  const isNew = value !== null && inEnglish(value) !== words;
  return html`<p>${words}${isNew ? html` <span class="dim">= ${inWords(value)}</span>` : nothing}</p>${context(sentence)}`;
}

const context = (sentence: string | null) =>
  sentence === null ? nothing : html`<p class="dim">${sentence}</p>`;

function wordByWord(named: MatrixCell, cell: MatrixCell): TemplateResult {
  const parts = wordDiff(named.words, cell.words).map(({ kind, text }) => {
    if (kind === 'same') return html`${text}`;
    return kind === 'removed' ? html`<del>${text.trimEnd()}</del> ` : html`<ins>${text.trimEnd()}</ins> `;
  });
  return html`<p>${parts}</p>${context(cell.sentence)}`;
}
