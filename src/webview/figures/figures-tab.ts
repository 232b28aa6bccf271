import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Ledger, LedgerMeasure, LedgerValue } from '../../core/desk/ledger.ts';
import {
  kindOf,
  ledgerMarkdown,
  ledgerTable,
  measureName,
  outletOf,
  standingText,
} from '../../core/desk/ledger-export.ts';
import { csvOf } from '../../core/desk/table.ts';
import { filled } from '../../core/text/wording.ts';
import { choice } from '../choice.ts';
import { byClick } from '../opening.ts';
import { whenText } from '../place-words.ts';
import { drawnInSight, whenScrolled } from '../plots/drawing.ts';
import { createSaver, type Saver, saveButtons } from '../saving.ts';
import type { Tab } from '../tab.ts';
import type { FiguresWords } from '../words.ts';
import { type OpenValue, valuePlot } from './value-plot.ts';

interface FiguresState {
  readonly differingOnly: boolean;
  readonly top: number;
}

/** The figures that several articles give: each a small plot of its values, and a table of the same. */
export const figuresTab: Tab<'figures'> = {
  mount: (host, { words: { figures: words }, post, kept, keep }) => {
    let state = stateIn(kept);
    let ledger: Ledger | null = null;
    const measures = new Map<string, LedgerMeasure>();

    const shownIn = ({ measures: all }: Ledger): readonly LedgerMeasure[] =>
      all.filter(({ differing }) => differing > 0 || !state.differingOnly);
    const saver = createSaver<'figures'>({
      ...{ tab: 'figures', post },
      content: async (model, format) =>
        format === 'csv'
          ? csvOf(ledgerTable(model, shownIn(model), words))
          : ledgerMarkdown(model, shownIn(model), words),
    });
    const open: OpenValue = (value, how) => {
      const path = ledger?.articles[value.article]?.path;
      if (path !== undefined) post({ kind: 'open', ref: { path, claim: value.claim }, how });
    };
    const measureOf = (place: HTMLElement) => measures.get(place.dataset.measure ?? '');
    const plots = drawnInSight({
      shows: (place) => JSON.stringify([measureOf(place), ledger?.articles]),
      draw: (place, width) => {
        const measure = measureOf(place);
        if (ledger && measure) place.replaceChildren(valuePlot({ ledger, measure, words, width, open }));
      },
    });
    const change = (changes: Partial<FiguresState>): void => {
      state = { ...state, ...changes };
      keep(state);
    };
    const scrolled = whenScrolled((top) => change({ top }));
    const choose = (value: string): void => {
      change({ differingOnly: value === 'differing' });
      draw();
    };

    const draw = (): void => {
      if (!ledger) return;
      const model = ledger;
      const shown = shownIn(model);
      measures.clear();
      for (const measure of shown) measures.set(measure.id, measure);
      render(
        html`${bar(model, words, { ...state, shown: shown.length, choose, save: saver.save })}
          <div class="list" role="region" aria-label=${words.list} tabindex="0" @scroll=${scrolled}>
            ${shown.length === 0 ? html`<p class="note">${model.measures.length === 0 ? words.nothing : words.noneDiffers}</p>` : nothing}
            ${repeat(
              shown,
              ({ id }) => id,
              (measure) => section(model, measure, words, open),
            )}
          </div>`,
        host,
      );
      for (const place of host.querySelectorAll<HTMLElement>('[data-measure]')) plots.watch(place);
      plots.again();
    };

    return {
      forOthers: saver.forOthers,
      update: (model) => {
        const isFirst = ledger === null;
        ledger = model;
        draw();
        const list = host.querySelector('.list');
        if (isFirst && list) list.scrollTop = state.top;
      },
      shown: (takeFocus) => {
        plots.again();
        if (takeFocus) host.querySelector<HTMLElement>('.spot[tabindex="0"]')?.focus();
      },
    };
  },
};

function stateIn(kept: unknown): FiguresState {
  const { differingOnly, top } = (
    typeof kept === 'object' && kept !== null ? kept : {}
  ) as Partial<FiguresState>;
  return { differingOnly: differingOnly === true, top: typeof top === 'number' ? top : 0 };
}

interface BarOptions {
  readonly differingOnly: boolean;
  /** How many measures are shown. */
  readonly shown: number;
  readonly choose: (value: string) => void;
  readonly save: Saver<Ledger>['save'];
}

function bar(
  { measures, alone }: Ledger,
  words: FiguresWords,
  { differingOnly, shown, choose, save }: BarOptions,
): TemplateResult {
  const told = [
    filled(words.count, shown, measures.length),
    ...(alone > 0 ? [filled(words.alone, alone)] : []),
  ].join(' · ');
  const choices = [
    ['all', words.all],
    ['differing', words.differingOnly],
  ] as const;
  return html`<div class="bar">
    <div class="controls" role="group" aria-label=${words.filters}>
      ${choice({ label: words.which, value: differingOnly ? 'differing' : 'all', choices, chosen: choose })}
      <span class="legend"><span><span class="same" aria-hidden="true">●</span> ${words.legendSame}</span>
        <span><span class="same" aria-hidden="true">○</span> ${words.legendRounded}</span>
        <span><span class="differs" aria-hidden="true">◆</span> ${words.legendDiffers}</span></span>
    </div>
    <div class="told"><span role="status">${told}</span>${saveButtons(['csv', 'md'], words, save)}</div>
  </div>`;
}

function section(
  ledger: Ledger,
  measure: LedgerMeasure,
  words: FiguresWords,
  open: OpenValue,
): TemplateResult {
  const { id, values, differing, differences } = measure;
  const articles = new Set(values.map(({ article }) => article)).size;
  const kinds = differences.map((kind) => words.differences[kind] ?? kind).join(', ');
  return html`<div class="measure">
    <h2>${measureName(measure, words)}
      ${
        differing > 0
          ? html`<span class="tag differs">${filled(words.differ, differing, articles, kinds)}</span>`
          : html`<span class="tag">${filled(words.agreeing, articles)}</span>`
      }</h2>
    <p class="dim">${values[0]?.sentence ?? ''}</p>
    <div class="plot-frame" data-measure=${id}></div>
    <details><summary>${words.table}</summary>${table(ledger, values, words, open)}</details>
  </div>`;
}

const table = (
  ledger: Ledger,
  values: readonly LedgerValue[],
  words: FiguresWords,
  open: OpenValue,
): TemplateResult => html`<table>
    <thead><tr><th scope="col">${words.article}</th><th scope="col">${words.date}</th><th scope="col">${words.written}</th><th scope="col">${words.value}</th><th scope="col">${words.standing}</th></tr></thead>
    <tbody>${values.map(
      (value) => html`<tr>
        <td>${outletOf(ledger, value.article)}</td>
        <td>${whenText(value, words)}</td>
        <td><button type="button" class="link plain" title=${filled(words.line, value.line)} @click=${(event: MouseEvent) => open(value, byClick(event))}>${value.words}</button></td>
        <td>${value.value === null ? value.words : words.inWords(value.value)}</td>
        <td class=${kindOf(value)}>${standingText(value, words)}</td>
      </tr>`,
    )}</tbody>
  </table>`;
