import { filled } from '../../core/text/wording.ts';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { html, type TemplateResult } from 'lit';
import { frequent } from '../../core/desk/claim-rows.ts';
import { columnName, type Matrix } from '../../core/desk/matrix.ts';
import type { MatrixFilter, MatrixOrder } from '../../core/desk/matrix-shown.ts';
import { type Format, saveButtons } from '../saving.ts';
import type { ClaimsWords } from '../words.ts';
import type { ClaimsState } from './claims-state.ts';

export interface ToolbarOptions {
  readonly matrix: Matrix;
  readonly words: ClaimsWords;
  readonly state: ClaimsState;
  /** How many rows are shown. */
  readonly shown: number;
  readonly filter: (filter: MatrixFilter) => void;
  readonly order: (order: MatrixOrder) => void;
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
  return html`<div class="controls" role="group" aria-label=${words.filters}>
      <vscode-textfield type="search" class="search" label=${words.search} placeholder=${words.search}
        .value=${now.words ?? ''} @input=${typed}></vscode-textfield>
      ${choice(words.kind, now.kind ?? '', kindsOf(words), set('kind'))}
      ${choice(words.standing, now.standing ?? '', standingsOf(words), set('standing'))}
      ${choice(words.speaker, now.speaker ?? '', speakersOf(options), set('speaker'), { isSearched: true })}
      ${choice(words.name, now.name ?? '', namesOf(options), set('name'), { isSearched: true })}
      ${choice(words.order, orderValue(state.order), ordersOf(options), (value) => options.order(orderOf(value)), { name: 'order' })}
    </div>
    <div class="told">
      <span role="status">${filled(words.count, shown, matrix.rows.length)}</span>
      ${saveButtons(['csv', 'md', 'png'], words, options.save)}
    </div>`;
}

type Choices = readonly (readonly [value: string, label: string])[];

function choice(
  label: string,
  value: string,
  choices: Choices,
  chosen: (value: string) => void,
  { isSearched = false, name = '' } = {},
): TemplateResult {
  const changed = (event: Event): void => chosen((event.target as HTMLInputElement).value);
  return html`<vscode-single-select class=${name} label=${label} title=${label} ?combobox=${isSearched} .value=${value} @change=${changed}>
    ${choices.map(([one, name]) => html`<vscode-option value=${one} ?selected=${one === value}>${name}</vscode-option>`)}
  </vscode-single-select>`;
}

const kindsOf = ({ allKinds, kindsOf: kinds }: ClaimsWords): Choices => [
  ['', allKinds],
  ['quotation', kinds.quotation],
  ['figure', kinds.figure],
  ['statement', kinds.statement],
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

const counted = (values: readonly (string | null)[]): Choices =>
  frequent(values).map(({ value, count }) => [value, `${value} (${count})`]);

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
