import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Saying, Timeline } from '../../core/desk/timeline.ts';
import { speakerText } from '../../core/desk/timeline-export.ts';
import { filled } from '../../core/text/wording.ts';
import { choice, counted } from '../choice.ts';
import { byClick } from '../opening.ts';
import { whenText } from '../place-words.ts';
import type { TimelineWords } from '../words.ts';
import { type OpenTelling, places } from './places.ts';
import type { Moment } from './said-plot.ts';

/** Of one speaker, and of what one dot of the plot stands for. */
export function shownSayings({ sayings }: Timeline, speaker: string, only: Moment | null): readonly Saying[] {
  const told = only === null ? null : new Set(only.told.map(({ saying }) => saying.id));
  return sayings.filter(
    (saying) => (told?.has(saying.id) ?? true) && (speaker === '' || saying.speaker === speaker),
  );
}

export interface SaidOptions {
  /** Empty for all. */
  readonly speaker: string;
  readonly only: Moment | null;
  readonly open: OpenTelling;
  readonly chosen: (speaker: string) => void;
  readonly all: () => void;
}

export function saidSection(
  timeline: Timeline,
  words: TimelineWords,
  { speaker, only, open, chosen, all }: SaidOptions,
): TemplateResult {
  const shown = shownSayings(timeline, speaker, only);
  if (timeline.sayings.length === 0)
    return html`<section><h2>${words.sayings}</h2><p class="note">${words.noSayings}</p></section>`;
  const speakers = [
    ['', words.allSpeakers] as const,
    ...counted(timeline.sayings.map((saying) => saying.speaker)),
  ];
  const count = filled(words.count, shown.length, timeline.sayings.length);
  const where =
    only === null ? '' : ` · ${filled(words.only, only.speaker ?? words.others, whenText(only.when, words))}`;
  return html`<section class="sayings" aria-label=${words.sayings}>
    <h2>${words.sayings}</h2>
    <div class="plot-frame" data-plot="said"></div>
    <div class="controls" role="group" aria-label=${words.filters}>
      ${choice({ label: words.speaker, value: speaker, choices: speakers, chosen, isSearched: true })}
      <span role="status">${count}${where}</span>
      ${only === null && speaker === '' ? nothing : html`<button class="link" @click=${all}>${words.showAll}</button>`}
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
  open: OpenTelling,
): TemplateResult => html`<tr>
    <td class="when">${whenText(saying.tellings[0], words)}</td>
    <td>${speakerText(saying, words)}</td>
    <td><button type="button" class="link plain" @click=${(event: MouseEvent) => open(saying.tellings[0], byClick(event))}>${saying.words}</button>
      ${saying.reported ? html`<span class="tag">${words.reported}</span>` : nothing}
      ${saying.differing > 0 ? html`<span class="tag differs">${filled(words.differing, saying.differing)}</span>` : nothing}</td>
    <td>${places(timeline, saying.tellings, words, open)}</td>
  </tr>`;
