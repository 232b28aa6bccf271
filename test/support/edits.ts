// Edits such as a newsroom makes, by seed, which remember for each character where it stood before.
import type { Span } from '../../src/core/text/span.ts';
import type { Random } from '../bench/random.ts';

/** A text, and the offset before all edits of each of its code units; -1 for what is new. */
export interface Edited {
  readonly text: string;
  readonly from: readonly number[];
}

export const unedited = (text: string): Edited => ({
  text,
  from: Array.from({ length: text.length }, (_, i) => i),
});

const fresh = (text: string): Edited => ({ text, from: Array<number>(text.length).fill(-1) });

const joined = (...parts: readonly Edited[]): Edited => ({
  text: parts.map(({ text }) => text).join(''),
  from: parts.flatMap(({ from }) => from),
});

const cut = ({ text, from }: Edited, { start, end }: Span): Edited => ({
  text: text.slice(start, end),
  from: from.slice(start, end),
});

/** The text with something else in a span. */
const replaced = (was: Edited, span: Span, by: Edited): Edited =>
  joined(cut(was, { start: 0, end: span.start }), by, cut(was, { start: span.end, end: was.text.length }));

/** Where what stood in a span is now, from its first unit to its last; null where less than a third is left. */
export function placeOf({ from }: Edited, { start, end }: Span): Span | null {
  let [first, last, count] = [-1, -1, 0];
  from.forEach((was, i) => {
    if (was < start || was >= end) return;
    if (first < 0) first = i;
    last = i;
    count++;
  });
  return count * 3 < end - start ? null : { start: first, end: last + 1 };
}

const paragraphs = ({ text }: Edited): Span[] =>
  [...text.matchAll(/[^\n]+/g)].map(({ index, 0: words }) => ({ start: index, end: index + words.length }));

const holdsAny = (was: Edited, span: Span, targets: readonly Span[]): boolean =>
  cut(was, span).from.some((at) => targets.some(({ start, end }) => at >= start && at < end));

function put(was: Edited, at: number, paragraph: Edited): Edited {
  const place = paragraphs(was)[at]?.start;
  if (place === undefined) return joined(was, fresh('\n\n'), paragraph);
  return replaced(was, { start: place, end: place }, joined(paragraph, fresh('\n\n')));
}

function without(was: Edited, { start, end }: Span): Edited {
  let to = end;
  while (was.text[to] === '\n') to++;
  return replaced(was, { start, end: to }, fresh(''));
}

/** A letter that is changed, doubled or left out, one of those whose place passes. */
function slip(was: Edited, rolls: Random, passes: (at: number) => boolean): Edited {
  const letters = [...was.from.keys()].filter((i) => passes(i) && /[a-z]/i.test(was.text[i] ?? ''));
  if (letters.length === 0) return was;
  const at = rolls.pick(letters);
  const one = { start: at, end: at + 1 };
  const kind = rolls.below(3);
  if (kind === 0) return replaced(was, one, fresh(''));
  if (kind === 1) return replaced(was, { start: at, end: at }, fresh(was.text[at] ?? ''));
  return replaced(was, one, { text: String.fromCharCode(97 + rolls.below(26)), from: [was.from[at] ?? -1] });
}

interface Job {
  readonly targets: readonly Span[];
  readonly rolls: Random;
  /** Paragraphs of other articles. */
  readonly others: readonly string[];
}

type Edit = (was: Edited, job: Job) => Edited;

const times = (count: number, was: Edited, once: (was: Edited) => Edited): Edited => {
  let now = was;
  for (let i = 0; i < count; i++) now = once(now);
  return now;
};

const inserted: Edit = (was, { rolls, others }) =>
  times(1 + rolls.below(3), was, (now) =>
    put(now, rolls.below(1 + paragraphs(now).length), fresh(rolls.pick(others))),
  );

const shortened: Edit = (was, { rolls, targets }) =>
  times(1 + rolls.below(2), was, (now) => {
    const free = paragraphs(now).filter((span) => !holdsAny(now, span, targets));
    return free.length > 1 ? without(now, rolls.pick(free)) : now;
  });

const slipsInside: Edit = (was, { rolls, targets }) =>
  targets.reduce(
    (all, target) =>
      times(1 + rolls.below(2), all, (now) => {
        const place = placeOf(now, target);
        return place ? slip(now, rolls, (at) => at >= place.start + 2 && at < place.end - 2) : now;
      }),
    was,
  );

const slipsNear: Edit = (was, { rolls, targets }) =>
  targets.reduce((now, target) => {
    const place = placeOf(now, target);
    if (!place) return now;
    const isOwn = (at: number): boolean =>
      targets.some(({ start, end }) => (now.from[at] ?? -1) >= start && (now.from[at] ?? -1) < end);
    return slip(now, rolls, (at) => at >= place.start - 30 && at < place.end + 30 && !isOwn(at));
  }, was);

const STRAIGHT: Readonly<Record<string, string>> = { '“': '"', '”': '"', '‘': "'", '’': "'" };
const straightened: Edit = ({ text, from }) => ({
  text: text.replace(/[“”‘’]/g, (mark) => STRAIGHT[mark] ?? mark),
  from,
});

const rewrapped: Edit = ({ text, from }) => {
  let column = 0;
  const units = Array.from({ length: text.length }, (_, i) => {
    const unit = text[i] ?? '';
    const broken = unit === ' ' && column > 60;
    column = unit === '\n' || broken ? 0 : column + 1;
    return broken ? '\n' : unit;
  });
  return { text: units.join(''), from };
};

const moved: Edit = (was, { rolls }) =>
  times(2 + rolls.below(3), was, (now) => {
    const span = rolls.pick(paragraphs(now));
    const rest = without(now, span);
    return put(rest, rolls.below(1 + paragraphs(rest).length), cut(now, span));
  });

const doubled: Edit = (was, { rolls, targets }) =>
  targets
    .filter(() => rolls.below(5) < 2)
    .reduce((now, target) => {
      const all = paragraphs(now);
      const own = all.findIndex((span) => holdsAny(now, span, [target]));
      const span = all[own];
      if (!span) return now;
      const copy = fresh(now.text.slice(span.start, span.end));
      return put(now, own + 1 + rolls.below(all.length - own), copy);
    }, was);

const deleted: Edit = (was, { rolls, targets }) =>
  targets
    .filter(() => rolls.below(2) === 0)
    .reduce((now, target) => {
      const place = placeOf(now, target);
      const own = paragraphs(now).find((span) => holdsAny(now, span, [target]));
      if (!place || !own) return now;
      return rolls.below(2) === 0 ? without(now, own) : replaced(now, place, fresh(''));
    }, was);

const several: Edit = (was, job) =>
  [inserted, slipsInside, slipsNear, straightened, moved, rewrapped]
    .filter(() => job.rolls.below(5) < 3)
    .reduce((now, edit) => edit(now, job), was);

export const EDITS: Readonly<Record<string, Edit>> = {
  'paragraphs put in': inserted,
  'paragraphs taken out': shortened,
  'slips in the passage': slipsInside,
  'slips beside it': slipsNear,
  'other quotation marks': straightened,
  'other line breaks': rewrapped,
  'paragraphs moved': moved,
  'paragraphs doubled': doubled,
  'passages deleted': deleted,
  'several at once': several,
};
