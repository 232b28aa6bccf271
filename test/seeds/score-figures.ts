import type { Figure } from '../../src/core/mentions/mention.ts';
import { textOf } from '../../src/core/text/span.ts';
import type { GoldFigure } from './gold.ts';
import { counted, type Say, type Scored } from './scored.ts';
import { atLeast, count, detection, f1, likeness, type Measure, pairUp, ratio, share } from './tally.ts';

const UNITS = new Map(
  Object.entries({
    metre: 'm',
    meter: 'm',
    kilometre: 'km',
    kilometer: 'km',
    person: 'people',
    dollar: 'usd',
    euro: 'eur',
  }),
);

/** "Hangers" and "hanger" are one unit; a spelled-out unit is its symbol. */
function unitOf(unit: string | null): string | null {
  if (unit === null) return null;
  const single = unit.toLowerCase().replace(/(?<=[^s]{2})s$/, '');
  return UNITS.get(single) ?? single;
}

const FACETS: readonly {
  readonly name: string;
  readonly right: (asked: GoldFigure, found: Figure) => boolean;
  readonly of: (figure: GoldFigure | Figure) => unknown;
}[] = [
  { name: 'kind', right: (a, f) => a.kind === f.kind, of: (x) => x.kind },
  {
    name: 'value',
    right: (a, f) =>
      typeof a.value === 'number' && typeof f.value === 'number'
        ? Math.abs(a.value - f.value) <= 1e-9 * Math.abs(a.value)
        : a.value === f.value || (a.alsoValue ?? []).some((v) => v === f.value),
    of: (x) => x.value,
  },
  {
    name: 'unit',
    right: (a, f) => [a.unit, ...(a.alsoUnit ?? [])].some((u) => unitOf(u) === unitOf(f.unit)),
    of: (x) => x.unit,
  },
  {
    name: 'comparator',
    right: (a, f) => [a.comparator, ...(a.alsoComparator ?? [])].includes(f.comparator),
    of: (x) => x.comparator,
  },
];

export function scoreFigures(documents: readonly Scored[], say: Say): Measure[] {
  const detected = detection();
  const whole = share();
  for (const { gold, analysis } of documents) {
    const found = counted(analysis.figures, gold.figures, gold.optional.figures);
    const pairs = pairUp(gold.figures, found, likeness);
    detected.both += pairs.size;
    detected.asked += gold.figures.length;
    detected.found += found.length;
    for (const asked of gold.figures) {
      const f = pairs.get(asked);
      if (f === undefined) say(`${asked.id}: figure not found: ${asked.exact}`);
      else {
        const wrong = FACETS.filter((facet) => !facet.right(asked, f));
        count(whole, wrong.length === 0);
        if (asked.measure !== undefined && !f.measure?.includes(asked.measure))
          say(`${asked.id}: measure of “${asked.exact}” is ${f.measure}, should be ${asked.measure}`);
        for (const { name, of } of wrong)
          say(`${asked.id}: ${name} of “${asked.exact}” is ${of(f)}, should be ${of(asked)}`);
      }
    }
    const matched = new Set(pairs.values());
    for (const f of found)
      if (!matched.has(f))
        say(`${gold.file}: no figure: ${textOf(analysis.article.text, f)} (${f.kind} ${f.value} ${f.unit})`);
  }
  return [
    atLeast('figures: F1', f1(detected), 0.97),
    atLeast('figures: kind, value, unit and comparator right', ratio(whole), 0.95),
  ];
}
