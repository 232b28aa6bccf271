import { CLAIM_KINDS } from '../../core/claims/claim.ts';
import { filled } from '../../core/text/wording.ts';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, type TemplateResult } from 'lit';
import { columnName, type Matrix } from '../../core/desk/matrix.ts';
import type { MatrixFilter, MatrixOrder } from '../../core/desk/matrix-shown.ts';
import { type Choices, choice, counted } from '../choice.ts';
import { type Format, saveButtons } from '../saving.ts';
import type { ClaimsWords } from '../words.ts';
import { KINDS } from './cells.ts';
import type { ClaimsState } from './claims-state.ts';

export interface ToolbarOptions {
  readonly matrix: Matrix;
  readonly words: ClaimsWords;
  readonly state: ClaimsState;
  /** How many rows are shown. */
  readonly shown: number;
  readonly filter: (filter: MatrixFilter) => void;
  readonly order: (order: MatrixOrder) => void;
  /** Shows the filters where there is little room, or folds them. */
  readonly fold: () => void;
  readonly save: (format: Format) => void;
}

export function toolbar(options: ToolbarOptions): TemplateResult {
  const { matrix, words, state, shown, filter } = options;
  const { filter: now } = state;
  const set = (key: keyof MatrixFilter) => (value: string) => {
    const { [key]: _, ...rest } = now;
    filter(value === '' ? rest : { ...rest, [key]: value });
  };
  const typed = (event: Event): void => set('words')((event.target as HTMLInputElement).value);
  const narrowed = Object.keys(now).filter((key) => key !== 'words').length;
  return html`<div class="controls ${state.filters ? '' : 'folded'}" role="group" aria-label=${words.filters}>
      <vscode-textfield type="search" class="search" label=${words.search} placeholder=${words.search}
        .value=${now.words ?? ''} @input=${typed}></vscode-textfield>
      <button class="link fold" aria-expanded=${state.filters} @click=${options.fold}
        >${narrowed === 0 ? words.fold : `${words.fold} (${narrowed})`}</button>
      ${choice({ label: words.kind, value: now.kind ?? '', choices: kindsOf(words), chosen: set('kind') })}
      ${choice({ label: words.standing, value: now.standing ?? '', choices: standingsOf(words), chosen: set('standing') })}
      ${choice({ label: words.speaker, value: now.speaker ?? '', choices: speakersOf(options), chosen: set('speaker'), isSearched: true })}
      ${choice({ label: words.name, value: now.name ?? '', choices: namesOf(options), chosen: set('name'), isSearched: true })}
      ${choice({ label: words.order, value: orderValue(state.order), choices: ordersOf(options), chosen: (value) => options.order(orderOf(value)), name: 'order' })}
    </div>
    <div class="told">
      <span role="status">${filled(words.count, shown, matrix.rows.length)}</span>
      ${saveButtons(['csv', 'md', 'png'], words, options.save)}
    </div>`;
}

const kindsOf = ({ allKinds, kindsOf: kinds }: ClaimsWords): Choices => [
  ['', allKinds],
  ...CLAIM_KINDS.map((kind) => [kind, `${KINDS[kind]} ${kinds[kind]}`] as const),
];

const standingsOf = ({ allClaims, differing, onlyHere, shared }: ClaimsWords): Choices => [
  ['', allClaims],
  ['differing', differing],
  ['shared', shared],
  ['onlyHere', onlyHere],
];

const speakersOf = ({ matrix, words }: ToolbarOptions): Choices => [
  ['', words.allSpeakers],
  ...counted(matrix.rows.map(({ speaker }) => speaker)),
];

const namesOf = ({ matrix, words }: ToolbarOptions): Choices => [
  ['', words.allNames],
  ...counted(matrix.rows.flatMap(({ names }) => names)),
];

const ordersOf = ({ matrix, words }: ToolbarOptions): Choices => [
  ['disagreement', words.byDisagreement],
  ['publication', words.byPublication],
  ...matrix.columns.map(
    (column) => [`article ${column.path}`, filled(words.asIn, columnName(column))] as const,
  ),
];

const orderValue = (order: MatrixOrder): string =>
  order.by === 'article' ? `article ${order.path}` : order.by;

const orderOf = (value: string): MatrixOrder => {
  if (value.startsWith('article ')) return { by: 'article', path: value.slice('article '.length) };
  return value === 'publication' ? { by: 'publication' } : { by: 'disagreement' };
};
