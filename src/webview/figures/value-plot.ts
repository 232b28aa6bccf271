import { axisX, axisY, dot, gridX, link, type PlotOptions, text } from '@observablehq/plot';
import type { Ledger, LedgerMeasure, LedgerValue } from '../../core/desk/ledger.ts';
import { kindOf, type ValueKind } from '../../core/desk/ledger-export.ts';
import { dateOf } from '../plots/days.ts';
import { cut, drawing, elementsOf, reachable } from '../plots/drawing.ts';
import type { Opening } from '../protocol.ts';
import type { FiguresWords } from '../words.ts';
import { articleName, valueLabel } from './value-words.ts';

export type OpenValue = (value: LedgerValue, how: Opening) => void;

export interface ValuePlot {
  readonly ledger: Ledger;
  readonly measure: LedgerMeasure;
  readonly words: FiguresWords;
  readonly width: number;
  readonly open: OpenValue;
}

/** Told by shape: what differs is a diamond, what is rounded a hollow circle. */
const SYMBOLS: Readonly<Record<ValueKind, 'circle' | 'diamond2'>> = {
  same: 'circle',
  rounded: 'circle',
  differs: 'diamond2',
};
const ROW = 26;
/** Pixels that a letter and a tick's number take. */
const LETTER = 6.4;
const TICK = 70;

/** The values of a measure on its scale: a row a value, in order of publication, with its words beside it. */
export function valuePlot({ ledger, measure, words, width, open }: ValuePlot): SVGSVGElement {
  const { values, scale } = measure;
  const margin =
    width < 560
      ? { left: Math.min(180, width * 0.34), right: Math.min(140, width * 0.3) }
      : { left: 240, right: 250 };
  const ticks = Math.max(1, Math.min(4, Math.floor((width - margin.left - margin.right) / TICK)));
  const placed = values.flatMap((value, row) => (value.from === null ? [] : [{ value, row }]));
  // The year stands below the month.
  const bottom = placed.length === 0 ? 6 : scale === 'day' ? 34 : 24;
  const x = (end: number | null) => (end === null ? null : scale === 'day' ? dateOf(end) : end);
  const elsewhere = values.flatMap((value, row) => (value.from === null ? [{ value, row }] : []));
  const ranges = placed.filter(({ value }) => value.to !== null);
  const marks: PlotOptions['marks'] = [
    // Where nothing has a place on it there is no scale.
    ...(placed.length === 0
      ? []
      : [
          gridX({ ticks, className: 'grid' }),
          axisX({
            ticks,
            tickSize: 0,
            className: 'axis',
            ...(scale === 'number' && { tickFormat: numberTick }),
          }),
        ]),
    axisY({
      className: 'names',
      tickSize: 0,
      tickFormat: (row: number) =>
        rowName(ledger, values, row, words, Math.floor((margin.left - 20) / LETTER)),
    }),
    link(ranges, {
      x1: ({ value }) => x(value.from),
      x2: ({ value }) => x(value.to),
      y: 'row',
      className: 'range',
      strokeWidth: 3,
    }),
    ...(['same', 'rounded', 'differs'] as const).map((kind) =>
      dot(
        placed.filter(({ value }) => kindOf(value) === kind),
        {
          x: ({ value }) => x(value.from),
          y: 'row',
          r: 6,
          symbol: SYMBOLS[kind],
          className: kind,
        },
      ),
    ),
    text(placed, {
      x: ({ value }) => x(value.to ?? value.from),
      y: 'row',
      dx: 12,
      textAnchor: 'start',
      text: ({ value }) => cut(value.words, Math.floor((margin.right - 12) / LETTER)),
      className: 'said',
    }),
    text(elsewhere, {
      y: 'row',
      frameAnchor: 'left',
      dx: 4,
      textAnchor: 'start',
      text: ({ value }) => `${cut(value.words, 30)} · ${words.offScale}`,
      className: 'elsewhere',
    }),
  ];
  const svg = drawing({
    width,
    height: values.length * ROW + bottom + 10,
    marginTop: 4,
    marginBottom: bottom,
    marginLeft: margin.left,
    marginRight: margin.right,
    x: { label: null, inset: 8, ...domainOf(measure), ...(scale === 'day' && { type: 'utc' as const }) },
    y: { type: 'point', label: null, domain: values.map((_, row) => row), padding: 0.5 },
    marks,
  });
  const spots = [
    ...(['same', 'rounded', 'differs'] as const).flatMap((kind) => {
      const own = placed.filter(({ value }) => kindOf(value) === kind);
      return elementsOf(svg, kind).map(({ element, at }) => ({ element, of: own[at] }));
    }),
    ...elementsOf(svg, 'elsewhere').map(({ element, at }) => ({ element, of: elsewhere[at] })),
  ].flatMap(({ element, of }) => (of ? [{ element, ...of }] : []));
  spots.sort((a, b) => a.row - b.row);
  reachable(
    svg,
    words.plot,
    spots.map(({ element, value }) => ({
      element,
      label: valueLabel(ledger, value, words),
      open: (how) => open(value, how),
    })),
  );
  return svg;
}

/** Of equal values, some room around them. */
function domainOf({ values, scale }: LedgerMeasure): { domain?: (number | Date)[] } {
  const ends = values.flatMap(({ from, to }) => [from, to].filter((end) => end !== null));
  if (ends.length === 0) return { domain: [0, 1] };
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const room = least === most ? (scale === 'day' ? 3 : Math.abs(least) * 0.2 || 1) : 0;
  const domain = [least - room, most + room];
  return { domain: scale === 'day' ? domain.map(dateOf) : domain };
}

const numberTick = (value: number): string =>
  new Intl.NumberFormat(document.documentElement.lang || 'en', {
    notation: Math.abs(value) >= 1e6 ? 'compact' : 'standard',
    maximumFractionDigits: 2,
  }).format(value);

/** An article, or an entry of a live blog, is named at the first of its values. */
function rowName(
  ledger: Ledger,
  values: readonly LedgerValue[],
  row: number,
  words: FiguresWords,
  most: number,
): string {
  const value = values[row];
  const before = values[row - 1];
  if (!value || (before?.article === value.article && before.time === value.time)) return '';
  return cut(articleName(ledger, value, words), most);
}
