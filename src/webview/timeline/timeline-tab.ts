import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-option/index.js';
import '@vscode-elements/elements/dist/vscode-single-select/index.js';
import { html, nothing, render, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { frequent } from '../../core/desk/claim-rows.ts';
import type { Saying, SpokenOf, Telling, Timeline } from '../../core/desk/timeline.ts';
import { filled } from '../../core/text/wording.ts';
import { outletOf, whenText } from '../place-words.ts';
import { spanText } from '../plots/days.ts';
import { drawnInSight, whenScrolled } from '../plots/drawing.ts';
import type { Tab } from '../tab.ts';
import type { TimelineWords } from '../words.ts';
import { daysPlot, isWithin, shownSpan } from './days-plot.ts';
import { type Moment, saidPlot } from './said-plot.ts';
import { placeText, speakerText } from './timeline-words.ts';

interface TimelineState {
  readonly speaker: string;
  readonly whole: boolean;
  readonly top: number;
}

/** Who said what when, and what days are spoken of: each as a plot, and as a table of the same. */
export const timelineTab: Tab<'timeline'> = {
  title: ({ page }) => page.timeline,
  mount: (host, { words: { timeline: words }, post, kept, keep }) => {
    let state = stateIn(kept);
    let timeline: Timeline | null = null;
    /** What a dot of several sayings has narrowed the table to. */
    let only: Moment | null = null;

    const open = ({ article, claim }: Telling): void => {
      const path = timeline?.articles[article]?.path;
      if (path !== undefined) post({ kind: 'open', ref: { path, claim } });
    };
    const openMoment = (moment: Moment): void => {
      const [first, second] = moment.told;
      if (first && !second) {
        open(first.telling);
        return;
      }
      only = moment;
      draw();
      host.querySelector<HTMLElement>('button.plain')?.focus();
    };
    const plots = drawnInSight({
      shows: ({ dataset }) =>
        JSON.stringify([
          timeline?.articles,
          dataset.plot === 'said' ? timeline?.sayings : [timeline?.days, state.whole],
        ]),
      draw: (place, width) => {
        if (!timeline) return;
        const own = { timeline, words, width };
        const svg =
          place.dataset.plot === 'said'
            ? saidPlot({ ...own, open: openMoment })
            : daysPlot({ ...own, whole: state.whole, open });
        place.replaceChildren(...(svg ? [svg] : []));
      },
    });
    const change = (changes: Partial<TimelineState>): void => {
      state = { ...state, ...changes };
      keep(state);
    };
    const scrolled = whenScrolled((top) => change({ top }));
    const choose =
      (changes: (value: string) => Partial<TimelineState>) =>
      (event: Event): void => {
        only = null;
        change(changes((event.target as HTMLInputElement).value));
        draw();
        plots.again();
      };

    const draw = (): void => {
      if (!timeline) return;
      const model = timeline;
      render(
        html`<div class="list" role="region" aria-label=${model.title} tabindex="0" @scroll=${scrolled}>
            ${saidSection(model, words, { state, only, open, speaker: choose((speaker) => ({ speaker })), all: showAll })}
            ${daysSection(model, words, { state, open, whole: choose((value) => ({ whole: value === 'whole' })) })}
          </div>`,
        host,
      );
      for (const place of host.querySelectorAll<HTMLElement>('[data-plot]')) plots.watch(place);
    };
    const showAll = (): void => {
      only = null;
      change({ speaker: '' });
      draw();
    };

    return {
      update: (model) => {
        const isFirst = timeline === null;
        timeline = model;
        only = null;
        draw();
        plots.again();
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

function stateIn(kept: unknown): TimelineState {
  const { speaker, whole, top } = (
    typeof kept === 'object' && kept !== null ? kept : {}
  ) as Partial<TimelineState>;
  return {
    speaker: typeof speaker === 'string' ? speaker : '',
    whole: whole === true,
    top: typeof top === 'number' ? top : 0,
  };
}

interface SaidOptions {
  readonly state: TimelineState;
  readonly only: Moment | null;
  readonly open: (telling: Telling) => void;
  readonly speaker: (event: Event) => void;
  readonly all: () => void;
}

function saidSection(
  timeline: Timeline,
  words: TimelineWords,
  { state, only, open, speaker, all }: SaidOptions,
): TemplateResult {
  const told = only === null ? null : new Set(only.told.map(({ saying }) => saying.id));
  const shown = timeline.sayings.filter(
    (saying) => (told?.has(saying.id) ?? true) && (state.speaker === '' || saying.speaker === state.speaker),
  );
  if (timeline.sayings.length === 0)
    return html`<section><h2>${words.sayings}</h2><p class="note">${words.noSayings}</p></section>`;
  const speakers = frequent(timeline.sayings.map((saying) => saying.speaker));
  const count = filled(words.count, shown.length, timeline.sayings.length);
  const where =
    only === null ? '' : ` · ${filled(words.only, only.speaker ?? words.others, whenText(only.when, words))}`;
  return html`<section class="sayings" aria-label=${words.sayings}>
    <h2>${words.sayings}</h2>
    <div class="plot-frame" data-plot="said"></div>
    <div class="controls" role="group" aria-label=${words.filters}>
      <vscode-single-select label=${words.speaker} title=${words.speaker} combobox .value=${state.speaker} @change=${speaker}>
        <vscode-option value="" ?selected=${state.speaker === ''}>${words.allSpeakers}</vscode-option>
        ${speakers.map(({ value, count: times }) => html`<vscode-option value=${value} ?selected=${value === state.speaker}>${value} (${times})</vscode-option>`)}
      </vscode-single-select>
      <span role="status">${count}${where}</span>
      ${only === null && state.speaker === '' ? nothing : html`<vscode-button secondary @click=${all}>${words.showAll}</vscode-button>`}
    </div>
    <table>
      <thead><tr><th scope="col">${words.when}</th><th scope="col">${words.speaker}</th><th scope="col">${words.words}</th><th scope="col">${words.articles}</th></tr></thead>
      <tbody>${repeat(
        shown,
        ({ id }) => id,
        (saying) => sayingRow(timeline, saying, words, open),
      )}</tbody>
    </table>
  </section>`;
}

const sayingRow = (
  timeline: Timeline,
  saying: Saying,
  words: TimelineWords,
  open: (telling: Telling) => void,
): TemplateResult => html`<tr>
    <td class="when">${whenText(saying.tellings[0], words)}</td>
    <td>${speakerText(saying, words)}</td>
    <td><button type="button" class="link plain" @click=${() => open(saying.tellings[0])}>${saying.words}</button>
      ${saying.reported ? html`<span class="tag">${words.reported}</span>` : nothing}
      ${saying.differing > 0 ? html`<span class="tag differs">${filled(words.differing, saying.differing)}</span>` : nothing}</td>
    <td>${places(timeline, saying.tellings, words, open)}</td>
  </tr>`;

/** Each article that tells it, to be opened there. */
const places = (
  timeline: Timeline,
  tellings: readonly Telling[],
  words: TimelineWords,
  open: (telling: Telling) => void,
): TemplateResult =>
  html`<ul class="places">${tellings.map(
    (telling) =>
      html`<li><button type="button" class="link" title=${placeText(timeline, telling, words)} @click=${() => open(telling)}>${outletOf(timeline, telling.article)}</button></li>`,
  )}</ul>`;

interface DaysOptions {
  readonly state: TimelineState;
  readonly open: (telling: Telling) => void;
  readonly whole: (event: Event) => void;
}

function daysSection(
  timeline: Timeline,
  words: TimelineWords,
  { state, open, whole }: DaysOptions,
): TemplateResult {
  const span = shownSpan(timeline, state.whole);
  if (!span) return html`<section><h2>${words.days}</h2><p class="note">${words.noDays}</p></section>`;
  const shown = timeline.days.filter((day) => isWithin(day, span));
  const outside = timeline.days.length - shown.length;
  return html`<section aria-label=${words.days}>
    <h2>${words.days}</h2>
    <div class="controls" role="group" aria-label=${words.filters}>
      <vscode-single-select label=${words.span} title=${words.span} .value=${state.whole ? 'whole' : 'around'} @change=${whole}>
        <vscode-option value="around" ?selected=${!state.whole}>${words.around}</vscode-option>
        <vscode-option value="whole" ?selected=${state.whole}>${words.wholeSpan}</vscode-option>
      </vscode-single-select>
      <span role="status">${filled(words.daysCount, shown.length)}${outside > 0 ? ` · ${filled(words.outside, outside)}` : ''}</span>
      <span class="legend"><span aria-hidden="true">│</span> ${words.published}</span>
    </div>
    <div class="plot-frame" data-plot="days"></div>
    <table>
      <thead><tr><th scope="col">${words.when}</th><th scope="col">${words.words}</th><th scope="col">${words.articles}</th></tr></thead>
      <tbody>${repeat(
        shown,
        ({ id }) => id,
        (day) => dayRow(timeline, day, words, open),
      )}</tbody>
    </table>
  </section>`;
}

const dayRow = (
  timeline: Timeline,
  day: SpokenOf,
  words: TimelineWords,
  open: (telling: Telling) => void,
): TemplateResult => html`<tr>
    <td class="when">${spanText(day.from, day.to)}</td>
    <td><button type="button" class="link plain" @click=${() => open(day.tellings[0])}>${day.sentence}</button></td>
    <td>${places(timeline, day.tellings, words, open)}</td>
  </tr>`;
