import { html, type TemplateResult } from 'lit';
import { outletOf } from '../../core/desk/ledger-export.ts';
import type { Telling, Timeline } from '../../core/desk/timeline.ts';
import { placeText } from '../../core/desk/timeline-export.ts';
import { byClick } from '../opening.ts';
import type { Opening } from '../protocol.ts';
import type { TimelineWords } from '../words.ts';

export type OpenTelling = (telling: Telling, how: Opening) => void;

/** Each article that tells it, to be opened there. */
export const places = (
  timeline: Timeline,
  tellings: readonly Telling[],
  words: TimelineWords,
  open: OpenTelling,
): TemplateResult =>
  html`<ul class="places">${tellings.map(
    (telling) =>
      html`<li><button type="button" class="link" title=${placeText(timeline, telling, words)} @click=${(event: MouseEvent) => open(telling, byClick(event))}>${outletOf(timeline, telling.article)}</button></li>`,
  )}</ul>`;
