import { axisX, axisY, dot, gridX, gridY, link, ruleX } from '@observablehq/plot';
import { outletOf } from '../../core/desk/ledger-export.ts';
import type { SpokenOf, Telling, Timeline } from '../../core/desk/timeline.ts';
import { placeText } from '../../core/desk/timeline-export.ts';
import { dateOf, daysOf, spanText } from '../plots/days.ts';
import { cut, drawing, elementsOf, reachable } from '../plots/drawing.ts';
import type { TimelineWords } from '../words.ts';
import type { OpenTelling } from './places.ts';

/** Days before and after the articles that are shown at first: most of what news speak of. */
const AROUND = 60;
const ROW = 24;

/** A day that an article speaks of. */
interface Spoken {
  readonly day: SpokenOf;
  readonly telling: Telling;
  readonly row: number;
}

export interface DaysPlot {
  readonly timeline: Timeline;
  readonly words: TimelineWords;
  readonly width: number;
  /** All that is spoken of, however long ago. */
  readonly whole: boolean;
  readonly open: OpenTelling;
}

/** From the first day to the last that are shown; null where nothing has a day. */
export function shownSpan({ articles, days }: Timeline, whole: boolean): readonly [number, number] | null {
  const published = articles
    .flatMap(({ date }) => (date === null ? [] : [daysOf(date)]))
    .filter(Number.isFinite);
  if (days.length === 0) return null;
  if (whole || published.length === 0)
    return [
      Math.min(...days.map(({ from }) => from), ...published),
      Math.max(...days.map(({ to }) => to), ...published),
    ];
  return [Math.min(...published) - AROUND, Math.max(...published) + AROUND];
}

export const isWithin = ({ from, to }: SpokenOf, [first, last]: readonly [number, number]): boolean =>
  from >= first && to <= last;

/** Articles in rows, days across: a dot is a day that an article speaks of, a bar a month, a year and the like. */
export function daysPlot({ timeline, words, width, whole, open }: DaysPlot): SVGSVGElement | null {
  const span = shownSpan(timeline, whole);
  if (!span) return null;
  const { articles } = timeline;
  const shown = timeline.days.filter((day) => isWithin(day, span));
  const speaks = new Set(shown.flatMap(({ tellings }) => tellings.map(({ article }) => article)));
  // Articles that speak of none of these days have no row.
  const rows = articles.map((_, at) => at).filter((at) => speaks.has(at));
  const spoken = shown
    .flatMap((day) => day.tellings.map((telling): Spoken => ({ day, telling, row: telling.article })))
    .sort((a, b) => a.row - b.row || a.day.from - b.day.from);
  const days = spoken.filter(({ day }) => day.to - day.from <= 1);
  const stretches = spoken.filter(({ day }) => day.to - day.from > 1);
  const published = articles.flatMap(({ date }, row) =>
    date === null || !Number.isFinite(daysOf(date)) || !speaks.has(row) ? [] : [{ row, at: daysOf(date) }],
  );
  const isNarrow = width < 560;
  const svg = drawing({
    width,
    height: rows.length * ROW + 44,
    marginTop: 6,
    marginBottom: 34,
    marginLeft: isNarrow ? 120 : 220,
    marginRight: 20,
    x: { type: 'utc', label: null, domain: span.map(dateOf), inset: 8 },
    y: { type: 'point', label: null, domain: rows, padding: 0.5 },
    marks: [
      gridX({ ticks: 5, className: 'grid' }),
      gridY({ className: 'grid' }),
      axisX({ ticks: isNarrow ? 3 : 6, tickSize: 0, className: 'axis' }),
      axisY({
        className: 'names',
        tickSize: 0,
        tickFormat: (row: number) => cut(outletOf(timeline, row), isNarrow ? 15 : 34),
      }),
      ruleX(published, {
        x: ({ at }) => dateOf(at),
        y: 'row',
        ...{ insetTop: -9, insetBottom: -9, className: 'published' },
      }),
      link(stretches, {
        x1: ({ day }: Spoken) => dateOf(day.from),
        x2: ({ day }: Spoken) => dateOf(day.to),
        ...{ y: 'row', className: 'range', strokeWidth: 5 },
      }),
      dot(days, { x: ({ day }: Spoken) => dateOf(day.from), y: 'row', r: 5, className: 'same' }),
    ],
  });
  const spots = [
    ...elementsOf(svg, 'range').map(({ element, at }) => ({ element, of: stretches[at] })),
    ...elementsOf(svg, 'same').map(({ element, at }) => ({ element, of: days[at] })),
  ].flatMap(({ element, of }) => (of ? [{ element, of }] : []));
  spots.sort((a, b) => spoken.indexOf(a.of) - spoken.indexOf(b.of));
  reachable(
    svg,
    words.daysPlot,
    spots.map(({ element, of: { day, telling } }) => ({
      element,
      label: [placeText(timeline, telling, words), spanText(day.from, day.to), day.sentence].join(', '),
      open: (how) => open(telling, how),
    })),
  );
  return svg;
}
