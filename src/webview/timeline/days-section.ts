import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { SpokenOf, Timeline } from '../../core/desk/timeline.ts';
import { filled } from '../../core/text/wording.ts';
import { choice } from '../choice.ts';
import { byClick } from '../opening.ts';
import { spanText } from '../plots/days.ts';
import type { TimelineWords } from '../words.ts';
import { isWithin, shownSpan } from './days-plot.ts';
import { type OpenTelling, places } from './places.ts';

export function shownDays(timeline: Timeline, whole: boolean): readonly SpokenOf[] {
  const span = shownSpan(timeline, whole);
  return span ? timeline.days.filter((day) => isWithin(day, span)) : [];
}

export interface DaysOptions {
  /** All that is spoken of, however long ago. */
  readonly whole: boolean;
  readonly open: OpenTelling;
  readonly chosen: (span: string) => void;
}

export function daysSection(
  timeline: Timeline,
  words: TimelineWords,
  { whole, open, chosen }: DaysOptions,
): TemplateResult {
  const span = shownSpan(timeline, whole);
  if (!span) return html`<section><h2>${words.days}</h2><p class="note">${words.noDays}</p></section>`;
  const shown = shownDays(timeline, whole);
  const outside = timeline.days.length - shown.length;
  const spans = [
    ['around', words.around],
    ['whole', words.wholeSpan],
  ] as const;
  return html`<section aria-label=${words.days}>
    <h2>${words.days}</h2>
    <div class="controls" role="group" aria-label=${words.filters}>
      ${choice({ label: words.span, value: whole ? 'whole' : 'around', choices: spans, chosen })}
      <span role="status">${filled(words.daysCount, shown.length)}${outside > 0 ? ` · ${filled(words.outside, outside)}` : ''}</span>
      <span class="legend"><span><span aria-hidden="true">│</span> ${words.publicationDay}</span></span>
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
  open: OpenTelling,
): TemplateResult => html`<tr>
    <td class="when">${spanText(day.from, day.to)}</td>
    <td><button type="button" class="link plain" @click=${(event: MouseEvent) => open(day.tellings[0], byClick(event))}>${day.sentence}</button></td>
    <td>${places(timeline, day.tellings, words, open)}</td>
  </tr>`;
