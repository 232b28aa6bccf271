import { axisX, axisY, dot, gridX, gridY, text } from '@observablehq/plot';
import type { Saying, Telling, Timeline } from '../../core/desk/timeline.ts';
import { speakerText } from '../../core/desk/timeline-export.ts';
import { filled } from '../../core/text/wording.ts';
import { whenText } from '../place-words.ts';
import { dateOf, daysOf, dayText } from '../plots/days.ts';
import { cut, drawing, elementsOf, reachable } from '../plots/drawing.ts';
import type { Opening } from '../protocol.ts';
import type { TimelineWords } from '../words.ts';

/** What one speaker is told to have said at one time. */
export interface Moment {
  /** Null for those who are told of least, together. */
  readonly speaker: string | null;
  readonly row: number;
  /** Days since 1970-01-01 of universal time, and the part of the day that has passed. */
  readonly at: number;
  readonly when: Pick<Telling, 'day' | 'time'>;
  readonly told: readonly { readonly saying: Saying; readonly telling: Telling }[];
}

/** Speakers with a row of their own; the rest share one. */
const MOST_SPEAKERS = 14;
const ROW = 26;
/** Pixels that the name of a day takes. */
const LABEL = 110;

/** The rows of the plot: who is told to have said most first. */
function momentsOf(
  { sayings }: Timeline,
  words: TimelineWords,
): { readonly speakers: readonly string[]; readonly moments: readonly Moment[] } {
  const counts = new Map<string, number>();
  for (const saying of sayings) {
    const speaker = speakerText(saying, words);
    const dated = saying.tellings.filter(({ at }) => at !== null).length;
    if (saying.speaker !== null && dated > 0) counts.set(speaker, (counts.get(speaker) ?? 0) + dated);
  }
  const named = [...counts].sort(([, a], [, b]) => b - a).map(([speaker]) => speaker);
  const own = named.slice(0, MOST_SPEAKERS);
  const isRest =
    named.length > own.length ||
    sayings.some(({ speaker, tellings }) => speaker === null && tellings.some(({ at }) => at !== null));
  const speakers = isRest ? [...own, words.others] : own;
  const moments = new Map<string, Moment & { told: { saying: Saying; telling: Telling }[] }>();
  for (const saying of sayings)
    for (const telling of saying.tellings) {
      const { at, day, time } = telling;
      if (at === null) continue;
      const place = own.indexOf(speakerText(saying, words));
      const row = saying.speaker === null || place < 0 ? own.length : place;
      const key = `${row} ${at}`;
      const moment = moments.get(key) ?? {
        ...{ speaker: row < own.length ? saying.speaker : null, row, at, when: { day, time }, told: [] },
      };
      moment.told.push({ saying, telling });
      moments.set(key, moment);
    }
  return { speakers, moments: [...moments.values()].sort((a, b) => a.row - b.row || a.at - b.at) };
}

export interface SaidPlot {
  readonly timeline: Timeline;
  readonly words: TimelineWords;
  readonly width: number;
  readonly open: (moment: Moment, how: Opening) => void;
}

/** Speakers in rows, time across; a dot is what one of them is told to have said at one time, its size how much. */
export function saidPlot({ timeline, words, width, open }: SaidPlot): SVGSVGElement | null {
  const { speakers, moments } = momentsOf(timeline, words);
  if (moments.length === 0) return null;
  const ats = moments.map(({ at }) => at);
  const [first, last] = [Math.min(...ats), Math.max(...ats)];
  const isNarrow = width < 560;
  const x = ({ at }: Moment): Date => dateOf(at);
  const ticks = ticksAt(
    [...new Set(ats)].sort((a, b) => a - b),
    (width - (isNarrow ? 160 : 260)) / LABEL,
  );
  const svg = drawing({
    width,
    height: speakers.length * ROW + 44,
    marginTop: 6,
    marginBottom: 34,
    marginLeft: isNarrow ? 120 : 220,
    marginRight: 40,
    x: {
      // A clock of a known zone is put on universal time.
      ...{ label: moments.some(({ when }) => /[A-Z]/.test(when.time ?? '')) ? words.clock : null },
      ...{ type: 'utc', inset: 12 },
      ...(first === last && { domain: [dateOf(first - 1), dateOf(last + 1)] }),
    },
    y: { type: 'point', label: null, domain: speakers.map((_, row) => row), padding: 0.5 },
    r: { type: 'sqrt', domain: [0, Math.max(4, ...moments.map(({ told }) => told.length))], range: [0, 11] },
    marks: [
      gridX({ className: 'grid', ...(Array.isArray(ticks.ticks) ? { ticks: ticks.ticks } : { ticks: 5 }) }),
      gridY({ className: 'grid' }),
      axisX({ tickSize: 0, className: 'axis', ...ticks }),
      axisY({
        className: 'names',
        tickSize: 0,
        tickFormat: (row: number) => cut(speakers[row] ?? '', isNarrow ? 15 : 34),
      }),
      dot([...moments], { x, y: 'row', r: ({ told }: Moment) => told.length, className: 'same' }),
      text(
        moments.filter(({ told }) => told.length > 1),
        {
          ...{ x, y: 'row', dx: 14, textAnchor: 'start', className: 'said' },
          text: ({ told }: Moment) => String(told.length),
        },
      ),
    ],
  });
  const spots = elementsOf(svg, 'same').flatMap(({ element, at }) => {
    const moment = moments[at];
    return moment ? [{ element, moment }] : [];
  });
  // Larger dots are drawn first; the keys go row by row.
  spots.sort((a, b) => a.moment.row - b.moment.row || a.moment.at - b.moment.at);
  reachable(
    svg,
    words.sayingsPlot,
    spots.map(({ element, moment }) => ({
      element,
      label: momentLabel(moment, speakers, words),
      open: (how) => open(moment, how),
    })),
  );
  return svg;
}

/** Articles have a day and no time: only days are named then, as many as there is room for. */
function ticksAt(ats: readonly number[], most: number) {
  if (!ats.every(Number.isInteger)) return { ticks: most };
  const [first = 0, last = 0] = [ats[0], ats.at(-1)];
  const apart = (last - first) / most;
  const named: number[] = [];
  for (const at of ats) if (named.length === 0 || at - (named.at(-1) ?? 0) >= apart) named.push(at);
  return {
    ticks: named.map(dateOf),
    tickFormat: (day: Date): string => dayText(daysOf(day.toISOString().slice(0, 10))),
  };
}

function momentLabel({ row, when, told }: Moment, speakers: readonly string[], words: TimelineWords): string {
  const [only] = told;
  const who = speakers[row] ?? '';
  return told.length === 1 && only
    ? filled(words.one, who, whenText(when, words), only.saying.words)
    : filled(words.some, who, whenText(when, words), told.length);
}
