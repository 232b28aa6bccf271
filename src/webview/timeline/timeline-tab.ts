import { html, render } from 'lit';
import { csvOf } from '../../core/desk/table.ts';
import type { Timeline } from '../../core/desk/timeline.ts';
import { timelineMarkdown, timelineTable } from '../../core/desk/timeline-export.ts';
import { drawnInSight, whenScrolled } from '../plots/drawing.ts';
import type { Opening } from '../protocol.ts';
import { createSaver, saveButtons } from '../saving.ts';
import type { Tab } from '../tab.ts';
import { daysPlot } from './days-plot.ts';
import { daysSection, shownDays } from './days-section.ts';
import type { OpenTelling } from './places.ts';
import { type Moment, saidPlot } from './said-plot.ts';
import { saidSection, shownSayings } from './said-section.ts';

interface TimelineState {
  readonly speaker: string;
  readonly whole: boolean;
  readonly top: number;
}

/** Who said what when, and what days are spoken of: each as a plot, and as a table of the same. */
export const timelineTab: Tab<'timeline'> = {
  mount: (host, { words: { timeline: words }, post, kept, keep }) => {
    let state = stateIn(kept);
    let timeline: Timeline | null = null;
    /** What a dot of several sayings has narrowed the table to. */
    let only: Moment | null = null;

    const saver = createSaver<'timeline'>({
      ...{ tab: 'timeline', post },
      content: async (model, format) => {
        const told = {
          sayings: shownSayings(model, state.speaker, only),
          days: shownDays(model, state.whole),
        };
        return format === 'csv'
          ? csvOf(timelineTable(model, told, words))
          : timelineMarkdown(model, told, words);
      },
    });
    const open: OpenTelling = ({ article, claim }, how) => {
      const path = timeline?.articles[article]?.path;
      if (path !== undefined) post({ kind: 'open', ref: { path, claim }, how });
    };
    const openMoment = (moment: Moment, how: Opening): void => {
      const [first, second] = moment.told;
      if (first && !second) {
        open(first.telling, how);
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
      (value: string): void => {
        only = null;
        change(changes(value));
        draw();
        plots.again();
      };

    const draw = (): void => {
      if (!timeline) return;
      const model = timeline;
      render(
        html`<div class="bar"><div class="told">${saveButtons(['csv', 'md'], words, saver.save)}</div></div>
          <div class="list" role="region" aria-label=${model.title} tabindex="0" @scroll=${scrolled}>
            ${saidSection(model, words, { ...{ speaker: state.speaker, only, open, all: showAll }, chosen: choose((speaker) => ({ speaker })) })}
            ${daysSection(model, words, { ...{ whole: state.whole, open }, chosen: choose((value) => ({ whole: value === 'whole' })) })}
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
      forOthers: saver.forOthers,
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
