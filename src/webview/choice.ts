import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { frequent } from '../core/desk/claim-rows.ts';

export type Choices = readonly (readonly [value: string, label: string])[];

export interface ChoiceOptions {
  readonly label: string;
  readonly value: string;
  readonly choices: Choices;
  readonly chosen: (value: string) => void;
  /** Whether what is typed narrows the list. */
  readonly isSearched?: boolean;
  readonly name?: string;
}

/**
 * One of several values. They are given as data: an element for each would be read back by the control whenever one of
 * them changes. The value is set after them and anew each time, for its place in the list may be another one now.
 */
export function choice({
  label,
  value,
  choices,
  chosen,
  isSearched = false,
  name = '',
}: ChoiceOptions): TemplateResult {
  const options = choices.map(([one, text]) => ({ value: keyOf(one), label: text }));
  const changed = (event: Event): void => chosen((event.target as HTMLInputElement).value.slice(1));
  return html`<vscode-single-select class=${name} label=${label} title=${label} ?combobox=${isSearched}
    .options=${options} .value=${live(keyOf(value))} @change=${changed}></vscode-single-select>`;
}

/** The control takes the empty value for none chosen, and would show none. */
const keyOf = (value: string): string => `=${value}`;

/** What values there are to choose from, the most frequent first. */
export const counted = (values: readonly (string | null)[]): Choices =>
  frequent(values).map(({ value, count }) => [value, `${value} (${count})`]);
